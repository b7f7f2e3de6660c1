import { takingOutOfPoll, takingOutOfTexts } from '#app/survey/taken-out.ts';
import { ASKED, INTEREST_SOURCE, invitationsOf, type InvitationRow } from './invitations.ts';
import { MEETING_NOTE_SOURCE, notesOfMeeting, type MeetingNote } from './meeting-notes.ts';
import { pollAnswersOf, type PollAnswerRow } from './polls.ts';
import { interestsOf, type InterestRow } from './recruitment.ts';
import { redactionsOf } from './redactions.ts';
import { proposalsOf, statementsOf, type Statement } from './statements.ts';
import type { Reader } from './store.server.ts';

// What people wrote as it may be read: redacted, not shown, or looked at. Pages, files and documents
// ask here; deeds that decide on the words themselves ask for them as they were written.

interface In {
  authorityId: string;
  programmeId: string;
}

/**
 * What everybody is asked in a consultation, in order, as it may be read.
 *
 * @param by the member who reads it: what they proposed themselves they read as they wrote it
 */
export async function statementsToRead(
  db: Reader,
  where: In,
  consultationId: string,
  by?: string,
): Promise<Statement[]> {
  const rows = await statementsOf(db, where.authorityId, consultationId);
  const read = await textsToRead(db, where, 'statement', rows);
  return read.map((row, at) =>
    by !== undefined && row.proposedBy === by ? (rows[at] ?? row) : row,
  );
}

/** What members proposed and nobody has decided on, or has refused, as it may be read. */
export async function proposalsToRead(
  db: Reader,
  where: In,
  consultationId: string,
): Promise<Statement[]> {
  const rows = await proposalsOf(db, where.authorityId, consultationId);
  return textsToRead(db, where, 'statement', rows);
}

/** What was written down at a meeting, as it may be read. */
export async function notesToRead(
  db: Reader,
  where: In,
  meetingId: string,
): Promise<MeetingNote[]> {
  const rows = await notesOfMeeting(db, where.authorityId, meetingId);
  return textsToRead(db, where, MEETING_NOTE_SOURCE, rows);
}

/** Everything that was answered in a poll, as it may be read. */
export async function pollAnswersToRead(
  db: Reader,
  where: In,
  consultationId: string,
): Promise<PollAnswerRow[]> {
  const rows = await pollAnswersOf(db, where.authorityId, consultationId);
  return takingOutOfPoll(rows, await redactionsOf(db, where.authorityId, where.programmeId));
}

/** Everybody who answered a call, with what would help them as it may be read. */
export async function interestsToRead(
  db: Reader,
  where: In,
  callId: string,
): Promise<InterestRow[]> {
  const rows = await interestsOf(db, where.authorityId, callId);
  const texts = rows.map(({ id, helps }) => ({ id, text: helps }));
  const read = await textsToRead(db, where, INTEREST_SOURCE, texts);
  return rows.map((row, at) => ({ ...row, helps: read[at]?.text ?? '' }));
}

/** The invitations of a call by whom they are to, with what was asked as it may be read. */
export async function invitationsToRead(
  db: Reader,
  where: In,
  callId: string,
): Promise<Map<string, InvitationRow>> {
  const rows = [...(await invitationsOf(db, where.authorityId, callId)).values()];
  const texts = rows.map(({ interestId, question }) => ({ id: interestId, text: question }));
  const read = await textsToRead(db, where, INTEREST_SOURCE, texts, ASKED);
  return new Map(
    rows.map((row, at) => [row.interestId, { ...row, question: read[at]?.text ?? '' }]),
  );
}

/** What was asked, as it may be read: a member may have proposed it, and it may be looked at. */
export function askedToRead<Row extends { id: string; text: string }>(
  db: Reader,
  where: In,
  rows: readonly Row[],
): Promise<Row[]> {
  return textsToRead(db, where, 'statement', rows);
}

async function textsToRead<Row extends { id: string; text: string }>(
  db: Reader,
  { authorityId, programmeId }: In,
  kind: string,
  rows: readonly Row[],
  question = '',
): Promise<Row[]> {
  const taken = await redactionsOf(db, authorityId, programmeId);
  return takingOutOfTexts(kind, rows, taken, question);
}
