import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLine } from '#test/some-plans.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { processorTime } from '#test/processor-time.ts';
import { dayNumber, dayOfNumber } from './days.ts';
import { wayRound } from './dependencies.ts';
import { scheduleOf } from './schedule.ts';

const START = dayNumber('2026-04-01');

/** A line by the number of its first day and how many days it takes. */
const at = (id: string, start: number, days: number, waits: Record<string, number> = {}) =>
  aLine({
    id,
    startsOn: dayOfNumber(START + start),
    endsOn: dayOfNumber(START + start + days - 1),
    dependsOn: Object.entries(waits).map(([lineId, lagDays]) => ({ lineId, lagDays })),
  });

/** Lines that wait only for lines before them, so that none waits for itself. */
const someWaiting = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      days: fc.integer({ min: 1, max: 20 }),
      waits: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.integer({ min: 0, max: 9 })), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) =>
    lines.map(({ start, days, waits }, index) =>
      at(
        `l${index}`,
        start,
        days,
        Object.fromEntries(waits.filter(([on]) => on < index).map(([on, lag]) => [`l${on}`, lag])),
      ),
    ),
  );

/** Every way along what waits for what, each a list of ids from the first to the last. */
function ways(lines: readonly PlanLine[]): string[][] {
  const onward = (id: string): string[][] => [
    [id],
    ...lines
      .filter(({ dependsOn }) => dependsOn.some(({ lineId }) => lineId === id))
      .flatMap((next) => onward(next.id).map((rest) => [id, ...rest])),
  ];
  return lines.flatMap(({ id }) => onward(id));
}

/** The day after the last of a way, if its first begins on its day and the rest follow at once. */
function reach(way: readonly string[], lines: readonly PlanLine[]): number {
  const byId = new Map(lines.map((line) => [line.id, line]));
  let end = 0;
  way.forEach((id, index) => {
    const line = byId.get(id);
    if (!line) throw new Error(id);
    const [start, last] = [dayNumber(line.startsOn ?? ''), dayNumber(line.endsOn ?? '')];
    const lag = line.dependsOn.find(({ lineId }) => lineId === way[index - 1])?.lagDays ?? 0;
    end = (index === 0 ? start : end + 1 + lag) + (last - start);
  });
  return end;
}

