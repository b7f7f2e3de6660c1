import { createReadStream } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { csvRecords } from '#app/survey/csv-records.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { fileOnDisk } from '#app/survey/import/waiting-files.server.ts';
import { shuffledId } from '#db/ids.ts';
import { responsesInBatches } from '#db/survey.ts';
import { openStore, theStore } from '#db/store.server.ts';
import { aWorld, answerFile } from '../answers-world.ts';
import type { Case } from '../case.ts';

const import100k: Case = {
  id: 'import-100k',
  what: 'How long bringing in a file of 100,000 answers to 40 questions takes: read, judged, stored.',
  unit: 'ms',
  better: 'less',
  limitIs: 'parsing the same file and inserting the same rows with nothing between',
  goal: 1 / 3,
  async run({ quick }) {
    const world = await aWorld();
    try {
      const file = answerFile(world.folder, quick ? 5000 : 100_000);
      const { priya, programme } = world.borough;
      const samples: number[] = [];
      let surveyId = '';
      for (let i = 0; i < (quick ? 2 : 3); i += 1) {
        ({ surveyId } = await world.survey());
        const given = { fileName: 'bench.csv', bytes: await fileOnDisk(file) };
        const began = performance.now();
        const came = await importAnswers(priya, programme, surveyId, given, '2026-03-27');
        samples.push(performance.now() - began);
        if (!came.ok) throw new Error(came.problems[0]?.message);
      }
      const limit =
        (await parsing(file)) + (await inserting(world.folder, programme.authorityId, surveyId));
      return { samples, limit };
    } finally {
      await world.end();
    }
  },
};

async function parsing(file: string): Promise<number> {
  const began = performance.now();
  let cells = 0;
  const records = csvRecords(',', (row) => (cells += row.length));
  const decoder = new TextDecoder();
  for await (const piece of createReadStream(file)) {
    records.push(decoder.decode(piece as Uint8Array, { stream: true }));
  }
  records.end();
  if (cells === 0) throw new Error('The file is empty.');
  return performance.now() - began;
}

/** The rows of the survey once more, into a database of the same tables, by SQLite alone. */
async function inserting(folder: string, authorityId: string, surveyId: string): Promise<number> {
  const copy = path.join(folder, 'raw.db');
  await (await openStore({ file: copy })).close();
  const raw = new Database(copy);
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = OFF');
  const insert = raw.prepare(
    'insert into responses (id, authority_id, survey_id, version_id, reference, submission_key, channel, import_id, answered_on, answers, flag) values (?,?,?,?,?,?,?,?,?,?,?)',
  );
  const rows: unknown[][] = [];
  for await (const batch of responsesInBatches(theStore().read, authorityId, surveyId, 1000)) {
    for (const { answeredOn, channel, answers } of batch) {
      const [id, key] = [shuffledId(), shuffledId()];
      rows.push([
        id,
        'a',
        's',
        'v',
        id.slice(0, 9),
        key,
        channel,
        'i',
        answeredOn,
        JSON.stringify(answers),
        '',
      ]);
    }
  }
  const began = performance.now();
  raw.exec('begin immediate');
  for (const row of rows) insert.run(row);
  raw.exec('commit');
  const took = performance.now() - began;
  raw.close();
  return took;
}

export default import100k;
