import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { BOX_TYPES, LINK_KINDS, type Box, type Link, type Theory } from '#app/theory/graph.ts';
import type { Logged, Operation } from '#app/theory/operations.ts';
import { newId } from './ids.ts';
import { firstOf } from './people.ts';
import { needs, theories, theoryBoxes, theoryLinks, theoryOperations } from './schema/index.ts';
import { announce, inChunks, type Reader, type Writer } from './store.server.ts';

export type TheoryRow = typeof theories.$inferSelect;

/** The theory of a programme; it has one at most. */
export async function theoryOfProgramme(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Theory | undefined> {
  const rows = await db
    .select()
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId)))
    .orderBy(asc(theories.createdAt), asc(theories.id));
  const row = firstOf(rows);
  return row && withContent(db, row);
}

/** A theory by its id, with the programme that it belongs to. */
export async function theoryById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<{ programmeId: string; theory: Theory } | undefined> {
  const rows = await db
    .select()
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.id, id)));
  const row = firstOf(rows);
  return row && { programmeId: row.programmeId, theory: await withContent(db, row) };
}

async function withContent(db: Reader, row: TheoryRow): Promise<Theory> {
  const boxes = await db
    .select()
    .from(theoryBoxes)
    .where(and(eq(theoryBoxes.authorityId, row.authorityId), eq(theoryBoxes.theoryId, row.id)))
    .orderBy(asc(theoryBoxes.id));
  const links = await db
    .select()
    .from(theoryLinks)
    .where(and(eq(theoryLinks.authorityId, row.authorityId), eq(theoryLinks.theoryId, row.id)))
    .orderBy(asc(theoryLinks.id));
  return {
    id: row.id,
    title: row.title,
    sequence: row.sequence,
    boxes: boxes.map(asBox),
    links: links.map(asLink),
  };
}

function asBox(row: typeof theoryBoxes.$inferSelect): Box {
  const { id, label, detail, more, x, y, position } = row;
  const type = BOX_TYPES.find((each) => each === row.type) ?? 'activity';
  return { id, type, label, detail, more, x, y, position };
}

function asLink(row: typeof theoryLinks.$inferSelect): Link {
  const { id, source, target, reason, more } = row;
  const kind = LINK_KINDS.find((each) => each === row.kind) ?? 'leadsTo';
  return { id, kind, source, target, reason, more };
}

/** The history after a sequence, oldest first. */
export async function operationsSince(
  db: Reader,
  authorityId: string,
  theoryId: string,
  sequence: number,
): Promise<Logged[]> {
  const rows = await db
    .select()
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theoryId),
        gt(theoryOperations.sequence, sequence),
      ),
    )
    .orderBy(asc(theoryOperations.sequence));
  return rows.map(asLogged);
}

function asLogged(row: typeof theoryOperations.$inferSelect): Logged {
  const { sequence, clientOpId, personId, personName, at } = row;
  const operation = row.operation as Operation;
  const inverse = row.inverse as Operation[];
  return { sequence, clientOpId, operation, inverse, personId, personName, at };
}

/** Who changed a theory last, and when; undefined while it is as it was started. */
export async function lastChange(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<{ personName: string; at: Date } | undefined> {
  const rows = await db
    .select({ personName: theoryOperations.personName, at: theoryOperations.at })
    .from(theoryOperations)
    .where(
      and(eq(theoryOperations.authorityId, authorityId), eq(theoryOperations.theoryId, theoryId)),
    )
    .orderBy(desc(theoryOperations.sequence))
    .limit(1);
  return firstOf(rows);
}

/** What a person sent last in one go, oldest first; empty when they have changed nothing. */
export async function latestOf(
  db: Reader,
  authorityId: string,
  theoryId: string,
  personId: string,
): Promise<Logged[]> {
  const theirs = and(
    eq(theoryOperations.authorityId, authorityId),
    eq(theoryOperations.theoryId, theoryId),
    eq(theoryOperations.personId, personId),
  );
  const newest = firstOf(
    await db
      .select({ at: theoryOperations.at })
      .from(theoryOperations)
      .where(theirs)
      .orderBy(desc(theoryOperations.sequence))
      .limit(1),
  );
  if (newest === undefined) return [];
  const rows = await db
    .select()
    .from(theoryOperations)
    .where(and(theirs, eq(theoryOperations.at, newest.at)))
    .orderBy(asc(theoryOperations.sequence));
  return rows.map(asLogged);
}

/** The step that removed a box or link last, which tells how to put it back. */
export async function removalOf(
  db: Reader,
  authorityId: string,
  theoryId: string,
  id: string,
): Promise<Logged | undefined> {
  const all = await operationsSince(db, authorityId, theoryId, 0);
  return all.findLast(({ operation, inverse }) => {
    if (operation.kind !== 'removeBox' && operation.kind !== 'removeLink') return false;
    return inverse.some(
      (back) =>
        (back.kind === 'addBox' && back.box.id === id) ||
        (back.kind === 'addLink' && back.link.id === id),
    );
  });
}

/** Which of these operations are in the history already, whenever they came. */
export async function appliedAlready(
  db: Reader,
  authorityId: string,
  theoryId: string,
  clientOpIds: readonly string[],
): Promise<Set<string>> {
  if (clientOpIds.length === 0) return new Set();
  const rows = await db
    .select({ clientOpId: theoryOperations.clientOpId })
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theoryId),
        inArray(theoryOperations.clientOpId, [...clientOpIds]),
      ),
    );
  return new Set(rows.map(({ clientOpId }) => clientOpId));
}

