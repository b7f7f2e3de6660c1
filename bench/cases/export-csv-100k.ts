import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { exportAnswers } from '#app/survey/export/export-answers.server.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { fileOnDisk } from '#app/survey/import/waiting-files.server.ts';
import { aWorld, answerFile } from '../answers-world.ts';
import type { Case } from '../case.ts';

const exportCsv100k: Case = {
  id: 'export-csv-100k',
  what: 'How long taking 100,000 answers to 40 questions away as CSV takes, to the last byte on the disk.',
  unit: 'ms',
  better: 'less',
  limitIs: 'reading the same rows out of the database and writing the same bytes to the disk',
  goal: 1 / 3,
  async run({ quick }) {
    const world = await aWorld();
    try {
      const { priya, programme } = world.borough;
      const { surveyId } = await world.survey();
      const bytes = await fileOnDisk(answerFile(world.folder, quick ? 5000 : 100_000));
      const given = { fileName: 'bench.csv', bytes };
      const came = await importAnswers(priya, programme, surveyId, given, '2026-03-27');
      if (!came.ok) throw new Error(came.problems[0]?.message);
      const samples: number[] = [];
      const to = path.join(world.folder, 'out.csv');
      for (let i = 0; i < 4; i += 1) {
        const began = performance.now();
        const { pieces } = await exportAnswers(priya, programme, surveyId, 'answers.csv', true);
        await pipeline(Readable.from(pieces), createWriteStream(to, { flush: true }));
        if (i > 0) samples.push(performance.now() - began);
      }
      return { samples, limit: await bare(world.folder, to, surveyId) };
    } finally {
      await world.end();
    }
  },
};

/** The rows read in the same order and their answers parsed, and the same bytes written. */
async function bare(folder: string, file: string, surveyId: string): Promise<number> {
  const whole = await open(file);
  const bytes = await whole.readFile();
  await whole.close();
  const raw = new Database(path.join(folder, 'throughline.db'), { readonly: true });
  const read = raw.prepare(
    'select answered_on, channel, answers from responses where survey_id = ? order by answered_on, id',
  );
  const began = performance.now();
  let read1 = 0;
  for (const row of read.iterate(surveyId)) {
    JSON.parse((row as { answers: string }).answers);
    read1 += 1;
  }
  const out = await open(`${file}.bare`, 'w');
  await out.writeFile(bytes);
  await out.sync();
  await out.close();
  const took = performance.now() - began;
  raw.close();
  if (read1 === 0) throw new Error('Nothing was read.');
  return took;
}

export default exportCsv100k;
