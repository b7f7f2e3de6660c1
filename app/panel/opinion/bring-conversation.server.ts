import { createHash } from 'node:crypto';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId, shuffledId } from '#db/ids.ts';
import {
  conversationByDigest,
  conversationById,
  deleteConversation,
  deleteLeftLying,
  insertConversation,
  updateConversation,
} from '#db/opinion.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { asWord } from './vote-table.ts';
import {
  POLIS_FILES,
  readPolis,
  type PolisBytes,
  type PolisExport,
  type PolisProblem,
} from './polis/read-polis.ts';

export type Brought =
  | { ok: true; id: string; read: PolisExport; already: boolean }
  | { ok: false; problems: PolisProblem[] };

const A_DAY = 86_400_000;
export const LONGEST_TITLE = 200;

/**
 * Reads the files of a conversation and keeps it: at once, or first as something to look at. Nobody's
 * name and no number of a voter is kept, and the voters stand in no order. The same files bring the
 * same conversation, once.
 */
export async function bringConversation(
  by: Person,
  programme: Programme,
  files: PolisBytes,
  state: 'checked' | 'kept',
  now = new Date(),
): Promise<Brought> {
  allow(by, 'conversations.import', programme);
  const read = readPolis(files);
  if (!read.ok) return read;
  const { authorityId, id: programmeId } = programme;
  const digest = digestOf(files);
  const id = newId(now);
  const title = (read.title || 'A conversation').slice(0, LONGEST_TITLE);
  const voters = read.voters.map((votes) => ({ id: shuffledId(), votes: asWord(votes) }));
  const statements = read.statements.map((one, position) => ({
    id: newId(now),
    authorityId,
    conversationId: id,
    number: one.id,
    position,
    text: one.text,
    moderated: one.moderated,
    castAgrees: one.cast.agrees,
    castDisagrees: one.cast.disagrees,
    castPasses: one.cast.passes,
  }));
  const conversation = {
    ...{ id, authorityId, programmeId, title, state, digest },
    description: read.description.slice(0, 5000),
    address: read.address.slice(0, 500),
    voters: voters.length,
    votesCast: read.votes,
    version: 1,
    createdAt: now,
  };
  return theStore().write(`programme:${programmeId}`, async (tx): Promise<Brought> => {
    await deleteLeftLying(tx, authorityId, new Date(now.getTime() - A_DAY));
    const there = await conversationByDigest(tx, authorityId, programmeId, digest);
    if (there?.state === 'kept' || (there && state === 'checked')) {
      return { ok: true, id: there.id, read, already: there.state === 'kept' };
    }
    if (there) await deleteConversation(tx, authorityId, there.id);
    await insertConversation(tx, conversation, statements, voters);
    if (state === 'kept') await recordKept(tx, by, { id, title });
    return { ok: true, id, read, already: false };
  });
}

type Tx = Parameters<Parameters<ReturnType<typeof theStore>['write']>[1]>[0];

const recordKept = (tx: Tx, by: Person, { id, title }: { id: string; title: string }) =>
  record(tx, by, 'conversation.imported', { kind: 'conversation', id }, { title });

/** Keeps what was looked at, under the title that it shall have. */
export async function keepConversation(
  by: Person,
  programme: Programme,
  id: string,
  title: string,
): Promise<void> {
  allow(by, 'conversations.import', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const there = await conversationById(tx, authorityId, programmeId, id);
    if (!there) throw new NotFound('conversation');
    if (!(await updateConversation(tx, there, { title, state: 'kept' }))) {
      throw new Conflict('Somebody else changed this conversation meanwhile. Load it again.');
    }
    if (there.state !== 'kept') await recordKept(tx, by, { id, title });
    else {
      await record(tx, by, 'conversation.renamed', { kind: 'conversation', id }, { title });
    }
  });
}

/** Takes a conversation out, kept or only looked at. */
export async function dropConversation(
  by: Person,
  programme: Programme,
  id: string,
): Promise<void> {
  allow(by, 'conversations.import', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const there = await conversationById(tx, authorityId, programmeId, id);
    if (!there) throw new NotFound('conversation');
    await deleteConversation(tx, authorityId, id);
    if (there.state === 'kept') {
      const { title } = there;
      await record(tx, by, 'conversation.removed', { kind: 'conversation', id }, { title });
    }
  });
}

function digestOf(files: PolisBytes): string {
  const hash = createHash('sha256');
  for (const name of POLIS_FILES) {
    const bytes = files[name] ?? new Uint8Array();
    hash.update(`${name}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
