import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerFinding, barrierFinding } from '#app/needs/maps/place-findings.ts';
import { placedSites } from '#app/needs/maps/sites.ts';
import { readCsv, unescapeForExcel, writeCsv } from '#app/survey/csv.ts';
import { minutesOpen, readHours, sayHours } from './hours.ts';
import { readPosition } from './position.ts';
import { readRegister, writeRegister } from './register-file.ts';
import { countedBy, filtered, readRow, type RegisterRow } from './row.ts';
import {
  DAYS,
  HUB_POINTS,
  NO_LISTS,
  SPECS,
  STAGES,
  STRANDS,
  SITE_TYPES,
  type Lists,
  type RegisterName,
} from './spec.ts';

const LISTS: Lists = {
  areas: [{ value: 'E01999001', label: 'Wexcombe 001A (E01999001)' }],
  needs: [
    { value: 'n1', label: 'Hubs open late; and on Saturdays' },
    { value: 'n2', label: 'A bus' },
  ],
  sites: [{ value: 's1', label: 'Aldermere Family Hub' }],
};

function fromFile(register: RegisterName, text: string) {
  const csv = readCsv(new TextEncoder().encode(text));
  if (!csv.ok) throw new Error(csv.problems[0]?.message);
  const cells = csv.rows.map((row) => row.map(unescapeForExcel));
  return readRegister(SPECS[register], cells, csv.lines, LISTS);
}

const rowsFrom = (register: RegisterName, text: string): RegisterRow[] => {
  const read = fromFile(register, text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.rows;
};

describe('opening hours', () => {
  test.each([
    ['9am to 5pm', '09:00-17:00', 480],
    ['09:00-12:30, 13:00-17:00', '09:00-12:30, 13:00-17:00', 450],
    ['9.30–3.30pm', '09:30-15:30', 360],
    ['closed', '', 0],
    ['', '', 0],
  ])('%s', (typed, said, minutes) => {
    const read = readHours(typed);
    expect(read && sayHours(read)).toBe(said);
    expect(read && minutesOpen(read)).toBe(minutes);
  });

  test.each(['mornings', '17:00-09:00', '25:00-26:00', '9-12, 11-14', '09:00'])(
    'refuses %s',
    (typed) => expect(readHours(typed)).toBeNull(),
  );
});

describe('where something stands', () => {
  test('is read from grid, degrees and grid references', () => {
    expect(readPosition('351840 386435')).toEqual({ easting: 351840, northing: 386435 });
    const ward = readPosition('53.37259, -2.725319');
    expect(Math.abs((ward?.easting ?? 0) - 351840)).toBeLessThan(8);
    // The Tower of London, in the squares TQ: 533 and 180 kilometres from the false origin.
    expect(readPosition('TQ 336 805')).toEqual({ easting: 533650, northing: 180550 });
    expect(readPosition('SJ5184086435')).toEqual({ easting: 351840, northing: 386435 });
  });

  test.each(['SJ 51', 'WA8 7QF', '-2.72, 53.37', '12', 'II 123 456', '999999999 1'])(
    'refuses %s',
    (typed) => expect(readPosition(typed)).toBeNull(),
  );
});

describe('a row of a register', () => {
  test('is told field by field what is wrong', () => {
    const read = readRow(
      SPECS.sites,
      { name: '', type: 'castle', monday: 'late', position: 'here', services: ['magic'] },
      NO_LISTS,
    );
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual([
      'name',
      'type',
      'position',
      'monday',
      'services',
    ]);
    const none = readRow(SPECS.assets, { name: 'A', sector: 'nhs' }, NO_LISTS);
    expect(none).toMatchObject({
      ok: false,
      problems: [{ field: 'how', message: 'Select how it belongs to a hub' }],
    });
    const long = readRow(SPECS.barriers, { name: 'x'.repeat(201), kind: 'cost' }, NO_LISTS);
    expect(long.ok).toBe(false);
    const negative = readRow(SPECS.barriers, { name: 'A', kind: 'cost', families: '-3' }, NO_LISTS);
    expect(negative.ok ? '' : negative.problems[0]?.message).toContain('whole number');
  });
});

describe('a register as a file', () => {
  test('Essex: 12 hubs and 26 delivery sites come in as 38 sites', () => {
    const lines = [
      'Name of the site,Kind of site',
      ...Array.from({ length: 12 }, (_, at) => `Hub ${at + 1},Family hub`),
      ...Array.from({ length: 26 }, (_, at) => `Site ${at + 1},Delivery site (spoke)`),
    ];
    const rows = rowsFrom('sites', lines.join('\n'));
    expect(rows).toHaveLength(38);
    const type = SPECS.sites.fields[0];
    if (!type) throw new Error('no kind of site');
    expect(countedBy(type, rows, NO_LISTS).map((each) => each.rows)).toEqual([12, 26]);
  });

  test('Portman: 35 organisations inside the hub and 20 linked to it', () => {
    const lines = [
      'Name of the organisation or service,Sector,How it belongs to a hub',
      ...Array.from({ length: 35 }, (_, at) => `In ${at},Voluntary,Inside a hub`),
      ...Array.from({ length: 20 }, (_, at) => `Linked ${at},Council,Linked to a hub`),
    ];
    const rows = rowsFrom('assets', lines.join('\n'));
    const finding = registerFinding(SPECS.assets, rows, NO_LISTS, 'how', 'inside');
    expect(finding?.sentence).toContain('35 of 55');
    expect(finding?.sentence).toContain('Inside a hub');
    const linked = { search: '', by: { how: 'linked' } };
    expect(filtered(SPECS.assets, rows, linked)).toHaveLength(20);
  });

  test('says each line that is wrong, names columns that it leaves, and takes nothing', () => {
    const wrong = fromFile(
      'sites',
      'Name of the site,Kind of site,Monday\nA,Family hub,9-5\nB,Castle,late\n,Family hub,',
    );
    expect(wrong.ok ? [] : wrong.problems.map(({ line }) => line)).toEqual([2, 3, 3, 4]);
    const twice = fromFile('sites', 'name,Kind of site\nA,Family hub\na,Family hub');
    expect(twice.ok ? '' : twice.problems[0]?.message).toContain('twice');
    expect(fromFile('sites', 'Site,Kind\nA,hub').ok).toBe(false);
    expect(fromFile('sites', 'name,name,Kind of site\nA,B,hub').ok).toBe(false);
    expect(fromFile('sites', 'name,Kind of site\n').ok).toBe(false);
    const more = fromFile('sites', 'name,Kind of site,Manager\nA,hub,B');
    expect(more).toMatchObject({ ok: true, unread: ['Manager'] });
  });

  const text = fc
    .oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('=1+1', '@SUM', '-5', "'=x", 'ü,"q"\nline', '＝A1', '+44 7700', 'a;b'),
    )
    .map((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim());
  const some = (choices: readonly { value: string }[]) =>
    fc.subarray(choices.map(({ value }) => value));

  test('what is written comes back the same, whatever people typed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            name: text.filter((words) => words !== ''),
            type: fc.constantFrom(...SITE_TYPES.map(({ value }) => value)),
            notes: text,
            services: some(STRANDS),
            stages: some(STAGES),
            points: some(HUB_POINTS),
            monday: fc.constantFrom('', '09:00-17:00', '09:00-12:00, 13:00-15:30'),
            area: fc.constantFrom('', 'E01999001'),
          }),
          { minLength: 1, maxLength: 5, selector: ({ name }) => name.toLowerCase() },
        ),
        (typed) => {
          const rows = typed.map(({ name, ...fields }): RegisterRow => {
            const filled = Object.entries(fields).filter(([, value]) => value.length > 0);
            return { name, fields: Object.fromEntries(filled) };
          });
          const cells = writeRegister(SPECS.sites, rows, LISTS);
          {
            expect(rowsFrom('sites', writeCsv(cells, { forExcel: true }))).toEqual(rows);
          }
        },
      ),
    );
  });

  test('a need with a semicolon in its words is found again', () => {
    const rows: RegisterRow[] = [
      { name: 'No bus', fields: { kind: 'transport', needs: ['n1', 'n2'], families: '12' } },
    ];
    const cells = writeRegister(SPECS.barriers, rows, LISTS);
    expect(rowsFrom('barriers', writeCsv(cells, { forExcel: true }))).toEqual(rows);
  });
});

