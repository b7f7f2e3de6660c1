import { readCsv } from '#app/survey/csv.ts';
import { fileText } from '#app/survey/file-text.ts';
import { readPrintedTheory, type PrintedChoices, type PrintedTheory } from '../printed-theory.ts';
import { fromCsv, isOurCsv } from './csv.ts';
import { theoryOfPrinted } from './from-printed.ts';
import { fromJson, type ReadTheory } from './json.ts';

/** A theory read from a file; for a printed table also how its columns and rows were taken. */
export type TheoryFile = ReadTheory & { printed?: PrintedTheory };

/**
 * Reads a theory from the bytes of a file, whatever it is: our JSON or CSV, other JSON with nodes
 * and links, or a printed table as CSV.
 */
export function readTheoryFile(
  bytes: Uint8Array,
  title: string,
  choices: PrintedChoices = {},
): TheoryFile {
  const text = fileText(bytes);
  if (!text.ok) return { ok: false, problems: [{ where: 'file', message: text.message }] };
  if (/^\s*[{[]/.test(text.text)) return fromJson(text.text, title);
  const csv = readCsv(bytes);
  if (!csv.ok) {
    const problems = csv.problems.map(({ line, message }) => ({
      where: line === 0 ? 'file' : `line ${line}`,
      message,
    }));
    return { ok: false, problems };
  }
  if (isOurCsv(csv.rows)) return fromCsv(bytes, title);
  return fromPrinted(readPrintedTheory(csv.rows, choices), csv.lines, title);
}

function fromPrinted(printed: PrintedTheory, lines: readonly number[], title: string): TheoryFile {
  if (printed.boxes.length === 0) {
    const problems = printed.problems.map(({ row, message }) => ({
      where: `line ${lines[row] ?? row + 1}`,
      message,
    }));
    const empty = { where: 'file', message: 'There is no box under the column titles.' };
    return { ok: false, problems: problems.length > 0 ? problems : [empty], printed };
  }
  const notes = [
    'The table draws no links: boxes in one row stand side by side and are not linked.',
    ...printed.problems.map(({ message }) => message),
    ...printed.leftOut.map(({ words, because }) => `Not taken for a box: “${words}”. ${because}`),
  ];
  return { ok: true, theory: theoryOfPrinted(printed, title), notes, printed };
}
