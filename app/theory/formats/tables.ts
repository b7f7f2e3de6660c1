import { unescapeForExcel, writeCsv, type CsvCell } from '#app/survey/csv.ts';
import type { More, Theory } from '../graph.ts';
import { FORMAT, FORMAT_VERSION, fromJson, type ReadTheory } from './json.ts';

/**
 * A theory as tables for a spreadsheet: boxes in one, links in another, and beside them what belongs to
 * boxes and links (evidence, measures, parts) and to the whole. Further facts stand in columns that
 * begin with `more.`; columns that nobody knows are passed over.
 */

export interface TableFile {
  name: string;
  text: string;
}

type Rows = readonly (readonly string[])[];

/** The tables as CSV files, safe to open by double click. */
export function toTables(theory: Theory): TableFile[] {
  const labels = new Map(theory.boxes.map(({ id, label }) => [id, label]));
  const file = (name: string, rows: CsvCell[][]): TableFile => ({
    name,
    text: writeCsv(rows, { forExcel: true }),
  });
  const boxes = withFacts(
    ['id', 'type', 'label', 'detail', 'x', 'y', 'position'],
    theory.boxes.map(({ id, type, label, detail, x, y, position, more }) => ({
      cells: [id, type, label, detail, x, y, position],
      more,
    })),
  );
  const links = withFacts(
    ['id', 'kind', 'source', 'target', 'reason', 'source label', 'target label'],
    theory.links.map(({ id, kind, source, target, reason, more }) => ({
      cells: [id, kind, source, target, reason, labels.get(source) ?? '', labels.get(target) ?? ''],
      more,
    })),
  );
  const pieces = withFacts(
    ['id', 'piece', 'on'],
    theory.pieces.map(({ id, kind, on, more }) => ({ cells: [id, kind, on], more })),
  );
  // A second column, because a table of one leaves open what parts its cells.
  const whole = withFacts(
    ['title', 'format'],
    [{ cells: [theory.title, `${FORMAT} ${FORMAT_VERSION}`], more: theory.more }],
  );
  return [
    file('boxes.csv', boxes),
    file('links.csv', links),
    ...(theory.pieces.length === 0 ? [] : [file('pieces.csv', pieces)]),
    file('theory.csv', whole),
  ];
}

function withFacts(
  head: readonly string[],
  rows: readonly { cells: readonly CsvCell[]; more: More }[],
): CsvCell[][] {
  const keys = [...new Set(rows.flatMap(({ more }) => Object.keys(more)))].sort();
  return [
    [...head, ...keys.map((key) => `more.${key}`)],
    ...rows.map(({ cells, more }) => [...cells, ...keys.map((key) => more[key] ?? '')]),
  ];
}

/** Our tables among some tables, told by their column titles. */
export interface Tables {
  boxes: Rows;
  links: Rows | null;
  pieces: Rows | null;
  whole: Rows | null;
}

/** The tables of a theory among those given; null when none of them holds boxes. */
export function tablesIn(tables: readonly Rows[]): Tables | null {
  const find = (...wanted: (readonly string[])[]) =>
    tables.find((rows) => {
      const names = (rows[0] ?? []).map(fold);
      return wanted.every((any) => any.some((name) => names.includes(name)));
    }) ?? null;
  const boxes = find(['id'], ['type'], ['label', 'title', 'name']);
  if (boxes === null) return null;
  return {
    boxes,
    links: find(['source', 'from'], ['target', 'to']),
    pieces: find(['id'], ['piece'], ['on']),
    whole: tables.find((rows) => rows !== boxes && fold(rows[0]?.[0] ?? '') === 'title') ?? null,
  };
}

/** Whether a table holds links, so that its boxes are asked for. */
export function isLinksTable(rows: Rows): boolean {
  const names = (rows[0] ?? []).map(fold);
  return (
    (names.includes('source') || names.includes('from')) &&
    (names.includes('target') || names.includes('to'))
  );
}

const fold = (name: string) => name.trim().toLowerCase();

/** Reads back what `toTables` wrote, or tables that somebody made like it. */
export function fromTables(tables: Tables, fallbackTitle: string): ReadTheory {
  const nodes = records(tables.boxes, ['x', 'y', 'position']);
  const links = records(tables.links ?? [], []);
  const pieces = records(tables.pieces ?? [], []).map(({ piece, ...others }) => ({
    ...others,
    kind: piece,
  }));
  const whole = records(tables.whole ?? [], [])[0];
  const document = {
    ...(whole === undefined ? {} : { title: whole['title'], more: whole['more'] }),
    nodes,
    links,
    pieces,
  };
  const read = fromJson(JSON.stringify(document), fallbackTitle);
  if (!read.ok || tables.links !== null) return read;
  return {
    ...read,
    notes: [...read.notes, 'There is a table of boxes and none of links: choose both files.'],
  };
}

function records(rows: Rows, numbers: readonly string[]): Record<string, unknown>[] {
  const names = (rows[0] ?? []).map((name) => name.trim());
  return rows.slice(1).map((cells) => {
    const record: Record<string, unknown> = {};
    const more: Record<string, string> = {};
    names.forEach((name, index) => {
      const value = unescapeForExcel(cells[index] ?? '');
      if (value === '') return;
      const key = /^more\.([a-z][A-Za-z]{0,39})$/.exec(name)?.[1];
      const field = fold(name);
      if (key !== undefined) more[key] = value;
      else record[field] = numbers.includes(field) ? Number(value) : value;
    });
    return Object.keys(more).length === 0 ? record : { ...record, more };
  });
}
