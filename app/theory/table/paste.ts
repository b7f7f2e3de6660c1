import { readCsv } from '#app/survey/csv.ts';
import { readValue } from '../fields.ts';
import {
  BOX_MORE,
  lastPosition,
  LIMITS,
  type BoxType,
  type MoreField,
  type Theory,
} from '../graph.ts';
import type { Operation } from '../operations.ts';
import { typeNamed } from '../type-names.ts';

/** Rows of a spreadsheet that were pasted, one box a row. */

/** A row that can become a box. */
export interface PastedRow {
  line: number;
  type: BoxType;
  label: string;
  detail: string;
  more: Record<string, string>;
  /** The words of the box that it leads to; empty for none. */
  leadsTo: string;
  reason: string;
  /** Why it is passed over; null when it becomes a box. */
  passed: string | null;
}

export interface PasteProblem {
  line: number;
  message: string;
}

type Column = 'type' | 'label' | 'detail' | 'leadsTo' | 'reason' | MoreField | null;

const NAMES: Readonly<Record<string, Column>> = {
  type: 'type',
  box: 'label',
  label: 'label',
  'what the box says': 'label',
  explanation: 'detail',
  detail: 'detail',
  'leads to': 'leadsTo',
  'what it leads to': 'leadsTo',
  why: 'reason',
  reason: 'reason',
};

/** Columns where the first row does not name them. */
const WITH_TYPE: readonly Column[] = ['type', 'label', 'detail', 'leadsTo', 'reason'];
const WITHOUT_TYPE: readonly Column[] = WITH_TYPE.slice(1);

const fold = (words: string) => words.trim().toLowerCase().replace(/\s+/gu, ' ');

/**
 * Reads pasted rows, cells parted by tabs. The first row may name the columns; without names the
 * first column is the type, where it is one, then the words, the explanation, what it leads to and why.
 *
 * @param otherwise the type of rows that name none
 */
export function readPaste(
  text: string,
  theory: Theory,
  otherwise: BoxType,
): { rows: PastedRow[]; problems: PasteProblem[] } {
  const read = readCsv(new TextEncoder().encode(`sep=\t\n${text}`));
  if (!read.ok) {
    const problems = read.problems.map(({ line, message }) => ({
      line: Math.max(1, line - 1),
      message,
    }));
    return { rows: [], problems };
  }
  const cells = read.rows.map((row) => row.map((cell) => cell.trim()));
  const columns = columnsOf(cells[0] ?? []);
  const named = columns.named;
  const problems: PasteProblem[] = [];
  const rows = cells.slice(named ? 1 : 0).flatMap((row, index): PastedRow[] => {
    // The line that says what parts the cells was not pasted.
    const line = (read.lines[named ? index + 1 : index] ?? 2) - 1;
    const made = rowOf(row, columns.columns, otherwise, line);
    if ('message' in made) {
      problems.push(made);
      return [];
    }
    return [made];
  });
  passOver(rows, theory);
  const known = new Set([...theory.boxes, ...rows].map(({ label }) => fold(label)));
  for (const { line, leadsTo } of rows) {
    if (leadsTo !== '' && !known.has(fold(leadsTo)))
      problems.push({ line, message: `There is no box “${leadsTo}” to lead to` });
  }
  if (theory.boxes.length + rows.length > LIMITS.boxes)
    problems.push({ line: 1, message: `A theory holds ${LIMITS.boxes} boxes at most` });
  return { rows, problems };
}

function columnsOf(first: readonly string[]): { named: boolean; columns: readonly Column[] } {
  const facts = new Map(
    Object.values(BOX_MORE)
      .flat()
      .map((field) => [fold(field.label), field]),
  );
  const columns = first.map((cell) => NAMES[fold(cell)] ?? facts.get(fold(cell)) ?? null);
  if (columns.includes('label')) return { named: true, columns };
  const typed = first.length > 1 && typeNamed(first[0] ?? '') !== null;
  return { named: false, columns: typed ? WITH_TYPE : WITHOUT_TYPE };
}

function rowOf(
  cells: readonly string[],
  columns: readonly Column[],
  otherwise: BoxType,
  line: number,
): PastedRow | PasteProblem {
  const row = {
    line,
    type: otherwise,
    label: '',
    detail: '',
    more: {} as Record<string, string>,
    leadsTo: '',
    reason: '',
    passed: null,
  };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === null || cell === '') continue;
    if (column === 'type') {
      const type = typeNamed(cell);
      if (type === null) return { line, message: `There is no type “${cell}”` };
      row.type = type;
    } else if (typeof column === 'string') row[column] = cell;
    else {
      const value = readValue(column, cell);
      if (value === null) return { line, message: `“${cell}” cannot be said of “${column.label}”` };
      row.more[column.key] = value;
    }
  }
  if (row.label === '') return { line, message: 'Enter what the box says' };
  const long = row.label.length > LIMITS.label || row.reason.length > LIMITS.reason;
  if (long || row.detail.length > LIMITS.detail || tooLong(row.more))
    return { line, message: 'Shorten the text of this row' };
  const can = new Set(BOX_MORE[row.type].map(({ key }) => key));
  const more = Object.entries(row.more).filter(([key]) => can.has(key));
  return { ...row, more: Object.fromEntries(more) };
}

const tooLong = (more: Readonly<Record<string, string>>) =>
  Object.values(more).some((value) => value.length > LIMITS.more);

/** Rows whose box stands there already, or a second time in what was pasted. */
function passOver(rows: readonly PastedRow[], theory: Theory): void {
  const there = new Set(theory.boxes.map(({ type, label }) => `${type} ${fold(label)}`));
  for (const row of rows) {
    const key = `${row.type} ${fold(row.label)}`;
    if (there.has(key)) row.passed = 'It stands there already';
    there.add(key);
  }
}

/** The operations that add the rows and draw their links. Ids follow from the page's mark. */
export function operationsOfPaste(
  theory: Theory,
  rows: readonly PastedRow[],
  mark: string,
): Operation[] {
  const idOf = new Map(theory.boxes.map(({ id, label }) => [fold(label), id]));
  const next = new Map<BoxType, number>();
  const adding = rows.flatMap((row, index): Operation[] => {
    const { type, label, detail, more, passed } = row;
    if (passed !== null) return [];
    const id = `${mark}-p${index}`;
    const position = next.get(type) ?? lastPosition(theory, type);
    next.set(type, position + 1);
    idOf.set(fold(label), id);
    return [{ kind: 'addBox', box: { id, type, label, detail, more, x: null, y: null, position } }];
  });
  const drawn = new Set(theory.links.map(({ source, target }) => `${source} ${target}`));
  const linking = rows.flatMap(({ label, leadsTo, reason }, index): Operation[] => {
    const [source, target] = [idOf.get(fold(label)), idOf.get(fold(leadsTo))];
    if (leadsTo === '' || !source || !target || source === target) return [];
    if (drawn.has(`${source} ${target}`)) return [];
    drawn.add(`${source} ${target}`);
    const link = { id: `${mark}-k${index}`, source, target, reason, more: {} };
    return [{ kind: 'addLink', link }];
  });
  return [...adding, ...linking];
}
