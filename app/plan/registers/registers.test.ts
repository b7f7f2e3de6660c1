import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegister, writeRegister } from '#app/needs/registers/register-file.ts';
import { readRow } from '#app/needs/registers/row.ts';
import {
  AGREEMENT_SPEC,
  AGREEMENT_STATES,
  agreementLacks,
  agreementOf,
  agreementProblems,
  agreementRow,
  BASES,
  inOrder,
  reviewOf,
  type Agreement,
} from './agreement.ts';
import {
  COMMUNICATION_SPEC,
  communicationOf,
  communicationRow,
  type Communication,
} from './communication.ts';
import { registerObstacles } from './obstacles.ts';
import { ofLine } from './of-line.ts';
import { rowDifferences } from './row-differences.ts';
import { agreementLines, foundAmong } from './sharing-page.ts';

const TODAY = '2026-11-22';

const anAgreement = (more: Partial<Agreement> = {}): Agreement => ({
  ...{ id: 'births', version: 1, title: 'Births to hubs', partners: 'NHS trust', data: 'Births' },
  ...{ purpose: '', basis: '', condition: '', state: 'working', blockedBy: '', signedOn: null },
  ...{ reviewOn: null, dpia: '', dpiaOn: null, owner: '', lineIds: [], requirementKeys: [] },
  ...{ note: '', ...more },
});

const aCommunication = (more: Partial<Communication> = {}): Communication => ({
  ...{ id: 'dads', version: 1, title: 'Dads’ Saturdays', audience: 'fathers', groups: [] },
  ...{ message: 'Come', channel: 'group', languages: ['en'], fromOn: null, untilOn: null },
  ...{ frequency: '', owner: '', counts: 'fathers', target: null, targetOn: null, lineId: null },
  costId: null,
  ...{ testedIn: null, note: '', reach: [], ...more },
});

