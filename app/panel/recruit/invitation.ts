import { z } from 'zod';
import { daysAfter, daysBetween, monthsAfter } from '../days.ts';

/** What somebody says to an invitation. */
const ANSWERS = ['yes', 'no', 'tell-more'] as const;
export type InvitationAnswer = (typeof ANSWERS)[number];

/** How many days before the last one we write again: twice at most. */
export const REMIND_BEFORE = [7, 2] as const;

/** An invitation as it is kept. */
export interface Invited {
  answerBy: string;
  reminders: number;
  remindedAt: Date | null;
  answer: string;
  lapsedAt: Date | null;
}

/** Where somebody who came forward stands. */
export const STANDINGS = [
  'waiting',
  'drawn',
  'invited',
  'asks',
  'no-answer',
  'late-yes',
  'declined',
  'member',
] as const;
export type InvitationStanding = (typeof STANDINGS)[number];

export const STANDING_NAMES: Readonly<Record<InvitationStanding, string>> = {
  waiting: 'Not drawn',
  drawn: 'Drawn, not invited yet',
  invited: 'Invited',
  asks: 'Asks something',
  'no-answer': 'No answer in time',
  'late-yes': 'Said yes too late',
  declined: 'Said no',
  member: 'On the panel',
};

/** Where somebody stands: what they are by now, their invitation, and whether it is their turn. */
export function standingFor(
  outcome: string,
  invitation: Invited | undefined,
  isAsked: boolean,
): InvitationStanding {
  if (outcome === 'member') return 'member';
  if (outcome === 'declined') return 'declined';
  if (!invitation) return isAsked ? 'drawn' : 'waiting';
  if (invitation.lapsedAt !== null) return invitation.answer === 'yes' ? 'late-yes' : 'no-answer';
  return invitation.answer === 'tell-more' ? 'asks' : 'invited';
}

/** Whether a place is free again: the person said no, or the day passed. */
export const hasGivenWay = (standing: InvitationStanding): boolean =>
  standing === 'declined' || standing === 'no-answer' || standing === 'late-yes';

/**
 * Which reminder is due today: 1, 2 or none. Where the server stood still over the day of the first
 * one, both fall together and one is sent; never two on one day.
 *
 * @param today YYYY-MM-DD in England
 * @param remindedOn the day of the last one, or of the invitation
 */
export function reminderDue(
  { answerBy, reminders, answer, lapsedAt }: Invited,
  today: string,
  remindedOn: string,
): 1 | 2 | null {
  if (answer !== '' || lapsedAt !== null || today > answerBy || remindedOn >= today) return null;
  const left = daysBetween(today, answerBy);
  const due = REMIND_BEFORE.filter((days) => left <= days).length;
  if (due <= reminders) return null;
  return due === 1 ? 1 : 2;
}

/** The days on which an invitation that goes out today would be followed by a reminder. */
export function reminderDays(invitedOn: string, answerBy: string): string[] {
  return REMIND_BEFORE.map((days) => daysAfter(answerBy, -days)).filter((day) => day > invitedOn);
}

/** The last day of a term of so many months. */
export const lastDayOf = (startsOn: string, months: number): string =>
  daysAfter(monthsAfter(startsOn, months), -1);

export const InvitationForm = z
  .object({
    answer: z.enum(ANSWERS, 'Choose yes, no or that you would like to know more'),
    question: z.string().max(500, 'Your question must be 500 characters or fewer').default(''),
  })
  .refine(({ answer, question }) => answer !== 'tell-more' || question !== '', {
    path: ['question'],
    message: 'Write what you would like to know',
  });

/** How far people have come, each step of those of the step before. */
export interface FunnelStep {
  name: string;
  people: number;
}

/** From coming forward to being on the panel. */
export function funnelOf(standings: readonly InvitationStanding[]): FunnelStep[] {
  const count = (...of: InvitationStanding[]) =>
    standings.filter((standing) => of.includes(standing)).length;
  const answered = count('member', 'declined', 'late-yes', 'asks');
  const invited = answered + count('invited', 'no-answer');
  return [
    { name: 'Came forward', people: standings.length },
    { name: 'Drawn so far', people: invited + count('drawn') },
    { name: 'Invited', people: invited },
    { name: 'Answered', people: answered },
    { name: 'On the panel', people: count('member') },
  ];
}
