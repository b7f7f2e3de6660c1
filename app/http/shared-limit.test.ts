import { expect, test } from 'vitest';
import { giveGuessBack, takeGuess } from './limits.server.ts';

// Fails where the guess is counted only after it was looked at: all fifty are let look.

test('of many guesses at once no more are let look than one after the other', async () => {
  const may = await Promise.all(Array.from({ length: 50 }, () => takeGuess('192.0.2.1')));
  expect(may.filter(Boolean)).toHaveLength(20);
  // A right one that comes back late opens nothing for a network that has to wait.
  await giveGuessBack('192.0.2.1');
  expect(await takeGuess('192.0.2.1')).toBe(false);
});

test('a hub with fifty families who type what they have is not stopped', async () => {
  for (let family = 0; family < 50; family += 1) {
    expect(await takeGuess('192.0.2.2')).toBe(true);
    await giveGuessBack('192.0.2.2');
  }
});
