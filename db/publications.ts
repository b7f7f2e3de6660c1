import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { firstOf } from './people.ts';
import {
  authorities,
  broughtPublications,
  likenessJudgements,
  programmes,
  publishedPlans,
  takenFragments,
  theoryVersions,
} from './schema/index.ts';
import { acrossAuthorities } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

// What has been published across the authorities of one installation. These are the only queries that
// read across authorities, and they read what is frozen and public and nothing else: never a theory, a
// plan, a need or a figure as it stands.

/** Whose a publication is, and which edition of it stands, without what it says. */
export interface PublishedHead {
  authorityId: string;
  programmeId: string;
  owner: string;
  programme: string;
  fictional: boolean;
  code: string;
  versionId: string;
  publishedAt: Date;
}

const WHOSE = {
  owner: authorities.name,
  programme: programmes.title,
  fictional: authorities.isDemonstration,
};

/**
 * The newest published theory at each address that is not withdrawn.
 *
 * @param fictional of fictional places, or of real ones: the two are never shown together
 */
export async function publishedTheoriesHere(
  db: Reader,
  fictional: boolean,
): Promise<(PublishedHead & { version: string })[]> {
  const rows = await acrossAuthorities('what is published', () =>
    db
      .select({
        authorityId: theoryVersions.authorityId,
        programmeId: theoryVersions.programmeId,
        ...WHOSE,
        code: theoryVersions.code,
        versionId: theoryVersions.id,
        version: theoryVersions.name,
        publishedAt: theoryVersions.publishedAt,
      })
      .from(theoryVersions)
      .innerJoin(authorities, eq(authorities.id, theoryVersions.authorityId))
      .innerJoin(
        programmes,
        and(
          eq(programmes.authorityId, theoryVersions.authorityId),
          eq(programmes.id, theoryVersions.programmeId),
        ),
      )
      .where(
        and(
          isNotNull(theoryVersions.code),
          isNotNull(theoryVersions.publishedAt),
          isNotNull(theoryVersions.publicContent),
          isNull(theoryVersions.withdrawnAt),
          eq(authorities.isDemonstration, fictional),
        ),
      )
      .orderBy(
        desc(theoryVersions.publishedAt),
        desc(theoryVersions.sequence),
        asc(theoryVersions.id),
      ),
  );
  return newestOfEach(
    rows.flatMap(({ code, publishedAt, ...row }) =>
      code === null || publishedAt === null ? [] : [{ ...row, code, publishedAt }],
    ),
  );
}

/** The newest published plan at each address; none where the newest was taken down. */
export async function publishedPlansHere(db: Reader, fictional: boolean): Promise<PublishedHead[]> {
  const rows = await acrossAuthorities('what is published', () =>
    db
      .select({
        authorityId: publishedPlans.authorityId,
        programmeId: publishedPlans.programmeId,
        ...WHOSE,
        code: publishedPlans.code,
        versionId: publishedPlans.versionId,
        publishedAt: publishedPlans.publishedAt,
        withdrawnAt: publishedPlans.withdrawnAt,
      })
      .from(publishedPlans)
      .innerJoin(authorities, eq(authorities.id, publishedPlans.authorityId))
      .innerJoin(
        programmes,
        and(
          eq(programmes.authorityId, publishedPlans.authorityId),
          eq(programmes.id, publishedPlans.programmeId),
        ),
      )
      .where(eq(authorities.isDemonstration, fictional))
      .orderBy(desc(publishedPlans.publishedAt), desc(publishedPlans.id)),
  );
  return newestOfEach(rows).flatMap(({ withdrawnAt, ...head }) =>
    withdrawnAt === null ? [head] : [],
  );
}

function newestOfEach<Row extends { code: string }>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) if (!newest.has(row.code)) newest.set(row.code, row);
  return [...newest.values()];
}

/** What these versions say, by version: only of heads that were read here, which are public. */
export async function publicTheories(
  db: Reader,
  versionIds: readonly string[],
): Promise<Map<string, Theory>> {
  if (versionIds.length === 0) return new Map();
  const { id, theoryId, publicContent: content } = theoryVersions;
  const rows = await acrossAuthorities('what is published', () =>
    db
      .select({ id, theoryId, content })
      .from(theoryVersions)
      .where(and(inArray(id, [...versionIds]), isNull(theoryVersions.withdrawnAt))),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { ...emptyTheory(row.theoryId, ''), ...(row.content as Partial<Theory>) },
    ]),
  );
}

