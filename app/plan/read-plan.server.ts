import type { Theory } from '#app/theory/graph.ts';
import { endKey, indexOf } from '#app/thread/trace.ts';
import { judgementsOf, linesOf, streamsOf, taggedActivities } from '#db/plan.ts';
import type { Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { gatherBehind } from '#db/thread-trace.ts';
import { packs } from '#templates/frameworks/index.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { evidenceRows, linesWithoutNeed, type EvidenceRow } from './evidence.ts';
import { accountsOf, type Accounts } from './money.ts';
import { readRequirementKey, requirementKey, type Pack } from './packs.ts';
import type { FundingStream, PlanLine } from './plan.ts';
import { standsBetween, type Obstacle } from './sign-off.ts';

/** A plan as it stands, with everything that follows from it. */
export interface Plan {
  lines: PlanLine[];
  streams: FundingStream[];
  theory: Theory | null;
  accounts: Accounts;
  coverages: Coverage[];
  evidence: EvidenceRow[];
  obstacles: Obstacle[];
}

/** The packs that a programme follows, in the order in which it names them. */
export function packsOf(programme: Pick<Programme, 'packs'>): Pack[] {
  return programme.packs.flatMap((id) => packs().filter((pack) => pack.id === id));
}

/** What a requirement says, by its id on the thread: "BSFH-DEF-01: Run a physical place …". */
export function requirementTitle(key: string): string | undefined {
  return requirementTitles().get(key);
}

/** The same, for requirements of the packs that a programme follows; others are not there for it. */
export function followedTitle(programme: Pick<Programme, 'packs'>) {
  return (key: string): string | undefined => {
    const pack = readRequirementKey(key)?.packId;
    return pack !== undefined && programme.packs.includes(pack) ? requirementTitle(key) : undefined;
  };
}

let titles: Map<string, string> | undefined;

function requirementTitles(): Map<string, string> {
  titles ??= new Map(
    packs().flatMap((pack) =>
      pack.requirements.map((one) => [requirementKey(pack.id, one.id), `${one.id}: ${one.text}`]),
    ),
  );
  return titles;
}

/** Reads the plan of a programme whole: a plan is small, and each part of it depends on the rest. */
export async function readPlan(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  db: Reader = theStore().read,
): Promise<Plan> {
  const { authorityId, id } = programme;
  const lines = await linesOf(db, authorityId, id);
  const streams = await streamsOf(db, authorityId, id);
  const theory = (await theoryOfProgramme(db, authorityId, id)) ?? null;
  const coverages = await coveragesOf(db, programme, lines, theory);
  const behind = await gatherBehind(
    db,
    authorityId,
    id,
    lines.map((line) => line.id),
  );
  const evidence = evidenceOf(lines, behind);
  const accounts = accountsOf(lines, streams);
  const register = await registerForTheory(db, authorityId, id);
  const running = new Set(lines.filter((line) => line.status !== 'stopped').map((line) => line.id));
  const answered = new Set(
    evidence.filter((row) => running.has(row.lineId)).map((row) => row.needId),
  );
  const obstacles = standsBetween({
    lines,
    theory: theory ?? { boxes: [], links: [] },
    accounts,
    coverages,
    needsWithoutLine: register
      .filter((need) => need.notNowBecause === '' && !answered.has(need.id))
      .map((need) => need.statement),
    linesWithoutNeed: linesWithoutNeed(evidence),
  });
  return { lines, streams, theory, accounts, coverages, evidence, obstacles };
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
  return packsOf(programme).map((pack) => coverageOf(pack, lines, tagged, judgements));
}

function evidenceOf(
  lines: readonly PlanLine[],
  { hops, things }: Awaited<ReturnType<typeof gatherBehind>>,
): EvidenceRow[] {
  const index = indexOf(hops);
  const known = new Map(things.map((thing) => [endKey(thing.end), thing.title]));
  return evidenceRows(lines, index, {
    titleOf: (end) => known.get(endKey(end)),
    isOfTheme: (end) => index.into(end).some((hop) => hop.from.kind === 'theme'),
    requirementOf: requirementTitle,
  });
}
