import type { LineStatus, PlanLine } from '#app/plan/plan.ts';
import { dayNumber, dayOfNumber } from './days.ts';

type Dated = Pick<PlanLine, 'id' | 'startsOn' | 'endsOn' | 'dependsOn'> & { status: LineStatus };

/** When a line can begin and end at the earliest and at the latest; days are YYYY-MM-DD. */
export interface Times {
  earliestStart: string;
  earliestEnd: string;
  latestStart: string;
  latestEnd: string;
  /** By how many days it can be late before the last line of its chain is. */
  slack: number;
  /** Whether a day lost here is a day lost at the end of its chain. */
  critical: boolean;
}

/** Lines that hang on one another, and what decides when the last of them ends. */
export interface Chain {
  ids: readonly string[];
  /** The lines that decide it, in their order: each begins as soon as the one before allows. */
  critical: readonly string[];
  endsOn: string;
}

export interface Schedule {
  /** Of lines that run, have both days and stand in no round of waiting. */
  times: ReadonlyMap<string, Times>;
  /** Of two lines or more, the one that ends last first. */
  chains: readonly Chain[];
  /** Lines that wait for each other in a round: none can be reckoned. */
  round: readonly string[];
  /** Lines that wait for one of those, through others or at once: they cannot be reckoned either. */
  behind: readonly string[];
}

interface Edge {
  from: string;
  to: string;
  lag: number;
}

/**
 * Reckons the plan forwards and backwards (the critical path method): a line takes as many days as
 * between its two days, begins on its own day or when all that it waits for have ended and the days
 * between have passed, whichever is later. Backwards from the end of each chain follows by how much a
 * line can be late. What was stopped or has no days is left out, with whatever waits through it.
 *
 * @param lines with `endsOn` never before `startsOn`
 */
export function scheduleOf(lines: readonly Dated[]): Schedule {
  const dated = lines.filter(
    ({ startsOn, endsOn, status }) => status !== 'stopped' && startsOn !== null && endsOn !== null,
  );
  const spans = new Map(
    dated.map(({ id, startsOn, endsOn }) => {
      const start = dayNumber(startsOn ?? '');
      return [id, { start, days: Math.max(1, dayNumber(endsOn ?? '') - start + 1) }] as const;
    }),
  );
  const edges = dated.flatMap(({ id, dependsOn }) =>
    dependsOn
      .filter(({ lineId }) => spans.has(lineId) && lineId !== id)
      .map(({ lineId, lagDays }): Edge => ({ from: lineId, to: id, lag: lagDays })),
  );
  const before = grouped(edges, ({ to }) => to);
  const after = grouped(edges, ({ from }) => from);
  const { order, round, behind } = inOrder([...spans.keys()], before, after);

  const starts = new Map<string, number>();
  const endOf = (id: string) => (starts.get(id) ?? 0) + (spans.get(id)?.days ?? 1) - 1;
  for (const id of order) {
    const waits = (before.get(id) ?? []).filter(({ from }) => starts.has(from));
    const allowed = waits.map(({ from, lag }) => endOf(from) + 1 + lag);
    starts.set(id, Math.max(spans.get(id)?.start ?? 0, ...allowed));
  }

  const pieces = joined(order, edges);
  const lastDay = new Map<string, number>();
  for (const ids of pieces) {
    const last = Math.max(...ids.map(endOf));
    for (const id of ids) lastDay.set(id, last);
  }
  const latest = new Map<string, number>();
  for (const id of [...order].reverse()) {
    const allowed = (after.get(id) ?? [])
      .filter(({ to }) => latest.has(to))
      .map(({ to, lag }) => (latest.get(to) ?? 0) - (spans.get(to)?.days ?? 1) - lag);
    latest.set(id, Math.min(lastDay.get(id) ?? 0, ...allowed));
  }

  const alone = new Set(pieces.filter((ids) => ids.length === 1).flat());
  const times = new Map(
    order.map((id): [string, Times] => {
      const slack = (latest.get(id) ?? 0) - endOf(id);
      return [
        id,
        {
          earliestStart: dayOfNumber(starts.get(id) ?? 0),
          earliestEnd: dayOfNumber(endOf(id)),
          latestStart: dayOfNumber((latest.get(id) ?? 0) - (spans.get(id)?.days ?? 1) + 1),
          latestEnd: dayOfNumber(latest.get(id) ?? 0),
          slack,
          critical: slack === 0 && !alone.has(id),
        },
      ];
    }),
  );
  return { times, chains: chainsOf(pieces, times, before), round, behind };
}

