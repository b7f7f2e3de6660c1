import { z } from 'zod';
import { many } from '#app/ui/words.ts';
import { later } from './clock.ts';

/** More than this is no agenda: nobody gets through it. */
export const MOST_ITEMS = 60;

/** What an item can be drawn from. */
export type AboutKind = '' | 'consultation' | 'theme' | 'theory' | 'actions' | 'minutes';

const minutesField = z
  .string('Enter how many minutes')
  .regex(/^\d{1,3}$/, 'Minutes must be a whole number, such as 15')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 240, 'An item takes from 1 to 240 minutes');

export const ItemForm = z.object({
  title: z
    .string('Enter what it is about')
    .min(1, 'Enter what it is about')
    .max(200, 'Use 200 characters or fewer'),
  minutes: minutesField,
  leads: z.string().max(100, 'Use 100 characters or fewer').default(''),
  paper: z.string().max(8000, 'A paper must be 8,000 characters or fewer').default(''),
});
export type ItemFields = z.output<typeof ItemForm>;

/** Everything that the page of an agenda can send. */
export const AgendaChange = z.discriminatedUnion('intent', [
  ItemForm.extend({ intent: z.literal('add') }),
  ItemForm.extend({ intent: z.literal('change'), itemId: z.string() }),
  z.object({ intent: z.literal('remove'), itemId: z.string() }),
  z.object({ intent: z.literal('up'), itemId: z.string() }),
  z.object({ intent: z.literal('down'), itemId: z.string() }),
  z.object({ intent: z.literal('draw') }),
  z.object({ intent: z.literal('publish') }),
  z.object({ intent: z.literal('take-back') }),
]);
export type AgendaChange = z.output<typeof AgendaChange>;

/** Items with the hour at which each begins and ends, HH:MM. */
export function timed<Item extends { minutes: number }>(
  items: readonly Item[],
  startsAt: string,
): (Item & { from: string; to: string })[] {
  let past = 0;
  return items.map((item) => {
    const from = later(startsAt, past);
    past += item.minutes;
    return { ...item, from, to: later(startsAt, past) };
  });
}

/** How the items fit into the meeting: minutes left over, or below nothing when they are too many. */
export function minutesLeft(items: readonly { minutes: number }[], lasts: number): number {
  return lasts - items.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** "12 minutes are left." or "The items take 25 minutes more than the meeting lasts." */
export function sayLeft(left: number): string {
  if (left === 0) return 'The items fill the meeting exactly.';
  if (left > 0) return `${many(left, 'minute is', 'minutes are')} left.`;
  return `The items take ${many(-left, 'minute')} more than the meeting lasts.`;
}

/** An item before it is stored. */
export type NewItem = ItemFields & { aboutKind: AboutKind; aboutId: string };

/** What an agenda can be drawn from. */
export interface ToDraw {
  /** The minutes of an earlier meeting that nobody has approved yet. */
  minutes: { id: string; title: string } | null;
  consultations: readonly { id: string; title: string; purpose: string; closesOn: string | null }[];
  /** What changed in the theory since the last meeting: labels of boxes, newest first. */
  theory: { id: string; changed: readonly string[] } | null;
  /** Themes that families have had no answer to. */
  themes: readonly { id: string; name: string; definition: string }[];
  actions: readonly { text: string; owner: string; dueOn: string }[];
}

/** At most so many of a kind: the rest waits for another meeting. */
const MOST_OF_A_KIND = 3;

/**
 * The agenda that follows from what is open: a welcome, the minutes to approve, the actions that
 * came back, what members are asked, what changed in the theory, themes that wait for an answer, and
 * an end in which members say what they want next time. What stands on the agenda already, by what
 * it is about or by its title, is not drawn again.
 *
 * @param there what is on the agenda now
 */
export function drawnItems(
  from: ToDraw,
  there: readonly { title: string; aboutKind: string; aboutId: string }[],
  sayDay: (day: string) => string,
): NewItem[] {
  const drawn: NewItem[] = [
    item('Welcome, and who is here', 10, 'We say hello and say how we work together.'),
    ...(from.minutes
      ? [
          {
            ...item(
              `Notes of the last meeting: are they right?`,
              5,
              `We look at the notes of “${from.minutes.title}”. Tell us if something is missing or wrong.`,
            ),
            aboutKind: 'minutes' as const,
            aboutId: from.minutes.id,
          },
        ]
      : []),
    ...(from.actions.length > 0
      ? [
          {
            ...item(
              'What we said we would do',
              10,
              [
                'Last time, people said that they would do these things. Each says how far it has come.',
                ...from.actions.map(
                  ({ text, owner, dueOn }) => `${text} (${owner}, by ${sayDay(dueOn)})`,
                ),
              ].join('\n'),
            ),
            aboutKind: 'actions' as const,
            aboutId: 'open',
          },
        ]
      : []),
    ...from.consultations.slice(0, MOST_OF_A_KIND).map((one) => ({
      ...item(one.title, 20, one.purpose),
      aboutKind: 'consultation' as const,
      aboutId: one.id,
    })),
    ...(from.theory && from.theory.changed.length > 0
      ? [
          {
            ...item(
              'What we think will help families: what is new',
              20,
              [
                'We have written down what we think helps families, and why. These parts are new or changed. Are they right? What is missing?',
                ...from.theory.changed.slice(0, 5),
              ].join('\n'),
            ),
            aboutKind: 'theory' as const,
            aboutId: from.theory.id,
          },
        ]
      : []),
    ...from.themes.slice(0, MOST_OF_A_KIND).map(({ id, name, definition }) => ({
      ...item(`What families said: ${name}`, 15, definition),
      aboutKind: 'theme' as const,
      aboutId: id,
    })),
    item('Anything else, and what you want to talk about next time', 10, ''),
  ];
  return drawn.filter(
    (one) =>
      !there.some((old) => (one.aboutKind === '' ? old.title === one.title : sameAbout(old, one))),
  );
}

const sameAbout = (
  a: { aboutKind: string; aboutId: string },
  b: { aboutKind: string; aboutId: string },
) => a.aboutKind === b.aboutKind && a.aboutId === b.aboutId;

const item = (title: string, minutes: number, paper: string): NewItem => ({
  title: title.slice(0, 200),
  minutes,
  leads: '',
  paper: paper.slice(0, 8000),
  aboutKind: '',
  aboutId: '',
});
