import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { typesetProcess } from './typeset-process.server.ts';

// Mutation: without the timer in `next`, the first never ends and the second is never set.

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-typeset-'));
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test('a document that never ends is given up after a minute, and the next one is set', async () => {
  const file = path.join(folder, 'fake.mjs');
  writeFileSync(
    file,
    `process.on('message', ({ data }) => {
      while (data === 'never ends');
      if (data === 'dies') process.exit(3);
      process.send({ pdf: Buffer.from(data) });
    });`,
  );
  const set = typesetProcess(file, []);
  const document = (data: string) => set({ template: '', data, files: {}, made: 0 });
  expect(Buffer.from(await document('first')).toString()).toBe('first');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const caught = document('never ends').catch((wrong: Error) => wrong.message);
  const waits = document('waits');
  vi.advanceTimersByTime(60_000);
  expect(await caught).toMatch(/longer than 60 seconds and was given up/);
  expect(Buffer.from(await waits).toString()).toBe('waits');
  await expect(document('dies')).rejects.toThrow(/the process that sets documents ended/);
  expect(Buffer.from(await document('last')).toString()).toBe('last');
});
