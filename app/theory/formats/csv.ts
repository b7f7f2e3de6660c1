import { readCsv, unescapeForExcel, writeCsv } from '#app/survey/csv.ts';
import type { Theory } from '../graph.ts';
import { fromJson, type ReadTheory } from './json.ts';

/** Boxes and links in one table: what a row is about stands in its first cell. */
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

/** The theory as CSV that a spreadsheet can open: a row a box, then a row a link. */
export function toCsv(theory: Theory): string {
  const cell = (value: number | null) => (value === null ? '' : value);
  const more = (facts: Theory['boxes'][number]['more']) =>
    Object.keys(facts).length === 0 ? '' : JSON.stringify(facts);
  const boxes = theory.boxes.map((box) => [
    'box',
    box.id,
    box.type,
    box.label,
    box.detail,
    '',
    '',
    '',
    more(box.more),
    cell(box.x),
    cell(box.y),
    box.position,
  ]);
  const links = theory.links.map((link) => [
    'link',
    link.id,
    link.kind,
    '',
    '',
    link.source,
    link.target,
    link.reason,
    more(link.more),
    '',
    '',
    '',
  ]);
  const title = ['theory', '', '', theory.title, ...HEAD.slice(4).map(() => '')];
  return writeCsv([HEAD, title, ...boxes, ...links], { forExcel: true });
}

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
    return Object.fromEntries(named) as Record<(typeof HEAD)[number], string>;
  });
  const filled = (entries: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''));
  const number = (text: string) => (text === '' ? '' : Number(text));
  const title = records.find(({ record }) => record === 'theory')?.label;
  const nodes = records
    .filter(({ record }) => record === 'box')
    .map(({ id, type, label, detail, more, x, y, position }) =>
      filled({
        id,
        type,
        label,
        detail,
        more: facts(more),
        x: number(x),
        y: number(y),
        position: number(position),
      }),
    );
  const links = records
    .filter(({ record }) => record === 'link')
    .map(({ id, source, target, reason, more }) =>
      filled({ id, source, target, reason, more: facts(more) }),
    );
  return fromJson(JSON.stringify(filled({ title, nodes, links })), fallbackTitle);
}

function facts(text: string): unknown {
  if (text === '') return '';
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { note: text };
  }
}
