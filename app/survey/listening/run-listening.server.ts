import { flagIfWorrying } from '#db/care.ts';
import { newId } from '#db/ids.ts';
import {
  insertListeningEvents,
  insertNotes,
  listeningEventById,
  noteById,
  notesOf,
  updateListeningEvent,
  updateNote,
  type ListeningEvent,
  type NoteExcerpt,
} from '#db/listening.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { EventFields, NoteFields, NotesFields } from './listening.ts';

const CHANGED = 'Somebody else changed this in the meantime. Look at it again first.';

/** A listening exercise of this programme, or not found: also the answer for another authority's. */
export async function eventOf(
  db: Reader,
  programme: Programme,
  eventId: string,
): Promise<ListeningEvent> {
  const event = await listeningEventById(db, programme.authorityId, programme.id, eventId);
  if (!event) throw new NotFound('listening exercise');
  return event;
}

export function newEvent(
  by: Person,
  programme: Programme,
  fields: EventFields,
  now: Date,
): ListeningEvent {
  return {
    ...fields,
    id: newId(now),
    authorityId: programme.authorityId,
    programmeId: programme.id,
    version: 1,
    createdBy: by.id,
    createdAt: now,
    removedAt: null,
  };
}

export function newNote(
  event: ListeningEvent,
  fields: NoteFields,
  position: number,
  now: Date,
): NoteExcerpt {
  return {
    ...fields,
    id: newId(now),
    authorityId: event.authorityId,
    programmeId: event.programmeId,
    eventId: event.id,
    position,
    version: 1,
    createdAt: now,
    removedAt: null,
  };
}

/** Records a listening exercise; gives its id. */
export async function addEvent(
  by: Person,
  programme: Programme,
  fields: EventFields,
  now = new Date(),
): Promise<string> {
  allow(by, 'listening.edit', programme);
  const event = newEvent(by, programme, fields, now);
  await theStore().write(null, async (tx) => {
    await insertListeningEvents(tx, [event]);
    await record(tx, by, 'listening.added', thing(event.id), { title: event.title });
  });
  return event.id;
}

/** Changes what is recorded. `seen` is the version that was shown. */
export async function changeEvent(
  by: Person,
  programme: Programme,
  eventId: string,
  seen: number,
  fields: EventFields,
): Promise<void> {
  await inEvent(by, programme, eventId, async (tx, event) => {
    if (!(await updateListeningEvent(tx, event.authorityId, event.id, seen, fields))) {
      throw new Conflict(CHANGED);
    }
    await record(tx, by, 'listening.changed', thing(event.id), { title: fields.title });
  });
}

/** Takes an exercise out with all its notes, or puts it back. */
export async function takeOutEvent(
  by: Person,
  programme: Programme,
  eventId: string,
  out: boolean,
  now = new Date(),
): Promise<void> {
  await inEvent(by, programme, eventId, async (tx, event) => {
    if ((event.removedAt !== null) === out) return;
    const change = { removedAt: out ? now : null };
    if (!(await updateListeningEvent(tx, event.authorityId, event.id, event.version, change))) {
      throw new Conflict(CHANGED);
    }
    const action = out ? 'listening.removed' : 'listening.put-back';
    await record(tx, by, action, thing(event.id), { title: event.title });
  });
}

/** Notes several things that were said, in the order given. */
export async function addNotes(
  by: Person,
  programme: Programme,
  eventId: string,
  { texts, saidBy, consent }: NotesFields,
  now = new Date(),
): Promise<void> {
  await inEvent(by, programme, eventId, async (tx, event) => {
    const before = await notesOf(tx, event.authorityId, event.id);
    const last = before.at(-1)?.position ?? 0;
    const notes = texts.map((text, at) =>
      newNote(event, { text, saidBy, consent }, last + at + 1, now),
    );
    await insertNotes(tx, notes);
    for (const note of notes) await lookAt(tx, note);
    const details = { count: notes.length, title: event.title };
    await record(tx, by, 'notes.added', thing(event.id), details);
  });
}

/** Changes a note, or what its speaker agreed to. */
export async function changeNote(
  by: Person,
  programme: Programme,
  where: { eventId: string; noteId: string },
  seen: number,
  fields: NoteFields,
): Promise<void> {
  await inNote(by, programme, where, async (tx, event, note) => {
    if (!(await updateNote(tx, note.authorityId, note.id, seen, fields))) {
      throw new Conflict(CHANGED);
    }
    await lookAt(tx, { ...note, ...fields });
    await record(tx, by, 'notes.changed', thing(event.id), { title: event.title });
  });
}

/** Takes a note out, or puts it back. */
export async function takeOutNote(
  by: Person,
  programme: Programme,
  where: { eventId: string; noteId: string },
  out: boolean,
  now = new Date(),
): Promise<void> {
  await inNote(by, programme, where, async (tx, event, note) => {
    if ((note.removedAt !== null) === out) return;
    const change = { removedAt: out ? now : null };
    if (!(await updateNote(tx, note.authorityId, note.id, note.version, change))) {
      throw new Conflict(CHANGED);
    }
    const action = out ? 'notes.removed' : 'notes.put-back';
    await record(tx, by, action, thing(event.id), { title: event.title });
  });
}

async function inEvent(
  by: Person,
  programme: Programme,
  eventId: string,
  work: (tx: Writer, event: ListeningEvent) => Promise<void>,
): Promise<void> {
  allow(by, 'listening.edit', programme);
  await theStore().write(`listening:${eventId}`, async (tx) =>
    work(tx, await eventOf(tx, programme, eventId)),
  );
}

async function inNote(
  by: Person,
  programme: Programme,
  where: { eventId: string; noteId: string },
  work: (tx: Writer, event: ListeningEvent, note: NoteExcerpt) => Promise<void>,
): Promise<void> {
  await inEvent(by, programme, where.eventId, async (tx, event) => {
    const note = await noteById(tx, event.authorityId, event.id, where.noteId);
    if (!note) throw new NotFound('note');
    await work(tx, event, note);
  });
}

const thing = (id: string) => ({ kind: 'listening', id });

/** Has somebody look at a note where the cautious list of words finds something in it. */
async function lookAt(
  tx: Writer,
  {
    authorityId,
    programmeId,
    id,
    text,
  }: Pick<NoteExcerpt, 'authorityId' | 'programmeId' | 'id' | 'text'>,
): Promise<void> {
  const source = { kind: 'note', id, question: '' };
  await flagIfWorrying(tx, { authorityId, programmeId, source, words: text });
}