/** The same of plans. */
export async function publicPlans(
  db: Reader,
  versionIds: readonly string[],
): Promise<Map<string, unknown>> {
  if (versionIds.length === 0) return new Map();
  const { versionId, content } = publishedPlans;
  const rows = await acrossAuthorities('what is published', () =>
    db
      .select({ versionId, content })
      .from(publishedPlans)
      .where(and(inArray(versionId, [...versionIds]), isNull(publishedPlans.withdrawnAt))),
  );
  return new Map(rows.map((row) => [row.versionId, row.content]));
}

// ── what somebody said is the same ──────────────────────────────────────────────────────────────

export type LikenessRow = typeof likenessJudgements.$inferSelect;

/** By every code of a publication: which one it goes by changes when more of it is published. */
export async function likenessesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  codes: readonly string[],
): Promise<LikenessRow[]> {
  return db
    .select()
    .from(likenessJudgements)
    .where(
      and(
        eq(likenessJudgements.authorityId, authorityId),
        eq(likenessJudgements.programmeId, programmeId),
        inArray(likenessJudgements.code, [...codes]),
      ),
    )
    .orderBy(asc(likenessJudgements.decidedAt), asc(likenessJudgements.id));
}

/** Keeps what somebody said of a pair, in place of what was said before; null takes it back. */
export async function keepLikeness(
  tx: Writer,
  pair: Pick<LikenessRow, 'authorityId' | 'programmeId' | 'ours' | 'theirs'>,
  codes: readonly string[],
  row: LikenessRow | null,
): Promise<void> {
  await tx
    .delete(likenessJudgements)
    .where(
      and(
        eq(likenessJudgements.authorityId, pair.authorityId),
        eq(likenessJudgements.programmeId, pair.programmeId),
        inArray(likenessJudgements.code, [...codes]),
        eq(likenessJudgements.ours, pair.ours),
        eq(likenessJudgements.theirs, pair.theirs),
      ),
    );
  if (row) await tx.insert(likenessJudgements).values(row);
}

// ── what was brought in as a file ───────────────────────────────────────────────────────────────

export type BroughtRow = typeof broughtPublications.$inferSelect;

/** @param wanted ids; null for all */
export async function broughtOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  wanted: readonly string[] | null,
): Promise<BroughtRow[]> {
  return db
    .select()
    .from(broughtPublications)
    .where(
      and(
        eq(broughtPublications.authorityId, authorityId),
        eq(broughtPublications.programmeId, programmeId),
        wanted === null ? undefined : inArray(broughtPublications.id, [...wanted]),
      ),
    )
    .orderBy(desc(broughtPublications.broughtAt), desc(broughtPublications.id));
}

export async function insertBrought(tx: Writer, row: BroughtRow): Promise<void> {
  await tx.insert(broughtPublications).values(row);
}

export async function deleteBrought(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<BroughtRow | undefined> {
  const rows = await tx
    .delete(broughtPublications)
    .where(
      and(
        eq(broughtPublications.authorityId, authorityId),
        eq(broughtPublications.programmeId, programmeId),
        eq(broughtPublications.id, id),
      ),
    )
    .returning();
  return firstOf(rows);
}

// ── what was taken over ─────────────────────────────────────────────────────────────────────────

export type FragmentRow = typeof takenFragments.$inferSelect;

/** Everything that a programme has taken over from others, latest first. */
export async function fragmentsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<FragmentRow[]> {
  return db
    .select()
    .from(takenFragments)
    .where(
      and(eq(takenFragments.authorityId, authorityId), eq(takenFragments.programmeId, programmeId)),
    )
    .orderBy(desc(takenFragments.takenAt), desc(takenFragments.id));
}

export async function insertFragment(tx: Writer, row: FragmentRow): Promise<void> {
  await tx.insert(takenFragments).values(row);
}

/** Notes what of a fragment was followed, and how far somebody has looked. */
export async function updateFragment(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<FragmentRow, 'taken' | 'lookedAt'>>,
): Promise<void> {
  await tx
    .update(takenFragments)
    .set(change)
    .where(and(eq(takenFragments.authorityId, authorityId), eq(takenFragments.id, id)));
}
