import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { sayDay } from '#app/ui/words.ts';
import { londonMoment, minutesBetween, readTime, sayTime } from './clock.ts';

/** How people take part. */
export const WAYS = ['in-person', 'online', 'both'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  'in-person': 'In person',
  online: 'Online',
  both: 'In person and online',
};

export const wayOf = (word: string): Way => WAYS.find((way) => way === word) ?? 'in-person';

const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_STATE_NAMES: Readonly<Record<MeetingState, string>> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};

export const meetingStateOf = (word: string): MeetingState =>
  MEETING_STATES.find((state) => state === word) ?? 'planned';

/** What is offered so that people can come. */
export const OFFERS = ['childcare', 'travel', 'easyRead'] as const;
export type Offer = (typeof OFFERS)[number];

export const OFFER_NAMES: Readonly<Record<Offer, string>> = {
  childcare: 'Childcare, or its cost',
  travel: 'Travel, or its cost',
  easyRead: 'Papers in easy read',
};

const Hour = (missing: string) =>
  z.string(missing).transform((typed, context) => {
    const time = readTime(typed);
    if (time === null) {
      const message =
        typed === '' ? missing : `“${typed.slice(0, 20)}” is no time: use 10:30 or 2pm`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return time;
  });

const listOf = <T extends z.ZodType<string>>(of: T) =>
  z
    .union([of, z.array(of)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()) as z.output<T>[]);

const upTo = (most: number, what: string) =>
  z.string().max(most, `${what} must be ${most} characters or fewer`).default('');

/** Longest that people are asked to sit together. */
const LONGEST_MINUTES = 8 * 60;

const FieldsOfMeeting = z.object({
  title: z
    .string('Enter a title')
    .min(1, 'Enter a title')
    .max(150, 'Title must be 150 characters or fewer'),
  groupId: upTo(100, 'Group'),
  heldOn: Day('Enter the day of the meeting'),
  startsAt: Hour('Enter when it starts'),
  endsAt: Hour('Enter when it ends'),
  how: z.enum(WAYS, 'Select how people take part'),
  siteId: upTo(100, 'Site'),
  place: upTo(300, 'Place'),
  joiningLink: upTo(1000, 'Joining link').refine(
    (link) => link === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(link),
    'Enter the whole joining link, beginning with https://',
  ),
  interpreters: listOf(z.string().max(60)),
  offers: listOf(z.enum(OFFERS)),
  helps: upTo(1000, 'What helps people come'),
  quorum: z
    .string()
    .default('')
    .refine((typed) => /^\d{0,3}$/.test(typed), 'Quorum must be a whole number, such as 5')
    .transform((typed) => (typed === '' || Number(typed) === 0 ? null : Number(typed))),
  /** It has been held, and is only written down now. */
  already: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  version: z.coerce.number().int().default(0),
});

export const MeetingForm = FieldsOfMeeting.superRefine((form, context) => {
  const say = (path: keyof z.output<typeof FieldsOfMeeting>, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  // A day that is none has no hours to look at: it is said once, at the day.
  if (londonMoment(form.heldOn, '12:00') === null) {
    say('heldOn', 'Enter the day of the meeting');
    return;
  }
  const lasts = minutesBetween(form.heldOn, form.startsAt, form.endsAt);
  if (lasts === null) {
    const missing = londonMoment(form.heldOn, form.startsAt) === null ? 'startsAt' : 'endsAt';
    const time = sayTime(form[missing]);
    say(missing, `There is no ${time} on that day: the clocks go forward. Choose another time`);
  } else if (form.endsAt <= form.startsAt) {
    say('endsAt', 'The meeting must end after it starts: change one of the times');
  } else if (lasts > LONGEST_MINUTES) {
    say('endsAt', 'A meeting can last 8 hours at most: change one of the times');
  }
  if (form.how !== 'online' && form.place === '' && form.siteId === '') {
    say('place', 'Say where people meet, or choose “Online”');
  }
});
export type MeetingFields = z.output<typeof MeetingForm>;

/** Whether the day fits: a planned meeting lies ahead, one that was held does not. */
export function whyNotThatDay(
  fields: Pick<MeetingFields, 'heldOn' | 'already'>,
  today: string,
): { field: string; message: string }[] {
  const { heldOn, already } = fields;
  if (already && heldOn > today) {
    return [{ field: 'heldOn', message: 'A meeting that was held cannot be in the future' }];
  }
  if (!already && heldOn < today) {
    const message =
      'That day has passed. Choose a day from today on, or tick that the meeting was held already';
    return [{ field: 'heldOn', message }];
  }
  return [];
}

/** What a meeting is to those who look for it. */
export interface MeetingWhen {
  heldOn: string;
  startsAt: string;
  endsAt: string;
}

/** "Friday 4 December 2026, 10am to 11:30am". */
export function sayWhen({ heldOn, startsAt, endsAt }: MeetingWhen): string {
  return `${sayDay(heldOn)}, ${sayTime(startsAt)} to ${sayTime(endsAt)}`;
}

/** Where it is, in words for a list: "Brookside Hall", "Online", "Brookside Hall and online". */
export function sayWhere({ how, place }: { how: string; place: string }): string {
  const way = wayOf(how);
  if (way === 'online') return 'Online';
  return way === 'both' ? `${place} and online` : place;
}

/** What a change makes members change in their diaries. */
export function movesDiaries(
  before: MeetingWhen & { how: string; place: string; joiningLink: string; state: string },
  after: MeetingWhen & { how: string; place: string; joiningLink: string; state: string },
): boolean {
  const told = ['heldOn', 'startsAt', 'endsAt', 'how', 'place', 'joiningLink', 'state'] as const;
  return told.some((key) => before[key] !== after[key]);
}

/** What members answer to an invitation. */
const REPLIES = ['coming', 'coming-online', 'cannot'] as const;
export type MeetingReply = (typeof REPLIES)[number];

export const REPLY_WORDS: Readonly<Record<MeetingReply | 'waiting', string>> = {
  coming: 'Coming',
  'coming-online': 'Coming online',
  cannot: 'Cannot come',
  waiting: 'No reply yet',
};

export const replyOf = (word: string): MeetingReply | 'waiting' =>
  REPLIES.find((reply) => reply === word) ?? 'waiting';

/** The replies that a meeting of a kind leaves open. */
export function repliesTo(how: string): MeetingReply[] {
  const way = wayOf(how);
  if (way === 'both') return ['coming', 'coming-online', 'cannot'];
  return [way === 'online' ? 'coming-online' : 'coming', 'cannot'];
}

export const ReplyForm = z.object({
  reply: z.enum(REPLIES, 'Select whether you can come'),
  needs: upTo(500, 'What you need'),
});

export const CancelForm = z.object({
  reason: z
    .string('Say why: members read it')
    .min(1, 'Say why: members read it')
    .max(500, 'Reason must be 500 characters or fewer'),
});

/** How many of those who were asked said what; of those coming, what they need. */
export function repliesOf(invited: readonly { reply: string; needs: string }[]) {
  const count = (reply: MeetingReply | 'waiting') =>
    invited.filter((one) => replyOf(one.reply) === reply).length;
  return {
    asked: invited.length,
    coming: count('coming'),
    online: count('coming-online'),
    cannot: count('cannot'),
    waiting: count('waiting'),
  };
}

/**
 * The languages that members asked for, with how many of them, English apart: whom to book
 * interpreters for. Languages are free words: "Urdu and English" is Urdu, in any letter case.
 */
export function languagesWanted(
  members: readonly { language: string }[],
): { language: string; members: number }[] {
  const found = new Map<string, { language: string; members: number }>();
  for (const { language: said } of members) {
    const languages = said
      .split(/[,;/&]|\band\b|\bor\b/i)
      .map((one) => one.trim())
      .filter((one) => one !== '' && !/^(english|en)$/i.test(one));
    for (const language of new Set(languages)) {
      const key = language.toLowerCase();
      const there = found.get(key) ?? { language, members: 0 };
      found.set(key, { ...there, members: there.members + 1 });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.members - a.members || a.language.localeCompare(b.language, 'en-GB'),
  );
}
