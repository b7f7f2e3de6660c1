import {
  answerFileById,
  deleteAnswerFile,
  insertAnswerFile,
  type AnswerFileRow,
} from '#db/answer-files.ts';
import { importOfFile, importsOfDigest } from '#db/answer-imports.ts';
import { newId } from '#db/ids.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { makeRules, type Rules } from '#app/survey/rules.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import type { SurveyFields } from '#app/survey/survey.ts';
import type { AnswerFile } from './answer-columns.ts';
import { FileRefused, inPieces } from './answer-rows.server.ts';
import { callOff, endedWithin } from './background-work.server.ts';
import type { ColumnPlan } from './column-plan.ts';
import {
  beginStep,
  moveOn,
  RUNNING,
  stepOf,
  type FileStep,
  type Outcome,
} from './file-at-work.server.ts';
import {
  alreadyHere,
  askedNow,
  NEVER_OPENED,
  newSurvey,
  NO_ROWS,
  placesFor,
  problemsOf,
  readAll,
} from './import-answers.server.ts';
import { importPreview, placeFrom, withoutNever } from './import-preview.ts';
import type { Place } from './places.ts';
import { layoutOf } from './read-file.server.ts';
import { storeAnswers, type Target } from './store-answers.server.ts';
import { surveyFromFile, type PlanProblem } from './survey-from-file.ts';
import { dropWaiting, keepWaiting } from './waiting-files.server.ts';

/** What its columns were said to hold. */
export type Mapping =
  { to: 'survey'; places: string[] } | { to: 'new'; fields: SurveyFields; plan: ColumnPlan[] };

export interface FileOnItsWay {
  id: string;
  surveyId: string | null;
  fileName: string;
  format: string;
  step: FileStep;
  /** How much of the step under way is done, from 0 to 1. */
  share: number;
  layout: AnswerFile | null;
  mapping: Mapping | null;
  outcome: Outcome | null;
  /** A survey of this programme's authority that the same file was brought into before. */
  before: { title: string; importedAt: Date } | null;
}

const QUICK_MS = 1500;

const mayBring = (by: Person, programme: Programme, surveyId: string | null) => {
  allow(by, 'answers.import', programme);
  if (surveyId === null) allow(by, 'survey.edit', programme);
};

/**
 * Takes a file that somebody chose and begins to read it. Nothing of it is among the answers before
 * they have seen what each column becomes, and said so.
 *
 * @param surveyId the survey that it answers; null when a survey is to be made of it
 */
export async function receiveFile(
  by: Person,
  programme: Programme,
  surveyId: string | null,
  given: { fileName: string; bytes: Uint8Array },
): Promise<{ ok: true; id: string } | { ok: false; message: string }> {
  mayBring(by, programme, surveyId);
  const { authorityId } = programme;
  if (surveyId !== null && (await askedNow(programme, surveyId)) === null) {
    return { ok: false, message: NEVER_OPENED };
  }
  const now = new Date();
  const id = newId(now);
  const digest = await keepWaiting(authorityId, id, inPieces(given.bytes));
  const again =
    surveyId !== null && (await importOfFile(theStore().read, authorityId, surveyId, digest));
  if (again) {
    await dropWaiting(authorityId, id);
    return { ok: false, message: alreadyHere(given.fileName) };
  }
  await theStore().write(null, (tx) =>
    insertAnswerFile(tx, {
      id,
      authorityId,
      programmeId: programme.id,
      surveyId,
      fileName: given.fileName,
      format: 'csv',
      digest,
      bytes: given.bytes.length,
      status: 'reading',
      progress: 0,
      layout: null,
      mapping: null,
      outcome: null,
      broughtBy: by.id,
      createdAt: now,
      updatedAt: now,
    }),
  );
  beginStep(authorityId, id, 'reading', async (rows, onShare) => {
    const layout = await layoutOf(rows, onShare);
    if (layout.rows === 0) throw new FileRefused({ line: 0, message: NO_ROWS });
    return { status: 'columns', format: rows.format, layout };
  });
  await endedWithin(id, QUICK_MS);
  return { ok: true, id };
}

/** Says what each column holds, and begins to check every row against it. Nothing is stored yet. */
export async function chooseColumns(
  by: Person,
  programme: Programme,
  id: string,
  mapping: Mapping,
): Promise<{ ok: true } | { ok: false; problems: PlanProblem[] }> {
  const { row, layout } = await laidOutFile(by, programme, id);
  const laid = await laidAgainst(by, programme, row, layout, mapping);
  if (!laid.ok) return laid;
  const { rules, places } = laid;
  await moveOn(programme.authorityId, id, ['columns', 'checked', 'stopped'], {
    status: 'checking',
    mapping,
    outcome: null,
  });
  beginStep(programme.authorityId, id, 'checking', async (rows, onShare) => {
    const { notes, first } = await readAll(rows, layout, places, rules, onShare);
    const preview = importPreview(notes, first, rules.questions);
    return { status: 'checked', outcome: { kind: 'preview', preview } satisfies Outcome };
  });
  await endedWithin(id, QUICK_MS);
  return { ok: true };
}

