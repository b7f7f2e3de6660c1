import path from 'node:path';
import Database from 'better-sqlite3';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { fileOnDisk } from '#app/survey/import/waiting-files.server.ts';
import { newSurvey } from '#app/survey/import/import-answers.server.ts';
import type { Person } from '#app/people/can.ts';
import type { Programme } from '#db/people.ts';
import { databaseFile, openStore, setTheStore, theStore } from '#db/store.server.ts';
import { answerFile, definition } from './answers-world.ts';

/** So many are brought in as a person would; the rest are copies of them. */
const BROUGHT = 2000;

const FIELDS = {
  title: 'Everybody who answered',
  opensOn: null,
  closesOn: null,
  keepUntil: '2099-12-31',
  privacyNotice: '',
};

/** A survey of 40 questions with so many answers, in the database of a data folder. Gives its id. */
export async function surveyOfMany(
  folder: string,
  by: Person,
  programme: Programme,
  answers: number,
): Promise<string> {
  setTheStore(await openStore({ file: databaseFile(folder) }));
  let surveyId: string;
  try {
    const target = newSurvey(by, programme, FIELDS, definition, 'bench.csv');
    await theStore().write(null, async (tx) => target.make?.(tx));
    ({ surveyId } = target);
    const bytes = await fileOnDisk(answerFile(folder, Math.min(BROUGHT, answers)));
    const given = { fileName: 'bench.csv', bytes };
    const came = await importAnswers(by, programme, surveyId, given, '2026-03-27');
    if (!came.ok) throw new Error(came.problems[0]?.message);
  } finally {
    await theStore().close();
  }
  copyAnswers(path.join(folder, 'throughline.db'), surveyId, answers);
  return surveyId;
}

/** Copies what a survey has until it has so many: by SQLite alone, because millions are to be had. */
export function copyAnswers(file: string, surveyId: string, answers: number): void {
  const db = new Database(file);
  quickly(db);
  const columns = (db.pragma('table_info(responses)') as { name: string }[]).map(
    ({ name }) => name,
  );
  const fresh: Readonly<Record<string, string>> = {
    id: 'lower(hex(randomblob(16)))',
    reference: 'hex(randomblob(8))',
    submission_key: 'lower(hex(randomblob(16)))',
  };
  const had = db
    .prepare<[string], { n: number }>('select count(*) as n from responses where survey_id = ?')
    .get(surveyId);
  let there = had?.n ?? 0;
  if (there === 0) throw new Error('There is no answer to copy.');
  const copy = db.prepare(
    `insert into responses (${columns.join(', ')})
     select ${columns.map((name) => fresh[name] ?? name).join(', ')}
     from responses where survey_id = ? limit ?`,
  );
  while (there < answers) {
    const { changes } = copy.run(surveyId, Math.min(there, answers - there));
    there += changes;
  }
  db.pragma('journal_mode = WAL');
  db.close();
}

/**
 * For very many rows that may be lost: their ids are random and fall all over the indexes, which are held
 * in memory, and without a log each page is written once. Whoever is done puts the log back.
 */
export function quickly(db: Database.Database): void {
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
}
