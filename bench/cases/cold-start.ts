import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '#db/store.server.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';
import type { Case } from '../case.ts';
import { addressOf, ended, settingsOf } from '../http/serving.ts';
import { expected, Visitor } from '../http/visitor.ts';
import { aFolder, theDemonstration } from '../http/world.ts';

const MOST_MS = 2000;

const coldStart: Case = {
  id: 'cold-start',
  what: 'How long after a restart the first page is there: npm start on a built tree with a database.',
  unit: 'ms',
  better: 'less',
  limitIs: 'the two seconds after which somebody who reloads begins to wonder',
  goal: 1,
  async run({ quick }) {
    const { folder } = await theDemonstration();
    const own = aFolder();
    cpSync(databaseFile(folder), databaseFile(own));
    const samples: number[] = [];
    for (let time = -1; time < (quick ? 3 : 10); time += 1) {
      const took = await untilTheFirstPage(own);
      if (time >= 0) samples.push(took);
    }
    return { samples, limit: MOST_MS };
  },
};

async function untilTheFirstPage(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join('bin', 'start.mjs')], {
    cwd: projectFolder(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: settingsOf(folder),
  });
  const page = await new Visitor(await addressOf(child)).get('/sign-in');
  const took = performance.now() - began;
  expected(page, 200, 'the first page');
  await ended(child);
  return took;
}

export default coldStart;
