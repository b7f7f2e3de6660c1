import { kit } from '../dialect.ts';
import { panelMembers } from './panel.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { programmes } from './people.ts';
import { interests, openCalls } from './recruitment.ts';

const { table, text, whole, instant, day, json, index, uniqueIndex } = kit;

/** What the authority decided for its panel: how long things are kept and last. */
export const panelSettings = table(
  'panel_settings',
  {
    programmeId: text('programme_id')
      .primaryKey()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    /** Days after leaving until contact details are deleted; 0 deletes them at once. */
    contactDays: whole('contact_days').notNull(),
    /** Months of one term of membership. */
    termMonths: whole('term_months').notNull(),
    /** Days that somebody has to answer an invitation. */
    answerDays: whole('answer_days').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [index('panel_settings_authority').on(t.authorityId)],
);

/** The terms of reference of a panel: each version stays, because members agreed to one of them. */
export const panelTerms = table(
  'panel_terms',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    number: whole('number').notNull(),
    words: text('words').notNull(),
    startsOn: day('starts_on').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('panel_terms_number').on(t.authorityId, t.programmeId, t.number)],
);

/** Which member agreed to which version, when and how. */
export const termsAgreements = table(
  'terms_agreements',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    termsId: text('terms_id')
      .notNull()
      .references(() => panelTerms.id, { onDelete: 'cascade' }),
    agreedOn: day('agreed_on').notNull(),
    /** web or paper. */
    how: text('how').notNull(),
  },
  (t) => [uniqueIndex('terms_agreements_once').on(t.authorityId, t.memberId, t.termsId)],
);

/** A term of membership; a renewal is another row. */
export const memberTerms = table(
  'member_terms',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    /** When staff were told that it ends. */
    remindedAt: instant('reminded_at'),
  },
  (t) => [uniqueIndex('member_terms_start').on(t.authorityId, t.memberId, t.startsOn)],
);

/** What a member needs to take part: apart from what they say, and deleted with contact details. */
export const memberSupport = table(
  'member_support',
  {
    memberId: text('member_id')
      .primaryKey()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    /** Step-free room, large print, a hearing loop … */
    access: text('access').notNull(),
    /** The language of an interpreter, where one is needed. */
    interpreter: text('interpreter').notNull(),
    /** For whom childcare is needed: "a baby and a child of 3". */
    childcare: text('childcare').notNull(),
    helps: text('helps').notNull(),
  },
  (t) => [index('member_support_authority').on(t.authorityId)],
);

/** Somebody who was drawn is asked to join: once, with a day by which to answer. */
export const panelInvitations = table(
  'panel_invitations',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    callId: text('call_id')
      .notNull()
      .references(() => openCalls.id, { onDelete: 'cascade' }),
    interestId: text('interest_id')
      .notNull()
      .references(() => interests.id, { onDelete: 'cascade' }),
    invitedAt: instant('invited_at').notNull(),
    answerBy: day('answer_by').notNull(),
    /** 0, 1 or 2. */
    reminders: whole('reminders').notNull(),
    remindedAt: instant('reminded_at'),
    /** yes, no, tell-more, or empty while nothing came. */
    answer: text('answer').notNull(),
    answeredAt: instant('answered_at'),
    /** web or paper. */
    how: text('how').notNull(),
    /** What they would like to know before they answer. */
    question: text('question').notNull(),
    /** Set when the day passed without an answer: the place is offered to the next. */
    lapsedAt: instant('lapsed_at'),
  },
  (t) => [
    uniqueIndex('panel_invitations_interest').on(t.authorityId, t.interestId),
    index('panel_invitations_call').on(t.authorityId, t.callId),
    index('panel_invitations_due').on(t.authorityId, t.answerBy),
  ],
);

/** Money or a voucher for one member and one day: thanks, travel, childcare. Never deleted. */
export const panelPayments = table(
  'panel_payments',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    /** The day of the meeting or the activity. */
    forDay: day('for_day').notNull(),
    /** What it is for: "Panel meeting of 3 June". */
    forWhat: text('for_what').notNull(),
    /** thank-you, travel, childcare or other. */
    kind: text('kind').notNull(),
    pence: whole('pence').notNull(),
    /** bank, voucher, cash or ticket. */
    how: text('how').notNull(),
    /** receipt, mileage, not-needed or missing. */
    evidence: text('evidence').notNull(),
    /** Where the money comes from: a funding stream or a cost code. */
    stream: text('stream').notNull(),
    /** offered, paid, declined or withdrawn. */
    state: text('state').notNull(),
    paidOn: day('paid_on'),
    /** Why it was withdrawn; empty otherwise. */
    reason: text('reason').notNull(),
    /** When the member was shown what a payment can do to benefits. */
    warnedAt: instant('warned_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('panel_payments_programme').on(t.authorityId, t.programmeId, t.forDay),
    index('panel_payments_member').on(t.authorityId, t.memberId),
  ],
);

/** What the population that the panel speaks for looks like, one way of looking at it a row. */
export const panelPopulation = table(
  'panel_population',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** sex, ageBand, broadGroup, caresAs or area. */
    way: text('way').notNull(),
    groups: json<{ label: string; options: string[]; figure: number }[]>('groups').notNull(),
    source: text('source').notNull(),
    asAt: day('as_at').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [uniqueIndex('panel_population_way').on(t.authorityId, t.programmeId, t.way)],
);
