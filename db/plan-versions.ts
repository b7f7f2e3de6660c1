import { and, asc, desc, eq, gte, isNull, lt, max } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { authorities, planComments, planVersions, programmes } from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type PlanVersionRow = typeof planVersions.$inferSelect;
export type PlanCommentRow = typeof planComments.$inferSelect;

/** A version without what is frozen in it, for lists. */
export type PlanVersionHead = Omit<PlanVersionRow, 'frozen'>;

const HEAD = {
  id: planVersions.id,
  authorityId: planVersions.authorityId,
  programmeId: planVersions.programmeId,
  number: planVersions.number,
  name: planVersions.name,
  state: planVersions.state,
  digest: planVersions.digest,
  putUpBy: planVersions.putUpBy,
  putUpName: planVersions.putUpName,
  putUpAt: planVersions.putUpAt,
  decidedName: planVersions.decidedName,
  decidedAt: planVersions.decidedAt,
  words: planVersions.words,
  nameErasedAt: planVersions.nameErasedAt,
};

const inProgramme = (authorityId: string, programmeId: string) =>
  and(eq(planVersions.authorityId, authorityId), eq(planVersions.programmeId, programmeId));

/** The versions of a plan, latest first. */
export async function versionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlanVersionHead[]> {
  return db
    .select(HEAD)
    .from(planVersions)
    .where(inProgramme(authorityId, programmeId))
    .orderBy(desc(planVersions.number));
}

/** One version with everything that is frozen in it. */
export async function versionById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<PlanVersionRow | undefined> {
  const rows = await db
    .select()
    .from(planVersions)
    .where(and(inProgramme(authorityId, programmeId), eq(planVersions.id, id)));
  return firstOf(rows);
}

/** The version that was approved last. */
export async function approvedLast(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlanVersionRow | undefined> {
  const rows = await db
    .select()
    .from(planVersions)
    .where(and(inProgramme(authorityId, programmeId), eq(planVersions.state, 'approved')))
    .orderBy(desc(planVersions.number))
    .limit(1);
  return firstOf(rows);
}

/**
 * The approved version whose digest begins so, with whose it is. Without an authority in its where
 * clause: whoever holds a printed plan knows its seal and nothing else.
 *
 * @param seal at least 32 hexadecimal figures
 */
export async function approvedBySeal(db: Reader, seal: string) {
  return itsAuthority(
    'a public address',
    () =>
      db
        .select({
          version: planVersions,
          programme: programmes.title,
          authority: authorities,
        })
        .from(planVersions)
        .innerJoin(
          programmes,
          and(
            eq(programmes.authorityId, planVersions.authorityId),
            eq(programmes.id, planVersions.programmeId),
          ),
        )
        .innerJoin(authorities, eq(authorities.id, planVersions.authorityId))
        // From the seal up to whatever comes after all that begin with it ("g" is behind the figures of
        // a digest): `like` would go through every version of every authority.
        .where(
          and(
            gte(planVersions.digest, seal),
            lt(planVersions.digest, `${seal}g`),
            eq(planVersions.state, 'approved'),
          ),
        ),
    ({ authority }) => authority.id,
  );
}

/** The number that the next version gets. */
export async function nextNumber(
  tx: Writer,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  const [row] = await tx
    .select({ last: max(planVersions.number) })
    .from(planVersions)
    .where(inProgramme(authorityId, programmeId));
  return (row?.last ?? 0) + 1;
}

export async function insertVersion(
  tx: Writer,
  row: typeof planVersions.$inferInsert,
): Promise<void> {
  await tx.insert(planVersions).values(row);
}

/** Decides on a version that waits; false when somebody decided before. */
export async function decideOn(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Pick<PlanVersionRow, 'state' | 'decidedName' | 'decidedAt' | 'words'>,
): Promise<boolean> {
  const rows = await tx
    .update(planVersions)
    .set(change)
    .where(
      and(
        eq(planVersions.authorityId, authorityId),
        eq(planVersions.id, id),
        eq(planVersions.state, 'waiting'),
      ),
    )
    .returning({ id: planVersions.id });
  return rows.length === 1;
}

/** What was said about a plan: what is open first, then the latest. */
export async function commentsOnPlan(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlanCommentRow[]> {
  const rows = await db
    .select()
    .from(planComments)
    .where(
      and(eq(planComments.authorityId, authorityId), eq(planComments.programmeId, programmeId)),
    )
    .orderBy(asc(planComments.at), asc(planComments.id));
  const open = rows.filter(({ settledAt }) => settledAt === null);
  return [...open, ...rows.filter(({ settledAt }) => settledAt !== null).reverse()];
}

export async function insertComment(tx: Writer, row: PlanCommentRow): Promise<void> {
  await tx.insert(planComments).values(row);
}

/** Settles a comment; false when somebody has settled it before. */
export async function settleComment(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  id: string,
  change: Pick<PlanCommentRow, 'answer' | 'settledName' | 'settledAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(planComments)
    .set(change)
    .where(
      and(
        eq(planComments.authorityId, authorityId),
        eq(planComments.programmeId, programmeId),
        eq(planComments.id, id),
        isNull(planComments.settledAt),
      ),
    )
    .returning({ id: planComments.id });
  return rows.length === 1;
}
