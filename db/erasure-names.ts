import { and, eq, getTableColumns, getTableName, like, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { columnOf } from './erasure.ts';
import { NAMED_IN, NAMED_WITHIN } from './erasure-columns.ts';
import { FORMER_MEMBER } from './erasure-list.ts';
import { auditRows, planVersions } from './schema/index.ts';
import type { Writer } from './store.server.ts';

// Names of members in what staff wrote.

/** A first name alone may be anybody's, and is a word of its own. */
export const isFullName = (name: string) => /\S\s+\S/.test(name.trim());

/**
 * Takes a full name out of what staff wrote, wherever it stands there, out of what was kept or published
 * of it, and out of the audit trail. A signed plan that holds it is marked.
 */
export async function takeNameOut(
  tx: Writer,
  authorityId: string,
  name: string,
  instead: string = FORMER_MEMBER,
): Promise<void> {
  if (!isFullName(name)) return;
  for (const column of NAMED_IN) {
    const key = keyOf(column);
    const { table } = column;
    const rows = await tx
      .select({ id: keyOfRows(table), text: column })
      .from(table)
      .where(and(eq(columnOf(table, 'authorityId'), authorityId), mayName(sql`${column}`, name)));
    for (const { id, text } of rows as { id: string; text: string }[]) {
      await tx
        .update(table)
        .set({ [key]: withoutName(text, name, instead) })
        .where(and(eq(columnOf(table, 'authorityId'), authorityId), eq(keyOfRows(table), id)));
    }
  }
  for (const column of NAMED_WITHIN) {
    await takeNameOutOfData(tx, column, authorityId, { name, instead });
  }
  await markSigned(tx, authorityId, name);
  await takeNameOutOfTrail(tx, authorityId, { name, instead });
}

/** Takes a name out of every text of a column that holds data. */
async function takeNameOutOfData(
  tx: Writer,
  column: PgColumn,
  authorityId: string,
  { name, instead }: { name: string; instead: string },
): Promise<void> {
  const { table } = column;
  const id = keyOfRows(table);
  const ofAuthority = eq(columnOf(table, 'authorityId'), authorityId);
  const rows = await tx
    .select({ id, data: column })
    .from(table)
    .where(and(ofAuthority, mayName(sql`cast(${column} as text)`, name)));
  for (const row of rows as { id: string; data: unknown }[]) {
    await tx
      .update(table)
      .set({ [keyOf(column)]: everyText(row.data, (text) => withoutName(text, name, instead)) })
      .where(and(ofAuthority, eq(id, row.id)));
  }
}

/** Plans that were signed with the name in them keep what their seal is of, and are not published again. */
async function markSigned(tx: Writer, authorityId: string, name: string): Promise<void> {
  const { id, frozen } = planVersions;
  const ofAuthority = eq(planVersions.authorityId, authorityId);
  const rows = await tx
    .select({ id, frozen })
    .from(planVersions)
    .where(and(ofAuthority, mayName(sql`cast(${frozen} as text)`, name)));
  for (const row of rows) {
    let named = false;
    everyText(row.frozen, (text) => {
      named ||= withoutName(text, name) !== text;
      return text;
    });
    if (!named) continue;
    await tx
      .update(planVersions)
      .set({ nameErasedAt: new Date() })
      .where(and(ofAuthority, eq(id, row.id)));
  }
}

/** What a row is known by: its id, or that of the one thing that it belongs to. */
function keyOfRows(table: PgTable): PgColumn {
  const key = Object.values(getTableColumns(table)).find(({ primary }) => primary);
  if (!key) throw new Error(`${getTableName(table)} has no key of one column.`);
  return key;
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

async function takeNameOutOfTrail(
  tx: Writer,
  authorityId: string,
  { name, instead }: { name: string; instead: string },
): Promise<void> {
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
        typeof value === 'string' ? withoutName(value, name, instead) : value,
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
export function withoutName(text: string, name: string, instead = FORMER_MEMBER): string {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(whole, instead);
}
