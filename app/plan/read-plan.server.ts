import type { Theory } from '#app/theory/graph.ts';
import { endKey, indexOf } from '#app/thread/trace.ts';
import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import { keptDriftOf } from '#db/plan-follow.ts';
import { linesOf } from '#db/plan-lines.ts';
import { judgementsOf, taggedActivities } from '#db/plan.ts';
import { dayOf } from '#app/ui/words.ts';
import { clashesOf, type Clash } from './lines/clashes.ts';
import { driftOf, type Drift } from './lines/drift.ts';
import type { Programme } from '#db/people.ts';
import { lineReasonsOf } from '#db/plan-thread.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { gatherBehind } from '#db/thread-trace.ts';
import { linesWithoutFamily, staleSteps } from '#app/plan/thread/gaps.ts';
import { coverageOf, type Coverage } from '#app/plan/coverage/coverage.ts';
import { evidenceRows, type EvidenceRow } from './evidence.ts';
import { accountsOf, type Accounts } from '#app/plan/money/money.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { packsOf, titlesOf } from '#app/plan/coverage/read-packs.server.ts';
import { readRecords } from '#app/plan/coverage/read-records.server.ts';
import type { FundingStream, PlanLine } from './plan.ts';
import { readStanding } from '#app/plan/registers/read-plan-registers.server.ts';
import { standsBetween, type Obstacle } from './sign-off.ts';

/** Steps behind the lines of a plan, and what stands at their ends. */
export type Behind = Awaited<ReturnType<typeof gatherBehind>>;

/** A plan as it stands, with everything that follows from it. */
export interface Plan {
  lines: PlanLine[];
  streams: FundingStream[];
  /** The costs of its lines and of the whole programme. */
  costs: CostLine[];
  theory: Theory | null;
  accounts: Accounts;
  coverages: Coverage[];
  evidence: EvidenceRow[];
  /** What the lines rest on, step by step. */
  behind: Behind;
  /** What does not fit in its days, and where it and the theory no longer say the same. */
  clashes: Clash[];
  drift: Drift[];
  obstacles: Obstacle[];
}

/** Reads the plan of a programme whole: a plan is small, and each part of it depends on the rest. */
export async function readPlan(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs' | 'startsOn' | 'endsOn'>,
  db: Reader = theStore().read,
  at = new Date(),
): Promise<Plan> {
  const { authorityId, id } = programme;
  const lines = await linesOf(db, authorityId, id);
  const streams = await streamsOf(db, authorityId, id);
  const costs = await costsOf(db, authorityId, id);
  const theory = (await theoryOfProgramme(db, authorityId, id)) ?? null;
  const coverages = await coveragesOf(db, programme, lines, theory);
  const requirementOf = titlesOf(coverages.map(({ pack }) => pack));
  const lineIds = lines.map((line) => line.id);
  const behind = await gatherBehind(db, authorityId, id, lineIds, requirementOf);
  const evidence = evidenceOf(lines, behind, requirementOf);
  const accounts = accountsOf(lines, streams, costs);
  const register = await registerForTheory(db, authorityId, id);
  const running = new Set(lines.filter((line) => line.status !== 'stopped').map((line) => line.id));
  const answered = new Set(
    evidence.filter((row) => running.has(row.lineId)).map((row) => row.needId),
  );
  const unheard = linesWithoutFamily(lines, evidence, await lineReasonsOf(db, authorityId, id));
  const drift = driftOf(lines, theory ?? NONE, await keptDriftOf(db, authorityId, id));
  const clashes = clashesOf({
    ...{ lines, programme, accounts },
    activityNames: activityNames(theory),
    today: dayOf(at),
  });
  const obstacles = standsBetween({
    ...{ clashes, drift },
    registers: await readStanding(programme, dayOf(at), db),
    lines,
    theory: theory ?? NONE,
    accounts,
    coverages,
    needsWithoutLine: register
      .filter((need) => need.notNowBecause === '' && !answered.has(need.id))
      .map((need) => need.statement),
    linesWithoutNeed: new Set(unheard.open.map((line) => line.id)),
    staleSteps: staleSteps(lines, behind.hops, behind.things).map(({ sentence }) => sentence),
  });
  return {
    lines,
    streams,
    costs,
    theory,
    accounts,
    coverages,
    evidence,
    behind,
    clashes,
    drift,
    obstacles,
  };
}

const NONE = { boxes: [], links: [] };

function activityNames(theory: Theory | null): Map<string, string> {
  const activities = theory?.boxes.filter(({ type }) => type === 'activity') ?? [];
  return new Map(activities.map(({ id, label }) => [id, label]));
}

/** Only the coverage: for its own pages, which need nothing else. */
export async function readCoverages(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  db: Reader = theStore().read,
): Promise<Coverage[]> {
  const { authorityId, id } = programme;
  const lines = await linesOf(db, authorityId, id);
  const theory = (await theoryOfProgramme(db, authorityId, id)) ?? null;
  return coveragesOf(db, programme, lines, theory);
}

async function coveragesOf(
  db: Reader,
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  lines: readonly PlanLine[],
  theory: Theory | null,
): Promise<Coverage[]> {
  const { authorityId, id } = programme;
  const activities = (theory?.boxes ?? []).filter((box) => box.type === 'activity');
  const tagged = await taggedActivities(db, authorityId, activities);
  const judgements = await judgementsOf(db, authorityId, id);
  const packs = await packsOf(programme, db);
  const records = await readRecords(programme, theory, db);
  return packs.map((pack) => coverageOf(pack, lines, tagged, judgements, records));
}

function evidenceOf(
  lines: readonly PlanLine[],
  { hops, things }: Awaited<ReturnType<typeof gatherBehind>>,
  requirementOf: (key: string) => string | undefined,
): EvidenceRow[] {
  const index = indexOf(hops);
  const known = new Map(things.map((thing) => [endKey(thing.end), thing.title]));
  return evidenceRows(lines, index, {
    titleOf: (end) => known.get(endKey(end)),
    isOfTheme: (end) => index.into(end).some((hop) => hop.from.kind === 'theme'),
    requirementOf,
  });
}
