import { randomBytes } from 'node:crypto';
import { importOfFile } from '#db/answer-imports.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import {
  insertSurvey,
  insertSurveyVersion,
  latestVersion,
  type Survey,
  type SurveyVersion,
} from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import type { Definition } from '#app/survey/definition.ts';
import { surveyCodeFrom } from '#app/survey/reference.ts';
import { makeRules, rulesOf, type Rules } from '#app/survey/rules.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import type { SurveyFields } from '#app/survey/survey.ts';
import type { AnswerFile } from './answer-columns.ts';
import {
  answerRows,
  FileRefused,
  inPieces,
  type AnswerRows,
  type FileBytes,
} from './answer-rows.server.ts';
import { SHOWN, withoutNever } from './import-preview.ts';
import {
  rowReader,
  type ImportedAnswer,
  type ImportNotes,
  type ImportProblem,
} from './imported-answers.ts';
import { matchColumns } from './match-columns.ts';
import type { ColumnPlaces, Place } from './places.ts';
import { layoutOf } from './read-file.server.ts';
import { AlreadyHere, storeAnswers, type ReadyFile, type Target } from './store-answers.server.ts';
import { guessedPlan, type ColumnPlan } from './column-plan.ts';
import { surveyFromFile } from './survey-from-file.ts';
import { digestOf } from './waiting-files.server.ts';

/** Why no answers can come into a survey that was never opened. */
export const NEVER_OPENED =
  'Answers are kept with the questions that were asked. Open the survey first, then bring answers in.';
export const NO_ROWS = 'The file has headings and no rows of answers under them.';

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
  | { ok: true; rows: number; importId: string; surveyId: string }
  | { ok: false; problems: ImportProblem[] };

export interface GivenFile {
  fileName: string;
  bytes: Uint8Array | FileBytes;
}

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
  given: GivenFile & { places?: ColumnPlaces },
  today: string,
  onShare?: (share: number) => void,
): Promise<Imported> {
  allow(by, 'answers.import', programme);
  const asked = await askedNow(programme, surveyId);
  if (!asked) return refused(NEVER_OPENED);
  return readOrRefused(given, async (file) => {
    if (await importOfFile(theStore().read, programme.authorityId, surveyId, file.digest)) {
      return refused(alreadyHere(given.fileName));
    }
    const places = placesFor(file.layout, asked.rules, given.places);
    const target = {
      surveyId,
      title: asked.survey.title,
      versionId: asked.version.id,
      rules: asked.rules,
    };
    return bringIn(by, programme, { ...file, places }, target, today, onShare);
  });
}

/** What stands against a file of answers to a survey; nothing is stored. */
export async function checkAnswers(
  programme: Programme,
  surveyId: string,
  given: GivenFile & { places?: ColumnPlaces },
): Promise<ImportProblem[]> {
  const asked = await askedNow(programme, surveyId);
  if (!asked) return [{ line: 0, column: '', message: NEVER_OPENED }];
  const checked = await readOrRefused(given, async ({ rows, layout }) => {
    const { rules } = asked;
    const places = placesFor(layout, rules, given.places);
    const { notes } = await readAll(rows, layout, places, rules);
    return { ok: false, problems: notes.answered > 0 ? notes.problems : problemsOf(notes) };
  });
  return checked.ok ? [] : checked.problems;
}

/** Reads every row of a file and gives what was met, with the first few sets of answers. */
export async function readAll(
  rows: AnswerRows,
  layout: AnswerFile,
  places: ColumnPlaces,
  rules: Rules,
  onShare: (share: number) => void = () => undefined,
): Promise<{ notes: ImportNotes; first: ImportedAnswer[] }> {
  const reader = rowReader(layout, places, rules.questions, rules.finishImported);
  const first: ImportedAnswer[] = [];
  let seen = 0;
  for await (const batch of rows.batches()) {
    for (const { cells, line } of batch.rows) {
      seen += 1;
      if (seen <= layout.headerRows) continue;
      const answer = reader.row(cells, line);
      if (answer && first.length < SHOWN) first.push(answer);
    }
    onShare(batch.share);
  }
  return { notes: reader.notes, first };
}

