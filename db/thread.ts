import { and, eq, exists, inArray, ne, or, sql } from 'drizzle-orm';
import type { ThemeRelation, ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import { newId } from './ids.ts';
import { theoryBoxes, threadLinks } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Tie = typeof threadLinks.$inferSelect;

/** `to` rests on `from`, as somebody ties them. */
export interface NewTie {
  authorityId: string;
  programmeId: string;
  from: ThreadEnd;
  to: ThreadEnd;
  at: Date;
  /** The id of the person. */
  by: string;
  note?: string;
  /** What `from` says now (a need's statement, a box's label …): kept, so that a change shows. */
  wordsThen?: string;
  /** What `to` says now, where that may move: a measure as `measureWords` has it. */
  toWordsThen?: string;
  /** Evidence that speaks against the need it is tied to. */
  against?: boolean;
  /** What a theme says about what it is tied to. */
  relation?: ThemeRelation;
}

/** Ties ends together; those that are tied already stay as they are. */
export async function tie(tx: Writer, ties: readonly NewTie[]): Promise<void> {
  await inChunks(ties, (chunk) =>
    tx
      .insert(threadLinks)
      .values(
        chunk.map((one) => ({
          id: newId(one.at),
          authorityId: one.authorityId,
          programmeId: one.programmeId,
          fromKind: one.from.kind,
          fromId: one.from.id,
          toKind: one.to.kind,
          toId: one.to.id,
          note: one.note ?? '',
          wordsThen: one.wordsThen ?? '',
          toWordsThen: one.toWordsThen ?? '',
          against: one.against ?? false,
          relation: one.relation ?? '',
          tiedAt: one.at,
          tiedBy: one.by,
        })),
      )
      .onConflictDoNothing(),
  );
}

/** Whose tie is meant: one programme never touches what another of the same authority has tied. */
interface OfOneProgramme {
  authorityId: string;
  programmeId: string;
}

function between({ authorityId, programmeId }: OfOneProgramme, from: ThreadEnd, to: ThreadEnd) {
  return and(
    ...fromIs(authorityId, from.kind, [from.id]),
    ...toIs(authorityId, to.kind, [to.id]),
    inProgramme(programmeId),
  );
}

/** Keeps that somebody looked at a tie again and lets it stand; says whether it was there. */
export async function confirmTie(
  tx: Writer,
  where: OfOneProgramme,
  ends: { from: ThreadEnd; to: ThreadEnd },
  again: { words: string; toWords: string; by: string; at: Date },
): Promise<boolean> {
  const { from, to } = ends;
  const found = await tx
    .update(threadLinks)
    .set({
      confirmedWords: again.words,
      confirmedToWords: again.toWords,
      confirmedBy: again.by,
      confirmedAt: again.at,
    })
    .where(between(where, from, to))
    .returning({ id: threadLinks.id });
  return found.length > 0;
}

/** Takes one tie away; says whether it was there. */
export async function untie(
  tx: Writer,
  where: OfOneProgramme,
  from: ThreadEnd,
  to: ThreadEnd,
): Promise<boolean> {
  const gone = await tx
    .delete(threadLinks)
    .where(between(where, from, to))
    .returning({ id: threadLinks.id });
  return gone.length > 0;
}

/**
 * For something that is removed: takes away what it rested on. What rests on it stays tied, and
 * shows from now on as resting on something that is gone.
 */
export async function untieInto(tx: Writer, authorityId: string, end: ThreadEnd): Promise<void> {
  await tx.delete(threadLinks).where(and(...toIs(authorityId, end.kind, [end.id])));
}

/** Takes away what things of one kind rest on `end` for: they no longer do. */
export async function untieOutOf(
  tx: Writer,
  authorityId: string,
  end: ThreadEnd,
  toKind: ThreadKind,
): Promise<void> {
  await tx
    .delete(threadLinks)
    .where(and(...fromIs(authorityId, end.kind, [end.id]), eq(threadLinks.toKind, toKind)));
}

/** What the ends of a kind rest on directly. */
export async function tiesInto(
  db: Reader,
  authorityId: string,
  kind: ThreadKind,
  ids: readonly string[],
  most = 1_000_000_000,
  programmeId?: string,
): Promise<Tie[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(threadLinks)
    .where(and(...toIs(authorityId, kind, ids), inProgramme(programmeId)))
    .limit(most);
}

/**
 * Whether what is tied is there: a box that was removed keeps its ties, because it may come back, and
 * until then nothing rests on anything for its sake.
 */
export function ledSomewhere(db: Reader) {
  const box = db
    .select({ id: theoryBoxes.id })
    .from(theoryBoxes)
    .where(
      and(
        eq(theoryBoxes.authorityId, threadLinks.authorityId),
        eq(theoryBoxes.id, threadLinks.toId),
      ),
    );
  return or(ne(threadLinks.toKind, 'box'), exists(box));
}

/** What rests on the ends of a kind directly, boxes that were removed left out. */
export async function tiesOutOf(
  db: Reader,
  authorityId: string,
  kind: ThreadKind,
  ids: readonly string[],
  most = 1_000_000_000,
  programmeId?: string,
): Promise<Tie[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(threadLinks)
    .where(and(...fromIs(authorityId, kind, ids), inProgramme(programmeId), ledSomewhere(db)))
    .limit(most);
}

/**
 * A requirement is tied in every programme that follows its pack: only the ties of one are meant. Joined
 * to nothing, so that no database looks through all ties of the programme instead of those of the ends.
 */
function inProgramme(programmeId: string | undefined) {
  return programmeId === undefined
    ? undefined
    : sql`${threadLinks.programmeId} || '' = ${programmeId}`;
}

function fromIs(authorityId: string, kind: ThreadKind, ids: readonly string[]) {
  return [
    eq(threadLinks.authorityId, authorityId),
    eq(threadLinks.fromKind, kind),
    inArray(threadLinks.fromId, [...ids]),
  ];
}

function toIs(authorityId: string, kind: ThreadKind, ids: readonly string[]) {
  return [
    eq(threadLinks.authorityId, authorityId),
    eq(threadLinks.toKind, kind),
    inArray(threadLinks.toId, [...ids]),
  ];
}
