import { describe, expect, test } from 'vitest';
import { cleanTheory } from '#test/some-theories.ts';
import { aBox, aCost, aLine, aLink, aStream } from '#test/some-plans.ts';
import { moneyFindings } from './findings.ts';
import { accountsOf } from './money.ts';
import { moneyObstacles } from './obstacles.ts';
import { streamEnds } from './stream-ends.ts';
import { isYear, readYear, yearOf, yearsBetween } from './years.ts';

const stream = aStream({
  id: 's',
  name: 'Parenting grant',
  amountPence: 100_000,
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  ringStrands: ['parenting'],
  ringKinds: ['staffing', 'training'],
  pays: 'revenue',
  years: [
    { year: '2026-27', amountPence: 60_000 },
    { year: '2027-28', amountPence: 30_000 },
  ],
});

const found = (...costs: Parameters<typeof aCost>[0][]) => {
  const lines = [aLine({ id: 'l', title: 'Courses', streamId: 's', strand: 'parenting' })];
  const made = costs.map((cost) => aCost({ lineId: 'l', what: 'Trainer', ...cost }));
  return moneyFindings(accountsOf(lines, [stream], made));
};

describe('what does not hold in the money', () => {
  test('nothing but the years and what is left, where costs keep to the stream', () => {
    expect(found({ amountPence: 50_000 }).map(({ kind }) => kind)).toEqual([
      'years-differ',
      'left-at-end',
    ]);
    expect(found({ amountPence: 50_000 })[0]?.says).toBe(
      'The years of “Parenting grant” add up to £900, and it holds £1,000: £100 too little.',
    );
    expect(found({ amountPence: 50_000 })[1]?.says).toContain('£500 of “Parenting grant”');
  });

  test('a year that is promised more than it has, and a stream', () => {
    const both = found({ amountPence: 110_000 });
    expect(both.slice(0, 2).map(({ says }) => says)).toEqual([
      'The plan takes £100 more from “Parenting grant” than the £1,000 that it holds.',
      'In 2026-27 the plan takes £1,100 from “Parenting grant”, which has £600 for that year: £500 too much.',
    ]);
  });

  test('a year for which the stream has nothing is promised too much by any cost', () => {
    const open = { ...stream, startsOn: null, endsOn: '2030-03-31' };
    const lines = [aLine({ id: 'l', streamId: 's', strand: 'parenting' })];
    const of = (year: string, more = open) =>
      moneyFindings(accountsOf(lines, [more], [aCost({ lineId: 'l', year, amountPence: 5_000 })]))
        .filter(({ kind }) => kind === 'over-year')
        .map(({ says }) => says);
    expect(of('2028-29')).toEqual([
      'In 2028-29 the plan takes £50 from “Parenting grant”, which has nothing for that year.',
    ]);
    expect(of('2027-28')).toEqual([]);
    expect(of('')).toEqual([]);
    expect(of('2028-29', { ...open, years: [] })).toEqual([]);
    expect(of('2030-31')).toEqual([]);
  });

  test('a ring-fence that is broken by strand, by kind or by both', () => {
    const [one] = found({ strand: 'send', kind: 'premises', amountPence: 5_000 });
    expect(one).toMatchObject({ kind: 'ring-fence', fixedAt: { kind: 'cost' } });
    expect(one?.says).toBe(
      '“Trainer” of “Courses” (£50) is of the strand “Special educational needs and disabilities” and the kind “Buildings”, which “Parenting grant” may not pay for.',
    );
    expect(found({ strand: 'send' })[0]?.says).not.toContain('Buildings');
  });

  test('capital from money that pays for revenue only', () => {
    expect(found({ capital: true })[0]).toMatchObject({
      kind: 'capital',
      says: '“Trainer” of “Courses” (£100) is capital, and “Parenting grant” pays for revenue only.',
    });
  });

  test('a cost of a year in which the stream does not pay', () => {
    expect(found({ year: '2027-28', amountPence: 1 })[0]?.says).toContain(
      'is for 2027-28, and “Parenting grant” ends on Wednesday 31 March 2027',
    );
    expect(found({ year: '2025-26', amountPence: 1 })[0]?.says).toContain('only begins on');
    expect(found({ year: '', amountPence: 1 }).map(({ kind }) => kind)).not.toContain(
      'outside-dates',
    );
  });

  test('an estimate from ring-fenced money is asked to be broken down', () => {
    const lines = [aLine({ id: 'l', streamId: 's', strand: 'parenting', costPence: 5 })];
    const [, unsaid] = moneyFindings(accountsOf(lines, [stream]));
    expect(unsaid).toMatchObject({
      kind: 'ring-fence-unknown',
      fixedAt: { kind: 'line', id: 'l' },
    });
    expect(unsaid?.says).toContain('names no kind of cost');
  });

  test('what must be settled stands between the plan and its sign-off', () => {
    const lines = [aLine({ id: 'l', streamId: 's', strand: 'send' })];
    const costs = [aCost({ lineId: 'l' }), aCost({ lineId: 'l', capital: true })];
    const obstacles = moneyObstacles(accountsOf(lines, [stream], costs));
    expect(obstacles.map(({ id, says }) => [id, says])).toEqual([
      ['ring-fence', '2 costs are paid from money that may not pay for them'],
      ['capital', '1 cost mixes capital and revenue against what the stream pays for'],
      ['years-differ', 'The years of 1 funding stream do not add up to what it holds'],
    ]);
    expect(obstacles.every(({ fixedOn }) => fixedOn === 'money')).toBe(true);
  });
});