export async function insertTheory(tx: Writer, row: TheoryRow): Promise<void> {
  await tx.insert(theories).values(row);
}

/** What servers tell one another of theories: which has changed, and how far its history goes now. */
export const THEORY_NEWS = 'theory';

/** Adds to the history, and tells open pages once it is kept. */
export async function appendOperations(
  tx: Writer,
  authorityId: string,
  theoryId: string,
  entries: readonly Logged[],
): Promise<void> {
  await inChunks(entries, (chunk) =>
    tx
      .insert(theoryOperations)
      .values(chunk.map((entry) => ({ id: newId(entry.at), authorityId, theoryId, ...entry }))),
  );
  const sequence = entries.at(-1)?.sequence;
  if (sequence !== undefined) announce(THEORY_NEWS, JSON.stringify({ theoryId, sequence }));
}

/**
 * Writes what became of a theory: only the rows that differ. The sequence moves on from `before`;
 * false, and nothing is to be kept, when somebody moved it in between.
 */
export async function saveTheory(
  tx: Writer,
  authorityId: string,
  before: Theory,
  after: Theory,
): Promise<boolean> {
  const moved = await tx
    .update(theories)
    .set({ title: after.title, sequence: after.sequence })
    .where(
      and(
        eq(theories.authorityId, authorityId),
        eq(theories.id, before.id),
        eq(theories.sequence, before.sequence),
      ),
    )
    .returning({ id: theories.id });
  if (moved.length === 0) return false;
  await saveBoxes(tx, authorityId, before, after);
  await saveLinks(tx, authorityId, before, after);
  return true;
}

async function saveBoxes(tx: Writer, authorityId: string, before: Theory, after: Theory) {
  const { added, changed, removed } = difference(before.boxes, after.boxes);
  const theoryId = before.id;
  const ours = and(eq(theoryBoxes.authorityId, authorityId), eq(theoryBoxes.theoryId, theoryId));
  await inChunks(removed, (ids) =>
    tx.delete(theoryBoxes).where(and(ours, inArray(theoryBoxes.id, ids))),
  );
  for (const { id, ...box } of changed) {
    await tx
      .update(theoryBoxes)
      .set({ ...box, more: { ...box.more } })
      .where(and(ours, eq(theoryBoxes.id, id)));
  }
  await inChunks(added, (boxes) =>
    tx
      .insert(theoryBoxes)
      .values(boxes.map((box) => ({ ...box, more: { ...box.more }, authorityId, theoryId }))),
  );
}

async function saveLinks(tx: Writer, authorityId: string, before: Theory, after: Theory) {
  const { added, changed, removed } = difference(before.links, after.links);
  const theoryId = before.id;
  const ours = and(eq(theoryLinks.authorityId, authorityId), eq(theoryLinks.theoryId, theoryId));
  await inChunks(removed, (ids) =>
    tx.delete(theoryLinks).where(and(ours, inArray(theoryLinks.id, ids))),
  );
  for (const { id, ...link } of changed) {
    await tx
      .update(theoryLinks)
      .set({ ...link, more: { ...link.more } })
      .where(and(ours, eq(theoryLinks.id, id)));
  }
  await inChunks(added, (links) =>
    tx
      .insert(theoryLinks)
      .values(links.map((link) => ({ ...link, more: { ...link.more }, authorityId, theoryId }))),
  );
}

/** What was added, changed and removed; things that nobody touched are the same objects. */
function difference<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((each) => [each.id, each]));
  const there = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.filter((each) => old.has(each.id) && old.get(each.id) !== each),
    removed: before.filter(({ id }) => !there.has(id)).map(({ id }) => id),
  };
}

/** A need of the register as a theory sees it. */
export interface RegisteredNeed {
  id: string;
  statement: string;
  who: string;
  notNowBecause: string;
}

/** The register of needs of a programme, oldest first. */
export async function registerForTheory(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<RegisteredNeed[]> {
  return db
    .select({
      id: needs.id,
      statement: needs.statement,
      who: needs.who,
      notNowBecause: needs.notNowBecause,
    })
    .from(needs)
    .where(and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId)))
    .orderBy(asc(needs.createdAt), asc(needs.id));
}
