import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { BOX_TYPES, linkKindBetween, PIECE_KINDS, type Theory } from '../graph.ts';
import { fromCsv, toCsv } from './csv.ts';
import { written } from './exports.ts';
import { fromJson, toJson } from './json.ts';
import { toMermaid } from './mermaid.ts';
import { readTheoryFile } from './read-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Any text that can be stored: no NUL, no lone line end of an old Mac. */
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((each) => each.replace(/[\0\r]/g, ''));
const label = text(60).filter((each) => each.trim() === each && each !== '');
const more = fc.dictionary(fc.constantFrom('lead', 'benefits', 'owner', 'feedback'), label);
const facts = fc.dictionary(fc.constantFrom('ceiling', 'nameImpact', 'afterwards'), label);
const pieces = fc.array(
  fc.record({ kind: fc.constantFrom(...PIECE_KINDS), on: fc.option(fc.nat()), more }),
  { maxLength: 9 },
);
const place = fc.option(fc.integer({ min: -900, max: 900 }));

const anyTheory: fc.Arbitrary<Theory> = fc
  .record({
    title: label,
    boxes: fc.array(
      fc.record({ type: fc.constantFrom(...BOX_TYPES), label, detail: text(80), more, place }),
      { maxLength: 12 },
    ),
    links: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), reason: text(60), more }), {
      maxLength: 20,
    }),
  })
  .map(({ title, boxes: made, links }) => {
    const boxes = made.map(({ place: at, ...box }, index) =>
      boxOf(box.type, `b${index}`, { ...box, x: at, y: at, position: index / 2 }),
    );
    const linked = links.flatMap(({ from, to, reason, more: facts }, index) => {
      const [source, target] = [boxes[from % boxes.length], boxes[to % boxes.length]];
      if (source === undefined || target === undefined) return [];
      const kind = linkKindBetween(source.type, target.type);
      return [{ ...linkOf(source.id, target.id, kind), id: `l${index}`, reason, more: facts }];
    });
    return { ...theoryOf(boxes, linked, title), id: '' };
  });

function read(result: ReturnType<typeof fromJson>): Theory {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.theory;
}

describe('what is lossless', () => {
  test('JSON gives the same theory back', () => {
    fc.assert(
      fc.property(anyTheory, pieces, facts, (bare, made, about) => {
        const things = [...bare.boxes, ...bare.links];
        const theory = {
          ...bare,
          more: about,
          pieces: made.map(({ kind, on, more: said }, index) =>
            pieceOf(`p${index}`, kind, things[(on ?? 0) % things.length]?.id ?? null, said),
          ),
        };
        expect(read(fromJson(toJson(theory), 'Other'))).toEqual(theory);
      }),
    );
  });

  test('CSV gives the same theory back, and a spreadsheet runs none of it', () => {
    fc.assert(
      fc.property(anyTheory, (theory) => {
        expect(read(fromCsv(bytes(toCsv(theory)), 'Other'))).toEqual(theory);
      }),
    );
    const formula = theoryOf([boxOf('activity', 'a', { label: '=HYPERLINK("http://x")' })]);
    expect(toCsv(formula)).toContain(`'=HYPERLINK`);
  });

  test('a file is read for what it is, whatever it is called', () => {
    const theory = cleanTheory();
    for (const format of ['json', 'csv'] as const) {
      const result = readTheoryFile(bytes(written(theory, format)), 'Other');
      expect(read(result)).toEqual({ ...theory, id: '' });
    }
  });
});

describe('JSON by others', () => {
  test('is read by the usual other names, and links to nowhere are kept for the checks', () => {
    const theory = read(
      fromJson(
        JSON.stringify({
          nodes: [
            { id: 1, type: 'long_term_outcome', title: 'Children are ready' },
            { id: 'a', type: 'Activities', name: 'Visit', description: 'Every week' },
          ],
          edges: [
            { from: 'a', to: 1, why: 'It helps' },
            { source: 'a', target: 'gone' },
          ],
        }),
        'From a file',
      ),
    );
    expect(theory.title).toBe('From a file');
    expect(theory.boxes.map(({ id, type, detail }) => [id, type, detail])).toEqual([
      ['1', 'longTermOutcome', ''],
      ['a', 'activity', 'Every week'],
    ]);
    expect(theory.links.map(({ source, target, reason }) => [source, target, reason])).toEqual([
      ['a', '1', 'It helps'],
      ['a', 'gone', ''],
    ]);
  });

  test.each([
    ['{"nodes": [\n{"id": "a",\n', /^(line \d+|file)$/, /not complete JSON/],
    ['{"columns": []}', /^file$/, /holds no theory/],
    ['[1, 2]', /^file$/, /holds no theory/],
    ['{"nodes":[{"id":"a","type":"widget","label":"A"}]}', /^node “a”$/, /“widget” is not a type/],
    ['{"nodes":[{"id":"a","type":"need","label":" "}]}', /^node “a”$/, /no label/],
    ['{"nodes":[{"type":"need","label":"A"}]}', /^nodes\[0\]$/, /“id”/],
    [
      '{"nodes":[{"id":"a","type":"need","label":"A"},{"id":"a","type":"need","label":"B"}]}',
      /^node “a”$/,
      /used twice/,
    ],
    ['{"nodes":[],"links":[{"source":"a"}]}', /^links\[0\]$/, /source and a target/],
    ['{"nodes":["a"]}', /^nodes\[0\]$/, /not an object/],
  ])('%s is refused with the place and the reason', (json, where, message) => {
    const result = fromJson(json, 'T');
    if (result.ok) throw new Error('It was accepted');
    expect(result.problems[0]?.where).toMatch(where);
    expect(result.problems[0]?.message).toMatch(message);
  });
});

describe('Mermaid', () => {
  test('has a group a column and the reason on the arrow', () => {
    const mermaid = toMermaid(
      theoryOf(
        [boxOf('need', 'n'), boxOf('activity', 'end', { label: 'Visit "every" week; [weekly] |' })],
        [linkOf('n', 'end', 'addresses')],
        'Visits',
      ),
    );
    expect(mermaid.split('\n')).toEqual([
      'flowchart LR',
      '  accTitle: Visits',
      '  subgraph needs["Needs"]',
      '    b1["Box n"]:::need',
      '  end',
      '  subgraph activitys["Activities"]',
      '    b2["Visit #quot;every#quot; week; [weekly] #124;"]:::activity',
      '  end',
      '  b1 -->|"Because n, end"| b2',
      expect.stringMatching(/^ {2}classDef need fill:#/),
      expect.stringMatching(/^ {2}classDef activity fill:#/),
      '',
    ]);
  });
});

describe('plain text', () => {
  test('says what leads to what, and why, under each type', () => {
    const theory = theoryOf(
      [
        boxOf('activity', 'a', { label: 'Visit', more: { lead: 'Health visiting' } }),
        boxOf('impact', 'i', { label: 'Children thrive' }),
      ],
      [linkOf('a', 'i')],
      'Visits',
    );
    expect(written(theory, 'text')).toBe(
      [
        'Visits',
        '',
        'Activities',
        '- Visit',
        '    Who leads it: Health visiting',
        '    leads to impact “Children thrive” (Because a, i)',
        '',
        'Impacts',
        '- Children thrive',
        '',
      ].join('\n'),
    );
  });
});
