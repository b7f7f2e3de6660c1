import { wordsAt } from '#db/care-words.ts';
import { rewordCodings } from '#db/coding.ts';
import { redactionsOf } from '#db/redactions.ts';
import { hiddenWordsOf, LOOKED_AT, type HiddenWords } from '#db/hidden-words.ts';
import { addModeration, moderationOf } from '#db/moderation.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { mayRead } from '#app/people/note-reading.server.ts';
import type { Place } from './care.ts';

/** Words as they stand, with whether they are hidden from others: for whoever decides on it. */
export async function wordsToHide(by: Person, programme: Programme, place: Place) {
  allow(by, 'words.moderate', programme);
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const there = await readable(read, programme, place);
  const last = await moderationOf(read, authorityId, place);
  // What was taken out of the words stays out, but for whoever may read them as they stood.
  const redacted = (await redactionsOf(read, authorityId, programmeId)).find(
    (one) => !one.hidden && isAt(one, place),
  );
  const whole = redacted === undefined || mayRead(by, 'originals.read', programme).yes;
  return {
    ...there,
    words: whole ? there.words : redacted.words,
    hidden: last?.decision === 'removed',
  };
}

/**
 * Decides that words are not shown to others, or are shown again. The answer that they belong to
 * counts as before; the reason is what the writer reads.
 */
export async function hideWords(
  by: Person,
  programme: Programme,
  place: Place,
  decision: 'removed' | 'restored',
  reason: string,
): Promise<void> {
  allow(by, 'words.moderate', programme);
  const { authorityId, id: programmeId } = programme;
  const at = new Date();
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const there = await readable(tx, programme, place);
    const last = await moderationOf(tx, authorityId, place);
    if ((last?.decision ?? 'restored') === decision) {
      throw new Conflict('Somebody has decided this already. Look at it again.');
    }
    const { kind: sourceKind, id: sourceId, question } = place;
    await addModeration(
      tx,
      {
        authorityId,
        programmeId,
        sourceKind,
        sourceId,
        question,
        decision,
        reason,
        at,
        by: by.id,
      },
      last,
    );
    const instead = (await redactionsOf(tx, authorityId, programmeId)).filter((one) =>
      isAt(one, place),
    );
    const words = instead.at(-1)?.words ?? there.words;
    await rewordCodings(tx, authorityId, place, words, hashOf(words));
    const action = decision === 'removed' ? 'words.moderated' : 'words.shown-again';
    await record(tx, by, action, { kind: sourceKind, id: sourceId });
  });
}

/** The words, as long as nobody is looking at them for somebody's safety. */
async function readable(db: Reader, programme: Programme, place: Place) {
  const there = await wordsAt(db, programme.authorityId, programme.id, place);
  if (!there || there.words.trim() === '') throw new NotFound('words');
  const hidden = await hiddenWordsOf(db, programme.authorityId, programme.id);
  const looked = hidden.some((one) => one.words === LOOKED_AT && isAt(one, place));
  if (looked)
    throw new Conflict('Somebody is looking at these words. Come back when that is done.');
  return there;
}

const isAt = (one: HiddenWords, { kind, id, question }: Place) =>
  one.sourceKind === kind && one.sourceId === id && one.question === question;
