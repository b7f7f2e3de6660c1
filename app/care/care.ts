import { z } from 'zod';
import { can, type Person } from '#app/people/can.ts';
import { sayMoment } from '#app/ui/words.ts';
import { sayWorry } from './flag-words.ts';

/** How what somebody was worried by ended. */
export const OUTCOMES = [
  { value: 'no-risk', label: 'Nobody is at risk' },
  { value: 'advice', label: 'The writer was told where help is' },
  { value: 'early-help', label: 'Passed to early help' },
  { value: 'social-care', label: 'Passed to children’s or adult social care' },
  { value: 'police', label: 'Police or ambulance were called' },
  { value: 'known', label: 'Known already to those who should know' },
  { value: 'cannot-tell', label: 'Nobody can be found to ask' },
] as const;
export const sayOutcome = (value: string) =>
  OUTCOMES.find((one) => one.value === value)?.label ?? value;

/** That cases are open, and nothing of what. */
export const sayOpenCases = (open: number) =>
  open === 1
    ? 'Words that worried somebody wait to be looked at.'
    : `Words that worried somebody wait to be looked at, in ${open} places.`;

/** Where words stand, of whatever kind. */
export interface Place {
  kind: string;
  id: string;
  question: string;
}

/** The address of a place in a form or a link: "vote:ID:missing". */
export const placeKey = ({ kind, id, question }: Place) => `${kind}:${id}:${question}`;

export function placeOf(key: string | null): Place | null {
  const [kind = '', id = '', ...rest] = (key ?? '').split(':');
  return kind === '' || id === '' ? null : { kind, id, question: rest.join(':') };
}

/** What somebody may do with words that they read. */
export interface MayOnWords {
  flag: boolean;
  hide: boolean;
}

export const mayOnWords = (person: Person, programme: { authorityId: string }): MayOnWords => ({
  flag: can(person, 'safeguarding.flag', programme).yes,
  hide: can(person, 'words.moderate', programme).yes,
});

const words = (empty: string, most: number) =>
  z
    .string(empty)
    .min(1, empty)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`);

export const WorryForm = z.object({ note: words('Say what worries you', 2000) });

export const HideForm = z.object({
  intent: z.enum(['remove', 'restore']),
  reason: words('Say why', 1000),
});

export const CaseForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('did'), done: words('Say what was done', 4000) }),
  z.object({
    intent: z.literal('close'),
    outcome: z.enum(
      OUTCOMES.map(({ value }) => value),
      'Choose how it ended',
    ),
    closing: words('Say why it can be closed', 4000),
  }),
  z.object({ intent: z.literal('reopen'), again: words('Say why it is opened again', 2000) }),
]);
export type CaseChange = z.output<typeof CaseForm>;

const phone = z
  .string()
  .regex(/^[0-9+() -]*$/, 'Enter a telephone number, like 01632 960 001')
  .max(30, 'Telephone number must be 30 characters or fewer');

export const ContactForm = z
  .object({
    name: words('Enter the name of who is told', 120),
    role: words('Enter what they do, such as Designated safeguarding lead', 120),
    phone: phone.min(5, 'Enter a telephone number'),
    hours: words('Enter when they answer, such as Monday to Friday, 9 to 5', 200),
    outOfHours: words('Say what staff do when nobody answers', 1000),
    familyLine: z.string().max(120, 'This must be 120 characters or fewer').default(''),
    familyPhone: phone.default(''),
  })
  .refine(({ familyLine, familyPhone }) => (familyLine === '') === (familyPhone === ''), {
    path: ['familyPhone'],
    message: 'Enter both the name and the number of the line for families, or neither',
  });
export type ContactFields = z.output<typeof ContactForm>;

/** One case as the list of them shows it: never the words. */
export interface ListedCase {
  id: string;
  what: string;
  raised: string;
  state: 'open' | 'closed';
  outcome: string;
  /** How often somebody looked. */
  looks: number;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  vote: 'An answer to a consultation',
  statement: 'A statement that a member proposed',
  response: 'An answer to a survey',
  note: 'A note of a listening exercise',
  'meeting-note': 'A note of a meeting',
  poll: 'An answer to a poll',
  interest: 'What somebody said who would like to join the panel',
};

export const sayKind = (kind: string) => KIND_WORDS[kind] ?? 'Words that somebody wrote';

export function listedCase(
  flag: {
    id: string;
    sourceKind: string;
    raisedAt: Date;
    state: string;
    outcome: string;
  },
  looks: number,
): ListedCase {
  return {
    id: flag.id,
    what: sayKind(flag.sourceKind),
    raised: sayMoment(flag.raisedAt),
    state: flag.state === 'open' ? 'open' : 'closed',
    outcome: sayOutcome(flag.outcome),
    looks,
  };
}

const DID: Readonly<Record<string, string>> = {
  raised: 'was worried by these words',
  looked: 'looked at these words',
  listed: 'looked at the list',
  did: 'did something',
  closed: 'closed this',
  reopened: 'opened this again',
};

/** One line of the log. */
export interface LoggedLine {
  at: string;
  who: string;
  what: string;
  words: string;
}

export function loggedLine(
  row: { at: Date; staffName: string; what: string; words: string },
  found: readonly string[],
): LoggedLine {
  const byList = row.staffName === '';
  return {
    at: sayMoment(row.at),
    who: byList ? 'The list of words' : row.staffName,
    what: DID[row.what] ?? row.what,
    words: byList ? found.map(sayWorry).join('. ') : row.words,
  };
}
