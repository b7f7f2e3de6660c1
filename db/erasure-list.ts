import { eq, ne, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  attendances,
  auditRows,
  boardSeats,
  hearBack,
  meetingInvitations,
  interestContacts,
  interests,
  memberSupport,
  memberTerms,
  messages,
  outreachTablets,
  panelContacts,
  panelInvitations,
  panelMembers,
  panelPayments,
  people,
  personalLinks,
  purposeLinks,
  readings,
  recoveryCodes,
  secondFactors,
  sessions,
  signInIdentities,
  statements,
  termsAgreements,
  theoryOperations,
  voteHistory,
  votes,
} from './schema/index.ts';

// What is held of a member of the panel, and of somebody who would like to be one: one line a table,
// which both erasure and the copy of everything held go by. A test reads the schema: whoever adds a
// table with a column of somebody's id adds its line here.

/** What stands in place of words that their writer took back. */
export const TAKEN_BACK = '[taken back by whoever wrote it]';
/** What stands in place of the name of somebody who was erased. */
export const FORMER_MEMBER = 'A former member';

/** What becomes of rows: they stay as they are, are deleted, or stay with these columns set. */
export type Fate = 'stays' | 'deleted' | { set: Readonly<Record<string, unknown>> };

export interface Held {
  table: PgTable;
  /** The column that says whose a row is, and by which of their ids. */
  by: PgColumn;
  whose: 'member' | 'interest' | 'person';
  /** Of these rows only. */
  where?: SQL;
  /** What it is, for whoever asks what is held. */
  what: string;
  /** What happens whenever somebody is erased. */
  fate: Fate;
  /** What happens before that where they ask for their words to go too. */
  words?: Fate;
  /** Words of these rows may have been gathered, quoted or flagged under this kind, by the row's id. */
  source?: string;
}

/** The columns are those of the table: a wrong name does not compile. */
function set<T extends PgTable>(_: T, values: Partial<T['$inferInsert']>): Fate {
  return { set: values };
}

