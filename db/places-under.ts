import { and, count, eq, inArray, type SQL } from 'drizzle-orm';
import {
  consultationOfStatement,
  meetingOfNote,
  statementOfPollAnswer,
  statementOfVote,
  surveyOfResponse,
} from './joins.ts';
import {
  consultations,
  excerpts,
  listeningEvents,
  meetingNotes,
  meetings,
  noteExcerpts,
  pollAnswers,
  responses,
  statements,
  surveys,
  votes,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

export interface PlaceUnder {
  themeId: string;
  kind: 'consultation' | 'survey' | 'listening' | 'meeting' | 'poll';
  place: string;
  comments: number;
}

/** Where the words under these themes were said, with how many comments come from there. */
export async function placesUnder(
  db: Reader,
  authorityId: string,
  themeIds: readonly string[],
): Promise<PlaceUnder[]> {
  if (themeIds.length === 0) return [];
  const under = (sourceKind: string) =>
    and(
      eq(excerpts.authorityId, authorityId),
      eq(excerpts.sourceKind, sourceKind),
      inArray(excerpts.themeId, [...themeIds]),
    );
  const of = (kind: PlaceUnder['kind'], rows: readonly Omit<PlaceUnder, 'kind'>[]) =>
    rows.map((row) => ({ ...row, kind }));
  return [
    ...of('consultation', await votedIn(db, under('vote'))),
    ...of('meeting', await saidInMeetings(db, under('meeting-note'))),
    ...of('poll', await polledIn(db, under('poll'))),
    ...of('survey', await answeredIn(db, under('response'))),
    ...of('listening', await heardAt(db, under('note'))),
  ];
}

const counted = { themeId: excerpts.themeId, comments: count(excerpts.id).mapWith(Number) };

async function votedIn(db: Reader, under: SQL | undefined) {
  return db
    .select({ ...counted, place: consultations.title })
    .from(excerpts)
    .innerJoin(
      votes,
      and(eq(votes.authorityId, excerpts.authorityId), eq(votes.id, excerpts.sourceId)),
    )
    .innerJoin(statements, statementOfVote)
    .innerJoin(consultations, consultationOfStatement)
    .where(under)
    .groupBy(excerpts.themeId, consultations.title);
}

async function polledIn(db: Reader, under: SQL | undefined) {
  return db
    .select({ ...counted, place: consultations.title })
    .from(excerpts)
    .innerJoin(
      pollAnswers,
      and(eq(pollAnswers.authorityId, excerpts.authorityId), eq(pollAnswers.id, excerpts.sourceId)),
    )
    .innerJoin(statements, statementOfPollAnswer)
    .innerJoin(consultations, consultationOfStatement)
    .where(under)
    .groupBy(excerpts.themeId, consultations.title);
}

async function saidInMeetings(db: Reader, under: SQL | undefined) {
  return db
    .select({ ...counted, place: meetings.title })
    .from(excerpts)
    .innerJoin(
      meetingNotes,
      and(
        eq(meetingNotes.authorityId, excerpts.authorityId),
        eq(meetingNotes.id, excerpts.sourceId),
      ),
    )
    .innerJoin(meetings, meetingOfNote)
    .where(under)
    .groupBy(excerpts.themeId, meetings.title);
}

async function answeredIn(db: Reader, under: SQL | undefined) {
  return db
    .select({ ...counted, place: surveys.title })
    .from(excerpts)
    .innerJoin(
      responses,
      and(eq(responses.authorityId, excerpts.authorityId), eq(responses.id, excerpts.sourceId)),
    )
    .innerJoin(surveys, surveyOfResponse)
    .where(under)
    .groupBy(excerpts.themeId, surveys.title);
}

async function heardAt(db: Reader, under: SQL | undefined) {
  return db
    .select({ ...counted, place: listeningEvents.title })
    .from(excerpts)
    .innerJoin(
      noteExcerpts,
      and(
        eq(noteExcerpts.authorityId, excerpts.authorityId),
        eq(noteExcerpts.id, excerpts.sourceId),
      ),
    )
    .innerJoin(
      listeningEvents,
      and(
        eq(listeningEvents.authorityId, noteExcerpts.authorityId),
        eq(listeningEvents.id, noteExcerpts.eventId),
      ),
    )
    .where(under)
    .groupBy(excerpts.themeId, listeningEvents.title);
}
