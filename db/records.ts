import { and, asc, eq, exists, gte, inArray, isNotNull, isNull, max, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FactKind } from '#app/plan/coverage/shown-by.ts';
import { ready } from './ready.ts';
import {
  boards,
  boardSeats,
  communications,
  consultations,
  measureValues,
  meetings,
  needs,
  panelMembers,
  panelTerms,
  participationReturns,
  reachCounts,
  reachReturns,
  replies,
  responses,
  sharingAgreements,
  surveys,
  themes,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

export interface FactRow {
  kind: FactKind | 'figure';
  id: string;
  words: string;
  detail: string;
  /** Requirements that it is tied to, as the text of a JSON list. */
  keys: string;
}

/** Surveys that somebody has answered, and whether each says on which lawful basis. */
export async function surveysWithAnswers(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ id: string; title: string; hasBasis: boolean }[]> {
  const answered = db
    .select({ one: sql`1` })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveys.id)));
  const rows = await db
    .select({ id: surveys.id, title: surveys.title, lawfulBasis: surveys.lawfulBasis })
    .from(surveys)
    .where(
      and(
        eq(surveys.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        exists(answered),
      ),
    )
    .orderBy(asc(surveys.createdAt), asc(surveys.id));
  return rows.map(({ id, title, lawfulBasis }) => ({ id, title, hasBasis: lawfulBasis !== null }));
}

/**
 * What else may show that a requirement is met, one row each, in one query: never whose words or
 * votes they are, and of members only which kinds there are. A reach return stands once for each thing
 * that its newest submitted version counts: `users`, or `users:age` for users by age.
 *
 * @param today a seat whose last day is before it has ended
 */
export function factRows(
  db: Reader,
  authorityId: string,
  programmeId: string,
  today: string,
): Promise<FactRow[]> {
  return everyFact(db, { authorityId, programmeId, today });
}

interface OfDay extends Record<string, string> {
  authorityId: string;
  programmeId: string;
  today: string;
}

