import {
  insertListeningEvents,
  insertNotes,
  listeningEventsOf,
  notesOf,
  notesOfProgramme,
  type NoteExcerpt,
} from '#db/listening.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { exercisesCsv, notesCsv, readListeningFile, type FileProblem } from './listening-csv.ts';
import { newEvent, newNote } from './run-listening.server.ts';

/** The register of exercises, or everything that was noted, as a spreadsheet. */
export async function exportListening(
  by: Person,
  programme: Programme,
  what: 'exercises' | 'notes',
): Promise<string> {
  allow(by, 'answers.read', programme);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const csv =
    what === 'exercises'
      ? exercisesCsv(await listeningEventsOf(read, ...where))
      : notesCsv(
          (await notesOfProgramme(read, ...where)).map(({ note, event }) => ({ ...note, event })),
        );
  await theStore().write(null, (tx) =>
    record(tx, by, 'listening.exported', { kind: 'programme', id: programme.id }),
  );
  return csv;
}

export type Brought =
  | { ok: true; kind: 'exercises' | 'notes'; added: number; already: number }
  | { ok: false; problems: FileProblem[] };

/**
 * Brings in a file of exercises or of notes: all of it or nothing. What is here already (the same day
 * and title; the same words at the same exercise) is passed by, so that a file brought in twice
 * changes nothing.
 *
 * @param keepUntil the day of deletion where the file has none
 */
export async function importListening(
  by: Person,
  programme: Programme,
  bytes: Uint8Array,
  keepUntil: string,
  now = new Date(),
): Promise<Brought> {
  allow(by, 'listening.edit', programme);
  const read = readListeningFile(bytes, keepUntil);
  if (!read.ok) return read;
  return theStore().write(`listening:${programme.id}`, async (tx): Promise<Brought> => {
    const events = await listeningEventsOf(tx, programme.authorityId, programme.id);
    const byName = new Map(events.map((event) => [nameOf(event), event]));
    const thing = { kind: 'programme', id: programme.id };
    if (read.kind === 'exercises') {
      const fresh = read.events.filter((fields) => !byName.has(nameOf(fields)));
      await insertListeningEvents(
        tx,
        fresh.map((fields) => newEvent(by, programme, fields, now)),
      );
      await record(tx, by, 'listening.imported', thing, { count: fresh.length });
      const already = read.events.length - fresh.length;
      return { ok: true, kind: 'exercises', added: fresh.length, already };
    }
    const unknown = read.notes.filter((note) => !byName.has(nameOf(note)));
    if (unknown.length > 0) {
      const named = [...new Set(unknown.map((note) => `${note.heldOn}, “${note.title}”`))];
      const problems = named.slice(0, 50).map((name) => ({
        line: 0,
        message: `There is no listening exercise of ${name}. Record it first, or bring in its file`,
      }));
      return { ok: false, problems };
    }
    const rows: NoteExcerpt[] = [];
    for (const [name, event] of byName) {
      const here = await notesOf(tx, programme.authorityId, event.id);
      const said = new Set(here.map(({ text }) => text));
      let position = here.at(-1)?.position ?? 0;
      for (const { text, saidBy, consent, ...where } of read.notes) {
        if (nameOf(where) !== name || said.has(text)) continue;
        said.add(text);
        position += 1;
        rows.push(newNote(event, { text, saidBy, consent }, position, now));
      }
    }
    await insertNotes(tx, rows);
    await record(tx, by, 'notes.added', thing, { count: rows.length, title: programme.title });
    return {
      ok: true,
      kind: 'notes',
      added: rows.length,
      already: read.notes.length - rows.length,
    };
  });
}

const nameOf = ({ heldOn, title }: { heldOn: string; title: string }) =>
  `${heldOn} ${title.trim().toLowerCase()}`;
