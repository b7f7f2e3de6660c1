import { and, eq, getTableColumns, inArray, or } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { HELD, TAKEN_BACK, type Fate, type Held } from './erasure-list.ts';
import { forgetFlagged } from './forget-flagged.ts';
import { whyNotShown } from './moderation.ts';
import {
  codingReadings,
  excerpts,
  interestContacts,
  interests,
  moderations,
  panelMembers,
  quotes,
  redactions,
  secondItems,
  threadLinks,
} from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Every id by which rows say that they are somebody's. */
export interface Whose {
  member: readonly string[];
  interest: readonly string[];
  person: readonly string[];
}

/** The column of a table by the name that its rows carry it under. */
export const columnOf = (table: PgTable, name: string): PgColumn => {
  const column = (getTableColumns(table) as Record<string, PgColumn | undefined>)[name];
  if (!column) throw new Error(`There is no column ${name}.`);
  return column;
};

function theirs(held: Held, authorityId: string, whose: Whose) {
  return and(
    eq(columnOf(held.table, 'authorityId'), authorityId),
    inArray(held.by, [...whose[held.whose]]),
    held.where,
  );
}

/** Everything that is held of somebody, table by table: what a copy for them is made from. */
export async function everythingHeld(
  db: Reader,
  authorityId: string,
  whose: Whose,
): Promise<{ what: string; rows: Record<string, unknown>[] }[]> {
  const found = [];
  for (const held of HELD) {
    if (whose[held.whose].length === 0) continue;
    const rows = await db
      .select()
      .from(held.table)
      .where(theirs(held, authorityId, whose));
    if (rows.length === 0) continue;
    found.push({ what: held.what, rows: rows as Record<string, unknown>[] });
    if (held.source === undefined) continue;
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    const reasons = [...(await whyNotShown(db, authorityId, held.source, ids)).values()];
    if (reasons.length > 0) {
      found.push({
        what: 'Why words of yours are not shown to others',
        rows: reasons.map((reason) => ({ reason })),
      });
    }
  }
  return found;
}

/** Every membership of a person, on whatever panel of the authority, those that ended too. */
export async function allMembershipsOf(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<(typeof panelMembers.$inferSelect)[]> {
  return db
    .select()
    .from(panelMembers)
    .where(and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.personId, personId)));
}

/**
 * The interests with which somebody asked to join: by their name and one way to reach them together,
 * as two people of one home may share a telephone.
 */
export async function interestsReachedBy(
  db: Reader,
  authorityId: string,
  who: { name: string; email: string; phone: string },
): Promise<string[]> {
  const ways = [
    ...(who.email.trim() === '' ? [] : [eq(interestContacts.email, who.email)]),
    ...(who.phone.trim() === '' ? [] : [eq(interestContacts.phone, who.phone)]),
  ];
  if (ways.length === 0) return [];
  const rows = await db
    .select({ id: interestContacts.interestId, name: interestContacts.name })
    .from(interestContacts)
    .where(and(eq(interestContacts.authorityId, authorityId), or(...ways)));
  const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return rows.filter(({ name }) => folded(name) === folded(who.name)).map(({ id }) => id);
}

/** The interests by which members came onto a panel: how to reach them moved away from there. */
export async function interestsJoinedAs(
  db: Reader,
  authorityId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const rows = await db
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(eq(interests.authorityId, authorityId), inArray(interests.joinedAs, [...memberIds])),
    );
  return rows.map(({ id }) => id);
}

/**
 * Does to every row of somebody what the list says. Copies of words first, as they are found by what is
 * taken away after them.
 */
export async function eraseHeld(
  tx: Writer,
  authorityId: string,
  whose: Whose,
  words: boolean,
): Promise<void> {
  await forgetCopies(tx, authorityId, whose, words);
  for (const held of HELD) {
    if (whose[held.whose].length === 0) continue;
    if (words && held.words) await suffer(tx, held, held.words, authorityId, whose);
    await suffer(tx, held, held.fate, authorityId, whose);
  }
}

async function suffer(tx: Writer, held: Held, fate: Fate, authorityId: string, whose: Whose) {
  if (fate === 'stays') return;
  const where = theirs(held, authorityId, whose);
  if (fate === 'deleted') await tx.delete(held.table).where(where);
  else await tx.update(held.table).set(fate.set).where(where);
}

/**
 * Copies of somebody's words: under themes they stand as taken back, so that a theme still counts who
 * spoke of it; what was quoted or reworded goes; flags are forgotten once nobody looks at them.
 */
async function forgetCopies(
  tx: Writer,
  authorityId: string,
  whose: Whose,
  words: boolean,
): Promise<void> {
  for (const held of HELD) {
    const { source, fate } = held;
    if (source === undefined || whose[held.whose].length === 0) continue;
    if (!words && fate !== 'deleted') continue;
    const rows = await tx
      .select({ id: columnOf(held.table, 'id') })
      .from(held.table)
      .where(theirs(held, authorityId, whose));
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += 500) {
      await forgetSources(tx, authorityId, source, ids.slice(at, at + 500));
    }
  }
}

async function forgetSources(
  tx: Writer,
  authorityId: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  const here = (
    table:
      | typeof excerpts
      | typeof codingReadings
      | typeof secondItems
      | typeof quotes
      | typeof redactions
      | typeof moderations,
  ) =>
    and(
      eq(table.authorityId, authorityId),
      eq(table.sourceKind, kind),
      inArray(table.sourceId, [...ids]),
    );
  await tx.update(excerpts).set({ words: TAKEN_BACK, digest: '' }).where(here(excerpts));
  for (const table of [codingReadings, secondItems]) {
    await tx.update(table).set({ digest: '' }).where(here(table));
  }
  for (const table of [quotes, redactions, moderations]) {
    await tx.delete(table).where(here(table));
  }
  await tx
    .update(threadLinks)
    .set({ wordsThen: '' })
    .where(
      and(
        eq(threadLinks.authorityId, authorityId),
        eq(threadLinks.fromKind, kind),
        inArray(threadLinks.fromId, [...ids]),
      ),
    );
  await forgetFlagged(tx, authorityId, kind, ids);
}