/** Goes back to the columns of a file that was checked. */
export async function backToColumns(by: Person, programme: Programme, id: string): Promise<void> {
  await laidOutFile(by, programme, id);
  await moveOn(programme.authorityId, id, ['checked', 'stopped'], {
    status: 'columns',
    outcome: null,
  });
}

/**
 * Brings a checked file in: every answer, or nothing when something changed meanwhile.
 *
 * @param today YYYY-MM-DD: the day of answering where the file does not say
 */
export async function bringFileIn(
  by: Person,
  programme: Programme,
  id: string,
  today: string,
): Promise<void> {
  const { row, layout } = await laidOutFile(by, programme, id);
  const mapping = row.mapping as Mapping | null;
  const sound = (row.outcome as Outcome | null)?.kind === 'preview';
  if (mapping === null || !sound) throw new Conflict('Check the rows first.');
  const laid = await laidAgainst(by, programme, row, layout, mapping);
  if (!laid.ok) throw new Conflict('The survey has changed. Look at the columns again.');
  await moveOn(programme.authorityId, id, ['checked'], { status: 'storing' });
  const { places, target } = laid;
  beginStep(programme.authorityId, id, 'storing', async (rows, onShare) => {
    const file = { fileName: row.fileName, digest: row.digest, rows, layout, places };
    const stored = await storeAnswers(by, programme, file, target, today, onShare);
    if (!stored.ok) {
      const outcome: Outcome = {
        kind: 'problems',
        problems: problemsOf(stored.notes).slice(0, 100),
      };
      return { status: 'columns', outcome };
    }
    const outcome: Outcome = { kind: 'stored', surveyId: target.surveyId, rows: stored.rows };
    return { status: 'done', outcome, layout: null, mapping: null };
  });
  await endedWithin(id, QUICK_MS);
}

/** Leaves a file: work on it stops, and nothing of it is kept. */
export async function leaveFile(by: Person, programme: Programme, id: string): Promise<void> {
  const row = await fileRow(by, programme, id);
  await callOff(id);
  await dropWaiting(row.authorityId, id);
  await theStore().write(null, (tx) => deleteAnswerFile(tx, row.authorityId, id));
}

/** A file and where it stands. */
export async function fileOnItsWay(
  by: Person,
  programme: Programme,
  id: string,
): Promise<FileOnItsWay> {
  const row = await fileRow(by, programme, id);
  const { read } = theStore();
  const before = await importsOfDigest(read, programme.authorityId, programme.id, row.digest);
  return {
    id,
    surveyId: row.surveyId,
    fileName: row.fileName,
    format: row.format,
    step: stepOf(row),
    share: row.progress / 1000,
    layout: row.layout as AnswerFile | null,
    mapping: row.mapping as Mapping | null,
    outcome: row.outcome as Outcome | null,
    before: row.status === 'done' ? null : (before[0] ?? null),
  };
}

async function fileRow(by: Person, programme: Programme, id: string): Promise<AnswerFileRow> {
  const row = await answerFileById(theStore().read, programme.authorityId, programme.id, id);
  if (!row) throw new NotFound('file');
  mayBring(by, programme, row.surveyId);
  return row;
}

async function laidOutFile(by: Person, programme: Programme, id: string) {
  const row = await fileRow(by, programme, id);
  const layout = row.layout as AnswerFile | null;
  if (layout === null)
    throw new Conflict('The file has not been read yet, or is not kept any more.');
  if (stepOf(row) === 'stopped') {
    await moveOn(row.authorityId, id, RUNNING, { status: 'stopped' });
  }
  return { row, layout };
}

type Laid =
  | { ok: true; rules: Rules; places: Place[]; target: Target }
  | { ok: false; problems: PlanProblem[] };

/** The choice of columns against the survey that there is, or that is to be made. */
async function laidAgainst(
  by: Person,
  programme: Programme,
  row: AnswerFileRow,
  layout: AnswerFile,
  mapping: Mapping,
): Promise<Laid> {
  if (mapping.to === 'new') {
    const made = surveyFromFile(layout, mapping.plan);
    if (!made.ok) return made;
    const target = newSurvey(by, programme, mapping.fields, made.definition, row.fileName);
    const places = withoutNever(layout, made.places);
    return { ok: true, rules: makeRules(made.definition), places, target };
  }
  const asked = await askedNow(programme, row.surveyId ?? '');
  if (!asked) throw new Conflict(NEVER_OPENED);
  const { survey, version, rules } = asked;
  const chosen = mapping.places.map(
    (key): Place => placeFrom(key, rules.questions) ?? { to: 'nothing' },
  );
  const places = placesFor(layout, rules, chosen);
  const target = { surveyId: survey.id, title: survey.title, versionId: version.id, rules };
  return { ok: true, rules, places, target };
}

/** The survey that a file answers, for its title. */
export async function surveyOfFile(programme: Programme, surveyId: string) {
  return surveyOf(theStore().read, programme, surveyId);
}
