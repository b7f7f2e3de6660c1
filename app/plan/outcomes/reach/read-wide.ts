import { isTotalLabel, shapeOf } from '#app/needs/table-shape.ts';
import { breakdownName, groupNamed, isUnknown } from '#app/theory/measures/breakdowns.ts';
import {
  add,
  countIn,
  keysFor,
  nothingRead,
  partNamed,
  plain,
  siteIn,
  whatNamed,
  type Known,
  type Reading,
} from './reading.ts';
import type { Count } from './reach.ts';

type Part = Pick<Count, 'what' | 'breakdown' | 'group'>;

/** A table as a report prints it: a site a row, a count a column, perhaps a total below. */
export function readWide(rows: readonly (readonly string[])[], known: Known): Reading {
  const read = nothingRead();
  const shape = shapeOf(rows);
  if (shape === null) {
    read.problems.push({
      line: 0,
      message: 'There is no column of figures. Bring a table with headings, sites and counts.',
    });
    return read;
  }
  const parts = shape.columns.map(({ header, kind }) =>
    kind === 'number' ? partOf(header, known.what) : null,
  );
  shape.columns.forEach(({ header, kind }, at) => {
    if (kind === 'number' && parts[at] === null) {
      read.remarks.push({
        line: 1,
        message: `“${header}” is no count that we know, and is left out.`,
      });
    }
  });
  if (parts.every((part) => part === null)) {
    read.problems.push({
      line: 1,
      message: 'No heading names a count, such as “People” or “0-2”.',
    });
    return read;
  }
  const lineOf = linesIn(rows);
  shape.lines.forEach(({ label, kind, cells }, at) => {
    const line = lineOf(cells);
    if (kind === 'heading') return;
    const isTotal = kind === 'total' || isTotalLabel(label);
    // A total over some rows belongs to no site; the last one is of all together.
    if (isTotal && at !== shape.lines.length - 1) return;
    const counts = parts.flatMap((part, column) => {
      const count = part === null ? null : countIn(cells[column] ?? '', line, read);
      return part === null || count === null ? [] : [{ ...part, count }];
    });
    if (counts.length === 0) return;
    const site = isTotal ? { siteId: '', siteName: '' } : siteIn(label, line, known, read);
    if (site !== null) for (const one of counts) add(read, line, { ...site, ...one });
  });
  return read;
}

const TOTAL = /^(total|number|count|all|all people|people|overall|headcount)$/;

/** What a heading counts: a count of its own, the total, or a group of a breakdown. */
function partOf(header: string, what: Known['what']): Part | null {
  const said = plain(header);
  if (TOTAL.test(said)) return { what, breakdown: '', group: '' };
  const own = whatNamed(header);
  if (own !== null) return { what: own, breakdown: '', group: '' };
  const pair = /^(.+?)[:-]\s+(.+)$/s.exec(header.trim()) ?? /^(.+?):(.+)$/.exec(header.trim());
  if (pair !== null) {
    const named = partNamed(pair[1]?.trim() ?? '', pair[2]?.trim() ?? '');
    if ('group' in named && isListed(named.breakdown)) return { what, ...named };
  }
  const bare = said.replace(/^(age|aged|ages|idaci|decile|idaci decile) /, '');
  const found = keysFor(what).flatMap((breakdown) => {
    const group = groupNamed(breakdown, bare);
    return group === null || isUnknown(group) ? [] : [{ breakdown, group }];
  });
  const [only, second] = found;
  return only === undefined || second !== undefined ? null : { what, ...only };
}

const isListed = (breakdown: string) => breakdownName(breakdown) !== breakdown;

/** On which line of the file a row stands; rows that are blank were passed over before. */
function linesIn(rows: readonly (readonly string[])[]): (cells: readonly string[]) => number {
  const said = rows.map((row) => textOf(row));
  let after = 0;
  return (cells) => {
    const at = said.indexOf(textOf(cells), after);
    if (at >= 0) after = at + 1;
    return at + 1;
  };
}

const textOf = (row: readonly string[]) =>
  row
    .map((cell) => cell.trim())
    .join('|')
    .replace(/(?<!\|)\|+$/, '');
