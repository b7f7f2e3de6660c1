import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBox, aLine } from '#test/some-plans.ts';
import { driftOf, openDrift, type KeptDrift } from './drift.ts';
import { lineObstacles } from './line-obstacles.ts';

const box = aBox('activity', 'Open on Sundays', { id: 'open' });
const theory = { boxes: [box, aBox('activity', 'Text families', { id: 'text' })], links: [] };
const line = aLine({
  id: 'line',
  title: 'Open later',
  activityIds: ['open'],
  activityWords: { open: 'Open later' },
});
const kept = (key: string, says: string): KeptDrift => ({
  ...{ key, says, because: 'The board knows', byName: 'Priya Shah' },
  at: new Date('2026-11-22'),
});

describe('drift between the plan and its theory', () => {
  test('is told both ways', () => {
    const gone = aLine({ id: 'gone', title: 'Hire a bus', activityIds: ['bus'] });
    const loose = aLine({ id: 'loose', title: 'Put up signs' });
    const stopped = aLine({ id: 'stopped', status: 'stopped' });
    expect(
      driftOf([line, gone, loose, stopped], theory).map(({ key, says }) => [key, says]),
    ).toEqual([
      [
        'reworded:line:open',
        'The activity of “Open later” said “Open later” and says “Open on Sundays” now',
      ],
      ['gone:gone:bus', '“Hire a bus” delivers an activity, which has left the theory'],
      ['loose:loose:', '“Put up signs” delivers no activity of the theory'],
      ['unplanned::text', 'The activity “Text families” has no plan line'],
    ]);
  });

  test('that was let stand stays quiet until it says something else', () => {
    const [reworded] = driftOf([line], theory);
    const answers = [kept('reworded:line:open', reworded?.says ?? '')];
    expect(openDrift(driftOf([line], theory, answers)).map(({ kind }) => kind)).toEqual([
      'unplanned',
    ]);
    const again = { ...theory, boxes: [{ ...box, label: 'Open on Mondays' }] };
    expect(openDrift(driftOf([line], again, answers)).map(({ kind }) => kind)).toEqual([
      'reworded',
    ]);
  });

  test('stands between the plan and sign-off, once each, unless it was let stand', () => {
    const loose = aLine({ id: 'loose', title: 'Put up signs' });
    const lines = [line, loose];
    const ids = (answers: KeptDrift[]) =>
      lineObstacles({ lines, theory, drift: driftOf(lines, theory, answers) }).map(({ id }) => id);
    expect(ids([])).toEqual(['theory-moved', 'activities-without-line', 'lines-without-activity']);
    const all = driftOf(lines, theory).map(({ key, says }) => kept(key, says));
    expect(ids(all)).toEqual([]);
  });

  test('is nowhere when each line is tied to the words of today', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), (labels) => {
        const boxes = labels.map((label, at) => aBox('activity', label, { id: `b${at}` }));
        const lines = boxes.map(({ id, label }) =>
          aLine({ activityIds: [id], activityWords: { [id]: label } }),
        );
        expect(driftOf(lines, { boxes, links: [] })).toEqual([]);
      }),
    );
  });
});
