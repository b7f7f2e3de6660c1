import { and, asc, eq, max } from 'drizzle-orm';
import {
  milestonesOf,
  type Dependency,
  type EqualityEffectKind,
  type LineStatus,
  type PlanLine,
  type Standing,
  type Step,
  type StepKind,
} from '#app/plan/plan.ts';
import { costSums } from './costs.ts';
import { newId } from './ids.ts';
import { firstOf } from './people.ts';
import { planDependencies, planLines, planSteps } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';
import { tiesInto, tiesOutOf } from './thread.ts';

type LineRow = typeof planLines.$inferSelect;

/** The lines of a plan in order, each with its steps, what it waits for and what it is tied to. */
export async function linesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlanLine[]> {
  const rows = await db
    .select()
    .from(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId)))
    .orderBy(asc(planLines.position), asc(planLines.id));
  if (rows.length === 0) return [];
  const steps = await db
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.authorityId, authorityId), eq(planSteps.programmeId, programmeId)))
    .orderBy(asc(planSteps.position), asc(planSteps.id));
  const waits = await db
    .select()
    .from(planDependencies)
    .where(
      and(
        eq(planDependencies.authorityId, authorityId),
        eq(planDependencies.programmeId, programmeId),
      ),
    )
    .orderBy(asc(planDependencies.id));
  return wholeLines(db, authorityId, rows, steps, waits);
}

/** What the lines of a plan are called, in order: where nothing else is asked about them. */
export async function lineTitles(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ id: string; title: string }[]> {
  return db
    .select({ id: planLines.id, title: planLines.title })
    .from(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId)))
    .orderBy(asc(planLines.position), asc(planLines.id));
}

/** A line of this programme, or undefined. */
export async function lineById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<PlanLine | undefined> {
  const rows = await db
    .select()
    .from(planLines)
    .where(
      and(
        eq(planLines.authorityId, authorityId),
        eq(planLines.programmeId, programmeId),
        eq(planLines.id, id),
      ),
    );
  if (rows.length === 0) return undefined;
  const steps = await db
    .select()
    .from(planSteps)
    .where(ofLine(planSteps, authorityId, programmeId, id))
    .orderBy(asc(planSteps.position), asc(planSteps.id));
  const waits = await db
    .select()
    .from(planDependencies)
    .where(ofLine(planDependencies, authorityId, programmeId, id))
    .orderBy(asc(planDependencies.id));
  return firstOf(await wholeLines(db, authorityId, rows, steps, waits));
}

function ofLine(
  table: typeof planSteps | typeof planDependencies,
  authorityId: string,
  programmeId: string,
  lineId: string,
) {
  return and(
    eq(table.authorityId, authorityId),
    eq(table.programmeId, programmeId),
    eq(table.lineId, lineId),
  );
}

async function wholeLines(
  db: Reader,
  authorityId: string,
  rows: readonly LineRow[],
  steps: readonly (typeof planSteps.$inferSelect)[],
  waits: readonly (typeof planDependencies.$inferSelect)[],
): Promise<PlanLine[]> {
  const ids = rows.map((row) => row.id);
  const [delivered, covered, measured] = [many<string>(), many<string>(), many<string>()];
  const words = new Map<string, Record<string, string>>();
  for (const tie of await tiesInto(db, authorityId, 'plan-line', ids)) {
    if (tie.fromKind !== 'box') continue;
    put(delivered, tie.toId, tie.fromId);
    if (tie.wordsThen === '') continue;
    words.set(tie.toId, { ...words.get(tie.toId), [tie.fromId]: tie.wordsThen });
  }
  for (const tie of await tiesOutOf(db, authorityId, 'plan-line', ids)) {
    if (tie.toKind === 'requirement') put(covered, tie.fromId, tie.toId);
    if (tie.toKind === 'measure') put(measured, tie.fromId, tie.toId);
  }
  const stepsOf = many<Step>();
  for (const { id, lineId, kind, title, owner, dueOn, doneOn } of steps) {
    put(stepsOf, lineId, { id, kind: kind as StepKind, title, owner, dueOn, doneOn });
  }
  const waitsOf = many<Dependency>();
  for (const { lineId, waitsForId, lagDays } of waits) {
    put(waitsOf, lineId, { lineId: waitsForId, lagDays });
  }
  const sums = await costSums(db, authorityId, rows);
  return rows.map((row) => ({
    ...ownWords(row),
    estimatePence: row.costPence,
    unknownCosts: 0,
    ...sums.get(row.id),
    steps: stepsOf.get(row.id) ?? [],
    milestone: milestonesOf(stepsOf.get(row.id) ?? []),
    dependsOn: waitsOf.get(row.id) ?? [],
    activityIds: (delivered.get(row.id) ?? []).sort(),
    activityWords: words.get(row.id) ?? {},
    measureIds: (measured.get(row.id) ?? []).sort(),
    requirementKeys: (covered.get(row.id) ?? []).sort(),
  }));
}

