import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { Somebody } from './faults/client.ts';
import { countOf, look } from './faults/look.ts';
import { prepared, type Prepared } from './faults/prepared.ts';
import { addNeed, answerPage, changeTheory, faultsIn } from './faults/trying.ts';

// The clock of the machine is set back while the server runs, and forward again, as happens when it was
// wrong and the time service corrects it. Expected: everything carries on, nothing is lost or twice, who
// is signed in stays so, and what is ordered keeps its order.

const HOUR = 3_600_000;
let made: Prepared;
let server: Running;
let clock: string;

beforeAll(async () => {
  made = prepared();
  clock = path.join(made.dataFolder, 'clock');
  const preload = path.join(projectFolder(), 'test/server/faults/clock.mjs');
  server = await startServer({
    empty: true,
    dataFolder: made.dataFolder,
    env: { NODE_OPTIONS: `--import ${preload}`, CLOCK: clock, TRUSTED_PROXIES: '1' },
  });
});
afterAll(() => server.stop());

async function turnedBy(ms: number): Promise<void> {
  writeFileSync(clock, String(ms));
  await after(150);
}

// Mutation tried: with steps ordered by `at` instead of `sequence` in db/theory-history.ts the later comes first.
test('back by two hours and forward again: all carry on', async () => {
  const parent = new Somebody(server.address);
  const priya = new Somebody(server.address, made.cookie);
  const begun = await answerPage(parent, made, 'before the clock');
  expect((await (await addNeed(priya, made, 'Before the clock'))()).status).toBe(302);
  expect((await (await changeTheory(priya, made, 'step-before'))()).status).toBe(200);

  await turnedBy(-2 * HOUR);
  // The page was given out “in the future”: it is taken all the same.
  expect((await begun()).location).toBe(`/s/${made.code}/check`);
  expect((await priya.get(`/programmes/${made.programmeId}`)).status).toBe(200);
  const need = await addNeed(priya, made, 'After the clock');
  const [first, second] = [await need(), await need()];
  expect([first.status, second.location]).toEqual([302, first.location]);
  expect((await (await changeTheory(priya, made, 'step-after'))()).status).toBe(200);
  const { text } = await parent.get(`/s/${made.code}/check`);
  const [csrf = '', key = ''] = ['csrf', 'key'].map(
    (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1],
  );
  const sent = await parent.post(`/s/${made.code}/check`, { csrf, key });
  expect(sent.location).toBe(`/s/${made.code}/done`);

  await turnedBy(30 * 60_000);
  expect((await priya.get(`/programmes/${made.programmeId}/theory/outline`)).status).toBe(200);
  expect((await parent.get(`/s/${made.code}/done`)).status).toBe(200);
  expect((await (await changeTheory(priya, made, 'step-forward'))()).status).toBe(200);

  expect(await countOf(made, undefined, 'responses')).toBe(1);
  expect(await countOf(made, undefined, 'needs')).toBe(2);
  const page = `/programmes/${made.programmeId}/theory/operations`;
  const since = await priya.get(`${page}?theory=${made.theoryId}&since=0`);
  const { steps } = JSON.parse(since.text) as { steps: { clientOpId: string }[] };
  expect(steps.map(({ clientOpId }) => clientOpId)).toEqual([
    'step-before',
    'step-after',
    'step-forward',
  ]);
  const times = await look(made, undefined, 'select at from theory_operations order by sequence');
  expect(Number(times[1]?.['at'])).toBeLessThan(Number(times[0]?.['at']));
  expect(faultsIn(server.said())).toEqual([]);
});

// Nobody is let in for longer because a clock was wrong: a session ends at its hour. Mutation tried: without
// looking at `expiresAt` the page is shown.
test('forward beyond the end of a session: it is over', async () => {
  await turnedBy(13 * HOUR);
  const priya = new Somebody(server.address, made.cookie);
  expect((await priya.get(`/programmes/${made.programmeId}`)).location).toMatch(/^\/sign-in/);
});
