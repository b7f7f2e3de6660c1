import { links, type TheoryLook } from '#app/http/links.ts';
import { BOX_MORE, BOX_TYPES, LINK_MORE, type BoxType, type MoreField } from '../graph.ts';
import { lookedAt } from '../looked-at.ts';

/** What the table of a theory shows: boxes or links, which of them, in which order, which columns. */
export interface TableLook extends TheoryLook {
  readonly rows: 'boxes' | 'links';
  /** Only boxes of this type, or links that start at one; empty for all. */
  readonly type: BoxType | '';
  /** Only rows with these words in them. */
  readonly words: string;
  readonly sort: TableSort;
  /** Keys of the further facts that have a column. */
  readonly columns: readonly string[];
  /** From 0. */
  readonly page: number;
  /** The box from which the next link starts, and the type of the next box. */
  readonly from: string;
  readonly next: BoxType | '';
}

export type TableSort = 'order' | 'words' | 'open';

/** How rows can be sorted; `open` puts first what still lacks links or a reason. */
export const TABLE_SORTS: readonly { value: TableSort; label: string }[] = [
  { value: 'order', label: 'As in the theory' },
  { value: 'words', label: 'By their words' },
  { value: 'open', label: 'What is missing first' },
];

/** So many rows that a whole theory stands on one page, and a page stays light. */
export const ROWS_A_PAGE = 60;

/** The further facts of boxes that can have a column, each once. */
export const BOX_COLUMNS: readonly MoreField[] = [
  { key: 'detail', label: 'Explanation', hint: '', kind: 'text' },
  ...new Map(
    Object.values(BOX_MORE)
      .flat()
      .map((field) => [field.key, field]),
  ).values(),
];

const SHOWN_FIRST: Readonly<Record<TableLook['rows'], readonly string[]>> = {
  boxes: ['lead', 'benefits'],
  links: ['assumes'],
};

/** What an address of the table asks for; what it does not know is left out. */
export function tableLook(address: string): TableLook {
  const asked = new URL(address).searchParams;
  const look = lookedAt(address);
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((each) => each === asked.get(name));
  const given = oneOf('rows', ['boxes', 'links']);
  const rows = given ?? (look.link === undefined || look.box !== undefined ? 'boxes' : 'links');
  const known = (rows === 'boxes' ? BOX_COLUMNS : LINK_MORE).map(({ key }) => key);
  const columns = asked.has('columns')
    ? known.filter((key) => asked.getAll('columns').includes(key))
    : SHOWN_FIRST[rows];
  const page = Number(asked.get('page') ?? '0');
  return {
    ...look,
    rows,
    type: oneOf('type', BOX_TYPES) ?? '',
    words: (asked.get('words') ?? '').trim().slice(0, 100),
    sort: oneOf('sort', ['order', 'words', 'open']) ?? 'order',
    columns,
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
    from: (asked.get('from') ?? '').slice(0, 80),
    next: oneOf('next', BOX_TYPES) ?? '',
  };
}

/** The address of the table with something of the look changed, and a place on it. */
export function tableHref(
  programmeId: string,
  look: TableLook,
  change: Partial<TableLook> = {},
  place = '',
): string {
  const now = { ...look, ...change };
  const usual = SHOWN_FIRST[now.rows].join() === now.columns.join();
  const asked: [string, string][] = [
    ['rows', now.rows === 'links' ? 'links' : ''],
    ['part', now.part ?? ''],
    ['at', now.at ?? ''],
    ['type', now.type],
    ['words', now.words],
    ['sort', now.sort === 'order' ? '' : now.sort],
    ...(usual ? [] : [['columns', ''] as [string, string]]),
    ...(usual ? [] : now.columns.map((key): [string, string] => ['columns', key])),
    ['page', now.page === 0 ? '' : String(now.page)],
    ['from', now.from],
    ['next', now.next],
    ['box', now.box ?? ''],
    ['link', now.link ?? ''],
  ];
  const kept = asked.filter(([name, value]) => value !== '' || name === 'columns');
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  return `${links.theoryTable(programmeId)}${query}${place === '' ? '' : `#${place}`}`;
}

/** How the table opens again after a button was pressed: where the focus goes, and on which rows. */
export function lookAfter(
  look: TableLook,
  pressed: { does: string; id: string; newType: BoxType; newLabel: string },
  place: string,
): { look: TableLook; place: string } {
  const { does, id, newType, newLabel } = pressed;
  const next = newLabel === '' ? look.next : newType;
  if (does === 'connect') {
    const all = { rows: 'links' as const, type: '' as const, words: '', page: 0 };
    const columns = SHOWN_FIRST.links;
    const to = { box: undefined, link: undefined, from: id };
    return { look: { ...look, ...all, ...to, columns }, place: 'newTarget' };
  }
  const box = place.startsWith('box-') ? place.slice('box-'.length) : undefined;
  const link = place.startsWith('link-') ? place.slice('link-'.length) : undefined;
  return { look: { ...look, from: '', next, box, link }, place };
}

/** Where a field of the table stands on the page: the first of a row is the row's place. */
export function placeOfField(field: string): string {
  const [name = '', ...id] = field.split('~');
  if (id.length === 0) return `#${field}`;
  if (name === 'label') return `#box-${id.join('~')}`;
  return name === 'reason' ? `#link-${id.join('~')}` : `#${field}`;
}

/** The page to which a button of a row leads, once everything is saved; null when it stays here. */
export function pageAfter(programmeId: string, does: string, id: string): string | null {
  switch (does) {
    case 'evidence':
      return links.addTheoryEvidence(programmeId, id);
    case 'measure':
      return links.addMeasure(programmeId, id);
    case 'open':
      return links.theoryBox(programmeId, id, 'table');
    default:
      return null;
  }
}
