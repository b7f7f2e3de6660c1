import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { firstOf } from './people.ts';
import { authorities, programmes, theoryVersions } from './schema/index.ts';
import { acrossAuthorities, actFor } from './scope.server.ts';
import type { Reader, Writer } from './store.server.ts';

export type VersionRow = typeof theoryVersions.$inferSelect;

/** A named state of a theory as lists show it: everything but what it holds. */
export type VersionLine = Omit<VersionRow, 'content' | 'publicContent'>;

const LINE = {
  id: theoryVersions.id,
  authorityId: theoryVersions.authorityId,
  programmeId: theoryVersions.programmeId,
  theoryId: theoryVersions.theoryId,
  name: theoryVersions.name,
  sequence: theoryVersions.sequence,
  note: theoryVersions.note,
  madeBy: theoryVersions.madeBy,
  at: theoryVersions.at,
  code: theoryVersions.code,
  publishedAt: theoryVersions.publishedAt,
  publishedBy: theoryVersions.publishedBy,
  comment: theoryVersions.comment,
  withdrawnAt: theoryVersions.withdrawnAt,
};

/** The named states of a theory, latest first. */
export async function versionsOf(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<VersionLine[]> {
  return db
    .select(LINE)
    .from(theoryVersions)
    .where(and(eq(theoryVersions.authorityId, authorityId), eq(theoryVersions.theoryId, theoryId)))
    .orderBy(desc(theoryVersions.sequence), desc(theoryVersions.at), desc(theoryVersions.id));
}

/** One named state with what it holds. */
export async function versionById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<{ version: VersionLine; theory: Theory; seen: Theory | null } | undefined> {
  const rows = await db
    .select()
    .from(theoryVersions)
    .where(
      and(
        eq(theoryVersions.authorityId, authorityId),
        eq(theoryVersions.programmeId, programmeId),
        eq(theoryVersions.id, id),
      ),
    );
  const row = firstOf(rows);
  if (row === undefined) return undefined;
  const { content, publicContent, ...version } = row;
  const seen = publicContent === null ? null : asTheory(row.theoryId, publicContent);
  return { version, theory: asTheory(row.theoryId, content), seen };
}

/** A theory that was kept whole; what it could not hold when it was kept is empty. */
function asTheory(id: string, content: unknown): Theory {
  return { ...emptyTheory(id, ''), ...(content as Partial<Theory>) };
}

export async function insertVersion(tx: Writer, row: VersionRow): Promise<void> {
  await tx.insert(theoryVersions).values(row);
}

/** Changes what is said of a version, or who sees it; never what it holds. */
export async function updateVersion(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<
    Pick<
      VersionRow,
      'name' | 'note' | 'code' | 'publishedAt' | 'publishedBy' | 'publicContent' | 'comment'
    > & { withdrawnAt: Date | null }
  >,
): Promise<void> {
  await tx
    .update(theoryVersions)
    .set(change)
    .where(and(eq(theoryVersions.authorityId, authorityId), eq(theoryVersions.id, id)));
}

/** A version that everybody may see, as the public page needs it. */
export interface PublishedVersion {
  id: string;
  name: string;
  publishedAt: Date;
  comment: string;
  theory: Theory;
}

/**
 * What stands at a public address: every version that is published and not withdrawn, latest first,
 * and whose it is; undefined when nothing does.
 */
export async function publishedAt(db: Reader, code: string) {
  const rows = await acrossAuthorities('a public address', () =>
    db
      .select({ version: theoryVersions, authority: authorities, programme: programmes })
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
          eq(theoryVersions.code, code),
          isNotNull(theoryVersions.publishedAt),
          isNull(theoryVersions.withdrawnAt),
        ),
      )
      .orderBy(
        desc(theoryVersions.publishedAt),
        desc(theoryVersions.sequence),
        asc(theoryVersions.id),
      ),
  );
  const first = firstOf(rows);
  if (first === undefined) return undefined;
  actFor(first.authority.id);
  const { authority, programme } = first;
  return {
    authority: {
      id: authority.id,
      name: authority.name,
      colour: authority.colour,
      isDemonstration: authority.isDemonstration,
    },
    programme: { id: programme.id, title: programme.title },
    versions: rows.flatMap(({ version }): PublishedVersion[] => {
      const { id, name, publishedAt: at, comment, publicContent, theoryId } = version;
      if (at === null || publicContent === null) return [];
      return [{ id, name, publishedAt: at, comment, theory: asTheory(theoryId, publicContent) }];
    }),
  };
}