/** What stands in the row of the line itself. */
function ownWords(row: LineRow) {
  const { id, title, objective, owner, partners, startsOn, endsOn, strand } = row;
  const { successCriteria, communications, costPence, streamId, position, version } = row;
  return {
    ...{ id, title, objective, owner, partners, startsOn, endsOn, strand },
    ...{ successCriteria, communications, costPence, streamId, position, version },
    status: row.status as LineStatus,
    equalityEffect: {
      effect: row.equalityEffect as EqualityEffectKind,
      who: row.equalityWho,
      response: row.equalityResponse,
    },
    risk: {
      what: row.risk,
      likelihood: row.riskLikelihood,
      severity: row.riskSeverity,
      owner: row.riskOwner,
      response: row.riskResponse,
    },
    progress:
      row.standing === '' || row.standingOn === null
        ? null
        : { standing: row.standing as Standing, note: row.standingNote, on: row.standingOn },
  };
}

const many = <Thing>() => new Map<string, Thing[]>();

function put<Thing>(map: Map<string, Thing[]>, key: string, value: Thing): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

export async function insertLines(
  tx: Writer,
  rows: readonly (typeof planLines.$inferInsert)[],
): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(planLines).values(chunk));
}

/** What may change in the row of a line. */
export type LineChange = Partial<
  Omit<LineRow, 'id' | 'authorityId' | 'programmeId' | 'version' | 'createdAt' | 'createdBy'>
>;

/** Saves a line if nobody changed it since `seen`; says whether it did. */
export async function updateLine(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: LineChange,
): Promise<boolean> {
  const changed = await tx
    .update(planLines)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(planLines.authorityId, authorityId),
        eq(planLines.id, id),
        eq(planLines.version, seen),
      ),
    )
    .returning({ id: planLines.id });
  return changed.length === 1;
}

/** Takes a line away, with its steps, what it waits for and what waits for it. */
export async function deleteLine(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.id, id)));
}

/** The position after the last line of a plan. */
export async function nextPosition(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  const rows = await db
    .select({ last: max(planLines.position) })
    .from(planLines)
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId)));
  return (firstOf(rows)?.last ?? 0) + 1;
}

interface OfLine {
  authorityId: string;
  programmeId: string;
  lineId: string;
}

/** A step as it is written down; one without an id is new. */
export type StepToKeep = Omit<Step, 'id'> & { id: string | null };

/** Puts these steps, in this order, in place of those that a line had; known ones keep their id. */
export async function replaceSteps(
  tx: Writer,
  { authorityId, programmeId, lineId }: OfLine,
  steps: readonly StepToKeep[],
): Promise<void> {
  await tx.delete(planSteps).where(ofLine(planSteps, authorityId, programmeId, lineId));
  const rows = steps.map((step, at) => ({
    ...step,
    ...{ authorityId, programmeId, lineId },
    id: step.id ?? newId(),
    position: at + 1,
  }));
  await inChunks(rows, (chunk) => tx.insert(planSteps).values(chunk));
}

/** Puts what a line waits for in place of what it waited for. */
export async function replaceDependencies(
  tx: Writer,
  { authorityId, programmeId, lineId }: OfLine,
  waits: readonly Dependency[],
): Promise<void> {
  await tx
    .delete(planDependencies)
    .where(ofLine(planDependencies, authorityId, programmeId, lineId));
  const rows = waits.map(({ lineId: waitsForId, lagDays }) => ({
    ...{ authorityId, programmeId, lineId, waitsForId, lagDays },
    id: newId(),
  }));
  await inChunks(rows, (chunk) => tx.insert(planDependencies).values(chunk));
}
