import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { consultationOfStatement, statementOfVote } from './joins.ts';
import { firstOf } from './people.ts';
import { consultations, statements, votes } from './schema/index.ts';
import type { ItemAbout } from './schema/panel.ts';
import type { Reader } from './store.server.ts';

/** The walks of a programme, newest first. */
export async function walksOf(db: Reader, authorityId: string, programmeId: string) {
  const { id, title, status, closesOn } = consultations;
  return db
    .select({ id, title, status, closesOn })
    .from(consultations)
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        eq(consultations.kind, 'walk'),
      ),
    )
    .orderBy(desc(consultations.createdAt), desc(consultations.id));
}

/** What one answer to a stop of a walk was about, and its words by name. */
export async function wordsInWalk(
  db: Reader,
  authorityId: string,
  consultationId: string,
  voteId: string,
): Promise<
  { about: ItemAbout | null; text: string; words: Record<string, string> | null } | undefined
> {
  const rows = await db
    .select({ about: statements.about, text: statements.text, words: votes.words })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .where(
      and(
        eq(votes.authorityId, authorityId),
        eq(votes.id, voteId),
        eq(statements.consultationId, consultationId),
      ),
    );
  return firstOf(rows);
}

/**
 * Every answer to something that a programme asked about its theory or its plan, with what it was
 * about: drafts left out, the oldest consultation first. For what members doubt, link by link.
 */
export async function answersAbout(
  db: Reader,
  authorityId: string,
  programmeId: string,
  kind: 'walk' | 'plan-line',
): Promise<
  {
    consultationId: string;
    title: string;
    status: string;
    closesOn: string | null;
    statementId: string;
    text: string;
    about: ItemAbout | null;
    /** Null where nobody has answered it. */
    vote: string | null;
    memberId: string | null;
  }[]
> {
  return db
    .select({
      consultationId: consultations.id,
      title: consultations.title,
      status: consultations.status,
      closesOn: consultations.closesOn,
      statementId: statements.id,
      text: statements.text,
      about: statements.about,
      vote: votes.vote,
      memberId: votes.memberId,
    })
    .from(statements)
    .innerJoin(consultations, consultationOfStatement)
    .leftJoin(votes, and(eq(votes.statementId, statements.id), eq(votes.authorityId, authorityId)))
    .where(
      and(
        eq(statements.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        eq(consultations.kind, kind),
        ne(consultations.status, 'draft'),
      ),
    )
    .orderBy(
      asc(consultations.createdAt),
      asc(consultations.id),
      asc(statements.position),
      asc(statements.id),
    );
}

/** Every answer to some of the things that were asked. */
export async function votesOnStatements(
  db: Reader,
  authorityId: string,
  statementIds: readonly string[],
): Promise<(typeof votes.$inferSelect)[]> {
  if (statementIds.length === 0) return [];
  return db
    .select()
    .from(votes)
    .where(and(eq(votes.authorityId, authorityId), inArray(votes.statementId, [...statementIds])));
}
