/** One cell of a table of figures, as a publisher or a report wrote it. */
export type Figure =
  | {
      kind: 'number';
      value: number;
      /** Digits after the point as printed: 4.20 has two. */
      decimals: number;
      isPercent: boolean;
    }
  | { kind: 'missing'; why: MissingWhy }
  | { kind: 'words' };

/** Why there is no number: never a zero. */
export type MissingWhy =
  | 'empty'
  /** Hidden by the publisher because it is small or would identify somebody. */
  | 'confidential'
  /** Not available: not collected, or not yet. */
  | 'not available'
  /** The question does not arise. */
  | 'not applicable'
  /** Too unreliable to be published. */
  | 'unreliable'
  /** Too small to be anything but nearly zero. */
  | 'low';

/**
 * The marks that stand for a missing figure: those of the Department for Education (c, x, z, u, low,
 * ~, :) and their successors in square brackets (Government Analysis Function, 2021), and the dashes
 * and dots of older reports.
 */
const MARKS: ReadonlyMap<string, MissingWhy> = new Map(
  Object.entries({
    '': 'empty',
    c: 'confidential',
    '[c]': 'confidential',
    '*': 'confidential',
    supp: 'confidential',
    suppressed: 'confidential',
    x: 'not available',
    '[x]': 'not available',
    ':': 'not available',
    '..': 'not available',
    'n/a': 'not available',
    na: 'not available',
    null: 'not available',
    z: 'not applicable',
    '[z]': 'not applicable',
    '.': 'not applicable',
    '-': 'not applicable',
    '–': 'not applicable',
    '—': 'not applicable',
    u: 'unreliable',
    '[u]': 'unreliable',
    low: 'low',
    '[low]': 'low',
    '~': 'low',
  } as const),
);

/**
 * Digits with or without thousands parted by commas or spaces; £ or a minus before; %, m, k, a
 * footnote mark or one word of remark ("COST", "(reduction)") after.
 */
const NUMBER =
  /^(?<open>\()?(?<minus>[-−–]\s?)?£?\s?(?<minus2>[-−–])?(?<whole>\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+|\d+)?(?:\.(?<part>\d+))?\s?(?<unit>%|(?:m|million|bn|billion|k|thousand)\b)?(?<close>\))?(?:\s?(?:\*+|†|‡|\[\d+\]|[¹²³⁰-⁹]+))?(?<remark>\s?[A-Za-z]?\s?\(?[A-Za-z]{3,14}\)?)?$/i;

const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** Reads a cell: "15,688", "22%", "£2.098m", "(1,204)" (negative), "c" (hidden), "Total" (words). */
export function readFigure(cell: string): Figure {
  const text = cell.trim();
  const why = MARKS.get(text.toLowerCase());
  if (why !== undefined) return { kind: 'missing', why };
  const found = NUMBER.exec(text)?.groups;
  if (!found) return { kind: 'words' };
  const { whole, part, unit = '', remark } = found;
  if (whole === undefined && part === undefined) return { kind: 'words' };
  const grouped = /\D/.test(whole ?? '');
  // "12 High" is an address; only what is plainly an amount carries a remark.
  if (remark !== undefined && !grouped && part === undefined && (whole ?? '').length < 4) {
    return { kind: 'words' };
  }
  const inBrackets = found['open'] !== undefined && found['close'] !== undefined;
  const isNegative =
    inBrackets || found['minus'] !== undefined || found['minus2'] !== undefined ? -1 : 1;
  const digits = Number(`${(whole ?? '0').replace(/\D/g, '')}.${part ?? '0'}`);
  const times = TIMES[unit.toLowerCase()] ?? 1;
  return {
    kind: 'number',
    value: isNegative * (times === 1 ? digits : Math.round(digits * times * 1e6) / 1e6),
    decimals: times === 1 ? (part ?? '').length : 0,
    isPercent: unit === '%',
  };
}

/** The number of a cell, or null where it has none. */
export function numberIn(cell: string | undefined): number | null {
  const figure = readFigure(cell ?? '');
  return figure.kind === 'number' ? figure.value : null;
}
