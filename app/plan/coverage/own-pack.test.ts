import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packs } from '#templates/frameworks/index.ts';
import { changesOfVersion, ownPackId, readOwnPack, type AboutPack } from './own-pack.ts';
import { packCsv, packTemplate } from './pack-table.ts';
import { GRADES, isOwnPack, KINDS, Pack } from './packs.ts';

const about: AboutPack = {
  title: 'Wexcombe local commitments',
  publisher: 'Wexcombe Borough Council',
  published: '',
  from: '2026-04-01',
  to: '',
};
const head = 'Id,What it asks for,Kind,Grade,Address\n';
const problemsOf = (text: string, said = about) => {
  const read = readOwnPack(text, said);
  return read.ok ? [] : read.problems.map(({ where, message }) => `${where}: ${message}`);
};

describe('a pack of one’s own', () => {
  test('is read from a table, with what is left out filled in', () => {
    const read = readOwnPack(`${head}WX-01,Every family within 30 minutes,,,\n`, about);
    expect(read).toMatchObject({
      ok: true,
      pack: {
        id: 'own-wexcombe-local-commitments',
        effective: { from: '2026-04-01', to: null },
        requirements: [{ id: 'WX-01', kind: 'plan-section', grade: 'L', strand: 'All' }],
      },
    });
  });

  test('is told line by line what is wrong with it, all at once', () => {
    const text = `${head}WX 1,,minimum,Z,javascript:alert(1)\nWX-02,Ask families,never,A,\nWX-02,Again,minimum,A,\n`;
    const problems = problemsOf(text);
    expect(problems).toEqual([
      'Line 2: The id “WX 1” must be up to 40 letters, figures, dots and hyphens, without spaces',
      'Line 2: Enter what it asks for',
      expect.stringContaining('Line 2: The grade “Z” is not known') as string,
      expect.stringContaining('Line 2: “javascript:alert(1)” is not a whole web address') as string,
      expect.stringContaining('Line 3: The kind “never” is not known') as string,
      'Line 4: The id “WX-02” is used twice: also in line 3',
    ]);
  });

  test.each([
    ['', 'Items: Paste the items, or choose a file'],
    ['{"id": 3', /^The file: This is not JSON that can be read/],
    ['{"id":"x","title":"T"}', /^publisher: /],
    ['a,b\n1,2\n', /^Line 1: There is no column “Id” and “What it asks for”/],
    [head, 'Line 2: There are no items under the headings'],
  ])('that says %j is refused', (text, message) => {
    const [first] = problemsOf(text);
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  test('can never be one that ships, whatever its file says', () => {
    const [shipped] = packs();
    const read = readOwnPack(JSON.stringify(shipped), about);
    if (!read.ok) throw new Error('A pack that ships was refused.');
    expect(isOwnPack(read.pack.id)).toBe(true);
    expect(packs().some(({ id }) => isOwnPack(id))).toBe(false);
  });

  test('begins from templates that are read without a word', () => {
    expect(problemsOf(packTemplate('csv'))).toEqual([]);
    expect(problemsOf(packTemplate('json'))).toEqual([]);
  });

  test('says what its next version changes', () => {
    const [first] = packs();
    if (!first) throw new Error('There are no packs.');
    const [gone, changed, ...rest] = first.requirements;
    if (!gone || !changed) throw new Error('The pack is too small.');
    const next = {
      ...first,
      requirements: [{ ...changed, text: 'Otherwise' }, ...rest, { ...gone, id: 'NEW' }],
    };
    expect(changesOfVersion(first, next)).toEqual({
      added: ['NEW'],
      changed: [changed.id],
      gone: [gone.id],
    });
    expect(changesOfVersion(null, first).added).toHaveLength(first.requirements.length);
  });
});

test('whatever title, the id of a pack can stand in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
      expect(ownPackId(title)).toMatch(/^own-[a-z0-9-]+$/);
    }),
  );
});

test('a table that is taken out comes back in as the same items', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.replace(/\p{C}/gu, '').trim())
    .filter((text) => text !== '');
  const items = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[A-Z]{2}-\d{1,3}$/),
      section: word,
      strand: word,
      text: word,
      kind: fc.constantFrom(...KINDS),
      source: fc.record({
        heading: word,
        where: word,
        url: fc.constantFrom(null, 'https://www.example.gov.uk/page'),
      }),
      grade: fc.constantFrom(...GRADES),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(items, (requirements) => {
      const read = readOwnPack(
        packCsv(requirements, (id) => id),
        about,
      );
      expect(read.ok && read.pack.requirements).toEqual(requirements);
      if (read.ok) expect(Pack.safeParse(read.pack).success).toBe(true);
    }),
  );
});
