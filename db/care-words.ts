import { and, eq } from 'drizzle-orm';
import type { FlaggedSource } from './care.ts';
import { ASKED } from './invitations.ts';
import {
  consultationOfStatement,
  statementOfPollAnswer,
  statementOfVote,
  surveyOfResponse,
} from './joins.ts';
import { firstOf } from './people.ts';
import {
  consultations,
  interests,
  listeningEvents,
  meetingNotes,
  noteExcerpts,
  openCalls,
  panelInvitations,
  pollAnswers,
  responses,
  statements,
  surveys,
  votes,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** What stands now where something is written, with what it answers; undefined where there is nothing. */
export interface WordsThere {
  words: string;
  /** "When should hubs be open?": where it was written. */
  where: string;
}

type Find = (
  db: Reader,
  authorityId: string,
  programmeId: string,
  source: FlaggedSource,
) => Promise<WordsThere | undefined>;

/** Where each kind of words stands: in a programme of the authority and nowhere else. */
const FIND: Readonly<Record<string, Find>> = {
  vote: async (db, authorityId, programmeId, { id, question }) => {
    const row = firstOf(
      await db
        .select({ comment: votes.comment, words: votes.words, where: consultations.title })
        .from(votes)
        .innerJoin(statements, statementOfVote)
        .innerJoin(consultations, consultationOfStatement)
        .where(
          and(
            eq(votes.authorityId, authorityId),
            eq(votes.id, id),
            eq(consultations.programmeId, programmeId),
          ),
        ),
    );
    const words = question === '' ? row?.comment : row?.words?.[question];
    return row && { words: words ?? '', where: row.where };
  },
  statement: async (db, authorityId, programmeId, { id }) =>
    firstOf(
      await db
        .select({ words: statements.text, where: consultations.title })
        .from(statements)
        .innerJoin(consultations, consultationOfStatement)
        .where(
          and(
            eq(statements.authorityId, authorityId),
            eq(statements.id, id),
            eq(consultations.programmeId, programmeId),
          ),
        ),
    ),
  response: async (db, authorityId, programmeId, { id, question }) => {
    const row = firstOf(
      await db
        .select({ answers: responses.answers, where: surveys.title })
        .from(responses)
        .innerJoin(surveys, surveyOfResponse)
        .where(
          and(
            eq(responses.authorityId, authorityId),
            eq(responses.id, id),
            eq(surveys.programmeId, programmeId),
          ),
        ),
    );
    const words = row?.answers?.[question];
    return row && { words: typeof words === 'string' ? words : '', where: row.where };
  },
  note: async (db, authorityId, programmeId, { id }) =>
    firstOf(
      await db
        .select({ words: noteExcerpts.text, where: listeningEvents.title })
        .from(noteExcerpts)
        .innerJoin(
          listeningEvents,
          and(
            eq(listeningEvents.authorityId, noteExcerpts.authorityId),
            eq(listeningEvents.id, noteExcerpts.eventId),
          ),
        )
        .where(
          and(
            eq(noteExcerpts.authorityId, authorityId),
            eq(noteExcerpts.id, id),
            eq(noteExcerpts.programmeId, programmeId),
          ),
        ),
    ),
  'meeting-note': async (db, authorityId, programmeId, { id }) => {
    const row = firstOf(
      await db
        .select({ words: meetingNotes.text })
        .from(meetingNotes)
        .where(
          and(
            eq(meetingNotes.authorityId, authorityId),
            eq(meetingNotes.id, id),
            eq(meetingNotes.programmeId, programmeId),
          ),
        ),
    );
    return row && { ...row, where: 'A meeting' };
  },
  poll: async (db, authorityId, programmeId, { id }) =>
    firstOf(
      await db
        .select({ words: pollAnswers.comment, where: consultations.title })
        .from(pollAnswers)
        .innerJoin(statements, statementOfPollAnswer)
        .innerJoin(consultations, consultationOfStatement)
        .where(
          and(
            eq(pollAnswers.authorityId, authorityId),
            eq(pollAnswers.id, id),
            eq(consultations.programmeId, programmeId),
          ),
        ),
    ),
  interest: async (db, authorityId, programmeId, { id, question }) => {
    const row = firstOf(
      await db
        .select({
          helps: interests.helps,
          asked: panelInvitations.question,
          where: openCalls.title,
        })
        .from(interests)
        .innerJoin(
          openCalls,
          and(eq(openCalls.authorityId, interests.authorityId), eq(openCalls.id, interests.callId)),
        )
        .leftJoin(
          panelInvitations,
          and(
            eq(panelInvitations.authorityId, interests.authorityId),
            eq(panelInvitations.interestId, interests.id),
          ),
        )
        .where(
          and(
            eq(interests.authorityId, authorityId),
            eq(interests.id, id),
            eq(openCalls.programmeId, programmeId),
          ),
        ),
    );
    if (!row) return undefined;
    const words = question === ASKED ? (row.asked ?? '') : row.helps;
    return { words, where: row.where };
  },
};

export async function wordsAt(
  db: Reader,
  authorityId: string,
  programmeId: string,
  source: FlaggedSource,
): Promise<WordsThere | undefined> {
  return FIND[source.kind]?.(db, authorityId, programmeId, source);
}
