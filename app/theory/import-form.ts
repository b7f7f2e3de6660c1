import { z } from 'zod';
import type { TheoryFile } from './formats/read-file.ts';
import { BOX_TYPES, countsByType, TYPE_WORDS, type BoxType } from './graph.ts';
import type { PrintedChoices } from './printed-theory.ts';

/** The two steps of bringing in a theory: choosing a file, and saying how it was meant. */

const MOST_BYTES = 2 * 1024 * 1024;

const ReadForm = z.object({
  intent: z.literal('read'),
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file with something in it')
    .refine((file) => file.size <= MOST_BYTES, 'Choose a file of 2 MB or less'),
});

const Again = {
  /** The file's text as JSON, so that no browser changes its line ends or the blanks at its ends. */
  text: z.string('Choose a file').transform((text, context) => {
    const read = z.string().min(1).safeParse(parsedJson(text));
    if (read.success) return read.data;
    context.addIssue('Choose the file again');
    return z.NEVER;
  }),
  title: z
    .string()
    .default('')
    .transform((title) => title.slice(0, 200) || 'Theory of change'),
};

export const ImportForm = z.discriminatedUnion('intent', [
  ReadForm,
  z.object({ intent: z.literal('again'), ...Again }),
  z.object({
    intent: z.literal('bring'),
    ...Again,
    meeting: z.enum(['add', 'replace']).default('add'),
  }),
]);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a person said about the columns and rows of a printed table. */
export function choicesOf(form: FormData): PrintedChoices {
  const types = new Map<number, BoxType | null>();
  for (const [name, value] of form.entries()) {
    const index = /^column-(\d+)$/.exec(name)?.[1];
    if (index === undefined) continue;
    types.set(Number(index), BOX_TYPES.find((type) => type === value) ?? null);
  }
  const keep = new Set(form.getAll('keep').map(Number));
  return { types, keep, split: form.get('split') === 'yes' };
}

/** What the page shows before anything is brought in. */
export interface Preview {
  text: string;
  title: string;
  counts: { name: string; count: number }[];
  links: number;
  /** Links of the file that cannot be drawn, because a box is missing, or twice, or to itself. */
  notDrawn: number;
  notes: string[];
  boxes: { type: BoxType; typeName: string; label: string }[];
  printed: {
    columns: { index: number; title: string; type: BoxType | null }[];
    leftOut: { row: number; words: string; because: string }[];
    split: boolean;
  } | null;
}

/** Makes the preview of a file that was read. */
export function previewOf(
  read: TheoryFile,
  text: string,
  title: string,
  choices: PrintedChoices,
): Preview {
  const theory = read.ok ? read.theory : { boxes: [], links: [] };
  const counts = countsByType(theory);
  const ids = new Set(theory.boxes.map(({ id }) => id));
  const drawable = new Set(
    theory.links
      .filter(({ source, target }) => ids.has(source) && ids.has(target) && source !== target)
      .map(({ source, target }) => JSON.stringify([source, target])),
  );
  return {
    text,
    title: read.ok ? read.theory.title : title,
    counts: BOX_TYPES.filter((type) => counts[type] > 0).map((type) => ({
      name: counts[type] === 1 ? TYPE_WORDS[type].one : TYPE_WORDS[type].many,
      count: counts[type],
    })),
    links: drawable.size,
    notDrawn: theory.links.length - drawable.size,
    notes: read.ok ? read.notes : [],
    boxes: theory.boxes.map(({ type, label }) => ({ type, typeName: TYPE_WORDS[type].one, label })),
    printed:
      read.printed === undefined
        ? null
        : {
            columns: read.printed.columns,
            leftOut: read.printed.leftOut,
            split: choices.split ?? false,
          },
  };
}

/** The name of a file as a title: `our_theory-2026.csv` as "Our theory 2026". */
export function fileNameTitle(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? 'Theory of change' : words.charAt(0).toUpperCase() + words.slice(1);
}
