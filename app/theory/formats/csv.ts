import { readCsv, unescapeForExcel, writeCsv } from '#app/survey/csv.ts';
import type { More, Theory } from '../graph.ts';
import { fromJson, type ReadTheory } from './json.ts';

/** The whole theory in one table: what a row is about stands in its first cell. */
const HEAD = [
  'record',
  'id',
  'type',
  'label',
  'detail',
  'source',
  'target',
  'reason',
  'more',
  'x',
  'y',
  'position',
] as const;

type Field = (typeof HEAD)[number];
type Cells = Partial<Record<Field, string | number | null>>;

/** The theory as CSV that a spreadsheet can open: a row a box, a row a link, a row a piece. */
export function toCsv(theory: Theory): string {
  const records: Cells[] = [
    { record: 'theory', label: theory.title, more: facts(theory.more) },
    ...theory.boxes.map(({ more, ...box }) => ({ ...box, record: 'box', more: facts(more) })),
    ...theory.links.map(({ kind, more, ...link }) => ({
      ...link,
      record: 'link',
      type: kind,
      more: facts(more),
    })),
    ...theory.pieces.map(({ id, kind, on, more }) => ({
      record: 'piece',
      id,
      type: kind,
      source: on,
      more: facts(more),
    })),
  ];
  const rows = records.map((record) => HEAD.map((field) => record[field] ?? ''));
  return writeCsv([HEAD, ...rows], { forExcel: true });
}

const facts = (more: More) => (Object.keys(more).length === 0 ? '' : JSON.stringify(more));

/** Whether rows are a theory that we wrote ourselves. */
export function isOurCsv(rows: readonly (readonly string[])[]): boolean {
  return HEAD.every((name, index) => rows[0]?.[index] === name);
}

/** Reads back what `toCsv` wrote. */
export function fromCsv(bytes: Uint8Array, fallbackTitle: string): ReadTheory {
  const read = readCsv(bytes);
  if (!read.ok) {
    const problems = read.problems.map(({ line, message }) => ({ where: `line ${line}`, message }));
    return { ok: false, problems };
  }
  const records = read.rows.slice(1).map((cells) => {
    const named = HEAD.map((name, index) => [name, unescapeForExcel(cells[index] ?? '')] as const);
    return Object.fromEntries(named) as Record<Field, string>;
  });
  const of = (record: string) => records.filter((each) => each.record === record);
  const whole = of('theory')[0];
  const document = filled({
    title: whole?.label ?? '',
    more: factsIn(whole?.more ?? ''),
    nodes: of('box').map(({ id, type, label, detail, more, x, y, position }) =>
      filled({
        id,
        type,
        label,
        detail,
        more: factsIn(more),
        x: number(x),
        y: number(y),
        position: number(position),
      }),
    ),
    links: of('link').map(({ id, source, target, reason, more }) =>
      filled({ id, source, target, reason, more: factsIn(more) }),
    ),
    pieces: of('piece').map(({ id, type, source, more }) =>
      filled({ id, kind: type, on: source, more: factsIn(more) }),
    ),
  });
  return fromJson(JSON.stringify(document), fallbackTitle);
}

const filled = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''));

const number = (text: string) => (text === '' ? '' : Number(text));

function factsIn(text: string): unknown {
  if (text === '') return '';
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { note: text };
  }
}
