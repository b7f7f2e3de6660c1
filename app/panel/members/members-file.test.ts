import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#app/survey/csv.ts';
import { knownKey, membersCsv, readMembersFile, MOST_ROWS } from './members-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, known: ReadonlySet<string> = new Set()) => {
  const file = readMembersFile(bytes(text), known, '2026-06-01');
  if (!file.ok) throw new Error(file.message);
  return file;
};

describe('a file of members', () => {
  test('is read by its headings, in the words that people write', () => {
    const { rows, ignored } = read(
      'Full name,Email,Mobile,Role,Gender,Age band,Ethnicity,Ward,Joined on,Shoe size\n' +
        'Rosa Díaz,Rosa@Example.org,,Parent or carer,Female,25 to 34,White: any other White background,Eastmoor,3/6/2026,38\n' +
        'Sam Poole,,07700 900 456,practitioner,male,35-44,,,2026-05-01,\n',
    );
    expect(ignored).toEqual(['Shoe size']);
    expect(rows.map(({ problems }) => problems)).toEqual([[], []]);
    expect(rows[0]?.fields).toMatchObject({
      name: 'Rosa Díaz',
      email: 'rosa@example.org',
      kind: 'parent-or-carer',
      sex: 'female',
      ageBand: '25-34',
      ethnicGroup: 'white:other',
      area: 'Eastmoor',
      joinedOn: '2026-06-03',
    });
    expect(rows[1]?.fields).toMatchObject({ kind: 'practitioner', joinedOn: '2026-05-01' });
  });

  test('says in each row what is wrong, and takes nothing of it', () => {
    const { rows } = read(
      'Name,E-mail,Sex,Joined\n,a@b.example,female,\nAnn,not an address,female,\nBea,,robot,\nCat,,,32/1/2026\nDee,,,soon\n',
    );
    expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
      [2, ['Name: Enter a name']],
      [3, ['E-mail: Enter an e-mail address like name@example.com']],
      [4, ['Sex: “robot” is not known']],
      [5, ['Joined: Enter the day on which the member joined']],
      [6, ['Joined: “soon” is not known']],
    ]);
    expect(rows.every(({ fields }) => fields === null)).toBe(true);
  });

  test('recognises who is there already, and who stands in it twice', () => {
    const known = new Set([knownKey({ name: 'ann lee', email: 'ann@example.org', phone: '' })]);
    const { rows } = read(
      'Name,E-mail,Telephone\nAnn  Lee,ANN@example.org,\nBea,,07700 900 111\nBea,,07700900111\nBea,,07700 900 112\n',
      known,
    );
    expect(rows.map((row) => row.known)).toEqual([true, false, true, false]);
  });

  test('without names or with too many rows is refused as a whole', () => {
    const refused = (text: string) => readMembersFile(bytes(text), new Set(), '2026-06-01');
    expect(refused('E-mail\na@b.example\n')).toMatchObject({ ok: false });
    expect(refused('')).toMatchObject({ ok: false });
    const many = `Name\n${'Ann\n'.repeat(MOST_ROWS + 1)}`;
    expect(refused(many)).toMatchObject({ ok: false });
  });
});

describe('the list as a file', () => {
  const member = (name: string) => ({
    id: 'abcdef123456',
    kind: 'parent-or-carer',
    about: { sex: 'female', area: name },
    joinedOn: '2026-05-01',
    leftOn: null,
    leftWhy: null,
    endsOn: '2028-05-01',
    name,
    contact: { email: `${name}@example.org`, phone: '', preferred: 'email', language: '' },
  });

  test('holds no name and no address unless they are asked for', () => {
    const one = { ...member('Quentin'), about: { sex: 'female' } };
    expect(membersCsv([one], false)).not.toContain('Quentin');
    expect(membersCsv([one], true)).toContain('Quentin@example.org');
  });

  test('runs nothing as a formula, whatever a member is called', () => {
    const begins = fc.constantFrom('=', '+', '-', '@', '＝', '\t=', ' =');
    fc.assert(
      fc.property(begins, fc.string(), (start, rest) => {
        const file = readCsv(bytes(membersCsv([member(`${start}${rest}`)], true)));
        if (!file.ok) throw new Error('It cannot be read back.');
        for (const cell of file.rows.flat()) expect(cell).not.toMatch(/^[=+\-@＝\t]/);
      }),
    );
  });
});
