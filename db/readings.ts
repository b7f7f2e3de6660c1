import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { readings } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type Reading = typeof readings.$inferSelect;

/** Which rows of the log somebody asks for; what is left out narrows nothing. */
export interface ReadingsAsked {
  personId?: string;
  what?: string;
  /** The first day and the day after the last, as moments. */
  from?: Date;
  until?: Date;
}

export async function insertReading(tx: Writer, row: Reading): Promise<void> {
  await tx.insert(readings).values(row);
}

const wanted = (authorityId: string, asked: ReadingsAsked) =>
  and(
    eq(readings.authorityId, authorityId),
    asked.personId === undefined ? undefined : eq(readings.personId, asked.personId),
    asked.what === undefined ? undefined : eq(readings.what, asked.what),
    asked.from === undefined ? undefined : gte(readings.at, asked.from),
    asked.until === undefined ? undefined : lt(readings.at, asked.until),
  );

/** Newest first, a page of them. */
export async function readingsOf(
  db: Reader,
  authorityId: string,
  asked: ReadingsAsked,
  page: number,
  size: number,
): Promise<Reading[]> {
  return db
    .select()
    .from(readings)
    .where(wanted(authorityId, asked))
    .orderBy(desc(readings.at), desc(readings.id))
    .limit(size)
    .offset(page * size);
}

export async function howManyReadings(
  db: Reader,
  authorityId: string,
  asked: ReadingsAsked,
): Promise<number> {
  return db.$count(readings, wanted(authorityId, asked));
}

/** Everybody who stands in the log, for the filter. */
export async function readersIn(
  db: Reader,
  authorityId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: readings.personId, name: sql<string>`max(${readings.personName})` })
    .from(readings)
    .where(eq(readings.authorityId, authorityId))
    .groupBy(readings.personId);
}
