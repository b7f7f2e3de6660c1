import { and, eq, getTableColumns, like, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { columnOf } from './erasure.ts';
import { FORMER_MEMBER } from './erasure-list.ts';
import {
  agendaItems,
  auditRows,
  boardMatters,
  boardSeats,
  meetingActions,
  meetingDecisions,
  meetingGuests,
  meetingNotes,
  panelPayments,
  replies,
  replyHistory,
  replyTexts,
  theoryVersions,
} from './schema/index.ts';
import type { Writer } from './store.server.ts';

// Names of members in what staff wrote.

/** Where staff may have written a member's name: the panel's own work, and the answers to families. */
const NAMED_IN: readonly PgColumn[] = [
  agendaItems.leads,
  agendaItems.paper,
  meetingActions.owner,
  meetingActions.text,
  meetingActions.outcome,
  meetingDecisions.text,
  meetingDecisions.because,
  meetingGuests.names,
  meetingNotes.text,
  boardSeats.name,
  boardMatters.put,
  boardMatters.decided,
  panelPayments.forWhat,
  panelPayments.reason,
  replies.youSaid,
  replies.words,
  replies.because,
  replies.owner,
  replyHistory.youSaid,
  replyHistory.words,
  replyHistory.because,
  replyHistory.owner,
  replyTexts.youSaid,
  replyTexts.words,
  replyTexts.because,
  theoryVersions.name,
  theoryVersions.note,
  theoryVersions.comment,
];

/** A first name alone may be anybody's, and is a word of its own. */
export const isFullName = (name: string) => /\S\s+\S/.test(name.trim());

/**
 * Takes a full name out of what the panel's staff wrote, wherever it stands there, out of the named
 * versions of theories, and out of the audit trail.
 */
export async function takeNameOut(tx: Writer, authorityId: string, name: string): Promise<void> {
  if (!isFullName(name)) return;
  for (const column of NAMED_IN) {
    const key = keyOf(column);
    const { table } = column;
    const rows = await tx
      .select({ id: columnOf(table, 'id'), text: column })
      .from(table)
      .where(and(eq(columnOf(table, 'authorityId'), authorityId), mayName(sql`${column}`, name)));
    for (const { id, text } of rows as { id: string; text: string }[]) {
      await tx
        .update(table)
        .set({ [key]: withoutName(text, name) })
        .where(and(eq(columnOf(table, 'authorityId'), authorityId), eq(columnOf(table, 'id'), id)));
    }
  }
  await takeNameOutOfVersions(tx, authorityId, name);
  await takeNameOutOfTrail(tx, authorityId, name);
}

/** Named states of a theory: what everybody reads of them, and what they would be published from again. */
async function takeNameOutOfVersions(tx: Writer, authorityId: string, name: string): Promise<void> {
  const { id } = theoryVersions;
  const ofAuthority = eq(theoryVersions.authorityId, authorityId);
  for (const key of ['content', 'publicContent'] as const) {
    const column = theoryVersions[key];
    const rows = await tx
      .select({ id, content: column })
      .from(theoryVersions)
      .where(and(ofAuthority, mayName(sql`cast(${column} as text)`, name)));
    for (const row of rows) {
      const content = everyText(row.content, (text) => withoutName(text, name));
      await tx
        .update(theoryVersions)
        .set({ [key]: content })
        .where(and(ofAuthority, eq(id, row.id)));
    }
  }
}

/** The same value with every text in it, however deep, made another; keys stay. */
function everyText(value: unknown, made: (text: string) => string): unknown {
  if (typeof value === 'string') return made(value);
  if (Array.isArray(value)) return value.map((each) => everyText(each, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, everyText(each, made)]),
  );
}

async function takeNameOutOfTrail(tx: Writer, authorityId: string, name: string): Promise<void> {
  const rows = await tx
    .select({ id: auditRows.id, details: auditRows.details })
    .from(auditRows)
    .where(
      and(
        eq(auditRows.authorityId, authorityId),
        mayName(sql`cast(${auditRows.details} as text)`, name),
      ),
    );
  for (const { id, details } of rows) {
    const clean = Object.fromEntries(
      Object.entries(details).map(([key, value]) => [
        key,
        typeof value === 'string' ? withoutName(value, name) : value,
      ]),
    );
    if (JSON.stringify(clean) === JSON.stringify(details)) continue;
    await tx
      .update(auditRows)
      .set({ details: clean })
      .where(and(eq(auditRows.authorityId, authorityId), eq(auditRows.id, id)));
  }
}

const keyOf = (column: PgColumn) =>
  Object.entries(getTableColumns(column.table)).find(([, one]) => one === column)?.[0] ?? '';

/**
 * Whether a text may hold a name, for the database to say before texts are read: never no where
 * `withoutName` finds it, whatever the case and the spaces, in JSON too. Engines fold the case of
 * ASCII alike and of other letters each in its own way: any letter may stand for one of those.
 */
function mayName(text: SQL, name: string): SQL {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[^ -~]|[%_"\\]/gu, wildcardOf).toLowerCase());
  return like(sql`lower(${text})`, `%${parts.join('%')}%`);
}

/** What stands in a pattern for a letter that does not stand for itself there. */
function wildcardOf(letter: string): string {
  // In JSON these two are written as two signs each.
  if (letter === '"' || letter === '\\') return '%';
  if (letter === '%' || letter === '_') return '_';
  return letter.toLowerCase() === letter.toUpperCase() ? letter : '_';
}

/** The text with the whole name, and not a part of a longer one, taken out. */
export function withoutName(text: string, name: string): string {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(whole, FORMER_MEMBER);
}