describe('the schedule', () => {
  test('pushes what waits, and says what decides the end', () => {
    const lines = [
      at('rotas', 0, 30),
      at('open', 20, 10, { rotas: 0 }),
      at('posters', 0, 5, { rotas: -30 }),
      at('party', 45, 1, { open: 2, posters: 0 }),
      at('alone', 0, 500),
    ];
    const { times, chains, round } = scheduleOf(lines);
    expect(round).toEqual([]);
    expect(times.get('open')).toMatchObject({
      earliestStart: dayOfNumber(START + 30),
      earliestEnd: dayOfNumber(START + 39),
      slack: 3,
      critical: false,
    });
    expect(times.get('posters')).toMatchObject({ earliestStart: '2026-04-01', slack: 40 });
    expect(times.get('party')).toMatchObject({ slack: 0, critical: true });
    expect(times.get('alone')).toMatchObject({ slack: 0, critical: false });
    expect(chains).toMatchObject([{ critical: ['party'], endsOn: dayOfNumber(START + 45) }]);
  });

  test('names the chain that holds the end up', () => {
    const lines = [at('a', 0, 10), at('b', 0, 5), at('c', 3, 4, { a: 2, b: 0 })];
    expect(scheduleOf(lines).chains).toEqual([
      { ids: ['a', 'b', 'c'], critical: ['a', 'c'], endsOn: dayOfNumber(START + 15) },
    ]);
  });

  test('leaves out what was stopped, has no days or waits in a round', () => {
    const lines = [
      at('a', 0, 10, { c: 0 }),
      at('b', 0, 5, { a: 0 }),
      at('c', 3, 4, { b: 0 }),
      aLine({ id: 'bare', startsOn: null }),
      { ...at('stopped', 0, 4), status: 'stopped' as const },
      at('free', 1, 2, { stopped: 9, bare: 0, nowhere: 1 }),
    ];
    const { times, round } = scheduleOf(lines);
    expect([...times.keys()]).toEqual(['free']);
    expect(times.get('free')?.earliestStart).toBe(dayOfNumber(START + 1));
    expect(round).toEqual(['a', 'b', 'c']);
  });

  test('names of a round only what stands in it, not what waits behind it', () => {
    const lines = [
      at('behind', 0, 4, { a: 0 }),
      at('a', 0, 10, { b: 0 }),
      at('b', 0, 5, { a: 0 }),
      at('between', 0, 5, { b: 0 }),
      at('c', 0, 5, { d: 0, between: 0 }),
      at('d', 0, 5, { c: 0 }),
    ];
    const { times, round, behind } = scheduleOf(lines);
    expect([round, behind]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['behind', 'between'],
    ]);
    expect(times.size).toBe(0);
  });

  test('agrees with the longest of all ways, tried one by one', () => {
    fc.assert(
      fc.property(someWaiting, (lines) => {
        const { times, chains } = scheduleOf(lines);
        const all = ways(lines);
        for (const { id } of lines) {
          const ending = all.filter((way) => way.at(-1) === id).map((way) => reach(way, lines));
          expect(times.get(id)?.earliestEnd).toBe(dayOfNumber(Math.max(...ending)));
          const chain = chains.find(({ ids }) => ids.includes(id));
          const ids = new Set(chain?.ids ?? [id]);
          const whole = Math.max(
            ...all
              .filter((way) => way.every((one) => ids.has(one)))
              .map((way) => reach(way, lines)),
          );
          const through = all.filter((way) => way.includes(id)).map((way) => reach(way, lines));
          expect(times.get(id)?.slack).toBe(whole - Math.max(...through));
          expect(times.get(id)?.critical).toBe(
            chain !== undefined && whole === Math.max(...through),
          );
        }
      }),
    );
  });

  test('delaying a line by its slack moves no end, and by a day more does', () => {
    fc.assert(
      fc.property(someWaiting, fc.nat({ max: 7 }), (lines, pick) => {
        const line = lines[pick % lines.length];
        const before = scheduleOf(lines);
        const times = line && before.times.get(line.id);
        if (!line || !times) return;
        const endOf = ({ chains, times: all }: typeof before) =>
          chains.find(({ ids }) => ids.includes(line.id))?.endsOn ?? all.get(line.id)?.earliestEnd;
        const later = (days: number) => {
          const shift = dayNumber(times.earliestStart) + days - dayNumber(line.startsOn ?? '');
          const moved = {
            ...line,
            startsOn: dayOfNumber(dayNumber(line.startsOn ?? '') + shift),
            endsOn: dayOfNumber(dayNumber(line.endsOn ?? '') + shift),
          };
          return endOf(scheduleOf(lines.map((one) => (one === line ? moved : one))));
        };
        const end = endOf(before);
        expect(later(times.slack)).toBe(end);
        expect(later(times.slack + 1) === end).toBe(false);
      }),
    );
  });

  test('reckons 400 lines at once', () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      at(`l${index}`, index % 50, 10, index === 0 ? {} : { [`l${index - 1}`]: 0 }),
    );
    const from = processorTime();
    expect(scheduleOf(lines).chains[0]?.critical).toHaveLength(400);
    expect(processorTime() - from).toBeLessThan(1_000);
  });
});

describe('a round of waiting', () => {
  const lines = [
    at('a', 0, 10, { b: 0 }),
    at('b', 0, 5, { c: 0 }),
    at('c', 3, 4),
    at('d', 3, 4),
  ].map((line) => ({ ...line, title: line.id.toUpperCase() }));

  test('is refused with the way named', () => {
    expect(wayRound('c', [{ lineId: 'd', lagDays: 0 }], lines)).toBeNull();
    const waits = [
      { lineId: 'd', lagDays: 0 },
      { lineId: 'a', lagDays: 5 },
    ];
    expect(wayRound('c', waits, lines)).toEqual({
      field: 'wait-2-line',
      message: 'That would go round: “A” waits for “B” waits for “C”, which is this line',
    });
    expect(wayRound('c', [{ lineId: 'c', lagDays: 0 }], lines)?.message).toMatch(/itself/);
  });

  test('is refused exactly where the schedule could not be reckoned', () => {
    fc.assert(
      fc.property(someWaiting, fc.nat({ max: 7 }), fc.nat({ max: 7 }), (some, one, other) => {
        const line = some[one % some.length];
        const on = some[other % some.length];
        if (!line || !on) return;
        const waits = [...line.dependsOn, { lineId: on.id, lagDays: 0 }];
        const changed = some.map((each) => (each === line ? { ...line, dependsOn: waits } : each));
        const round = scheduleOf(changed).round.length > 0 || on === line;
        expect(wayRound(line.id, waits, some) !== null).toBe(round);
      }),
    );
  });
});