describe('what a register shows', () => {
  test('a small count of families stands in no finding', () => {
    const barrier = (families: string): RegisterRow => ({
      name: 'No bus',
      fields: { kind: 'transport', who: 'Families without a car', families },
    });
    const say = (families: string) =>
      barrierFinding(SPECS.barriers, barrier(families), NO_LISTS)?.sentence;
    expect(say('4')).toBe('No bus (Families without a car).');
    expect(say('27')).toBe('No bus (Families without a car), named by 27 families.');
  });

  test('a site without a position stands in the middle of its small area, or is named', () => {
    const site = (name: string, fields: RegisterRow['fields']) => ({ id: name, name, fields });
    const { placed, unplaced } = placedSites(
      [
        site('B', { type: 'hub', area: 'E01999001' }),
        site('A', { type: 'vehicle', position: '351840 386435' }),
        site('C', { type: 'hub' }),
      ],
      new Map([['E01999001', { easting: 1, northing: 2 }]]),
    );
    expect(placed.map(({ name, number, sign, byArea }) => [name, number, sign, byArea])).toEqual([
      ['A', 1, 'diamond', false],
      ['B', 2, 'circle', true],
    ]);
    expect(unplaced).toEqual(['C']);
  });

  test('every day of the week has its hours', () => {
    const keys = SPECS.sites.fields.map(({ key }) => key);
    expect(DAYS.every((day) => keys.includes(day))).toBe(true);
  });
});
