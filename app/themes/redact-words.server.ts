import { rewordCodings } from '#db/coding.ts';
import { deleteRedaction, keepRedaction, redactionsOf } from '#db/redactions.ts';
import { hiddenWordsOf, LOOKED_AT } from '#db/hidden-words.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { sourceKey, sourceOf, type Comment, type Source } from './comments.ts';
import { readComments, readOriginals } from './read-comments.server.ts';

/** A comment as it may be read, for the page on which something is taken out of it. */
export async function commentToRedact(
  by: Person,
  programme: Programme,
  key: string,
): Promise<Comment> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  return found(await readComments(theStore().read, programme), key);
}

/**
 * Takes something out of a comment: from now on everybody reads `words` in its place, in every list,
 * export and document, and what themes hold of it is reworded too. The original stays where it was
 * written.
 */
export async function redactWords(
  by: Person,
  programme: Programme,
  key: string,
  { words, reason }: { words: string; reason: string },
): Promise<void> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  const at = new Date();
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const original = found(await readOriginals(tx, programme), key);
    const { source } = original;
    await notLookedAt(tx, programme, source);
    await keepRedaction(tx, {
      id: newId(at),
      authorityId,
      programmeId,
      sourceKind: source.kind,
      sourceId: source.id,
      question: source.question,
      words,
      digest: hashOf(original.words),
      reason,
      at,
      by: by.id,
    });
    await rewordCodings(tx, authorityId, source, words, hashOf(words));
    await record(tx, by, 'words.redacted', { kind: source.kind, id: source.id });
  });
}

/** Puts a comment back as it was written. */
export async function unredactWords(by: Person, programme: Programme, key: string): Promise<void> {
  allow(by, 'originals.read', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { source, words } = found(await readOriginals(tx, programme), key);
    await notLookedAt(tx, programme, source);
    if (!(await deleteRedaction(tx, authorityId, programmeId, source))) {
      throw new NotFound('redaction');
    }
    await rewordCodings(tx, authorityId, source, words, hashOf(words));
    await record(tx, by, 'words.unredacted', { kind: source.kind, id: source.id });
  });
}

/** The words before something was taken out. Each reading is written to the audit trail. */
export async function readOriginal(by: Person, programme: Programme, key: string): Promise<string> {
  allow(by, 'originals.read', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(null, async (tx) => {
    const { source, words } = found(await readOriginals(tx, programme), key);
    await notLookedAt(tx, programme, source);
    const redactions = await redactionsOf(tx, authorityId, programmeId);
    if (redactions.some((one) => isOf(one, source))) {
      noteReading(by, 'originals', 1);
      await record(tx, by, 'words.original-read', { kind: source.kind, id: source.id });
    }
    return words;
  });
}

/** While somebody looks at words for somebody's safety, nobody else reads or changes them. */
async function notLookedAt(db: Reader, programme: Programme, source: Source): Promise<void> {
  const hidden = await hiddenWordsOf(db, programme.authorityId, programme.id);
  if (hidden.some((one) => one.words === LOOKED_AT && isOf(one, source))) {
    throw new Conflict('Somebody is looking at these words. Come back when that is done.');
  }
}

function isOf(
  one: { sourceKind: string; sourceId: string; question: string },
  source: Source,
): boolean {
  return (
    one.sourceKind === source.kind && one.sourceId === source.id && one.question === source.question
  );
}

function found(comments: readonly Comment[], key: string): Comment {
  const source = sourceOf(key);
  const comment = source && comments.find((one) => sourceKey(one.source) === sourceKey(source));
  if (!comment) throw new NotFound('comment');
  return comment;
}