/** Makes a survey of a file of answers, with the questions that its columns hold. */
export async function importAsSurvey(
  by: Person,
  programme: Programme,
  fields: SurveyFields,
  given: GivenFile & { plan?: readonly ColumnPlan[] },
  today: string,
  onShare?: (share: number) => void,
): Promise<Imported> {
  allow(by, 'answers.import', programme);
  allow(by, 'survey.edit', programme);
  return readOrRefused(given, async (file) => {
    const made = surveyFromFile(file.layout, given.plan ?? guessedPlan(file.layout));
    if (!made.ok) {
      const problems = made.problems.map(({ at, message }) => ({
        line: 0,
        column: file.layout.columns[at]?.header ?? '',
        message,
      }));
      return { ok: false, problems };
    }
    const places = withoutNever(file.layout, made.places);
    const target = newSurvey(by, programme, fields, made.definition, given.fileName);
    return bringIn(by, programme, { ...file, places }, target, today, onShare);
  });
}

type LaidOutFile = Omit<ReadyFile, 'places'>;

async function readOrRefused(
  given: GivenFile,
  next: (file: LaidOutFile) => Promise<Imported>,
): Promise<Imported> {
  const bytes = given.bytes instanceof Uint8Array ? inPieces(given.bytes) : given.bytes;
  try {
    const rows = await answerRows(bytes);
    const layout = await layoutOf(rows);
    if (layout.rows === 0) return refused(NO_ROWS);
    return await next({ fileName: given.fileName, digest: await digestOf(bytes), rows, layout });
  } catch (error) {
    if (error instanceof FileRefused) {
      return { ok: false, problems: [{ ...error.problem, column: '' }] };
    }
    if (error instanceof AlreadyHere) return refused(alreadyHere(given.fileName));
    throw error;
  }
}

async function bringIn(
  by: Person,
  programme: Programme,
  file: ReadyFile,
  target: Target,
  today: string,
  onShare?: (share: number) => void,
): Promise<Imported> {
  const stored = await storeAnswers(by, programme, file, target, today, onShare);
  if (stored.ok) return { ...stored, surveyId: target.surveyId };
  return { ok: false, problems: problemsOf(stored.notes) };
}

/** What stands against a file that did not come in. */
export function problemsOf(notes: ImportNotes): ImportProblem[] {
  if (notes.problems.length > 0) return notes.problems;
  const message = 'No row has an answer in the columns that are brought in. Choose other columns.';
  return [{ line: 0, column: '', message }];
}

/** Where each column goes: as chosen, else as guessed; never where nothing may be brought in. */
export function placesFor(layout: AnswerFile, rules: Rules, chosen?: ColumnPlaces): Place[] {
  const guessed = matchColumns(layout, rules.questions);
  return withoutNever(
    layout,
    guessed.map((guess, at) => chosen?.[at] ?? guess),
  );
}

/**
 * A survey that was asked elsewhere, to be made in the write that stores its answers: its questions
 * are published, and it is closed, so that nobody answers it here by mistake.
 */
export function newSurvey(
  by: Person,
  programme: Programme,
  fields: SurveyFields,
  definition: Definition,
  fileName: string,
): Target {
  const now = new Date();
  const surveyId = newId(now);
  const versionId = newId(now);
  const { authorityId } = programme;
  const { title } = fields;
  const make = async (tx: Writer) => {
    await insertSurvey(tx, {
      id: surveyId,
      authorityId,
      programmeId: programme.id,
      title,
      code: surveyCodeFrom(randomBytes(16)),
      status: 'closed',
      opensOn: fields.opensOn,
      closesOn: fields.closesOn,
      privacyNotice: fields.privacyNotice,
      keepUntil: fields.keepUntil,
      minutes: fields.minutes ?? 10,
      lawfulBasis: fields.lawfulBasis ?? 'public-task',
      specialCondition: fields.specialCondition ?? null,
      languages: null,
      translations: null,
      definition,
      version: 1,
      createdAt: now,
    });
    await insertSurveyVersion(tx, {
      id: versionId,
      authorityId,
      surveyId,
      number: 1,
      definition,
      publishedAt: now,
      publishedBy: by.name,
      languages: null,
      accepted: null,
    });
    await record(
      tx,
      by,
      'survey.made-from-file',
      { kind: 'survey', id: surveyId },
      {
        title,
        fileName,
      },
    );
  };
  return { surveyId, versionId, title, rules: makeRules(definition), make };
}

function refused(message: string): Imported {
  return { ok: false, problems: [{ line: 0, column: '', message }] };
}

export function alreadyHere(fileName: string): string {
  return `The file “${fileName}” was brought into this survey before. Nothing was added.`;
}