const everyFact = ready((db: Reader, { authorityId, programmeId, today }: OfDay) => {
  const none = sql<string>`''`;
  const kind = (word: FactRow['kind']) => sql<FactRow['kind']>`${sql.raw(`'${word}'`)}`;
  const of = (table: { authorityId: PgColumn; programmeId: PgColumn }) =>
    and(eq(table.authorityId, authorityId), eq(table.programmeId, programmeId));
  const answered = db
    .select({ one: sql`1` })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveys.id)));
  // The newest version of a quarter that was submitted: what it took out counts no longer.
  const standing = db
    .select({ quarter: reachReturns.quarter, newest: max(reachReturns.number).as('newest_number') })
    .from(reachReturns)
    .where(and(of(reachReturns), isNotNull(reachReturns.submittedAt)))
    .groupBy(reachReturns.quarter)
    .as('standing');
  return db
    .select({
      kind: kind('survey'),
      id: surveys.id,
      words: sql<string>`${surveys.title}`,
      detail: sql<string>`case when ${surveys.lawfulBasis} is null then '' else 'basis' end`,
      keys: none,
    })
    .from(surveys)
    .where(and(of(surveys), exists(answered)))
    .unionAll(
      db
        .select({
          kind: kind('consultation'),
          id: consultations.id,
          words: sql<string>`${consultations.title}`,
          detail: sql<string>`${consultations.standing}`,
          keys: none,
        })
        .from(consultations)
        .where(and(of(consultations), inArray(consultations.status, ['open', 'closed']))),
    )
    .unionAll(
      db
        .select({
          kind: kind('meeting'),
          id: meetings.id,
          words: sql<string>`${meetings.title}`,
          detail: sql<string>`${meetings.how}`,
          keys: none,
        })
        .from(meetings)
        .where(and(of(meetings), eq(meetings.state, 'held'), isNull(meetings.groupId))),
    )
    .unionAll(
      db
        .select({
          kind: kind('reply'),
          id: replies.themeId,
          words: sql<string>`${replies.youSaid}`,
          detail: sql<string>`${replies.status}`,
          keys: none,
        })
        .from(replies)
        .innerJoin(themes, and(eq(themes.authorityId, authorityId), eq(themes.id, replies.themeId)))
        .where(
          and(
            eq(replies.authorityId, authorityId),
            eq(themes.programmeId, programmeId),
            isNull(themes.removedAt),
            isNotNull(replies.publishedAt),
          ),
        ),
    )
    .unionAll(
      db
        .select({
          kind: kind('participation-return'),
          id: sql<string>`max(${participationReturns.id})`,
          words: sql<string>`${participationReturns.quarter}`,
          detail: none,
          keys: none,
        })
        .from(participationReturns)
        .where(and(of(participationReturns), isNotNull(participationReturns.submittedAt)))
        .groupBy(participationReturns.quarter),
    )
    .unionAll(
      db
        .selectDistinct({
          kind: kind('reach-return'),
          id: sql<string>`${reachReturns.id}`,
          words: sql<string>`${reachReturns.quarter}`,
          detail: sql<string>`case when ${reachCounts.breakdown} = '' then ${reachCounts.what} else ${reachCounts.what} || ':' || ${reachCounts.breakdown} end`,
          keys: none,
        })
        .from(reachReturns)
        .innerJoin(
          standing,
          and(eq(standing.quarter, reachReturns.quarter), eq(standing.newest, reachReturns.number)),
        )
        .innerJoin(
          reachCounts,
          and(eq(reachCounts.authorityId, authorityId), eq(reachCounts.returnId, reachReturns.id)),
        )
        .where(and(of(reachReturns), isNotNull(reachReturns.submittedAt))),
    )
    .unionAll(
      db
        .select({
          kind: kind('board'),
          id: boards.id,
          words: sql<string>`${boards.name}`,
          detail: sql<string>`${boards.kind}`,
          keys: none,
        })
        .from(boards)
        .where(and(of(boards), isNull(boards.closedOn))),
    )
    .unionAll(
      db
        .selectDistinct({
          kind: kind('panel-seat'),
          id: boards.id,
          words: sql<string>`${boards.name}`,
          detail: none,
          keys: none,
        })
        .from(boards)
        .innerJoin(
          boardSeats,
          and(eq(boardSeats.authorityId, authorityId), eq(boardSeats.boardId, boards.id)),
        )
        .where(
          and(
            of(boards),
            isNull(boards.closedOn),
            or(eq(boardSeats.ofPanel, true), isNotNull(boardSeats.memberId)),
            or(isNull(boardSeats.untilOn), gte(boardSeats.untilOn, today)),
          ),
        ),
    )
    .unionAll(
      db
        .selectDistinct({
          kind: kind('member'),
          id: sql<string>`${panelMembers.kind}`,
          words: none,
          detail: sql<string>`${panelMembers.kind}`,
          keys: none,
        })
        .from(panelMembers)
        .where(and(of(panelMembers), isNull(panelMembers.leftOn))),
    )
    .unionAll(
      db
        .select({
          kind: kind('terms'),
          id: panelTerms.id,
          words: none,
          detail: none,
          keys: none,
        })
        .from(panelTerms)
        .where(of(panelTerms)),
    )
    .unionAll(
      db
        .select({
          kind: kind('sharing'),
          id: sharingAgreements.id,
          words: sql<string>`${sharingAgreements.title}`,
          detail: sql<string>`${sharingAgreements.state}`,
          keys: sql<string>`cast(${sharingAgreements.requirementKeys} as text)`,
        })
        .from(sharingAgreements)
        .where(of(sharingAgreements)),
    )
    .unionAll(
      db
        .select({
          kind: kind('communication'),
          id: communications.id,
          words: sql<string>`${communications.title}`,
          detail: sql<string>`${communications.channel}`,
          keys: none,
        })
        .from(communications)
        .where(of(communications)),
    )
    .unionAll(
      db
        .select({ kind: kind('need'), id: needs.id, words: none, detail: none, keys: none })
        .from(needs)
        .where(and(of(needs), eq(needs.notNowBecause, ''))),
    )
    .unionAll(
      db
        .select({
          kind: kind('figure'),
          id: measureValues.measureId,
          words: none,
          detail: sql<string>`${max(measureValues.periodEnd)}`,
          keys: none,
        })
        .from(measureValues)
        .where(
          and(
            of(measureValues),
            eq(measureValues.replacedBy, ''),
            eq(measureValues.withdrawn, false),
            eq(measureValues.breakdown, ''),
          ),
        )
        .groupBy(measureValues.measureId),
    );
});
