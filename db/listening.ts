import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { forgetWords } from './coding.ts';
import { firstOf } from './people.ts';
import { listeningEvents, noteExcerpts } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type ListeningEvent = typeof listeningEvents.$inferSelect;
export type NoteExcerpt = typeof noteExcerpts.$inferSelect;

/** The kind under which themes are tied to what was said at a listening exercise. */
const NOTE_SOURCE = 'note';

// ── events ──────────────────────────────────────────────────────────────────────────────────────

/** The listening exercises of a programme, latest first; those taken out only when asked for. */
export async function listeningEventsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  which: 'kept' | 'taken-out' = 'kept',
): Promise<ListeningEvent[]> {
  return db
    .select()
    .from(listeningEvents)
    .where(
      and(
        eq(listeningEvents.authorityId, authorityId),
        eq(listeningEvents.programmeId, programmeId),
        which === 'kept' ? isNull(listeningEvents.removedAt) : isNotNull(listeningEvents.removedAt),
      ),
    )
    .orderBy(desc(listeningEvents.heldOn), desc(listeningEvents.id));
}

export async function listeningEventById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<ListeningEvent | undefined> {
  const rows = await db
    .select()
    .from(listeningEvents)
    .where(
      and(
        eq(listeningEvents.authorityId, authorityId),
        eq(listeningEvents.programmeId, programmeId),
        eq(listeningEvents.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertListeningEvents(
  tx: Writer,
  rows: readonly ListeningEvent[],
): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(listeningEvents).values(chunk));
}

/** Saves an event if nobody changed it since `seen`; says whether it did. */
export async function updateListeningEvent(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<ListeningEvent, 'id' | 'authorityId' | 'programmeId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(listeningEvents)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(listeningEvents.authorityId, authorityId),
        eq(listeningEvents.id, id),
        eq(listeningEvents.version, seen),
      ),
    )
    .returning({ id: listeningEvents.id });
  return changed.length === 1;
}

// ── what was said ───────────────────────────────────────────────────────────────────────────────

/** What was said at one event, in the order noted; what was taken out only when asked for. */
export async function notesOf(
  db: Reader,
  authorityId: string,
  eventId: string,
  which: 'kept' | 'taken-out' = 'kept',
): Promise<NoteExcerpt[]> {
  return db
    .select()
    .from(noteExcerpts)
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.eventId, eventId),
        which === 'kept' ? isNull(noteExcerpts.removedAt) : isNotNull(noteExcerpts.removedAt),
      ),
    )
    .orderBy(asc(noteExcerpts.position), asc(noteExcerpts.id));
}

/** Everything that was said at the events of a programme, with its event. */
export async function notesOfProgramme(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ note: NoteExcerpt; event: ListeningEvent }[]> {
  return db
    .select({ note: noteExcerpts, event: listeningEvents })
    .from(noteExcerpts)
    .innerJoin(
      listeningEvents,
      and(
        eq(listeningEvents.id, noteExcerpts.eventId),
        eq(listeningEvents.authorityId, noteExcerpts.authorityId),
      ),
    )
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.programmeId, programmeId),
        isNull(noteExcerpts.removedAt),
        isNull(listeningEvents.removedAt),
      ),
    )
    .orderBy(asc(listeningEvents.heldOn), asc(listeningEvents.id), asc(noteExcerpts.position));
}

/** How many notes each exercise of a programme has. */
export async function notesByEvent(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ eventId: noteExcerpts.eventId, n: count() })
    .from(noteExcerpts)
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.programmeId, programmeId),
        isNull(noteExcerpts.removedAt),
      ),
    )
    .groupBy(noteExcerpts.eventId);
  return new Map(rows.map(({ eventId, n }) => [eventId, Number(n)]));
}

/** One thing that was said, for coding beside the surveys' free text. */
export interface ListedNote {
  id: string;
  text: string;
  /** Where it was said, in words: "Town hall at Brookside Hall, 12 May 2026". */
  source: { eventId: string; title: string; place: string; heldOn: string; kind: string };
  /** The group of whoever said it, or empty. */
  saidBy: string;
  /** Whether the person who said it agreed to be quoted. */
  quotable: boolean;
}

/** What themes can be tied to: every excerpt of the notes of a programme. */
export async function listNoteExcerpts(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<ListedNote[]> {
  const rows = await notesOfProgramme(db, authorityId, programmeId);
  return rows.map(({ note, event }) => ({
    id: note.id,
    text: note.text,
    source: {
      eventId: event.id,
      title: event.title,
      place: event.place,
      heldOn: event.heldOn,
      kind: event.kind,
    },
    saidBy: note.saidBy,
    quotable: note.consent === 'quote',
  }));
}

export async function noteById(
  db: Reader,
  authorityId: string,
  eventId: string,
  id: string,
): Promise<NoteExcerpt | undefined> {
  const rows = await db
    .select()
    .from(noteExcerpts)
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.eventId, eventId),
        eq(noteExcerpts.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertNotes(tx: Writer, rows: readonly NoteExcerpt[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(noteExcerpts).values(chunk));
}

/** Saves a note if nobody changed it since `seen`; says whether it did. */
export async function updateNote(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Pick<NoteExcerpt, 'text' | 'saidBy' | 'consent' | 'removedAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(noteExcerpts)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.id, id),
        eq(noteExcerpts.version, seen),
      ),
    )
    .returning({ id: noteExcerpts.id });
  return changed.length === 1;
}

// ── deleting for good ───────────────────────────────────────────────────────────────────────────

/** Notes of every authority whose day has come: past what was promised, or taken out long ago. */
export async function notesPastRetention(
  db: Reader,
  today: string,
  takenOutBefore: Date,
): Promise<{ id: string; authorityId: string }[]> {
  return db
    .select({ id: noteExcerpts.id, authorityId: noteExcerpts.authorityId })
    .from(noteExcerpts)
    .innerJoin(
      listeningEvents,
      and(
        eq(listeningEvents.id, noteExcerpts.eventId),
        eq(listeningEvents.authorityId, noteExcerpts.authorityId),
      ),
    )
    .where(
      or(
        lt(listeningEvents.keepUntil, today),
        lt(listeningEvents.removedAt, takenOutBefore),
        lt(noteExcerpts.removedAt, takenOutBefore),
      ),
    );
}

/** Deletes notes and whatever themes hold of their words. */
export async function forgetNotes(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  await inChunks(ids, async (some) => {
    await forgetWords(tx, authorityId, NOTE_SOURCE, some);
    await tx
      .delete(noteExcerpts)
      .where(and(eq(noteExcerpts.authorityId, authorityId), inArray(noteExcerpts.id, [...some])));
  });
}
