import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarSvg, onCalendar } from './calendar.ts';
import {
  communicationProblems,
  courseOf,
  sayReach,
  seenReach,
  unspokenLanguages,
  unspokenTo,
  type Communication,
} from './communication.ts';
import type { PlanRegisters } from './plan-registers.ts';
import { reachSvg, sayReachPicture } from './reach-picture.ts';
import { registersJson } from './register-data.ts';
import { registerSheets } from './sheets.ts';

const TODAY = '2026-11-22';

const aCommunication = (more: Partial<Communication> = {}): Communication => ({
  ...{ id: 'dads', version: 1, title: 'Dads’ Saturdays', audience: 'fathers', groups: [] },
  ...{ message: 'Come', channel: 'group', languages: ['en'], fromOn: null, untilOn: null },
  ...{ frequency: '', owner: '', counts: 'fathers', target: null, targetOn: null, lineId: null },
  costId: null,
  ...{ testedIn: null, note: '', reach: [], ...more },
});

const on = (day: string, reached: number) => ({ id: day, on: day, reached, source: '' });

describe('the communications plan', () => {
  test('Bedford: dads’ groups from 27 to 82, and 7,263 subscribers', () => {
    const dads = aCommunication({
      reach: [on('2025-01-01', 27), on('2025-07-01', 82)],
      target: 100,
      targetOn: '2025-12-31',
    });
    expect(courseOf(dads, '2025-07-02')).toBe('on-course');
    expect(courseOf(dads, '2026-01-01')).toBe('behind');
    expect(sayReach(dads)).toBe('82 of 100 fathers');
    const list = aCommunication({ counts: 'subscribers', reach: [on('2025-01-01', 7263)] });
    expect(sayReach(list)).toBe('7,263 subscribers');
    expect(courseOf(list, TODAY)).toBe('no-target');
  });

  test('is behind under the straight way to its target, and reached at it', () => {
    const now = (reached: number) =>
      courseOf(
        aCommunication({
          reach: [on('2026-01-01', 0), on('2026-07-02', reached)],
          target: 100,
          targetOn: '2026-12-31',
        }),
        '2026-07-03',
      );
    expect([now(49), now(50), now(100)]).toEqual(['behind', 'on-course', 'met']);
    expect(courseOf(aCommunication({ target: 5 }), TODAY)).toBe('no-figure');
  });

  test('more reached never stands worse', () => {
    const rank = ['behind', 'on-course', 'met'];
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(200),
        fc.nat(50),
        (first, then, target, more) => {
          const of = (reached: number) =>
            rank.indexOf(
              courseOf(
                aCommunication({
                  reach: [on('2026-01-01', first), on('2026-07-02', reached)],
                  target,
                  targetOn: '2026-12-31',
                }),
                '2026-07-03',
              ),
            );
          // Too few to say is neither better nor worse.
          const [less, most] = [of(then), of(then + more)];
          fc.pre(less >= 0 && most >= 0);
          expect(most).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });

  test('names groups and languages to whom nothing is said', () => {
    const missing = [
      { kind: 'fathers', label: 'Male' },
      { kind: 'travellers', label: 'Gypsy or Irish Traveller' },
    ];
    expect(unspokenTo(missing, [aCommunication({ groups: ['fathers'] })])).toEqual([
      { kind: 'travellers', labels: ['Gypsy or Irish Traveller'] },
    ]);
    const answered = [
      { language: 'en', answers: 400 },
      { language: 'pl', answers: 12 },
    ];
    expect(unspokenLanguages(answered, [aCommunication()])).toEqual([answered[1]]);
    expect(unspokenLanguages(answered, [aCommunication({ languages: ['pl'] })])).toEqual([]);
  });

  test('says what does not fit together', () => {
    const one = aCommunication({
      fromOn: '2026-05-02',
      untilOn: '2026-05-01',
      target: 5,
      counts: '',
    });
    expect(communicationProblems(one).map(({ field }) => field)).toEqual(['untilOn', 'counts']);
  });

  test('the calendar draws a bar a row and takes no markup from a title', () => {
    const programme = { startsOn: '2026-04-01', endsOn: '2029-03-31' };
    const rows = [
      aCommunication({ title: '<b>Texts</b> & more', fromOn: '2026-09-01', untilOn: '2027-03-31' }),
      aCommunication({ id: 'open', fromOn: '2026-06-01', targetOn: '2027-01-01' }),
      aCommunication({ id: 'none' }),
    ];
    expect(onCalendar(rows).map(({ id }) => id)).toEqual(['open', 'dads']);
    const svg = calendarSvg(rows, programme, TODAY);
    expect(svg.match(/fill="#0b5cad"/g)).toHaveLength(3);
    expect(svg).toContain('&lt;b&gt;Texts&lt;/b&gt; &amp; more');
    expect(svg).toContain('Today');
    expect(calendarSvg(rows, programme, '2040-01-01')).not.toContain('Today');
  });

  test('a picture of reach needs two figures', () => {
    expect(reachSvg(aCommunication({ reach: [on('2026-01-01', 5)] }))).toBeNull();
    const drawn = reachSvg(aCommunication({ reach: [on('2026-01-01', 5), on('2026-02-01', 9)] }));
    expect(drawn?.match(/<circle/g)).toHaveLength(2);
  });
});

describe('fewer than five people who were reached', () => {
  const three = [on('2026-01-01', 12), on('2026-02-01', 3)];
  const few = aCommunication({ reach: three, target: 100 });
  const kept: PlanRegisters = {
    boards: [],
    agreements: [],
    communications: [few],
    consultations: {},
    costs: {},
    selfEvaluation: { round: null, before: null, items: [] },
    today: TODAY,
  };

  test('are said to be fewer than five, in pages and documents', () => {
    expect(sayReach(few)).toBe('Fewer than 5 of 100 fathers');
    expect(sayReach(aCommunication({ reach: three }))).toBe('Fewer than 5 fathers');
    expect(sayReachPicture(few)).toContain('to fewer than 5 on');
    expect(sayReach(aCommunication({ reach: [on('2026-01-01', 0)] }))).toBe('0 fathers');
  });

  test('are counted only where the plan is edited', () => {
    expect(seenReach(three, true).map(({ reached }) => reached)).toEqual([12, 3]);
    expect(seenReach(three, false).map(({ reached }) => reached)).toEqual([12, '[c]']);
  });

  test('are hidden in the workbook and in the data', () => {
    const rows = registerSheets({ registers: kept, lines: [] })[0]?.rows ?? [];
    expect(rows[1]?.at(-3)).toBe('[c]');
    expect(registersJson(kept).communications[0]?.reach).toEqual([
      { on: '2026-01-01', reached: 12, hidden: false, source: '' },
      { on: '2026-02-01', reached: null, hidden: true, source: '' },
    ]);
  });

  test('are not drawn, and do not follow from how they stand', () => {
    const drawn = reachSvg(aCommunication({ reach: [...three, on('2026-03-01', 9)] }));
    expect(drawn?.match(/<circle/g)).toHaveLength(2);
    expect(reachSvg(few)).toBeNull();
    const later = { targetOn: '2027-12-31', target: 4 };
    const stands = (reached: number) =>
      courseOf(aCommunication({ reach: [on('2026-01-01', reached)], ...later }), TODAY);
    expect([1, 2, 3, 4].map(stands)).toEqual(['few', 'few', 'few', 'few']);
  });
});
