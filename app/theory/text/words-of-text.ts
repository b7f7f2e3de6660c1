import { aboutFields } from '../about/about.ts';
import { EVIDENCE_MORE } from '../evidence/evidence.ts';
import { readValue, sayValue } from '../fields.ts';
import {
  BOX_TYPES,
  PIECE_KINDS,
  TYPE_WORDS,
  typeName,
  type BoxType,
  type More,
  type MoreField,
  type PieceKind,
  type Theory,
} from '../graph.ts';
import { MEASURE_MORE } from '../measures/measure-form.ts';
import { PART_KINDS, PART_KIND_WORDS } from '../parts.ts';
import { typeNamed } from '../type-names.ts';
import { nameKey } from '../type-words.ts';

/** How things are called in the text of a theory. */

/** What stands before the reason of a link. */
export const BECAUSE = 'because';
/** What stands before the box or link that a piece is about, and before the part of a box or part. */
export const ABOUT = 'About';
export const PART = 'Part';
export const WITHIN = 'Within';
/** What stands before a fact that has no name of its own here: it is kept as it is. */
export const RAW = '@';

/** What belongs to a theory and is no box or link: its heading, what stands after the dash, its facts. */
export const PIECE_WORDS: Readonly<
  Record<PieceKind, { heading: string; main: string; fields: readonly MoreField[] }>
> = {
  evidence: { heading: 'Evidence', main: 'what', fields: EVIDENCE_MORE },
  measure: {
    heading: 'Measures',
    main: 'label',
    fields: [
      {
        key: 'counts',
        label: 'What it counts',
        hint: '',
        kind: 'choice',
        options: [
          { value: 'change', label: 'A change for families' },
          { value: 'delivery', label: 'What was delivered' },
        ],
      },
      ...MEASURE_MORE,
    ],
  },
  part: {
    heading: 'Parts',
    main: 'name',
    fields: [
      {
        key: 'kind',
        label: 'What kind of part',
        hint: '',
        kind: 'choice',
        options: PART_KINDS.map((value) => ({ value, label: PART_KIND_WORDS[value] })),
      },
    ],
  },
};

/** The facts of a whole theory, its own names for the types among them. */
export const THEORY_FACTS: readonly MoreField[] = [
  ...BOX_TYPES.map((type): MoreField => ({
    key: nameKey(type),
    label: `${TYPE_WORDS[type].many} are called`,
    hint: '',
    kind: 'text',
  })),
  ...aboutFields({ more: {} }),
];

/** The heading of a type: the theory's own name for it, unless that could mean something else. */
export function headingOf(theory: Pick<Theory, 'more'>, type: BoxType): string {
  const own = typeName(theory, type).many.replace(/\s+/gu, ' ');
  return headingMeans(theory.more, own) === type ? own : TYPE_WORDS[type].many;
}

/** What belongs to boxes and links that a heading means, whatever the types are called. */
export function pieceHeaded(heading: string): PieceKind | null {
  const folded = fold(heading);
  return PIECE_KINDS.find((kind) => fold(PIECE_WORDS[kind].heading) === folded) ?? null;
}

/**
 * The type that a heading means: an own name of this theory first, then the usual ones. A name that
 * is the heading of pieces means no type.
 */
export function headingMeans(more: More, heading: string): BoxType | null {
  if (pieceHeaded(heading) !== null) return null;
  const folded = fold(heading);
  const own = BOX_TYPES.filter((type) => fold(more[nameKey(type)] ?? '') === folded);
  const usual = typeNamed(heading);
  if (own.length === 0) return usual;
  const [only] = own;
  const certain = own.length === 1 && (usual === null || usual === only);
  return certain ? (only ?? null) : usual;
}

/** Words in which case and the shape of an apostrophe do not count. */
export const fold = (words: string) =>
  words.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ');

/**
 * The lines of facts: by their names where the name and the words say it all, and else as they are
 * kept, after an @, so that nothing is lost.
 */
export function factLines(
  more: More,
  fields: readonly MoreField[],
  passOver: readonly string[] = [],
): string[] {
  const named = new Map(fields.map((field) => [field.key, field]));
  const order = [
    ...named.keys(),
    ...Object.keys(more)
      .filter((key) => !named.has(key))
      .sort(),
  ];
  return order.flatMap((key) => {
    const value = more[key] ?? '';
    if (value === '' || passOver.includes(key)) return [];
    const field = named.get(key);
    if (field === undefined) return [`${RAW}${key}: ${inOneLine(value)}`];
    const said = field.kind === 'yes' ? value : sayValue(field, value);
    const clear = field.kind === 'text' || readValue(field, said) === value;
    return [clear ? `${field.label}: ${inOneLine(said)}` : `${RAW}${key}: ${inOneLine(value)}`];
  });
}

/** Line ends within a text are written as `\n`, and a backslash as two. */
export const inOneLine = (text: string) =>
  text.replaceAll('\\', '\\\\').replace(/\r\n?/g, '\n').replaceAll('\n', '\\n');

/** The text that was written in one line. */
export const outOfOneLine = (line: string) =>
  line.replace(/\\(\\|n)/g, (_, which: string) => (which === 'n' ? '\n' : '\\'));
