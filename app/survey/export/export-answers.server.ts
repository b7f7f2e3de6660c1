import { redactionsOf } from '#db/redactions.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { versionsAsked } from '#db/survey-edits.ts';
import { responsesInBatches } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { Definition, titleOf, type Question } from '#app/survey/definition.ts';
import { otherKey } from '#app/survey/options.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { takingOut, type TakenOut } from '#app/survey/taken-out.ts';
import { codebookOf, codebookTable, type Variable } from './codebook.ts';
import {
  cellsOf,
  exportColumns,
  headingsOf,
  isOwnWords,
  withoutOwnWords,
  type AnswerRow,
  type Cell,
  type ExportColumn,
  type Flavour,
} from './export-columns.ts';
import { questionsAcross } from './questions-across.ts';
import { rScript, spssSyntax } from './syntax.ts';
import { workbook, type Sheet, type SheetCell } from '#app/documents/workbook.server.ts';

/** The files in which answers are taken away, and what the audit trail calls them. */
export const EXPORTS = {
  'answers.csv': 'in words, CSV',
  'answers-codes.csv': 'codes, CSV',
  'answers-numbers.csv': 'numbers, CSV',
  'answers.xlsx': 'Excel workbook',
  'own-words.csv': 'own words alone, CSV',
} as const;
export type ExportName = keyof typeof EXPORTS;

export const isExport = (name: string): name is ExportName => Object.hasOwn(EXPORTS, name);

const FLAVOUR: Readonly<Record<Exclude<ExportName, 'own-words.csv' | 'answers.xlsx'>, Flavour>> = {
  'answers.csv': 'reading',
  'answers-codes.csv': 'analysis',
  'answers-numbers.csv': 'numbers',
};

const BATCH = 500;

export interface Exported {
  title: string;
  type: string;
  pieces: AsyncGenerator<Uint8Array>;
}

/**
 * The answers to a survey as a file, written piece by piece. Its columns depend on what was asked
 * alone. References are left out: they are the families' own. What families said in their own words
 * goes along only where it is asked for. Every export stands in the audit trail.
 */
export async function exportAnswers(
  by: Person,
  programme: Programme,
  surveyId: string,
  name: ExportName,
  withWords: boolean,
): Promise<Exported> {
  allow(by, 'answers.export', programme);
  const { title, questions } = await askedIn(programme, surveyId);
  const words = withWords && name !== 'own-words.csv' ? ', with own words' : '';
  const details = { title, what: `${EXPORTS[name]}${words}` };
  await theStore().write(null, (tx) =>
    record(tx, by, 'answers.exported', { kind: 'survey', id: surveyId }, details),
  );
  const all = exportColumns(questions);
  const columns = withWords ? all : withoutOwnWords(all);
  const taken = await redactionsOf(theStore().read, programme.authorityId, programme.id);
  const rows = () =>
    readable(responsesInBatches(theStore().read, programme.authorityId, surveyId, BATCH), taken);
  if (name === 'own-words.csv') {
    return { title, type: CSV, pieces: ownWordsPieces(questions, rows()) };
  }
  if (name === 'answers.xlsx') {
    const pieces = workbook([answerSheet(columns, rows()), codebookSheet(codebookOf(columns))]);
    return { title, type: XLSX, pieces };
  }
  return { title, type: CSV, pieces: csvPieces(columns, rows(), FLAVOUR[name]) };
}

/** Answers without what was taken out of somebody's words. */
async function* readable<Row extends { id: string; answers: Record<string, unknown> }>(
  batches: AsyncIterable<readonly Row[]>,
  taken: readonly TakenOut[],
): AsyncGenerator<readonly Row[]> {
  for await (const rows of batches) yield takingOut(rows, taken);
}

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the columns of the exports mean: holds no answer of anybody. */
export async function codebook(
  programme: Programme,
  surveyId: string,
): Promise<{ title: string; variables: Variable[] }> {
  const { title, questions } = await askedIn(programme, surveyId);
  return { title, variables: codebookOf(exportColumns(questions)) };
}