export const HELD: readonly Held[] = [
  {
    table: people,
    by: people.id,
    whose: 'person',
    what: 'Your name',
    fate: set(people, { name: FORMER_MEMBER, email: null, passwordHash: null }),
  },
  {
    // Sex, age band and ethnic group stay where returns have counted them: see db/erasure.ts.
    table: panelMembers,
    by: panelMembers.personId,
    whose: 'person',
    what: 'That you are or were on the panel, and what you said about yourself',
    fate: 'stays',
  },
  {
    table: panelContacts,
    by: panelContacts.memberId,
    whose: 'member',
    what: 'How to reach you',
    fate: 'deleted',
  },
  {
    table: memberSupport,
    by: memberSupport.memberId,
    whose: 'member',
    what: 'What helps you to take part',
    fate: 'deleted',
  },
  {
    table: memberTerms,
    by: memberTerms.memberId,
    whose: 'member',
    what: 'The time for which you are on the panel',
    fate: 'stays',
  },
  {
    table: termsAgreements,
    by: termsAgreements.memberId,
    whose: 'member',
    what: 'What you agreed to',
    fate: 'stays',
  },
  {
    // Public money: kept as long as accounts are, without a name.
    table: panelPayments,
    by: panelPayments.memberId,
    whose: 'member',
    what: 'Payments',
    fate: 'stays',
  },
  {
    table: votes,
    by: votes.memberId,
    whose: 'member',
    what: 'Your answers to consultations',
    fate: 'stays',
    words: set(votes, { comment: '', words: null }),
    source: 'vote',
  },
  {
    table: voteHistory,
    by: voteHistory.memberId,
    whose: 'member',
    what: 'Answers that you gave before you changed them',
    fate: 'stays',
  },
  {
    table: statements,
    by: statements.proposedBy,
    where: ne(statements.state, 'asked'),
    whose: 'member',
    what: 'Statements that you proposed and that were not asked',
    fate: set(statements, { proposedBy: null }),
    words: 'deleted',
    source: 'statement',
  },
  {
    // Others have answered it: their answers stay, and so does the place where it stood.
    table: statements,
    by: statements.proposedBy,
    where: eq(statements.state, 'asked'),
    whose: 'member',
    what: 'Statements that you proposed and that everybody was asked',
    fate: set(statements, { proposedBy: null }),
    words: set(statements, { text: TAKEN_BACK, proposedText: '' }),
    source: 'statement',
  },
  {
    table: meetingInvitations,
    by: meetingInvitations.memberId,
    whose: 'member',
    what: 'Meetings that you were asked to',
    fate: set(meetingInvitations, { needs: '' }),
  },
  {
    table: attendances,
    by: attendances.memberId,
    whose: 'member',
    what: 'Meetings that you came to',
    fate: set(attendances, { named: false }),
  },
  {
    table: hearBack,
    by: hearBack.memberId,
    whose: 'member',
    what: 'Whether you want to hear what became of what you said',
    fate: 'deleted',
  },
  {
    // The seat stays, and nobody sits on it.
    table: boardSeats,
    by: boardSeats.memberId,
    whose: 'member',
    what: 'Your seat on a board',
    fate: set(boardSeats, { memberId: null }),
  },
  {
    table: messages,
    by: messages.memberId,
    where: ne(messages.state, 'sent'),
    whose: 'member',
    what: 'Messages that were not sent',
    fate: 'deleted',
  },
  {
    // That something was sent, of which kind and when: no address and no words.
    table: messages,
    by: messages.memberId,
    where: eq(messages.state, 'sent'),
    whose: 'member',
    what: 'That messages were sent to you',
    fate: 'stays',
  },
  {
    table: purposeLinks,
    by: purposeLinks.memberId,
    whose: 'member',
    what: 'Links that were sent to you',
    fate: 'deleted',
  },
  {
    table: personalLinks,
    by: personalLinks.personId,
    whose: 'person',
    what: 'Personal links (their fingerprints only)',
    fate: 'deleted',
  },
  {
    // Whoever read what people told us is answerable for it until its time is over: only staff stand here.
    table: readings,
    by: readings.personId,
    whose: 'person',
    what: 'When you read single answers, words as they were written or contact details',
    fate: 'stays',
  },
  {
    table: sessions,
    by: sessions.personId,
    whose: 'person',
    what: 'Where you are signed in',
    fate: 'deleted',
  },
  {
    table: purposeLinks,
    by: purposeLinks.personId,
    whose: 'person',
    what: 'Links for one thing only',
    fate: 'deleted',
  },
  {
    table: messages,
    by: messages.personId,
    whose: 'person',
    what: 'Messages to you as a person',
    fate: 'deleted',
  },
  {
    table: auditRows,
    by: auditRows.personId,
    whose: 'person',
    what: 'What you changed yourself',
    fate: set(auditRows, { personName: FORMER_MEMBER }),
  },
  {
    table: messages,
    by: messages.interestId,
    whose: 'interest',
    what: 'Messages about joining the panel',
    fate: 'deleted',
  },
  {
    table: purposeLinks,
    by: purposeLinks.interestId,
    whose: 'interest',
    what: 'Links to answer an invitation',
    fate: 'deleted',
  },
  {
    table: panelInvitations,
    by: panelInvitations.interestId,
    whose: 'interest',
    what: 'That you were asked to join the panel',
    fate: 'deleted',
  },
  {
    table: interestContacts,
    by: interestContacts.interestId,
    whose: 'interest',
    what: 'Your name and how to reach you, as you gave them when you asked to join',
    fate: 'deleted',
  },
  {
    table: interests,
    by: interests.id,
    whose: 'interest',
    what: 'What you said when you asked to join',
    fate: 'deleted',
    source: 'interest',
  },
];

/** Columns by which a member's interests are found, whose rows then go by the ids of those. */
export const FINDS_INTERESTS: readonly PgColumn[] = [interests.joinedAs];

/** Columns of a person's id that only staff ever stand in. */
export const STAFF_ONLY: readonly PgColumn[] = [
  theoryOperations.personId,
  outreachTablets.personId,
  signInIdentities.personId,
  secondFactors.personId,
  recoveryCodes.personId,
];
