import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  deleteFindingWords,
  insertFindingWords,
  insertReachNote,
  reachNoteById,
  setReachNoteRemoved,
} from '#db/reach.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { missingKind } from '#templates/missing/index.ts';

/** Notes what was done on a day to reach a group. */
export async function noteReach(
  by: Person,
  programme: Programme,
  surveyId: string,
  note: { group: string; doneOn: string; words: string },
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId } = programme;
  await theStore().write(null, async (tx) => {
    await surveyOf(tx, programme, surveyId);
    await insertReachNote(tx, {
      id: newId(),
      authorityId,
      surveyId,
      ...note,
      createdAt: new Date(),
      createdBy: by.name,
      removedAt: null,
    });
    await record(tx, by, 'reach.noted', { kind: 'survey', id: surveyId }, { group: note.group });
  });
}

/** Takes a note out, or puts it back. */
export async function setReachNote(
  by: Person,
  programme: Programme,
  surveyId: string,
  noteId: string,
  there: boolean,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId } = programme;
  await theStore().write(null, async (tx) => {
    await surveyOf(tx, programme, surveyId);
    const note = await reachNoteById(tx, authorityId, surveyId, noteId);
    if (!note) throw new NotFound('note');
    await setReachNoteRemoved(tx, authorityId, noteId, there ? null : new Date());
    const action = there ? 'reach.restored' : 'reach.removed';
    await record(tx, by, action, { kind: 'survey', id: surveyId }, { group: note.group });
  });
}

/** Adds a line of the authority's own on where a kind of families is found. */
export async function addFindingWords(
  by: Person,
  programme: Programme,
  kind: string,
  words: string,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const known = missingKind(kind);
  if (!known) throw new NotFound('kind of families');
  const { authorityId, id: programmeId } = programme;
  await theStore().write(null, async (tx) => {
    const row = { id: newId(), authorityId, programmeId, kind, words };
    await insertFindingWords(tx, { ...row, createdAt: new Date(), createdBy: by.name });
    const thing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'finding-words.added', thing, { kind: known.name });
  });
}

export async function removeFindingWords(
  by: Person,
  programme: Programme,
  id: string,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(null, async (tx) => {
    const kind = await deleteFindingWords(tx, programme.authorityId, programme.id, id);
    if (kind === undefined) throw new NotFound('line');
    const thing = { kind: 'programme', id: programme.id };
    const name = missingKind(kind)?.name ?? kind;
    await record(tx, by, 'finding-words.removed', thing, { kind: name });
  });
}