/** The files that explain an export to a program, by name. */
export async function codebookFile(
  programme: Programme,
  surveyId: string,
  name: 'codebook.csv' | 'answers.sps' | 'answers.R',
  data: string,
): Promise<{ title: string; text: string }> {
  const { title, variables } = await codebook(programme, surveyId);
  const read = variables.filter(({ ownWords }) => !ownWords);
  switch (name) {
    case 'codebook.csv':
      return { title, text: writeCsv(codebookTable(variables), { forExcel: true }) };
    case 'answers.sps':
      return { title, text: `\uFEFF${spssSyntax(read, data, title)}` };
    case 'answers.R':
      return { title, text: rScript(read, data, title) };
  }
}

async function askedIn(programme: Programme, surveyId: string) {
  const { read } = theStore();
  const survey = await surveyOf(read, programme, surveyId);
  const versions = await versionsAsked(read, programme.authorityId, surveyId);
  const definitions = versions.map(({ definition }) => Definition.parse(definition)).reverse();
  return { title: survey.title, questions: questionsAcross(definitions) };
}

type Batches = AsyncIterable<readonly AnswerRow[]>;

/** Rows as CSV, a batch at a time. */
export async function* csvPieces(
  columns: readonly ExportColumn[],
  batches: Batches,
  flavour: Flavour,
): AsyncGenerator<Uint8Array> {
  const forExcel = flavour === 'reading';
  yield Buffer.from(writeCsv([headingsOf(columns, flavour)], { forExcel }));
  for await (const rows of batches) {
    const table = rows.map((row) => cellsOf(columns, row, flavour));
    yield Buffer.from(writeCsv(table, { forExcel, begins: false }));
  }
}

function answerSheet(columns: readonly ExportColumn[], batches: Batches): Sheet {
  return {
    name: 'Answers',
    widths: columns.map(({ ownWords }) => (ownWords ? 40 : 16)),
    rows: (async function* () {
      yield headingsOf(columns, 'reading');
      for await (const rows of batches) {
        for (const row of rows) yield columns.map((column) => sheetCell(column, row));
      }
    })(),
  };
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;

/** Days are days; whatever else is text stays text, so that no cell is ever a formula. */
function sheetCell(column: ExportColumn, row: AnswerRow): SheetCell {
  const cell: Cell = column.cell(row, 'reading');
  if (typeof cell !== 'string' || !A_DAY.test(cell) || cell < '1900-03-01') return cell;
  const { place, question } = column;
  const isDate = question?.type === 'text' && question.inputType === 'date';
  return place.to === 'day' || isDate ? { day: cell } : cell;
}

function codebookSheet(variables: readonly Variable[]): Sheet {
  const widths = [20, 24, 60, 24, 30, 10, 20, 40, 20];
  return { name: 'Codebook', widths, rows: codebookTable(variables) };
}

/**
 * What families said in their own words, question by question and in alphabetical order: so that no
 * line can be laid beside the other answers of the same family.
 */
async function* ownWordsPieces(
  questions: readonly Question[],
  batches: Batches,
): AsyncGenerator<Uint8Array> {
  const keys = questions.flatMap((question): [string, string][] => {
    const own = isOwnWords(question) ? [question.name] : [];
    return [...own, otherKey(question.name)].map((key) => [key, titleOf(question)]);
  });
  const said = new Map<string, string[]>(keys.map(([key]) => [key, []]));
  for await (const rows of batches) {
    for (const { answers } of rows) {
      for (const [key] of keys) {
        const words = answers[key];
        if (typeof words === 'string' && words !== '') said.get(key)?.push(words);
      }
    }
  }
  yield Buffer.from(writeCsv([['Question', 'In their own words']], { forExcel: true }));
  for (const [key, title] of keys) {
    const lines = (said.get(key) ?? []).sort().map((words) => [title, words]);
    yield Buffer.from(writeCsv(lines, { forExcel: true, begins: false }));
  }
}
