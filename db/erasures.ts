import { and, eq, gt, inArray } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { forgetWords } from './coding.ts';
import type { Erased } from './erased.server.ts';
import {
  answerImports,
  authorities,
  erasures,
  interests,
  people,
  responses,
} from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Everything that the database knows was erased, of every authority. */
export async function allErasures(db: Reader): Promise<Erased[]> {
  return (await db.select().from(erasures)) as Erased[];
}

export async function insertErasures(tx: Writer, lines: readonly Erased[]): Promise<void> {
  for (let at = 0; at < lines.length; at += 500) {
    await tx
      .insert(erasures)
      .values(lines.slice(at, at + 500))
      .onConflictDoNothing();
  }
}

export async function authorityIds(db: Reader): Promise<string[]> {
  return (await db.select({ id: authorities.id }).from(authorities)).map(({ id }) => id);
}

/** By which column each kind of thing was written down. */
const BY = {
  response: responses.id,
  import: answerImports.id,
  interest: interests.reference,
  member: people.id,
  staff: people.id,
} as const;

/** The ids of one kind of an authority, some at a time, in their order. */
export async function* idsOf(
  db: Reader,
  authorityId: string,
  kind: keyof typeof BY,
): AsyncGenerator<string[]> {
  const column: PgColumn = BY[kind];
  const owner = { response: responses, import: answerImports, interest: interests }[
    kind as 'response'
  ] as typeof responses | undefined;
  const table = owner ?? people;
  for (let last = ''; ;) {
    const rows = (await db
      .select({ id: column })
      .from(table)
      .where(and(eq(table.authorityId, authorityId), gt(column, last)))
      .orderBy(column)
      .limit(2000)) as { id: string }[];
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id ?? '';
  }
}

/** The answers that these imports brought. */
export async function responsesOfImports(
  db: Reader,
  authorityId: string,
  importIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(eq(responses.authorityId, authorityId), inArray(responses.importId, [...importIds])),
    );
  return rows.map(({ id }) => id);
}

export async function forgetImports(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .delete(answerImports)
    .where(and(eq(answerImports.authorityId, authorityId), inArray(answerImports.id, [...ids])));
}

export async function forgetInterests(
  tx: Writer,
  authorityId: string,
  references: readonly string[],
): Promise<void> {
  const gone = await tx
    .delete(interests)
    .where(
      and(eq(interests.authorityId, authorityId), inArray(interests.reference, [...references])),
    )
    .returning({ id: interests.id });
  const ids = gone.map(({ id }) => id);
  await forgetWords(tx, authorityId, 'interest', ids);
}