/** Lines in an order in which each comes after what it waits for, and those that have no such place. */
function inOrder(
  ids: readonly string[],
  before: ReadonlyMap<string, readonly Edge[]>,
  after: ReadonlyMap<string, readonly Edge[]>,
) {
  const waiting = new Map(ids.map((id) => [id, before.get(id)?.length ?? 0]));
  const order = ids.filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const { to } of after.get(order[at] ?? '') ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  const reckoned = new Set(order);
  const left = ids.filter((id) => !reckoned.has(id));
  const round = inRound(left, before, after);
  return { order, round, behind: left.filter((id) => !round.includes(id)) };
}

/** Of lines that are not reckoned, those that a round comes back to: not what only waits for one. */
function inRound(
  ids: readonly string[],
  before: ReadonlyMap<string, readonly Edge[]>,
  after: ReadonlyMap<string, readonly Edge[]>,
): string[] {
  const round = new Set<string>();
  const left = new Set(ids);
  const reach = (id: string, next: (id: string) => readonly string[]) => {
    const found = new Set<string>();
    const ahead = [id];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      for (const one of next(at)) {
        if (found.has(one) || !left.has(one)) continue;
        found.add(one);
        ahead.push(one);
      }
    }
    return found;
  };
  for (const id of ids) {
    if (round.has(id)) continue;
    const onward = reach(id, (at) => (after.get(at) ?? []).map(({ to }) => to));
    if (!onward.has(id)) continue;
    const back = reach(id, (at) => (before.get(at) ?? []).map(({ from }) => from));
    for (const one of onward) if (back.has(one)) round.add(one);
  }
  return ids.filter((id) => round.has(id));
}

/** The lines that hang together, each once, in the order of the first of each. */
function joined(ids: readonly string[], edges: readonly Edge[]): string[][] {
  const head = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = head.get(at); up !== undefined && up !== at; up = head.get(at)) at = up;
    // The way up is short the next time.
    head.set(id, at);
    return at;
  };
  for (const { from, to } of edges) {
    if (head.has(from) && head.has(to)) head.set(find(to), find(from));
  }
  return [...grouped(ids, find).values()];
}

function chainsOf(
  pieces: readonly (readonly string[])[],
  times: ReadonlyMap<string, Times>,
  before: ReadonlyMap<string, readonly Edge[]>,
): Chain[] {
  const endOf = (id: string) => times.get(id)?.earliestEnd ?? '';
  return pieces
    .filter((ids) => ids.length > 1)
    .map((ids): Chain => {
      const endsOn = ids.map(endOf).reduce((a, b) => (a > b ? a : b));
      const critical: string[] = [];
      let at = ids.find((id) => endOf(id) === endsOn);
      while (at !== undefined) {
        critical.unshift(at);
        const start = dayNumber(times.get(at)?.earliestStart ?? '');
        // The one that holds it up: where several do, the first that was named.
        const holding = (before.get(at) ?? []).find(
          ({ from, lag }) => times.has(from) && dayNumber(endOf(from)) + 1 + lag === start,
        );
        at = holding?.from;
      }
      return { ids, critical, endsOn };
    })
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : a.endsOn > b.endsOn ? -1 : 0));
}

function grouped<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const there = groups.get(key);
    if (there) there.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
