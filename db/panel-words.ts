import { and, asc, desc, eq, isNotNull, ne, or } from 'drizzle-orm';
import type { CommentedVote, MeetingComment, PollComment } from '#app/themes/panel-comments.ts';
import {
  consultationOfStatement,
  meetingOfNote,
  statementOfPollAnswer,
  statementOfVote,
} from './joins.ts';
import {
  agendaItems,
  consultations,
  meetingNotes,
  meetings,
  pollAnswers,
  statements,
  votes,
} from './schema/index.ts';
import { askedToRead } from './shown-words.ts';
import type { Reader } from './store.server.ts';

/**
 * What members wrote beside their answers to a programme's consultations and to its open questions,
 * newest consultation first; what they were asked stands as it may be read.
 */
export async function voteComments(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<CommentedVote[]> {
  const rows = await db
    .select({
      id: votes.id,
      memberId: votes.memberId,
      vote: votes.vote,
      comment: votes.comment,
      words: votes.words,
      statement: statements.text,
      statementId: statements.id,
      consultation: consultations.title,
    })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(votes.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        or(ne(votes.comment, ''), isNotNull(votes.words)),
      ),
    )
    .orderBy(
      desc(consultations.createdAt),
      asc(consultations.id),
      asc(statements.position),
      asc(votes.id),
    );
  const asked = rows.map(({ statementId: id, statement: text }) => ({ id, text }));
  const read = await askedToRead(db, { authorityId, programmeId }, asked);
  return rows.map((row, at) => ({ ...row, statement: read[at]?.text ?? row.statement }));
}

/** What was said at a programme's meetings, latest meeting first, in the order of the agenda. */
export async function meetingComments(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<MeetingComment[]> {
  return db
    .select({
      id: meetingNotes.id,
      text: meetingNotes.text,
      saidBy: meetingNotes.saidBy,
      consent: meetingNotes.consent,
      item: agendaItems.title,
      meeting: meetings.title,
    })
    .from(meetingNotes)
    .innerJoin(meetings, meetingOfNote)
    .leftJoin(
      agendaItems,
      and(eq(agendaItems.id, meetingNotes.itemId), eq(agendaItems.authorityId, authorityId)),
    )
    .where(
      and(
        eq(meetingNotes.authorityId, authorityId),
        eq(meetingNotes.programmeId, programmeId),
        eq(meetingNotes.kind, 'comment'),
      ),
    )
    .orderBy(
      desc(meetings.heldOn),
      asc(meetings.id),
      asc(agendaItems.position),
      asc(meetingNotes.position),
      asc(meetingNotes.id),
    );
}

/** What people wrote in a programme's polls at events. */
export async function pollComments(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PollComment[]> {
  return db
    .select({
      id: pollAnswers.id,
      device: pollAnswers.device,
      comment: pollAnswers.comment,
      question: statements.text,
      poll: consultations.title,
    })
    .from(pollAnswers)
    .innerJoin(statements, statementOfPollAnswer)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(pollAnswers.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        ne(pollAnswers.comment, ''),
      ),
    )
    .orderBy(asc(pollAnswers.id));
}
