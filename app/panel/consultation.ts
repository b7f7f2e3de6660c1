import { z } from 'zod';
import { HIDDEN, isSmall, type Shown } from '#app/statistics/small-numbers.ts';
import { Day } from '#app/people/programme.ts';
import { whyNotAsked } from './kinds/item-form.ts';
import { TYPES, type Item } from './kinds/items.ts';
import { KIND_OF, KINDS, type Kind } from './kinds/kinds.ts';
import { daysBetween } from './days.ts';

/** What kind of asking it is: each makes a different promise to those who are asked. */
export const STANDINGS = ['research', 'engagement', 'formal'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  research: 'Research',
  engagement: 'Engagement',
  formal: 'Formal consultation',
};

export const STANDING_HINTS: Readonly<Record<Standing, string>> = {
  research: 'To find out what people think. Nothing is decided yet.',
  engagement: 'To shape something while it is being made. Nobody is bound by the count.',
  formal: 'Before a decision that must be consulted on by law. Legal advice comes first.',
};

export function standingOf(word: string): Standing {
  return STANDINGS.find((standing) => standing === word) ?? 'engagement';
}

export const ConsultationForm = z.object({
  title: z
    .string('Enter a title')
    .min(1, 'Enter a title')
    .max(150, 'Title must be 150 characters or fewer'),
  purpose: z
    .string('Say why you ask and what can still change')
    .min(1, 'Say why you ask and what can still change')
    .max(2000, 'Purpose must be 2,000 characters or fewer'),
  standing: z.enum(STANDINGS, 'Choose what kind of asking this is'),
  kind: z.enum(KINDS, 'Choose what people do').default('statements'),
  /** Whether members may propose statements of their own while it is open. */
  proposals: z
    .literal('yes')
    .optional()
    .transform((sent) => sent === 'yes'),
  version: z.coerce.number().int().default(0),
});
export type ConsultationFields = z.output<typeof ConsultationForm>;

export const StatementText = z
  .string('Enter a statement')
  .min(1, 'Enter a statement')
  .max(300, 'Statement must be 300 characters or fewer');

/** Everything that the page of a consultation can send. */
export const ConsultationChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), text: StatementText }),
  z.object({
    intent: z.literal('change'),
    statementId: z.string(),
    changedText: StatementText,
  }),
  z.object({ intent: z.literal('remove'), statementId: z.string() }),
  z.object({ intent: z.literal('up'), statementId: z.string() }),
  z.object({ intent: z.literal('down'), statementId: z.string() }),
  z.object({ intent: z.literal('open'), closesOn: Day('Enter the day on which it closes') }),
  z.object({ intent: z.literal('close') }),
]);

/** What a consultation has come to, on a day. */
export const STATES = ['draft', 'open', 'closed'] as const;
export type State = (typeof STATES)[number];

export const STATE_NAMES: Readonly<Record<State, string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
};

export interface Dated {
  status: string;
  closesOn: string | null;
}

/** It closes by itself at the end of its closing day, or when somebody closes it before. */
export function stateOf({ status, closesOn }: Dated, today: string): State {
  if (status === 'draft') return 'draft';
  return status === 'open' && closesOn !== null && today <= closesOn ? 'open' : 'closed';
}

/** Longest that a consultation stays open: after that nobody remembers what it was about. */
const LONGEST_DAYS = 183;

/**
 * What must be done before it can open, each as an instruction; empty when it can. `field` is where
 * on the page it is put right.
 */
export function whyNotOpen(about: {
  state: State;
  kind?: Kind;
  items: readonly Pick<Item, 'type' | 'text' | 'options'>[];
  members: number;
  closesOn: string;
  today: string;
}): { field: string; message: string }[] {
  const { state, kind = 'statements', items, members, closesOn, today } = about;
  if (state !== 'draft') {
    return [{ field: 'closesOn', message: `It is ${STATE_NAMES[state].toLowerCase()} already` }];
  }
  const why: { field: string; message: string }[] = [];
  if (items.length === 0) {
    const [first = 'statement'] = KIND_OF[kind].items;
    const message = `Add at least one ${TYPES[first].called.one}`;
    why.push({ field: 'text', message });
  }
  for (const message of items.flatMap((item) => whyNotAsked(item) ?? [])) {
    why.push({ field: 'text', message });
  }
  const isPoll = kind === 'poll';
  if (members === 0 && !isPoll) {
    why.push({
      field: 'members',
      message: 'Add somebody to the panel first: nobody can answer yet',
    });
  }
  if (isPoll ? closesOn < today : closesOn <= today) {
    const message = isPoll
      ? 'The closing day must be today or later'
      : 'The closing day must be after today';
    why.push({ field: 'closesOn', message });
  } else if (daysBetween(today, closesOn) > LONGEST_DAYS) {
    why.push({ field: 'closesOn', message: 'The closing day must be within six months' });
  }
  return why;
}

/** Where a member stands in a consultation. */
export interface Progress {
  answered: number;
  of: number;
  /** The number (from 1) of the first statement without an answer, or null when all have one. */
  next: number | null;
}

export function progressOf(
  statements: readonly { id: string }[],
  answered: ReadonlySet<string>,
): Progress {
  const first = statements.findIndex(({ id }) => !answered.has(id));
  return {
    answered: statements.filter(({ id }) => answered.has(id)).length,
    of: statements.length,
    next: first === -1 ? null : first + 1,
  };
}

/** The order of the ids with one of them a place up or down; the same order at either end. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= ids.length) return [...ids];
  const order = ids.filter((one) => one !== id);
  order.splice(to, 0, id);
  return order;
}

/**
 * How many answered, as a list may tell it. Those who may read single answers see everybody. Others see
 * nothing while it can grow, as a count that grows tells who has just answered; and afterwards parents
 * and carers alone, because beside their results the sum would tell of the few practitioners.
 */
export function peopleTold(
  { people, parents }: { people: number; parents: number },
  state: State,
  closely: boolean,
): Shown | null {
  if (closely) return people;
  if (state !== 'closed') return null;
  return isSmall(parents) ? HIDDEN : parents;
}
