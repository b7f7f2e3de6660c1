import { plainText } from '#app/http/plain-text.ts';
import { readCsv } from '#app/survey/csv.ts';
import { fileText } from '#app/survey/file-text.ts';
import type { Theory } from '../graph.ts';
import { readPrintedTheory, type PrintedChoices, type PrintedTheory } from '../printed-theory.ts';
import { fromCsv, isOurCsv } from './csv.ts';
import { kept, type ForeignMap, type ReadMap } from './foreign.ts';
import { theoryOfMap, type MapChoices } from './from-foreign.ts';
import { theoryOfPrinted } from './from-printed.ts';
import { fromGraphml, isOurGraphml } from './graphml.ts';
import type { ReadTheory } from './json.ts';
import { isGraphml, readGraphml } from './read-graphml.ts';
import { readJson } from './read-json.ts';
import { flowchartIn, readMermaid } from './read-mermaid.ts';
import { isResultsChain, readResultsChain } from './results-chain.ts';
import { fromTables, tablesIn } from './tables.ts';
import { fromText, isOurText } from './text-form.ts';
import { readXml } from './xml.ts';

/** What a person said about a file after seeing how it was taken. */
export type FileChoices = PrintedChoices & MapChoices;

/** What a file turned out to be, before anybody said what is meant: this can be read again later. */
export type FileContent =
  | { kind: 'ours'; read: ReadTheory }
  | { kind: 'map'; map: ForeignMap }
  | { kind: 'table'; rows: string[][]; lines: number[] }
  | { kind: 'refused'; problems: Problem[] };

type Problem = { where: string; message: string };

/** A theory read from a file; with it how its columns and rows, or its groups, were taken. */
export type TheoryFile = ReadTheory & { printed?: PrintedTheory; map?: ForeignMap };

/**
 * Reads a theory from the bytes of a file, whatever it is called: told by what stands in it. Zip files
 * and workbooks are unpacked by the server (read-theory-file.server.ts) and come here as text or rows.
 */
export function readTheoryFile(
  bytes: Uint8Array,
  title: string,
  choices: FileChoices = {},
): TheoryFile {
  return theoryIn(contentOf(bytes, title), title, choices);
}

/** What the bytes of a file hold. */
export function contentOf(bytes: Uint8Array, title: string): FileContent {
  const text = fileText(bytes);
  if (!text.ok) return refused('file', text.message);
  const words = text.text.trimStart();
  if (words === '') return refused('file', 'The file is empty. Choose another.');
  if (/^[{[]/.test(words)) return ofJson(words, title);
  if (words.startsWith('<')) return ofXml(text.text.trimStart(), title);
  if (flowchartIn(text.text) !== null) return ofMap(readMermaid(plainText(text.text), title));
  if (isOurText(words)) return { kind: 'ours', read: fromText(text.text) };
  return ofTable(bytes, title);
}

/** The theory that a file's content is, as a person means it. */
export function theoryIn(content: FileContent, title: string, choices: FileChoices): TheoryFile {
  switch (content.kind) {
    case 'ours':
      return content.read;
    case 'map':
      return { ok: true, ...theoryOfMap(content.map, choices), map: content.map };
    case 'table':
      return fromPrinted(readPrintedTheory(content.rows, choices), content.lines, title);
    case 'refused':
      return { ok: false, problems: content.problems };
  }
}

const refused = (where: string, message: string): FileContent => ({
  kind: 'refused',
  problems: [{ where, message }],
});

function ofMap(found: ReadMap): FileContent {
  const read = found.ok ? kept(found.map) : found;
  if (!read.ok) return { kind: 'refused', problems: read.problems };
  if (read.map.nodes.length === 0) {
    return refused('file', `${read.map.what} was read, and there is no box in it.`);
  }
  return { kind: 'map', map: read.map };
}

function ofJson(text: string, title: string): FileContent {
  const read = readJson(text, title);
  return 'ours' in read ? { kind: 'ours', read: read.ours } : ofMap(read.foreign);
}

function ofXml(text: string, title: string): FileContent {
  const read = readXml(text);
  if (!read.ok) return refused(`line ${read.line}`, read.message);
  const { root } = read;
  if (isGraphml(root)) {
    return isOurGraphml(root)
      ? { kind: 'ours', read: fromGraphml(root, title) }
      : ofMap(readGraphml(root, title));
  }
  if (isResultsChain(root)) return ofMap(readResultsChain(root, title));
  return refused(
    'line 1',
    `The file is XML of a kind that is not known (“${root.name}”). GraphML and conservation projects can be read.`,
  );
}

function ofTable(bytes: Uint8Array, title: string): FileContent {
  const csv = readCsv(bytes);
  if (!csv.ok) {
    const problems = csv.problems.map(({ line, message }) => ({
      where: line === 0 ? 'file' : `line ${line}`,
      message,
    }));
    return { kind: 'refused', problems };
  }
  if (isOurCsv(csv.rows)) return { kind: 'ours', read: fromCsv(bytes, title) };
  return contentOfRows(csv.rows, csv.lines, title);
}

/** What rows of a table hold: our table of boxes, or a printed theory. */
export function contentOfRows(rows: string[][], lines: number[], title: string): FileContent {
  const ours = tablesIn([rows]);
  return ours === null
    ? { kind: 'table', rows, lines }
    : { kind: 'ours', read: fromTables(ours, title) };
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

export type { Theory };
