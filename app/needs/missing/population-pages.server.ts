import { areaFileById, areaFilesOf, areasIn } from '#db/area-files.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { marginsOf } from '#db/weights.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { ANYBODY } from '#templates/missing/index.ts';
import { readCsv, unescapeForExcel, writeCsv, type FileProblem } from '#app/survey/csv.ts';
import { levelsIn, type FigureFile } from './figures-from-file.ts';
import { asMargin } from './kept-margin.ts';
import { kindOfGroup } from './kind-of-group.ts';
import type { Margin } from './margin.ts';
import { populationTable, readPopulationTable } from './population-file.ts';
import { linesFor, totalsApart } from './population-form.ts';
import { comparable, comparableQuestion, populationOf } from './population-of.server.ts';
import { savePopulation, savePopulations } from './save-population.server.ts';

/** What the page of all figures shows. */
export async function readPopulation(programme: Programme, surveyId: string) {
  const { survey, definition, rows } = await populationOf(programme, surveyId);
  const questions = comparable(definition);
  const titleOf = (name: string) => questions.find((each) => each.name === name)?.title ?? name;
  const margins = rows.map(asMargin);
  const apart = totalsApart(margins);
  const named = (one: { question: string; people: number }) => ({
    title: titleOf(one.question),
    people: one.people,
  });
  return {
    survey: { id: survey.id, title: survey.title },
    known: rows.map((row) => ({
      title: titleOf(row.question),
      margin: asMargin(row),
      savedBy: row.savedBy,
    })),
    others: questions
      .filter(({ name }) => !rows.some(({ question }) => question === name))
      .map(({ name, title, options }) => ({ name, title, usual: saysWho(name, options) })),
    apart: apart && { least: named(apart.least), most: named(apart.most) },
    elsewhere: await surveysWithFigures(programme, surveyId),
  };
}

/** Whether a question says who somebody is, by its answers: those are compared before others. */
function saysWho(name: string, options: readonly { value: unknown; text: string }[]): boolean {
  return options.some(
    ({ value, text }) => kindOfGroup(name, { label: text, options: [String(value)] }) !== ANYBODY,
  );
}

async function surveysWithFigures(programme: Programme, surveyId: string) {
  const { read } = theStore();
  const found: { id: string; title: string }[] = [];
  for (const { survey } of await surveysOf(read, programme.authorityId, programme.id)) {
    if (survey.id === surveyId) continue;
    const margins = await marginsOf(read, programme.authorityId, survey.id);
    if (margins.length > 0) found.push({ id: survey.id, title: survey.title });
  }
  return found;
}

/** What the page of one question shows; with a file, its measures to choose from. */
export async function readPopulationBy(
  programme: Programme,
  surveyId: string,
  name: string,
  fileId: string | null,
) {
  const { survey, definition, rows } = await populationOf(programme, surveyId);
  const question = comparableQuestion(definition, name);
  const row = rows.find((each) => each.question === name);
  const saved = row ? asMargin(row) : null;
  const lines = linesFor(question.options, saved ?? undefined);
  const files = await areaFilesOf(theStore().read, programme.authorityId, programme.id);
  return {
    survey: { id: survey.id, title: survey.title },
    question: { name, title: question.title },
    lines: lines.map((line, at) => ({ ...line, text: question.options[at]?.text ?? line.option })),
    saved,
    version: row?.version ?? 0,
    files: files.map(({ id, title }) => ({ id, title })),
    file: fileId === null ? null : await figureFile(programme, fileId),
  };
}

async function figureFile(programme: Programme, fileId: string): Promise<FigureFile> {
  const { read } = theStore();
  const file = await areaFileById(read, programme.authorityId, programme.id, fileId);
  if (!file) throw new NotFound('file');
  const { id, title, measures } = file;
  const levels = levelsIn(await areasIn(read, programme.authorityId, fileId));
  return { id, title, measures, levels };
}

/** The rows of a file that figures are taken from, with its title. */
export async function figureRows(programme: Programme, fileId: string) {
  const { title } = await figureFile(programme, fileId);
  return { title, rows: await areasIn(theStore().read, programme.authorityId, fileId) };
}

/** The answers of one question that can be grouped. */
export async function optionsToGroup(programme: Programme, surveyId: string, name: string) {
  const { definition } = await populationOf(programme, surveyId);
  return comparableQuestion(definition, name).options;
}

/** Saves figures, or says what somebody else saved meanwhile, and the version to save over. */
export async function saveOrTell(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  margin: Margin,
): Promise<{ ok: true } | { ok: false; message: string; theirs: string; version: number }> {
  try {
    await savePopulation(by, programme, surveyId, seen, margin);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { rows } = await populationOf(programme, surveyId);
    const row = rows.find(({ question }) => question === margin.question);
    const theirs = row ? `${row.savedBy} saved: ${saying(asMargin(row))}.` : 'They took them out.';
    return { ok: false, message: error.message, theirs, version: row?.version ?? 0 };
  }
}

const saying = ({ groups, source }: Margin) =>
  `${groups.map(({ label, figure }) => `${label} ${figure.toLocaleString('en-GB')}`).join(', ')} (${source})`;

/** All figures of a survey as CSV, safe to open in a spreadsheet. */
export async function populationCsv(programme: Programme, surveyId: string): Promise<string> {
  const { rows } = await populationOf(programme, surveyId);
  return writeCsv(populationTable(rows.map(asMargin)), { forExcel: true });
}

/** Brings in a file of figures: all of it, or nothing and what is wrong with which line. */
export async function importPopulation(
  by: Person,
  programme: Programme,
  surveyId: string,
  bytes: Uint8Array,
): Promise<{ ok: true; questions: number } | { ok: false; problems: FileProblem[] }> {
  allow(by, 'weights.edit', programme);
  const { definition } = await populationOf(programme, surveyId);
  const csv = readCsv(bytes, { maxBytes: 1024 * 1024 });
  if (!csv.ok) return csv;
  const questions = comparable(definition).map(({ name, options }) => ({
    name,
    options: options.map(({ value }) => String(value)),
  }));
  const table = csv.rows.map((row) => row.map(unescapeForExcel));
  const read = readPopulationTable(table, questions);
  if (!read.ok) {
    const problems = read.problems.map(({ line, message }) => ({
      line: csv.lines[line - 1] ?? line,
      message,
    }));
    return { ok: false, problems };
  }
  await savePopulations(by, programme, surveyId, read.margins);
  return { ok: true, questions: read.margins.length };
}

/** Takes over the figures of another survey for the questions that both ask with the same answers. */
export async function copyPopulation(
  by: Person,
  programme: Programme,
  surveyId: string,
  fromId: string,
): Promise<number> {
  allow(by, 'weights.edit', programme);
  const { definition } = await populationOf(programme, surveyId);
  const from = await populationOf(programme, fromId);
  const here = comparable(definition);
  const fitting = from.rows.map(asMargin).filter((margin) => {
    const question = here.find(({ name }) => name === margin.question);
    const values = question?.options.map(({ value }) => String(value)) ?? [];
    return margin.groups.every(({ options }) => options.every((one) => values.includes(one)));
  });
  if (fitting.length > 0) await savePopulations(by, programme, surveyId, fitting);
  return fitting.length;
}
