import { and, eq, inArray } from 'drizzle-orm';
import type { Theory } from '#app/theory/graph.ts';
import type { Logged } from '#app/theory/operations.ts';
import { newId } from './ids.ts';
import {
  theories,
  theoryBoxes,
  theoryLinks,
  theoryOperations,
  theoryPieces,
} from './schema/index.ts';
import { announce, inChunks, type Writer } from './store.server.ts';
import type { TheoryRow } from './theory.ts';

/** Writing a theory: its history, and what the operations have left. */

/** Starts a theory with nothing in it. */
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
  drawn: Drawn,
): Promise<boolean> {
  const moved = await tx
    .update(theories)
    .set({ title: after.title, sequence: after.sequence, more: { ...after.more } })
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
  await saveLinks(tx, authorityId, before, after, drawn);
  await savePieces(tx, authorityId, before, after, drawn);
  return true;
}

/** Who adds what is new, and when: links and pieces keep it, because the thread runs through them. */
export interface Drawn {
  by: string;
  at: Date;
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

async function saveLinks(
  tx: Writer,
  authorityId: string,
  before: Theory,
  after: Theory,
  { by, at }: Drawn,
) {
  const drawn = { drawnBy: by, drawnAt: at };
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
      .values(
        links.map((link) => ({ ...link, ...drawn, more: { ...link.more }, authorityId, theoryId })),
      ),
  );
}

async function savePieces(
  tx: Writer,
  authorityId: string,
  before: Theory,
  after: Theory,
  { by, at }: Drawn,
) {
  const drawn = { drawnBy: by, drawnAt: at };
  const { added, changed, removed } = difference(before.pieces, after.pieces);
  const theoryId = before.id;
  const ours = and(eq(theoryPieces.authorityId, authorityId), eq(theoryPieces.theoryId, theoryId));
  await inChunks(removed, (ids) =>
    tx.delete(theoryPieces).where(and(ours, inArray(theoryPieces.id, ids))),
  );
  for (const { id, ...piece } of changed) {
    await tx
      .update(theoryPieces)
      .set({ ...piece, more: { ...piece.more } })
      .where(and(ours, eq(theoryPieces.id, id)));
  }
  await inChunks(added, (pieces) =>
    tx.insert(theoryPieces).values(
      pieces.map((piece) => ({
        ...piece,
        ...drawn,
        more: { ...piece.more },
        authorityId,
        theoryId,
      })),
    ),
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