describe('agreements on data sharing', () => {
  test('a review is overdue the day after, and soon within two months', () => {
    const on = (reviewOn: string | null, state = 'in-use') =>
      reviewOf(anAgreement({ reviewOn, state }), TODAY);
    expect(on('2026-11-21')).toBe('overdue');
    expect(on('2026-11-22')).toBe('soon');
    expect(on('2027-01-21')).toBe('soon');
    expect(on('2027-01-22')).toBe('later');
    expect(on(null)).toBe('none');
    expect(on('2020-01-01', 'ended')).toBe('none');
  });

  test('what is blocked comes first, then what is overdue', () => {
    const kept = [
      anAgreement({ id: 'a', title: 'A', state: 'in-use' }),
      anAgreement({ id: 'b', title: 'B', state: 'in-use', reviewOn: '2026-01-01' }),
      anAgreement({ id: 'c', title: 'C', state: 'blocked' }),
      anAgreement({ id: 'd', title: 'D', state: 'ended' }),
    ];
    expect(inOrder(kept, TODAY).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  });

  test('says what does not fit together, beside its field', () => {
    const fields = (more: Partial<Agreement>) =>
      agreementProblems(anAgreement(more)).map(({ field }) => field);
    expect(fields({ state: 'blocked' })).toEqual(['blockedBy']);
    expect(fields({ state: 'signed' })).toEqual(['signedOn']);
    expect(fields({ signedOn: '2026-05-01', reviewOn: '2026-05-01' })).toEqual(['reviewOn']);
    expect(fields({ dpia: 'needed', dpiaOn: '2026-05-01' })).toEqual(['dpia']);
    expect(fields({ state: 'in-use', signedOn: '2026-05-01', reviewOn: '2027-05-01' })).toEqual([]);
  });

  test('lacks a ground, a condition, an assessment and somebody, until each is said', () => {
    expect(agreementLacks(anAgreement())).toHaveLength(4);
    const whole = { basis: 'public-task', condition: 'none', dpia: 'done', owner: 'A' };
    expect(agreementLacks(anAgreement(whole))).toEqual([]);
    expect(agreementLacks(anAgreement({ ...whole, state: 'signed' }))).toEqual(['a review date']);
  });

  test('a line that is gone is not told as waiting; a search finds partners and lines', () => {
    const lines = agreementLines(
      [anAgreement({ lineIds: ['visits', 'gone'] })],
      [{ id: 'visits', title: 'Listening visits' }],
      TODAY,
    );
    expect(lines[0]?.lines.map(({ title }) => title)).toEqual(['Listening visits']);
    const found = (search: string, state = '') => foundAmong(lines, { search, state }).length;
    expect([found('TRUST'), found('listening'), found('nobody'), found('', 'blocked')]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

test('a line names the agreements that it needs, what is blocked first, and what is told of it', () => {
  const agreements = [
    anAgreement({ id: 'a', title: 'A', state: 'in-use', lineIds: ['visits'] }),
    anAgreement({ id: 'b', title: 'B', state: 'blocked', blockedBy: 'X', lineIds: ['visits'] }),
    anAgreement({ id: 'c', lineIds: ['other'] }),
  ];
  const communications = [aCommunication({ lineId: 'visits' }), aCommunication({ id: 'no' })];
  const found = ofLine('visits', { agreements, communications }, TODAY);
  expect(found.agreements.map(({ id, blockedBy }) => id + blockedBy)).toEqual(['bX', 'a']);
  expect(found.communications.map(({ id }) => id)).toEqual(['dads']);
});

describe('a register goes out as a file and comes back the same', () => {
  const words = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `x${text.trim()}`);
  const line = words.filter((text) => !/[;\r\n]/.test(text));
  const day = fc.option(
    fc
      .integer({ min: 18_000, max: 24_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
    { nil: null },
  );
  const lists = {
    lines: [{ value: 'l1', label: 'A line; with a semicolon' }],
    requirements: [],
    consultations: [{ value: 'c1', label: 'The first visit' }],
  };

  test('agreements', () => {
    const one = fc.constantFrom(...AGREEMENT_STATES).map(({ value }) => value);
    fc.assert(
      fc.property(
        fc.record({
          ...{ title: words, partners: line, data: words, state: one },
          basis: fc.constantFrom('', ...BASES.map(({ value }) => value)),
          ...{ signedOn: day, reviewOn: day, dpiaOn: day },
          lineIds: fc.subarray(['l1']),
        }),
        (some) => {
          const kept = agreementRow(anAgreement(some));
          const cells = writeRegister(AGREEMENT_SPEC, [kept], lists);
          const rows = cells.map((row) => row.map((cell) => (cell ?? '').toString()));
          const read = readRegister(AGREEMENT_SPEC, rows, [1, 2], lists);
          expect(read.ok && agreementRow(agreementOf(read.rows[0]!))).toEqual(kept);
        },
      ),
    );
  });

  test('communications', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...{ title: words, audience: line, message: words, fromOn: day },
          groups: fc.subarray(['fathers', 'expecting', 'travellers']),
          languages: fc.subarray(['en', 'pl', 'ur']),
          target: fc.option(fc.nat(100_000), { nil: null }),
          testedIn: fc.constantFrom(null, 'c1'),
        }),
        (some) => {
          const kept = communicationRow(aCommunication(some));
          const cells = writeRegister(COMMUNICATION_SPEC, [kept], lists);
          const rows = cells.map((row) => row.map((cell) => (cell ?? '').toString()));
          const read = readRegister(COMMUNICATION_SPEC, rows, [1, 2], lists);
          expect(read.ok && communicationRow(communicationOf(read.rows[0]!))).toEqual(kept);
        },
      ),
    );
  });

  test('a day is read as people write it, and anything else is refused with an instruction', () => {
    const read = (reviewOn: string) =>
      readRow(
        AGREEMENT_SPEC,
        { name: 'A', partners: 'B', data: 'C', state: 'working', reviewOn },
        lists,
      );
    for (const typed of ['2027-04-01', '1/4/2027', '01/04/2027', '1 April 2027', '1 apr 2027']) {
      const row = read(typed);
      expect(row.ok && row.row.fields['reviewOn']).toBe('2027-04-01');
    }
    for (const typed of ['2027-02-30', '31/11/2027', 'soon', '1 Brumaire 2027', '4/2027']) {
      const row = read(typed);
      expect(row.ok ? '' : row.problems[0]?.message).toContain('enter a day');
    }
  });

  test('what two people wrote differs only where it does', () => {
    const mine = agreementRow(anAgreement({ owner: 'Jo', reviewOn: '2027-04-01' }));
    const theirs = agreementRow(anAgreement({ owner: 'Sam', reviewOn: '2027-04-01' }));
    expect(rowDifferences(AGREEMENT_SPEC, mine, theirs, lists)).toEqual([
      { field: 'Who looks after it', yours: 'Jo', theirs: 'Sam' },
    ]);
  });
});

describe('what stands in the way of sign-off', () => {
  const lines = [
    { id: 'visits', title: 'Listening visits', status: 'planned' },
    { id: 'stopped', title: 'Stopped', status: 'stopped' },
  ];
  const ids = (agreements: Agreement[], boardsWithoutPanel: string[] = []) =>
    registerObstacles({ agreements, boardsWithoutPanel, today: TODAY }, lines).map(({ id }) => id);

  test('an agreement counts only while it is blocked and a running line waits for it', () => {
    const blocked = (lineIds: string[]) => anAgreement({ state: 'blocked', lineIds });
    expect(ids([blocked(['visits'])])).toEqual(['agreements-blocked']);
    expect(ids([blocked(['stopped'])])).toEqual([]);
    expect(ids([blocked([])])).toEqual([]);
    expect(ids([anAgreement({ state: 'in-use', lineIds: ['visits'] })])).toEqual([]);
  });

  test('then boards without the panel, then reviews', () => {
    const overdue = anAgreement({ state: 'in-use', reviewOn: '2026-01-01' });
    expect(ids([overdue], ['Board'])).toEqual(['boards-without-panel', 'agreements-overdue']);
  });
});
