import { createHash, randomBytes } from 'node:crypto';
import { newId, shuffledId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { isUniqueViolation, theStore } from '#db/store.server.ts';
import {
  importOfFile,
  insertAnswerImport,
  latestVersion,
  type NewResponse,
  type Survey,
  type SurveyVersion,
} from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { readAnswerFile, type AnswerFile } from './answer-columns.ts';
import { readCsv, type CsvTable } from '#app/survey/csv.ts';
import {
  readAnswers,
  type ImportedAnswer,
  type ImportProblem,
  type ReadAnswers,
} from './imported-answers.ts';
import { matchColumns } from './match-columns.ts';
import { placeKey, type ColumnPlaces } from './places.ts';
import { referenceFrom } from '#app/survey/reference.ts';
import { rulesOf, type Rules } from '#app/survey/rules.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';

/** Why no answers can come into a survey that was never opened. */
export const NEVER_OPENED =
  'Answers are kept with the questions that were asked. Open the survey first, then bring answers in.';

/** A file of answers laid against a survey: what is in it and what would come in. Nothing is stored. */
export interface LaidOut {
  csv: CsvTable;
  file: AnswerFile;
  places: ColumnPlaces;
  read: ReadAnswers;
}

export type LayOut = { ok: true; laidOut: LaidOut } | { ok: false; problems: ImportProblem[] };

/** Reads a file for a survey. Without `places`, every column stands where it most likely belongs. */
export function layOut(bytes: Uint8Array, rules: Rules, places?: ColumnPlaces): LayOut {
  const csv = readCsv(bytes);
  if (!csv.ok) {
    const problems = csv.problems.map(({ line, message }) => ({ line, column: '', message }));
    return { ok: false, problems };
  }
  const file = readAnswerFile(csv.rows);
  if (file.rows === 0) {
    const message = 'The file has headings and no rows of answers under them.';
    return { ok: false, problems: [{ line: 0, column: '', message }] };
  }
  const guessed = matchColumns(file, rules.questions);
  const chosen = guessed.map((guess, at) => places?.[at] ?? guess);
  const read = readAnswers(csv, file, chosen, rules.questions, rules.finishImported);
  return { ok: true, laidOut: { csv, file, places: chosen, read } };
}

/** The questions that answers to this survey are brought into, or null when it was never opened. */
export async function askedNow(
  programme: Programme,
  surveyId: string,
): Promise<{ survey: Survey; version: SurveyVersion; rules: Rules } | null> {
  const { read } = theStore();
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, programme.authorityId, surveyId);
  return version ? { survey, version, rules: rulesOf(version) } : null;
}

export type Imported =
  { ok: true; rows: number; importId: string } | { ok: false; problems: ImportProblem[] };

/**
 * Brings a file of answers into a survey: all of it, or nothing when one line is not understood. The
 * same file is recognised by its bytes and does not come in twice.
 *
 * @param today YYYY-MM-DD: the day of answering where the file does not say
 */
export async function importAnswers(
  by: Person,
  programme: Programme,
  surveyId: string,
  given: { fileName: string; bytes: Uint8Array; places?: ColumnPlaces },
  today: string,
): Promise<Imported> {
  allow(by, 'answers.import', programme);
  const asked = await askedNow(programme, surveyId);
  if (!asked) return refused(NEVER_OPENED);
  const layout = layOut(given.bytes, asked.rules, given.places);
  if (!layout.ok) return layout;
  const { read, places } = layout.laidOut;
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  if (read.answers.length === 0) {
    return refused(
      'No row has an answer in the columns that are brought in. Choose other columns.',
    );
  }
  const digest = createHash('sha256').update(given.bytes).digest('hex');
  const again = await importOfFile(theStore().read, programme.authorityId, surveyId, digest);
  if (again) return refused(alreadyHere(given.fileName));
  const now = new Date();
  const batch = {
    id: newId(now),
    authorityId: programme.authorityId,
    surveyId,
    fileName: given.fileName,
    digest,
    rows: read.answers.length,
    mapping: places.map(placeKey),
    importedAt: now,
    importedBy: by.id,
  };
  const rows = read.answers.map((answer) => rowOf(answer, batch, asked.version, today));
  try {
    await theStore().write(`survey:${surveyId}`, async (tx) => {
      await insertAnswerImport(tx, batch, rows);
      const details = { rows: rows.length, title: asked.survey.title };
      await record(tx, by, 'answers.imported', { kind: 'survey', id: surveyId }, details);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refused(alreadyHere(given.fileName));
  }
  return { ok: true, rows: rows.length, importId: batch.id };
}

function rowOf(
  { answers, day, channel }: ImportedAnswer,
  batch: { id: string; authorityId: string; surveyId: string },
  version: SurveyVersion,
  today: string,
): NewResponse {
  return {
    id: shuffledId(),
    authorityId: batch.authorityId,
    surveyId: batch.surveyId,
    versionId: version.id,
    reference: referenceFrom(randomBytes(16)),
    submissionKey: shuffledId(),
    channel: channel ?? 'import',
    importId: batch.id,
    answeredOn: day ?? today,
    answers,
    flag: '',
  };
}

function refused(message: string): Imported {
  return { ok: false, problems: [{ line: 0, column: '', message }] };
}

function alreadyHere(fileName: string): string {
  return `The file “${fileName}” was brought into this survey before. Nothing was added.`;
}
