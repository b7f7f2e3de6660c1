import { z } from 'zod';
import { ThemeForm, type ThemeFields } from './theme.ts';
import { DEEPEST, type Branch } from './tree.ts';

/** The columns of a codebook, as it is taken away and brought in. */
const CODEBOOK_COLUMNS = [
  'Number',
  'Theme',
  'What belongs here',
  'Example',
  'What does not belong here',
  'Notes',
] as const;

interface Described {
  id: string;
  name: string;
  parentId: string | null;
  definition: string;
  example: string;
  isNot: string;
  notes: string;
}

/** The tree of themes as rows of a table, with its columns first. */
export function codebookRows(tree: readonly Branch<Described>[]): string[][] {
  return [
    [...CODEBOOK_COLUMNS],
    ...tree.map(({ number, name, definition, example, isNot, notes }) => [
      number,
      name,
      definition,
      example,
      isNot,
      notes,
    ]),
  ];
}

export interface ReadTheme extends Omit<ThemeFields, 'parentId'> {
  number: string;
  /** The number of the theme that it stands under; empty at the top. */
  under: string;
}

export type ReadCodebook =
  { ok: true; themes: ReadTheme[] } | { ok: false; problems: { line: number; message: string }[] };

const MOST_THEMES = 300;

/**
 * Reads a codebook: a theme a row, its place told by its number ("2.1" stands under "2"). All or
 * nothing: every row that is wrong is named with its line.
 *
 * @param rows cells as text, the row of headings first
 * @param lines the line of the file on which each row begins
 */
export function readCodebook(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): ReadCodebook {
  const [header = [], ...body] = rows;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const at = CODEBOOK_COLUMNS.map((column) => names.indexOf(column.toLowerCase()));
  const lineOf = (row: number) => lines[row + 1] ?? row + 2;
  if ((at[1] ?? -1) < 0 || (at[2] ?? -1) < 0) {
    const message = `The first line must name the columns “${CODEBOOK_COLUMNS[1]}” and “${CODEBOOK_COLUMNS[2]}”. Take the codebook away first to see the shape.`;
    return { ok: false, problems: [{ line: lines[0] ?? 1, message }] };
  }
  if (body.length === 0) {
    return { ok: false, problems: [{ line: 0, message: 'There is no theme in the file.' }] };
  }
  if (body.length > MOST_THEMES) {
    const message = `A codebook has at most ${MOST_THEMES} themes, and this one has ${body.length}.`;
    return { ok: false, problems: [{ line: 0, message }] };
  }
  const problems: { line: number; message: string }[] = [];
  const themes: ReadTheme[] = [];
  const numbers = new Set<string>();
  body.forEach((row, index) => {
    const cell = (column: number) => (row[at[column] ?? -1] ?? '').trim();
    const number = cell(0).replace(/\.$/, '') || `row ${index + 1}`;
    const read = ThemeForm.omit({ parentId: true }).safeParse({
      name: cell(1),
      definition: cell(2),
      example: cell(3),
      isNot: cell(4),
      notes: cell(5),
    });
    const wrong = (message: string) => problems.push({ line: lineOf(index), message });
    if (!read.success) {
      wrong(z.flattenError(read.error).formErrors[0] ?? read.error.issues[0]?.message ?? 'Wrong');
      return;
    }
    const under = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : '';
    if (numbers.has(number)) wrong(`The number ${number} stands there twice`);
    else if (under !== '' && !numbers.has(under)) {
      wrong(`Theme ${number} comes before ${under}, or there is no ${under}`);
    } else if (number.split('.').length > DEEPEST) {
      wrong(`Themes stand at most ${DEEPEST} deep, and ${number} is deeper`);
    }
    numbers.add(number);
    themes.push({ ...read.data, number, under });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, themes };
}
