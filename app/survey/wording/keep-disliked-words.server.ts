import { z } from 'zod';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { deleteDislikedWords, insertDislikedWords } from '#db/survey-edits.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';

/** What is written down when families say that they dislike a word. */
export const DislikedForm = z.object({
  words: z
    .string('Enter the word or the words')
    .min(2, 'Enter the word or the words')
    .max(100, 'Use at most 100 characters'),
  instead: z.string().max(200, 'Use at most 200 characters').default(''),
  saidBy: z
    .string('Say who told you, where and when')
    .min(3, 'Say who told you, where and when: no names')
    .max(200, 'Use at most 200 characters'),
});

/** Puts words on the authority's list; every check before publishing looks for them from now on. */
export async function addDislikedWords(
  by: Person,
  form: z.output<typeof DislikedForm>,
): Promise<void> {
  allow(by, 'needs.edit', by);
  const now = new Date();
  const { words, instead, saidBy } = form;
  const id = newId(now);
  await theStore().write(null, async (tx) => {
    const row = { id, authorityId: by.authorityId, words, instead, saidBy, addedAt: now };
    await insertDislikedWords(tx, row);
    await record(tx, by, 'words.disliked-added', { kind: 'words', id }, { words });
  });
}

export async function removeDislikedWords(by: Person, id: string): Promise<void> {
  allow(by, 'needs.edit', by);
  await theStore().write(null, async (tx) => {
    const words = await deleteDislikedWords(tx, by.authorityId, id);
    if (words === undefined) return;
    await record(tx, by, 'words.disliked-removed', { kind: 'words', id }, { words });
  });
}
