import { outdatedEvidence } from '#app/plan/check-evidence.server.ts';
import { readPlan, type Plan } from '#app/plan/read-plan.server.ts';
import { endKey, indexOf } from '#app/thread/trace.ts';
import type { Programme } from '#db/people.ts';
import { lineReasonsOf } from '#db/plan-thread.ts';
import { theStore } from '#db/store.server.ts';
import { registerForTheory } from '#db/theory.ts';
import { gatherAfter } from '#db/thread-trace.ts';
import { activitiesWithoutLine } from '../plan.ts';
import {
  linesWithoutFamily,
  needsWithoutAnswer,
  restingOn,
  staleSteps,
  type LineReason,
  type LineWithoutNeed,
  type NeedWithoutLine,
  type StaleStep,
} from './gaps.ts';
import { twoSides, type TwoSides } from './two-sides.ts';

/** Evidence whose source says something else by now, and the needs that rest on it. */
export interface OutdatedEvidence {
  id: string;
  sentence: string;
  /** What its source says now; null when it is gone or says nothing that may be shown. */
  now: string | null;
  needs: { id: string; statement: string }[];
}

/** What the page of needs and lines shows. */
export interface Gaps {
  needs: { id: string; statement: string }[];
  lines: { id: string; title: string }[];
  linesWithout: LineWithoutNeed[];
  kept: (LineWithoutNeed & { reason: LineReason })[];
  needsWithout: NeedWithoutLine[];
  stale: StaleStep[];
  outdated: OutdatedEvidence[];
  picture: TwoSides;
}

/** Reads what is missing between what families asked for and what the plan does. */
export async function readGaps(programme: Programme): Promise<Gaps> {
  const { authorityId, id } = programme;
  const { read } = theStore();
  const plan = await readPlan(programme);
  const register = await registerForTheory(read, authorityId, id);
  const reasons = await lineReasonsOf(read, authorityId, id);
  const { open, kept } = linesWithoutFamily(plan.lines, plan.evidence, reasons);
  const bare = needsWithoutAnswer(register, plan.lines, plan.evidence, () => []);
  const activitiesOf = await answering(programme, plan, bare);
  const needs = register
    .filter(({ notNowBecause }) => notNowBecause === '')
    .map(({ id, statement }) => ({ id, statement }));
  const going = plan.lines.filter(({ status }) => status !== 'stopped');
  const lines = going.map(({ id, title }) => ({ id, title }));
  const stale = staleSteps(plan.lines, plan.behind.hops, plan.behind.things);
  const broken = new Set(stale.flatMap((step) => step.lines.map((line) => line.id)));
  return {
    needs,
    lines,
    linesWithout: open,
    kept,
    needsWithout: bare.map((need) => ({ ...need, activities: activitiesOf(need.id) })),
    stale,
    outdated: await outdatedBehind(programme, plan),
    picture: twoSides(
      needs.map(({ id, statement }) => ({ id, words: statement })),
      lines.map(({ id, title }) => ({ id, words: title })),
      plan.evidence,
      broken,
    ),
  };
}

/** By need, the activities of the theory that answer it and that no line delivers yet. */
async function answering(
  { authorityId, id }: Programme,
  { lines, theory }: Plan,
  needs: readonly { id: string }[],
) {
  const free = theory === null ? [] : activitiesWithoutLine(lines, theory);
  if (free.length === 0 || needs.length === 0) return () => [];
  const ids = needs.map((need) => need.id);
  const { hops } = await gatherAfter(theStore().read, authorityId, id, ids);
  const index = indexOf(hops);
  return (needId: string) => {
    const after = restingOn(index, { kind: 'need', id: needId }, 'box');
    const reached = new Set(after.map((end) => end.id));
    return free.filter((box) => reached.has(box.id)).map(({ id, label }) => ({ id, label }));
  };
}

/** Evidence behind the plan that its own source no longer bears out. */
async function outdatedBehind(
  programme: Programme,
  { behind: { hops, things } }: Plan,
): Promise<OutdatedEvidence[]> {
  const named = new Map(things.map((thing) => [endKey(thing.end), thing.title]));
  const ids = things.filter(({ end }) => end.kind === 'evidence').map(({ end }) => end.id);
  const outdated = await outdatedEvidence(programme, ids);
  return [...outdated].map(([id, now]) => ({
    id,
    now,
    sentence: named.get(`evidence ${id}`) ?? '',
    needs: hops
      .filter(({ from, to }) => from.kind === 'evidence' && from.id === id && to.kind === 'need')
      .map(({ to }) => ({ id: to.id, statement: named.get(endKey(to)) ?? '' })),
  }));
}
