import type { CsvCell, FileProblem } from '#app/survey/csv.ts';
import { readRow, sayField, valuesOf, type RegisterRow } from './row.ts';
import type { ListsByName, RowSpec } from './spec.ts';

export type ReadRegister =
  { ok: true; rows: RegisterRow[]; unread: string[] } | { ok: false; problems: FileProblem[] };

const MOST_ROWS = 5000;
const MOST_PROBLEMS = 50;

/**
 * Reads a register from the rows of a file: one heading a field, as the register's own export writes it.
 * Columns in any order, those that are not known are named and left; every row that cannot be read is
 * told with its line, and then nothing is taken.
 *
 * @param lines the line of the file on which each row begins, heading first
 */
export function readRegister(
  spec: RowSpec,
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  lists: ListsByName,
): ReadRegister {
  const headers = (rows[0] ?? []).map((header) => header.trim().toLowerCase());
  const keys = headers.map((header) => keyOf(spec, header));
  if (!keys.includes('name')) {
    const message = `There is no column “${spec.nameLabel}”. Begin from the file that this register exports.`;
    return { ok: false, problems: [{ line: lines[0] ?? 1, message }] };
  }
  const twice = keys.find((key, at) => key !== null && keys.indexOf(key) !== at);
  if (twice) {
    const label = labelOf(spec, twice);
    return {
      ok: false,
      problems: [
        { line: lines[0] ?? 1, message: `The column “${label}” is there twice. Keep one.` },
      ],
    };
  }
  const body = rows.slice(1);
  if (body.length > MOST_ROWS) {
    const message = `The file holds ${body.length.toLocaleString('en-GB')} rows; at most ${MOST_ROWS.toLocaleString('en-GB')} can be brought in.`;
    return { ok: false, problems: [{ line: 0, message }] };
  }
  const problems: FileProblem[] = [];
  const read = body.flatMap((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const typed = Object.fromEntries(
      keys.flatMap((key, c) => (key === null ? [] : [[key, row[c] ?? '']])),
    );
    const one = readRow(spec, typed, lists);
    if (one.ok) return [one.row];
    const line = lines[at + 1] ?? at + 2;
    for (const { message } of one.problems) {
      problems.push({ line, message: `Line ${line}: ${message}.` });
    }
    return [];
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  if (read.length === 0) {
    return { ok: false, problems: [{ line: 0, message: 'The file has headings and no row.' }] };
  }
  return doubled(read) ?? { ok: true, rows: read, unread: unknown(rows[0] ?? [], keys) };
}

function doubled(rows: readonly RegisterRow[]): ReadRegister | null {
  const names = rows.map(({ name }) => name.toLowerCase());
  const again = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (again < 0) return null;
  const message = `“${rows[again]?.name ?? ''}” is in the file twice. Give each a name of its own.`;
  return { ok: false, problems: [{ line: 0, message }] };
}

const unknown = (headers: readonly string[], keys: readonly (string | null)[]) =>
  headers.filter((header, at) => keys[at] === null && header.trim() !== '');

function keyOf(spec: RowSpec, header: string): string | null {
  if (header === spec.nameLabel.toLowerCase() || header === 'name') return 'name';
  const field = spec.fields.find(
    ({ key, label }) => label.toLowerCase() === header || key.toLowerCase() === header,
  );
  return field?.key ?? null;
}

const labelOf = (spec: RowSpec, key: string) =>
  spec.fields.find((field) => field.key === key)?.label ?? spec.nameLabel;

/** A register as rows for a file: headings first, choices in words, in the order of the form. */
export function writeRegister(
  spec: RowSpec,
  rows: readonly RegisterRow[],
  lists: ListsByName,
): CsvCell[][] {
  const headings = [spec.nameLabel, ...spec.fields.map(({ label }) => label)];
  const body = rows.map(({ name, fields }): CsvCell[] => [
    name,
    ...spec.fields.map((field): CsvCell => {
      if (field.kind !== 'number') return sayField(field, fields, lists);
      const [value] = valuesOf(fields, field.key);
      return value === undefined ? null : Number(value);
    }),
  ]);
  return [headings, ...body];
}