describe('when a stream ends', () => {
  const theory = {
    ...cleanTheory(),
    pieces: [],
    boxes: [
      aBox('activity', 'Courses'),
      aBox('activity', 'Helpline'),
      aBox('earlyOutcome', 'Calmer homes'),
      aBox('earlyOutcome', 'Known help'),
    ],
    links: [aLink('Courses', 'Calmer homes'), aLink('Helpline', 'Known help')],
  };

  test('lines that it alone pays for stop, and outcomes without another path fall', () => {
    const ending = aStream({ id: 'e', endsOn: '2027-03-31' });
    const other = aStream({ id: 'o' });
    const lines = [
      aLine({ id: 'c', activityIds: ['Courses'], streamId: 'e', endsOn: '2028-03-31' }),
      aLine({ id: 'h', activityIds: ['Helpline'], streamId: 'e', endsOn: '2028-03-31' }),
      aLine({ id: 'd', activityIds: ['Helpline'], streamId: 'e', endsOn: '2027-03-31' }),
    ];
    const costs = [
      aCost({ lineId: 'h', streamId: 'o', year: '2027-28', amountPence: 400 }),
      aCost({ lineId: 'h', year: '2026-27', amountPence: 5_000 }),
      aCost({ lineId: 'h', year: '2027-28', amountPence: 600 }),
      aCost({ lineId: 'h', year: '', amountPence: 300 }),
    ];
    const accounts = accountsOf(lines, [ending, other], costs);
    const ends = streamEnds(theory, lines, accounts, 'e');
    expect(ends?.stopping.map(({ id }) => id)).toEqual(['c']);
    expect(ends?.short.map(({ line, lost }) => [line.id, lost.pence])).toEqual([['h', 900]]);
    expect(ends?.over.map(({ id }) => id)).toEqual(['d']);
    expect(ends?.activities.map(({ id }) => id)).toEqual(['Courses']);
    expect(ends?.outcomes.map(({ id }) => id)).toEqual(['Calmer homes']);
    expect(streamEnds(theory, lines, accounts, 'none')).toBeNull();
  });

  test('what stops is what the accounts say outlives its money', () => {
    const ending = aStream({ id: 'e', endsOn: '2027-03-31' });
    const line = (id: string) => aLine({ id, streamId: 'e', endsOn: '2028-03-31' });
    const lines = [line('earlier'), line('later'), line('unsaid')];
    const costs = [
      ...lines.map(({ id }) => aCost({ lineId: id, year: '2026-27' })),
      aCost({ lineId: 'earlier', streamId: 'o', year: '2026-27' }),
      aCost({ lineId: 'later', streamId: 'o', year: '2027-28' }),
      aCost({ lineId: 'unsaid', streamId: 'o', year: '' }),
    ];
    const accounts = accountsOf(lines, [ending, aStream({ id: 'o' })], costs);
    const ends = streamEnds(theory, lines, accounts, 'e');
    expect(ends?.stopping.map(({ id }) => id)).toEqual(['earlier', 'unsaid']);
    expect(ends?.stopping).toEqual(accounts.streams[0]?.outlive);
    // It loses nothing: this money paid for it before it ended and not after.
    expect(ends?.short).toEqual([]);
  });
});

test('financial years', () => {
  expect([yearOf('2026-03-31'), yearOf('2026-04-01')]).toEqual(['2025-26', '2026-27']);
  expect(yearsBetween('2026-04-01', '2029-03-31')).toEqual(['2026-27', '2027-28', '2028-29']);
  expect(yearsBetween('2027-04-01', '2026-04-01')).toEqual([]);
  expect([isYear('2099-00'), isYear('2026-28'), isYear('2026')]).toEqual([true, false, false]);
  expect(['2026/27', 'FY 2026-27', '2026–2027', ' 2026 - 27 '].map(readYear)).toEqual(
    Array.from({ length: 4 }, () => '2026-27'),
  );
  expect(['2026', '2026-28', '2026-2028', '27-28', ''].map(readYear)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});
