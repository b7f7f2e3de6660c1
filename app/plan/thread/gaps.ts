import type { EvidenceRow } from '#app/plan/evidence.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import type { ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import { sayStale, sayWho } from '#app/thread/sentences.ts';
import {
  endKey,
  indexOf,
  tracedHop,
  type Hop,
  type HopIndex,
  type Thing,
} from '#app/thread/trace.ts';

/** What is missing between what families asked for and what the plan does, for who leads it. */

/** Why a line is in the plan although no need stands behind it. */
export interface LineReason {
  lineId: string;
  because: string;
  by: string;
  at: Date;
}

export interface LineWithoutNeed {
  id: string;
  title: string;
  /** What it delivers of the theory. */
  activities: string[];
  /** Codes and words of the requirements that it helps to cover. */
  requirements: string[];
}

export interface NeedWithoutLine {
  id: string;
  statement: string;
  who: string;
  /** Activities of the theory that answer it, none of which has a line. */
  activities: { id: string; label: string }[];
}

/** A step behind the plan that no longer holds as it was made. */
export interface StaleStep {
  from: ThreadEnd;
  to: ThreadEnd;
  sentence: string;
  says: string;
  who: string;
  /** Somebody tied it and both ends are there: it may be looked at again and let stand. */
  mayStand: boolean;
  lines: { id: string; title: string }[];
}

type RunningLine = Pick<PlanLine, 'id' | 'title' | 'status'>;

const running = <Line extends RunningLine>(lines: readonly Line[]) =>
  lines.filter(({ status }) => status !== 'stopped');

/** Lines that go on and rest on no need: those that are kept for a reason apart from the others. */
export function linesWithoutFamily(
  lines: readonly RunningLine[],
  evidence: readonly EvidenceRow[],
  reasons: readonly LineReason[],
): { open: LineWithoutNeed[]; kept: (LineWithoutNeed & { reason: LineReason })[] } {
  const bare = new Map(
    evidence.filter(({ need }) => need === null).map((row) => [row.lineId, row]),
  );
  const because = new Map(reasons.map((reason) => [reason.lineId, reason]));
  const all = running(lines).flatMap(({ id, title }) => {
    const row = bare.get(id);
    if (row === undefined) return [];
    const { activities, requirements } = row;
    return [{ id, title, activities, requirements, reason: because.get(id) }];
  });
  return {
    open: all.flatMap(({ reason, ...line }) => (reason === undefined ? [line] : [])),
    kept: all.flatMap(({ reason, ...line }) => (reason === undefined ? [] : [{ ...line, reason }])),
  };
}

/** Needs in play in front of which no line goes on, with the activities that would answer them. */
export function needsWithoutAnswer(
  needs: readonly { id: string; statement: string; who: string; notNowBecause: string }[],
  lines: readonly RunningLine[],
  evidence: readonly EvidenceRow[],
  activitiesOf: (needId: string) => { id: string; label: string }[],
): NeedWithoutLine[] {
  const going = new Set(running(lines).map(({ id }) => id));
  const answered = new Set(
    evidence.filter((row) => going.has(row.lineId)).map((row) => row.needId),
  );
  return needs
    .filter(({ id, notNowBecause }) => notNowBecause === '' && !answered.has(id))
    .map(({ id, statement, who }) => ({ id, statement, who, activities: activitiesOf(id) }));
}

/** Everything that an end rests on, near or far, and itself, as keys. */
export function allBehind(index: HopIndex, end: ThreadEnd): Set<string> {
  const seen = new Set([endKey(end)]);
  let frontier = [end];
  while (frontier.length > 0) {
    const next: ThreadEnd[] = [];
    for (const { from } of frontier.flatMap((at) => index.into(at))) {
      if (seen.has(endKey(from))) continue;
      seen.add(endKey(from));
      next.push(from);
    }
    frontier = next;
  }
  return seen;
}

/** The other way: everything that rests on an end, near or far, of a kind. */
export function restingOn(index: HopIndex, end: ThreadEnd, kind: ThreadKind): ThreadEnd[] {
  const found: ThreadEnd[] = [];
  const seen = new Set([endKey(end)]);
  let frontier = [end];
  while (frontier.length > 0) {
    const next: ThreadEnd[] = [];
    for (const { to } of frontier.flatMap((at) => index.outOf(at))) {
      if (seen.has(endKey(to))) continue;
      seen.add(endKey(to));
      next.push(to);
      if (to.kind === kind) found.push(to);
    }
    frontier = next;
  }
  return found;
}

/**
 * Steps behind or right after lines of the plan that no longer hold, each once, with the lines that
 * they carry. A step that carries no line that goes on is left out.
 */
export function staleSteps(
  lines: readonly RunningLine[],
  hops: readonly Hop[],
  things: readonly Thing[],
): StaleStep[] {
  const known = new Map(things.map((thing) => [endKey(thing.end), thing]));
  const index = indexOf(hops);
  const carried = running(lines).map((line) => ({
    line,
    behind: allBehind(index, { kind: 'plan-line', id: line.id }),
  }));
  return hops.flatMap((hop): StaleStep[] => {
    // What a line was called when it was tied to a requirement does not matter to what it covers.
    if (hop.to.kind === 'requirement') return [];
    const traced = tracedHop(hop, known);
    if (traced.stale === null) return [];
    const after = hop.from.kind === 'plan-line' ? hop.from : hop.to;
    const of = carried.filter(({ behind, line }) =>
      after.kind === 'plan-line' ? after.id === line.id : behind.has(endKey(after)),
    );
    if (of.length === 0) return [];
    const there = known.has(endKey(hop.from)) && known.has(endKey(hop.to));
    return [
      {
        from: hop.from,
        to: hop.to,
        sentence: traced.sentence,
        says: sayStale(traced.stale),
        who: sayWho(traced),
        mayStand: hop.way === 'tied' && there,
        lines: of.map(({ line: { id, title } }) => ({ id, title })),
      },
    ];
  });
}
