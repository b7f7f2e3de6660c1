import {
  BOX_MORE,
  BOX_TYPES,
  boxesById,
  byPosition,
  LINK_MORE,
  type Box,
  type Link,
  type MoreField,
  type Theory,
} from '../graph.ts';
import { fieldOf } from '../operations.ts';
import { relationsOf, says, type Relation } from '../words.ts';
import { BOX_COLUMNS, ROWS_A_PAGE, type TableLook } from './table-look.ts';

/** A box as a row of the table. */
export interface BoxRow {
  box: Box;
  /** Where it stands among its own: `2 of 5`. */
  place: string;
  /** What it leads to, in words. */
  relations: readonly Relation[];
}

/** A link as a row of the table. */
export interface LinkRow {
  link: Link;
  source: Box;
  target: Box;
  /** `leads to`, `has to hold for` … */
  says: string;
}

/** One page of rows, and how many there are on all pages. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pages: number;
}

/** The boxes that a look of the table shows, a page of them. */
export function boxRows(theory: Theory, look: TableLook): Page<BoxRow> {
  const byId = boxesById(theory);
  const rows = inOrder(theory.boxes).map((box, _, all): BoxRow => {
    const own = all.filter(({ type }) => type === box.type);
    return {
      box,
      place: `${own.indexOf(box) + 1} of ${own.length}`,
      relations: relationsOf(theory, box.id, byId).filter(({ outgoing }) => outgoing),
    };
  });
  const shown = rows.filter(
    ({ box }) =>
      (look.type === '' || box.type === look.type) &&
      holds(look.words, [box.label, box.detail, ...Object.values(box.more)]),
  );
  const linked = new Set(theory.links.flatMap(({ source, target }) => [source, target]));
  const sorted = sortedBy(shown, look.sort, ({ box }) => ({
    words: box.label,
    missing: Number(linked.has(box.id)),
  }));
  return pageOf(sorted, look, ({ box }) => box.id === look.box);
}

/** The links that a look of the table shows, a page of them; a link to nothing is for the checks. */
export function linkRows(theory: Theory, look: TableLook): Page<LinkRow> {
  const byId = boxesById(theory);
  const rank = new Map(inOrder(theory.boxes).map(({ id }, index) => [id, index]));
  const at = (id: string) => rank.get(id) ?? 0;
  const rows = theory.links
    .flatMap((link): LinkRow[] => {
      const [source, target] = [byId.get(link.source), byId.get(link.target)];
      if (source === undefined || target === undefined) return [];
      return [{ link, source, target, says: says(link, byId, true) }];
    })
    .sort((a, b) => at(a.source.id) - at(b.source.id) || at(a.target.id) - at(b.target.id));
  const shown = rows.filter(
    ({ link, source, target }) =>
      (look.type === '' || source.type === look.type) &&
      holds(look.words, [source.label, target.label, link.reason, ...Object.values(link.more)]),
  );
  const sorted = sortedBy(shown, look.sort, ({ link, source }) => ({
    words: source.label,
    missing: link.kind !== 'leadsTo' || link.reason !== '' ? 1 : 0,
  }));
  return pageOf(sorted, look, ({ link }) => link.id === look.link);
}

/** The boxes in the order of the columns, each column in its own. */
function inOrder(boxes: readonly Box[]): Box[] {
  return boxes.toSorted(
    (a, b) => BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) || byPosition(a, b),
  );
}

/** The facts of a box that have a column of this look and that its type can carry. */
export function columnsOf(box: Pick<Box, 'type'>, columns: readonly string[]): MoreField[] {
  const can = new Map(BOX_MORE[box.type].map((field) => [field.key, field]));
  return columns.flatMap((key) => {
    const field = key === 'detail' ? BOX_COLUMNS[0] : can.get(key);
    return field === undefined ? [] : [field];
  });
}

/** The facts of a link that have a column of this look. */
export function columnsOfLink(link: Pick<Link, 'kind'>, columns: readonly string[]): MoreField[] {
  return link.kind === 'leadsTo' ? LINK_MORE.filter(({ key }) => columns.includes(key)) : [];
}

/** The values that a page of the table shows, by row and field: what is typed is compared with them. */
export function shownValues(
  { boxes, links }: { boxes: readonly BoxRow[]; links: readonly LinkRow[] },
  { columns }: Pick<TableLook, 'columns'>,
): Record<'boxes' | 'links', Record<string, Record<string, string>>> {
  return {
    boxes: Object.fromEntries(
      boxes.map(({ box }) => [
        box.id,
        { type: box.type, label: box.label, ...valuesOf(box, columnsOf(box, columns)) },
      ]),
    ),
    links: Object.fromEntries(
      links.map(({ link }) => [
        link.id,
        { reason: link.reason, ...valuesOf(link, columnsOfLink(link, columns)) },
      ]),
    ),
  };
}

function valuesOf(thing: Box | Link, fields: readonly MoreField[]): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ key }) => [key, fieldOf(thing, key === 'detail' ? key : `more.${key}`)]),
  );
}

function holds(words: string, texts: readonly string[]): boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts.join('\n').toLowerCase();
  return wanted.every((word) => all.includes(word));
}

function sortedBy<Row>(
  rows: Row[],
  sort: TableLook['sort'],
  of: (row: Row) => { words: string; missing: number },
): Row[] {
  if (sort === 'order') return rows;
  if (sort === 'open') return rows.toSorted((a, b) => of(a).missing - of(b).missing);
  return rows.toSorted((a, b) => of(a).words.localeCompare(of(b).words, 'en-GB'));
}

/** The page that was asked for, or the one with what is selected. */
function pageOf<Row>(rows: Row[], look: TableLook, isHere: (row: Row) => boolean): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const here = rows.findIndex(isHere);
  const page = here === -1 ? Math.min(look.page, pages - 1) : Math.floor(here / ROWS_A_PAGE);
  const first = page * ROWS_A_PAGE;
  return { rows: rows.slice(first, first + ROWS_A_PAGE), total: rows.length, page, pages };
}
