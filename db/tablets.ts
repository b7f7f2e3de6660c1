import { and, desc, eq, lt } from 'drizzle-orm';
import type { EntryBatch } from './entry.ts';
import { firstOf, type Programme } from './people.ts';
import { auditRows, entryBatches, outreachTablets, programmes, surveys } from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type OutreachTablet = typeof outreachTablets.$inferSelect;

export async function insertTablet(tx: Writer, row: OutreachTablet): Promise<void> {
  await tx.insert(outreachTablets).values(row);
}

/**
 * The tablet that holds a token. Without an authority in the where clause: the token is all that a
 * tablet knows.
 */
export async function tabletWithToken(
  db: Reader,
  tokenHash: string,
): Promise<OutreachTablet | undefined> {
  return itsAuthority(
    'a secret address',
    () => db.select().from(outreachTablets).where(eq(outreachTablets.tokenHash, tokenHash)),
    ({ authorityId }) => authorityId,
  );
}

export async function tabletById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<OutreachTablet | undefined> {
  const rows = await db
    .select()
    .from(outreachTablets)
    .where(and(eq(outreachTablets.authorityId, authorityId), eq(outreachTablets.id, id)));
  return firstOf(rows);
}

/**
 * Forgets tablets that have long expired, with the keys of what they sealed: what they did not send
 * by then is not sent any more. For every authority.
 */
export async function forgetOldTablets(tx: Writer, before: Date): Promise<void> {
  await tx.delete(outreachTablets).where(lt(outreachTablets.expiresAt, before));
}

/** A batch of an authority with the programme of its survey: for a tablet, which knows no address. */
export async function batchInAuthority(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<{ batch: EntryBatch; programme: Programme } | undefined> {
  const rows = await db
    .select({ batch: entryBatches, programme: programmes })
    .from(entryBatches)
    .innerJoin(
      surveys,
      and(eq(surveys.id, entryBatches.surveyId), eq(surveys.authorityId, entryBatches.authorityId)),
    )
    .innerJoin(
      programmes,
      and(eq(programmes.id, surveys.programmeId), eq(programmes.authorityId, surveys.authorityId)),
    )
    .where(and(eq(entryBatches.authorityId, authorityId), eq(entryBatches.id, id)));
  return firstOf(rows);
}

/** When somebody last closed a survey by hand; null when nobody did. */
export async function surveyClosedAt(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<Date | null> {
  const rows = await db
    .select({ at: auditRows.at })
    .from(auditRows)
    .where(
      and(
        eq(auditRows.authorityId, authorityId),
        eq(auditRows.thingId, surveyId),
        eq(auditRows.action, 'survey.closed'),
      ),
    )
    .orderBy(desc(auditRows.at))
    .limit(1);
  return firstOf(rows)?.at ?? null;
}
