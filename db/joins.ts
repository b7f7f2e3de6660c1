import { and, eq } from 'drizzle-orm';
import {
  consultations,
  meetingNotes,
  meetings,
  panelContacts,
  panelMembers,
  people,
  pollAnswers,
  responses,
  statements,
  surveys,
  votes,
} from './schema/index.ts';

// How what belongs together is joined: by its id, and always within one authority.

export const consultationOfStatement = and(
  eq(consultations.authorityId, statements.authorityId),
  eq(consultations.id, statements.consultationId),
);

export const personOfMember = and(
  eq(people.authorityId, panelMembers.authorityId),
  eq(people.id, panelMembers.personId),
);

export const statementOfVote = and(
  eq(statements.authorityId, votes.authorityId),
  eq(statements.id, votes.statementId),
);

export const surveyOfResponse = and(
  eq(surveys.authorityId, responses.authorityId),
  eq(surveys.id, responses.surveyId),
);

export const statementOfPollAnswer = and(
  eq(statements.authorityId, pollAnswers.authorityId),
  eq(statements.id, pollAnswers.statementId),
);

export const memberOfContact = and(
  eq(panelMembers.authorityId, panelContacts.authorityId),
  eq(panelMembers.id, panelContacts.memberId),
);

export const meetingOfNote = and(
  eq(meetings.authorityId, meetingNotes.authorityId),
  eq(meetings.id, meetingNotes.meetingId),
);
