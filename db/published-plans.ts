import { and, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { authorities, programmes, publishedPlans } from './schema/index.ts';
import { acrossAuthorities, actFor } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type PublishedPlanRow = typeof publishedPlans.$inferSelect;

/** What of a programme's plan was published, the latest first; withdrawn ones too. */
export async function publishedPlansOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PublishedPlanRow[]> {
  return db
    .select()
    .from(publishedPlans)
    .where(
      and(eq(publishedPlans.authorityId, authorityId), eq(publishedPlans.programmeId, programmeId)),
    )
    .orderBy(desc(publishedPlans.publishedAt), desc(publishedPlans.id));
}

/** The address of the plan that everybody may read now; undefined while there is none. */
export async function publicPlanCode(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ code: publishedPlans.code, withdrawnAt: publishedPlans.withdrawnAt })
    .from(publishedPlans)
    .where(
      and(eq(publishedPlans.authorityId, authorityId), eq(publishedPlans.programmeId, programmeId)),
    )
    .orderBy(desc(publishedPlans.publishedAt), desc(publishedPlans.id))
    .limit(1);
  const newest = firstOf(rows);
  return newest?.withdrawnAt === null ? newest.code : undefined;
}

/**
 * Everything that stands or stood at a public address, the latest first, and whose it is. Without an
 * authority in its where clause: whoever has the address may read it.
 */
export async function plansAt(db: Reader, code: string) {
  const rows = await acrossAuthorities('a public address', () =>
    db
      .select({ row: publishedPlans, authority: authorities, programme: programmes.title })
      .from(publishedPlans)
      .innerJoin(authorities, eq(authorities.id, publishedPlans.authorityId))
      .innerJoin(
        programmes,
        and(
          eq(programmes.authorityId, publishedPlans.authorityId),
          eq(programmes.id, publishedPlans.programmeId),
        ),
      )
      .where(eq(publishedPlans.code, code))
      .orderBy(desc(publishedPlans.publishedAt), desc(publishedPlans.id)),
  );
  const first = firstOf(rows);
  if (first === undefined) return undefined;
  actFor(first.authority.id);
  return {
    authority: first.authority,
    programmeId: first.row.programmeId,
    programme: first.programme,
    rows: rows.map(({ row }) => row),
  };
}

export async function insertPublishedPlan(tx: Writer, row: PublishedPlanRow): Promise<void> {
  await tx.insert(publishedPlans).values(row);
}

/** Publishes a version again with other choices, or takes it down. */
export async function updatePublishedPlan(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<
    Pick<
      PublishedPlanRow,
      'content' | 'publishedAt' | 'publishedBy' | 'withdrawnAt' | 'withdrawnBy'
    >
  >,
): Promise<void> {
  await tx
    .update(publishedPlans)
    .set(change)
    .where(and(eq(publishedPlans.authorityId, authorityId), eq(publishedPlans.id, id)));
}
