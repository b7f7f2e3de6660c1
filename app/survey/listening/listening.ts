import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { HIDDEN, maskCounts, type Shown } from '#app/statistics/small-numbers.ts';

/** How people were listened to. */
export const KINDS = [
  'town-hall',
  'group',
  'one-to-one',
  'community-researcher',
  'visit',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  'town-hall': 'Town hall or public meeting',
  group: 'Group discussion',
  'one-to-one': 'One-to-one talks',
  'community-researcher': 'Talks by community researchers',
  visit: 'Visit to a group or a place',
  other: 'Something else',
};

export function kindNamed(word: string): Kind | undefined {
  const wanted = word.trim().toLowerCase();
  return KINDS.find((kind) => kind === wanted || KIND_NAMES[kind].toLowerCase() === wanted);
}

/** Whether whoever said it agreed that it is quoted. */
export const CONSENTS = ['quote', 'no-quote', 'not-asked'] as const;
export type Consent = (typeof CONSENTS)[number];

export const CONSENT_NAMES: Readonly<Record<Consent, string>> = {
  quote: 'Yes, it may be quoted without a name',
  'no-quote': 'No, it may be counted but not quoted',
  'not-asked': 'Nobody asked: it is not quoted',
};

export function consentNamed(word: string): Consent | undefined {
  const wanted = word.trim().toLowerCase();
  if (['yes', 'y', '1', 'true'].includes(wanted)) return 'quote';
  if (['no', 'n', '0', 'false'].includes(wanted)) return 'no-quote';
  if (wanted === '') return 'not-asked';
  return CONSENTS.find(
    (consent) => consent === wanted || CONSENT_NAMES[consent].toLowerCase() === wanted,
  );
}

/** How many of a group came. */
export interface Heads {
  group: string;
  count: number;
}

const MOST_HEADS = 100_000;

const SEPARATORS_AT_END = /(?<![\s:,–-])[\s:,–-]+$/;

/**
 * Head counts as they are typed, one group a line with how many at its end: "Fathers 12". In a file
 * the groups stand in one cell with semicolons between.
 */
export function readHeads(typed: string): { heads: Heads[]; problems: string[] } {
  const heads: Heads[] = [];
  const problems: string[] = [];
  for (const line of typed.split(/[\n;]/)) {
    const text = line.trim();
    if (text === '') continue;
    const read = /(?<![\d,])\d[\d,]*$/.exec(text) ?? /\d{1,12}$/.exec(text);
    const group = text.slice(0, read?.index).replace(SEPARATORS_AT_END, '').trim();
    const count = Number((read?.[0] ?? '').replaceAll(',', ''));
    if (!read || group === '' || group.length > 80) {
      problems.push(`“${text.slice(0, 40)}” must be a group and how many, such as “Fathers 12”`);
    } else if (count > MOST_HEADS) {
      problems.push(`“${text.slice(0, 40)}” is more than came to any place: look at the number`);
    } else if (heads.some((one) => one.group.toLowerCase() === group.toLowerCase())) {
      problems.push(`“${group}” stands there twice: add the two numbers up`);
    } else if (count > 0) heads.push({ group, count });
  }
  return { heads, problems };
}

export function writeHeads(heads: readonly Heads[], between = '\n'): string {
  return heads.map(({ group, count }) => `${group} ${count}`).join(between);
}

export const headsTotal = (heads: readonly Heads[]) =>
  heads.reduce((sum, { count }) => sum + count, 0);

/** Head counts as anybody may see them: a group under five is hidden, and cannot be worked out. */
export interface ShownHeads {
  groups: { group: string; count: Shown }[];
  total: Shown;
}

export function shownHeads(heads: readonly Heads[]): ShownHeads {
  const masked = maskCounts(heads.map(({ count }) => count));
  return {
    groups: heads.map(({ group }, at) => ({ group, count: masked.counts[at] ?? HIDDEN })),
    total: masked.total,
  };
}

/** One line of what all exercises reached: `atLeast` where a hidden number is left out of it. */
export interface ReachLine {
  group: string;
  count: number;
  atLeast: boolean;
}

