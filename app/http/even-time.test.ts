import { afterEach, expect, test, vi } from 'vitest';
import { heldUp } from '#test/held-up.ts';
import { inEvenTime } from './even-time.server.ts';

// Mutations tried, each alone: the wait left out; waiting a step after the work; no wait after a fault.

const STEP = 400;
afterEach(() => void vi.restoreAllMocks());

/** How long is waited after work that took so long. */
async function waitsAfter(ms: number, work: () => Promise<unknown> = async () => 1) {
  vi.spyOn(performance, 'now')
    .mockReturnValueOnce(1_000)
    .mockReturnValueOnce(1_000 + ms);
  return heldUp(() => inEvenTime(STEP, work).catch(() => undefined));
}

test.each([
  [3, 397],
  [399.5, 0.5],
  [401, 399],
  [1_000, 200],
])('work of %d ms is answered %d ms later, at a full step', async (took, waits) => {
  expect(await waitsAfter(took)).toEqual([waits]);
});

test('so is work that fails', async () => {
  expect(await waitsAfter(90, () => Promise.reject(new Error('failed')))).toEqual([310]);
});

test('what it gives is what the work gave', async () => {
  await heldUp(async () => expect(await inEvenTime(STEP, async () => 'it')).toBe('it'));
});
