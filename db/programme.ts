import {
  and,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import type { LineCounts } from '#app/programme/line.ts';
import { OUTCOME_TYPES, type BoxType } from '#app/theory/graph.ts';
import { surveyOfResponse } from './joins.ts';
import { ready } from './ready.ts';
import {
  consultations,
  needs,
  panelMembers,
  planLines,
  planSteps,
  programmes,
  replies,
  responses,
  surveys,
  theories,
  theoryBoxes,
  theoryLinks,
  themes,
  threadLinks,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';
import { ledSomewhere } from './thread.ts';

const OUTCOMES: BoxType[] = [...OUTCOME_TYPES, 'impact', 'aim'];

/**
 * Everything that the line across a programme's pages needs, in counts: each of these pages asks for them,
 * so that they are one query, written once.
 */
export async function lineCounts(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<LineCounts> {
  const [counts] = await allCounts(db, { authorityId, programmeId });
  if (counts === undefined) return NOTHING;
  const { themes: named, repliesPublished } = counts;
  return { ...counts, themesWithoutReply: named - repliesPublished };
}

const NOTHING: LineCounts = {
  ...{ surveys: 0, openSurveys: 0, answers: 0, needs: 0, needsWithoutBox: 0 },
  ...{ members: 0, consultations: 0, openConsultations: 0 },
  ...{ themes: 0, themesWithoutReply: 0, repliesPublished: 0 },
  ...{ boxes: 0, outcomes: 0, links: 0, linksWithoutReason: 0 },
  ...{ planLines: 0, planLinesIncomplete: 0 },
};

/** The authority and the programme that is counted, or the marks that stand for them. */
interface Of {
  authorityId: string;
  programmeId: string;
}

const allCounts = ready((db: Reader, of: Of & Record<string, unknown>) =>
  db
    .select({
      ...needsCounts(db, of),
      ...panelCounts(db, of),
      ...theoryCounts(db, of),
      ...planCounts(db, of),
    })
    .from(programmes)
    .where(and(eq(programmes.authorityId, of.authorityId), eq(programmes.id, of.programmeId))),
);

/** A query of one number as a part of a larger one. */
const number = (query: SQLWrapper) => sql<number>`(${query})`.mapWith(Number);

function needsCounts(db: Reader, { authorityId, programmeId }: Of) {
  const ours = and(eq(surveys.authorityId, authorityId), eq(surveys.programmeId, programmeId));
  const need = and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId));
  const tied = db
    .select({ one: sql`1` })
    .from(threadLinks)
    .where(
      and(
        eq(threadLinks.authorityId, authorityId),
        eq(threadLinks.fromKind, 'need'),
        eq(threadLinks.fromId, needs.id),
        eq(threadLinks.toKind, 'box'),
        ledSomewhere(db),
      ),
    );
  const answers = db
    .select({ n: count() })
    .from(responses)
    .innerJoin(surveys, surveyOfResponse)
    .where(and(eq(responses.authorityId, authorityId), ours));
  return {
    surveys: db.$count(surveys, ours),
    openSurveys: db.$count(surveys, and(ours, eq(surveys.status, 'open'))),
    answers: number(answers),
    needs: db.$count(needs, need),
    needsWithoutBox: db.$count(needs, and(need, eq(needs.notNowBecause, ''), notExists(tied))),
  };
}

function panelCounts(db: Reader, { authorityId, programmeId }: Of) {
  const asked = and(
    eq(consultations.authorityId, authorityId),
    eq(consultations.programmeId, programmeId),
  );
  const themed = and(
    eq(themes.authorityId, authorityId),
    eq(themes.programmeId, programmeId),
    isNull(themes.removedAt),
  );
  const here = and(
    eq(panelMembers.authorityId, authorityId),
    eq(panelMembers.programmeId, programmeId),
    isNull(panelMembers.leftOn),
  );
  const published = db
    .select({ n: count() })
    .from(themes)
    .innerJoin(replies, and(eq(replies.themeId, themes.id), eq(replies.authorityId, authorityId)))
    .where(and(themed, isNotNull(replies.publishedAt)));
  return {
    members: db.$count(panelMembers, here),
    consultations: db.$count(consultations, and(asked, ne(consultations.status, 'draft'))),
    openConsultations: db.$count(consultations, and(asked, eq(consultations.status, 'open'))),
    themes: db.$count(themes, themed),
    repliesPublished: number(published),
  };
}

function theoryCounts(db: Reader, { authorityId, programmeId }: Of) {
  const ours = and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId));
  const boxes = (which?: SQL) =>
    db
      .select({ n: count() })
      .from(theoryBoxes)
      .innerJoin(
        theories,
        and(
          eq(theories.authorityId, theoryBoxes.authorityId),
          eq(theories.id, theoryBoxes.theoryId),
        ),
      )
      .where(and(eq(theoryBoxes.authorityId, authorityId), ours, which));
  const links = (which?: SQL) =>
    db
      .select({ n: count() })
      .from(theoryLinks)
      .innerJoin(
        theories,
        and(
          eq(theories.authorityId, theoryLinks.authorityId),
          eq(theories.id, theoryLinks.theoryId),
        ),
      )
      .where(and(eq(theoryLinks.authorityId, authorityId), ours, which));
  const bare = and(eq(theoryLinks.kind, 'leadsTo'), eq(theoryLinks.reason, ''));
  return {
    boxes: number(boxes()),
    outcomes: number(boxes(inArray(theoryBoxes.type, OUTCOMES))),
    links: number(links()),
    linksWithoutReason: number(links(bare)),
  };
}

function planCounts(db: Reader, { authorityId, programmeId }: Of) {
  const ours = and(eq(planLines.authorityId, authorityId), eq(planLines.programmeId, programmeId));
  const lacking = or(
    eq(planLines.owner, ''),
    isNull(planLines.startsOn),
    isNull(planLines.endsOn),
    notExists(
      db
        .select({ id: planSteps.id })
        .from(planSteps)
        .where(
          and(
            eq(planSteps.authorityId, authorityId),
            eq(planSteps.programmeId, programmeId),
            eq(planSteps.lineId, planLines.id),
            eq(planSteps.kind, 'milestone'),
          ),
        ),
    ),
  );
  return {
    planLines: db.$count(planLines, ours),
    // As the plan counts them: a line that was stopped lacks nothing any more.
    planLinesIncomplete: db.$count(planLines, and(ours, ne(planLines.status, 'stopped'), lacking)),
  };
}