/**
 * Adds up what is shown of each exercise, and nothing that is hidden there: a total that held a
 * hidden number would give it away beside the others.
 */
export function reachOf(events: readonly { heads: readonly Heads[] }[]): {
  groups: ReachLine[];
  people: ReachLine;
} {
  const groups = new Map<string, ReachLine>();
  const people: ReachLine = { group: 'Everybody', count: 0, atLeast: false };
  for (const { heads } of events) {
    const shown = shownHeads(heads);
    if (shown.total === HIDDEN) people.atLeast = true;
    else people.count += shown.total;
    for (const { group, count } of shown.groups) {
      const key = group.toLowerCase();
      const line = groups.get(key) ?? { group, count: 0, atLeast: false };
      if (count === HIDDEN) line.atLeast = true;
      else line.count += count;
      groups.set(key, line);
    }
  }
  const lines = [...groups.values()].sort(
    (a, b) => b.count - a.count || a.group.localeCompare(b.group),
  );
  return { groups: lines, people };
}

/** A list of words as typed, with commas or semicolons between. */
function readList(typed: string): string[] {
  const words = typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}

const Text = (name: string, longest: number, instruction: string) =>
  z
    .string(instruction)
    .min(1, instruction)
    .max(longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`);

/** What is recorded of a listening exercise. */
export const EventForm = z
  .object({
    kind: z.enum(KINDS, 'Choose how people were listened to'),
    title: Text('The title', 120, 'Enter what it is called, such as “Talks at Church Street”'),
    place: Text('The place', 120, 'Enter where it was'),
    heldOn: Day('Enter the day on which it was'),
    facilitator: z.string().max(120, 'Who led it must be 120 characters or fewer').default(''),
    languages: z
      .string()
      .max(300, 'The languages must be 300 characters or fewer')
      .default('')
      .transform(readList),
    heads: z
      .string()
      .max(3000, 'Enter at most 3,000 characters')
      .default('')
      .transform((typed, context) => {
        const { heads, problems } = readHeads(typed);
        const [problem] = problems;
        if (problem !== undefined) context.addIssue(problem);
        return heads;
      }),
    keepUntil: Day('Enter the day after which what was said is deleted'),
  })
  .refine((form) => form.keepUntil > form.heldOn, {
    path: ['keepUntil'],
    message: 'What was said must be kept until after the day itself: choose a later day',
  });
export type EventFields = z.output<typeof EventForm>;

const LONGEST_NOTE = 4000;

/** What must not stand in a note: an address or a number by which somebody is found. */
export function contactIn(text: string): string | null {
  if (/[^\s@]@[^\s@]+\.[a-z]{2,}/i.test(text)) return 'an e-mail address';
  if (/(?:\+44|\b0)(?:[\s-]?\d){9,10}\b/.test(text)) return 'a telephone number';
  if (/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.test(text)) return 'a postcode';
  return null;
}

const Note = Text('A note', LONGEST_NOTE, 'Enter what was said').superRefine((text, context) => {
  const found = contactIn(text);
  if (found !== null) context.addIssue(`Take out ${found}: nobody must be found by a note`);
});

const about = {
  saidBy: z.string().max(80, 'Who said it must be 80 characters or fewer').default(''),
  consent: z.enum(CONSENTS, 'Choose whether it may be quoted'),
};

export const NoteForm = z.object({ text: Note, ...about });
export type NoteFields = z.output<typeof NoteForm>;

const MOST_NOTES = 200;

/** Several things at once, with an empty line between. */
export const NotesForm = z.object({
  texts: z
    .string('Enter what was said')
    .max(100_000, 'Enter at most 100,000 characters at once')
    .transform(splitNotes)
    .pipe(
      z
        .array(Note)
        .min(1, 'Enter what was said')
        .max(MOST_NOTES, `Enter at most ${MOST_NOTES} notes at once`),
    ),
  ...about,
});
export type NotesFields = z.output<typeof NotesForm>;

/** The notes of a passage: parted by empty lines. */
export function splitNotes(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((note) => note.trim())
    .filter((note) => note !== '');
}
