/**
 * Puts two people's changes to the same thing together: what only one of them changed is taken; where
 * both changed the same and differ, the path is a clash.
 */
export interface Merged {
  value: unknown;
  /** Where both changed the same, such as `title.default` or `choices`. */
  clashes: string[];
}

type Raw = Record<string, unknown>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param seen what both began with
 * @param theirs what stands now
 * @param mine what is to be saved
 */
export function merge(seen: unknown, theirs: unknown, mine: unknown, path = ''): Merged {
  if (isSame(seen, mine) || isSame(theirs, mine)) return { value: theirs, clashes: [] };
  if (isSame(seen, theirs)) return { value: mine, clashes: [] };
  if (mergesInside(seen, theirs, mine)) {
    return mergeRecords(asRecord(seen), asRecord(theirs), asRecord(mine), path);
  }
  if (sameList(seen, theirs) && sameList(seen, mine)) {
    return mergeLists(seen as unknown[], theirs as unknown[], mine as unknown[], path);
  }
  return { value: mine, clashes: [path] };
}

/** A text and the same text with translations are both texts by language. */
function mergesInside(...three: unknown[]): boolean {
  return three.some(isRecord) && three.every((one) => isRecord(one) || typeof one === 'string');
}

const asRecord = (value: unknown): Raw => (isRecord(value) ? value : { default: value });

function mergeRecords(seen: Raw, theirs: Raw, mine: Raw, path: string): Merged {
  const clashes: string[] = [];
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const inner = merge(seen[key], theirs[key], mine[key], path === '' ? key : `${path}.${key}`);
    clashes.push(...inner.clashes);
    if (inner.value !== undefined) entries.push([key, inner.value]);
  }
  return { value: Object.fromEntries(entries), clashes };
}

const codeOf = (item: unknown) => (isRecord(item) ? (item['value'] ?? item['name']) : item);

/** Lists of answers with the same codes in the same order: their words are merged one by one. */
function sameList(seen: unknown, other: unknown): boolean {
  return (
    Array.isArray(seen) &&
    Array.isArray(other) &&
    seen.length === other.length &&
    seen.every((item, at) => codeOf(item) !== undefined && codeOf(item) === codeOf(other[at]))
  );
}

function mergeLists(seen: unknown[], theirs: unknown[], mine: unknown[], path: string): Merged {
  const merged = theirs.map((_, at) => merge(seen[at], theirs[at], mine[at], `${path}.${at + 1}`));
  return {
    value: merged.map(({ value }) => value),
    clashes: merged.flatMap(({ clashes }) => clashes),
  };
}

/** Deep equality of JSON, the order of keys apart. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}
