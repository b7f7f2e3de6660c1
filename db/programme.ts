import { and, count, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import type { LineCounts } from '#app/programme/line.ts';
import { OUTCOME_TYPES, type BoxType } from '#app/theory/graph.ts';
import { surveyOfResponse } from './joins.ts';
import {
  consultations,
  needs,
  panelMembers,
  planLines,
  planSteps,
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

/** Everything that the line across a programme's pages needs, in counts. */
export async function lineCounts(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<LineCounts> {
  const [needed, asked, drawn, planned] = await Promise.all([
    needsCounts(db, authorityId, programmeId),
    panelCounts(db, authorityId, programmeId),
    theoryCounts(db, authorityId, programmeId),
    planCounts(db, authorityId, programmeId),
  ]);
  return { ...needed, ...asked, ...drawn, ...planned };
}

async function needsCounts(db: Reader, authorityId: string, programmeId: string) {
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
  const [answers] = await db
    .select({ n: count() })
    .from(responses)
    .innerJoin(surveys, surveyOfResponse)
    .where(and(eq(responses.authorityId, authorityId), ours));
  return {
    surveys: await db.$count(surveys, ours),
    openSurveys: await db.$count(surveys, and(ours, eq(surveys.status, 'open'))),
    answers: answers?.n ?? 0,
    needs: await db.$count(needs, need),
    needsWithoutBox: await db.$count(
      needs,
      and(need, eq(needs.notNowBecause, ''), notExists(tied)),
    ),
  };
}

async function panelCounts(db: Reader, authorityId: string, programmeId: string) {
  const asked = and(
    eq(consultations.authorityId, authorityId),
    eq(consultations.programmeId, programmeId),
  );
  const themed = and(
    eq(themes.authorityId, authorityId),
    eq(themes.programmeId, programmeId),
    isNull(themes.removedAt),
  );
  const [published] = await db
    .select({ n: count() })
    .from(themes)
    .innerJoin(replies, and(eq(replies.themeId, themes.id), eq(replies.authorityId, authorityId)))
    .where(and(themed, sql`${replies.publishedAt} is not null`));
  const named = await db.$count(themes, themed);
  return {
    members: await db.$count(
      panelMembers,
      and(
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.programmeId, programmeId),
        isNull(panelMembers.leftOn),
      ),
    ),
    consultations: await db.$count(consultations, and(asked, ne(consultations.status, 'draft'))),
    openConsultations: await db.$count(consultations, and(asked, eq(consultations.status, 'open'))),
    themes: named,
    themesWithoutReply: named - (published?.n ?? 0),
    repliesPublished: published?.n ?? 0,
  };
}

async function theoryCounts(db: Reader, authorityId: string, programmeId: string) {
  const ours = and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId));
  const boxes = db
    .select({ n: count() })
    .from(theoryBoxes)
    .innerJoin(
      theories,
      and(eq(theories.authorityId, theoryBoxes.authorityId), eq(theories.id, theoryBoxes.theoryId)),
    );
  const links = () =>
    db
      .select({ n: count() })
      .from(theoryLinks)
      .innerJoin(
        theories,
        and(
          eq(theories.authorityId, theoryLinks.authorityId),
          eq(theories.id, theoryLinks.theoryId),
        ),
      );
  const [all] = await boxes.where(and(eq(theoryBoxes.authorityId, authorityId), ours));
  const [outcomes] = await db
    .select({ n: count() })
    .from(theoryBoxes)
    .innerJoin(
      theories,
      and(eq(theories.authorityId, theoryBoxes.authorityId), eq(theories.id, theoryBoxes.theoryId)),
    )
    .where(
      and(eq(theoryBoxes.authorityId, authorityId), ours, inArray(theoryBoxes.type, OUTCOMES)),
    );
  const ofLinks = and(eq(theoryLinks.authorityId, authorityId), ours);
  const [linked] = await links().where(ofLinks);
  const [bare] = await links().where(
    and(ofLinks, eq(theoryLinks.kind, 'leadsTo'), eq(theoryLinks.reason, '')),
  );
  return {
    boxes: all?.n ?? 0,
    outcomes: outcomes?.n ?? 0,
    links: linked?.n ?? 0,
    linksWithoutReason: bare?.n ?? 0,
  };
}

async function planCounts(db: Reader, authorityId: string, programmeId: string) {
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
    planLines: await db.$count(planLines, ours),
    // As the plan counts them: a line that was stopped lacks nothing any more.
    planLinesIncomplete: await db.$count(
      planLines,
      and(ours, ne(planLines.status, 'stopped'), lacking),
    ),
  };
}
