import { z } from 'zod';
import { drawable } from './drawable.ts';
import { MapShape } from './formats/foreign.ts';
import { meaningOf, type GroupMeaning } from './formats/from-foreign.ts';
import {
  contentOf,
  type FileChoices,
  type FileContent,
  type TheoryFile,
} from './formats/read-file.ts';
import { toJson } from './formats/json.ts';
import { BOX_TYPES, countsByType, emptyTheory, TYPE_WORDS, type BoxType } from './graph.ts';

/** The two steps of bringing in a theory: choosing a file, and saying how it was meant. */

const MOST_BYTES = 5 * 1024 * 1024;

const Chosen = z
  .instanceof(File, { error: 'Choose a file' })
  .refine((file) => file.size <= MOST_BYTES, 'Choose a file of 5 MB or less');

const ReadForm = z.object({
  intent: z.literal('read'),
  file: Chosen.refine((file) => file.size > 0, 'Choose a file with something in it'),
  /** Empty unless boxes and links stand in two files. */
  second: Chosen.optional(),
});

const TableShape = z.object({
  kind: z.literal('table'),
  rows: z.array(z.array(z.string().max(50_000)).max(1_000)).max(20_000),
  lines: z.array(z.number()).max(20_000),
});
/** What was read, as the page keeps it between the two steps; a text is a file of ours as it came. */
const Kept = z.union([
  z.string().min(1),
  TableShape,
  z.object({ kind: z.literal('map'), map: MapShape }),
]);

const Again = {
  /** As JSON, so that no browser changes its line ends or the blanks at its ends. */
  content: z.string('Choose a file').transform((text, context) => {
    const read = Kept.safeParse(parsedJson(text));
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

/** What the page kept, as it was read at first. */
export function contentKept(kept: z.output<typeof Kept>, title: string): FileContent {
  return typeof kept === 'string' ? contentOf(new TextEncoder().encode(kept), title) : kept;
}

/** What the page keeps of what was read. */
function keptOf(content: FileContent): z.input<typeof Kept> {
  switch (content.kind) {
    case 'map':
    case 'table':
      return content;
    case 'ours':
      return content.read.ok ? toJson(content.read.theory) : ' ';
    case 'refused':
      return ' ';
  }
}

/** What a person said about the columns and rows of a table, or the groups and diagrams of a map. */
export function choicesOf(form: FormData, content: FileContent): FileChoices {
  const types = new Map<number, BoxType | null>();
  for (const [name, value] of form.entries()) {
    const index = /^column-(\d+)$/.exec(name)?.[1];
    if (index === undefined) continue;
    types.set(Number(index), BOX_TYPES.find((type) => type === value) ?? null);
  }
  const keep = new Set(form.getAll('keep').map(Number));
  const choices: FileChoices = { types, keep, split: form.get('split') === 'yes' };
  if (content.kind !== 'map') return choices;
  const groups = new Map<string, GroupMeaning>();
  content.map.groups.forEach(({ key }, index) => {
    const value = form.get(`group-${index}`);
    if (typeof value === 'string') groups.set(key, meaningNamed(value));
  });
  if (groups.size > 0) choices.groups = groups;
  // Boxes that are not ticked are not sent: the form says that it had some.
  if (form.get('diagrams') === 'shown') {
    choices.diagrams = new Set(form.getAll('diagram').map(String));
  }
  return choices;
}

function meaningNamed(value: string): GroupMeaning {
  return value === 'measure' ? value : (BOX_TYPES.find((type) => type === value) ?? null);
}

/** What the page shows before anything is brought in. */
export interface Preview {
  /** What was read, to send along with what is meant. */
  content: string;
  /** What the file is, where it is somebody else's. */
  what: string | null;
  title: string;
  counts: { name: string; count: number }[];
  links: { from: string; to: string; reason: string }[];
  pieces: { evidence: number; measure: number; part: number };
  /** Links of the file that cannot be drawn, because a box is missing, or twice, or to itself. */
  notDrawn: number;
  notes: string[];
  boxes: { type: BoxType; typeName: string; label: string; detail: string }[];
  map: {
    groups: { name: string; boxes: number; meaning: GroupMeaning; sure: boolean }[];
    diagrams: { id: string; name: string; boxes: number; chosen: boolean }[];
  } | null;
  printed: {
    columns: { index: number; title: string; type: BoxType | null }[];
    leftOut: { row: number; words: string; because: string }[];
    split: boolean;
  } | null;
}

/** Makes the preview of a file that was read. */
export function previewOf(
  read: TheoryFile,
  content: FileContent,
  title: string,
  choices: FileChoices,
): Preview {
  const theory = read.ok ? read.theory : emptyTheory('', title);
  const counts = countsByType(theory);
  const labels = new Map(theory.boxes.map(({ id, label }) => [id, label]));
  const { links } = drawable(theory);
  const piecesOf = (kind: string) => theory.pieces.filter((piece) => piece.kind === kind).length;
  return {
    content: JSON.stringify(keptOf(content)),
    what: read.map?.what ?? null,
    title: read.ok ? read.theory.title : title,
    counts: BOX_TYPES.filter((type) => counts[type] > 0).map((type) => ({
      name: counts[type] === 1 ? TYPE_WORDS[type].one : TYPE_WORDS[type].many,
      count: counts[type],
    })),
    links: links.map(({ source, target, reason }) => ({
      from: labels.get(source) ?? '',
      to: labels.get(target) ?? '',
      reason,
    })),
    pieces: {
      evidence: piecesOf('evidence'),
      measure: piecesOf('measure'),
      part: piecesOf('part'),
    },
    notDrawn: theory.links.length - links.length,
    notes: read.ok ? read.notes : [],
    boxes: theory.boxes
      .toSorted((a, b) => BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type))
      .map(({ type, label, detail }) => ({
        type,
        typeName: TYPE_WORDS[type].one,
        label,
        detail,
      })),
    map: read.map === undefined ? null : mapShown(read.map, choices),
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

function mapShown(map: z.output<typeof MapShape>, choices: FileChoices): Preview['map'] {
  const count = (is: (node: (typeof map.nodes)[number]) => boolean) => map.nodes.filter(is).length;
  return {
    groups: map.groups.map((group) => ({
      name: group.name,
      boxes: count((node) => node.group === group.key),
      meaning: meaningOf(group, choices),
      sure: group.sure,
    })),
    diagrams: map.diagrams.map(({ id, name, chosen }) => ({
      id,
      name,
      boxes: count(({ diagrams }) => diagrams.includes(id)),
      chosen: choices.diagrams?.has(id) ?? chosen,
    })),
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
