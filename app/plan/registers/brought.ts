import type { RegisterRow } from '#app/needs/registers/row.ts';

/** Rows of a file laid over the rows of those names: an empty cell leaves what is recorded. */
export function broughtOver<Fields, Row extends Fields>(
  rows: readonly RegisterRow[],
  rowOf: (fields: Fields) => RegisterRow,
  fieldsOf: (row: RegisterRow) => Fields,
): { name: string; over: (was: Row | null) => Fields }[] {
  return rows.map(({ name, fields }) => ({
    name,
    over: (was) => fieldsOf({ name, fields: { ...(was ? rowOf(was).fields : {}), ...fields } }),
  }));
}

const MOST_PROBLEMS = 50;

/** What does not fit together in rows of a file once they lie over what is recorded, by name. */
export function broughtProblems<Fields extends { title: string }, Row extends Fields>(
  rows: readonly { name: string; over: (was: Row | null) => Fields }[],
  kept: readonly Row[],
  check: (fields: Fields) => readonly { message: string }[],
): { line: number; message: string }[] {
  const byName = new Map(kept.map((row) => [row.title.toLowerCase(), row]));
  return rows
    .flatMap(({ name, over }) =>
      check(over(byName.get(name.toLowerCase()) ?? null)).map(({ message }) => ({
        line: 0,
        message: `“${name}”: ${message}.`,
      })),
    )
    .slice(0, MOST_PROBLEMS);
}

/** "2 added, 1 changed. These columns are not known and were left: “Colour”." */
export function sayBrought(
  { added, changed }: { added: number; changed: number },
  unread: readonly string[],
): string {
  const named = unread.map((header) => `“${header}”`).join(', ');
  const left = named === '' ? '' : ` These columns are not known and were left: ${named}.`;
  return `${added} added, ${changed} changed.${left}`;
}
