import { readCsv, unescapeForExcel, writeCsv } from '../csv.ts';
import {
  CONSENT_NAMES,
  consentNamed,
  EventForm,
  KIND_NAMES,
  kindNamed,
  NoteForm,
  writeHeads,
  type Consent,
  type EventFields,
  type Heads,
  type Kind,
  type NoteFields,
} from './listening.ts';

/** The columns of a file of listening exercises, ours and anybody's who keeps them in a spreadsheet. */
const EXERCISES = [
  'Date',
  'Kind',
  'Title',
  'Place',
  'Facilitator',
  'Languages',
  'How many came',
  'Delete after',
] as const;

/** The columns of a file of notes. The first three say at which exercise it was said. */
const NOTES = ['Date', 'Title', 'Place', 'What was said', 'Said by', 'May it be quoted?'] as const;

export interface ExportedEvent {
  heldOn: string;
  kind: string;
  title: string;
  place: string;
  facilitator: string;
  languages: readonly string[];
  heads: readonly Heads[];
  keepUntil: string;
}

/** The register as a spreadsheet: every cell as text, and nothing that runs as a formula. */
export function exercisesCsv(events: readonly ExportedEvent[]): string {
  const rows = events.map((event) => [
    event.heldOn,
    KIND_NAMES[event.kind as Kind] ?? event.kind,
    event.title,
    event.place,
    event.facilitator,
    event.languages.join('; '),
    writeHeads(event.heads, '; '),
    event.keepUntil,
  ]);
  return writeCsv([[...EXERCISES], ...rows], { forExcel: true });
}

export interface ExportedNote {
  event: { heldOn: string; title: string; place: string };
  text: string;
  saidBy: string;
  consent: string;
}

export function notesCsv(notes: readonly ExportedNote[]): string {
  const rows = notes.map(({ event, text, saidBy, consent }) => [
    event.heldOn,
    event.title,
    event.place,
    text,
    saidBy,
    CONSENT_NAMES[consent as Consent] ?? consent,
  ]);
  return writeCsv([[...NOTES], ...rows], { forExcel: true });
}

export interface FileProblem {
  /** The line in the file, from 1; 0: the file as a whole. */
  line: number;
  message: string;
}

/** A note of a file, with the exercise that it was said at. */
export interface ReadNote extends NoteFields {
  heldOn: string;
  title: string;
  place: string;
}

export type ReadListening =
  | { ok: true; kind: 'exercises'; events: EventFields[] }
  | { ok: true; kind: 'notes'; notes: ReadNote[] }
  | { ok: false; problems: FileProblem[] };

const MOST_PROBLEMS = 50;

/**
 * Reads a file of exercises or of notes, told apart by the column "What was said". All or nothing:
 * the first fifty lines that are not understood, each with what to do, or the lot.
 *
 * @param keepUntil the day of deletion where the file has none
 */
export function readListeningFile(bytes: Uint8Array, keepUntil: string): ReadListening {
  const csv = readCsv(bytes);
  if (!csv.ok) return { ok: false, problems: csv.problems };
  const [headings = [], ...rows] = csv.rows;
  const at = (name: string) =>
    headings.findIndex((heading) => heading.trim().toLowerCase() === name.toLowerCase());
  const isNotes = at('What was said') >= 0;
  const needed = isNotes
    ? ['Date', 'Title', 'What was said']
    : ['Date', 'Kind', 'Title', 'Place', 'How many came'];
  const missing = needed.filter((name) => at(name) < 0);
  if (missing.length > 0) {
    const message = `The file has no column “${missing.join('”, “')}”. The headings must stand in the first line, as in the file that you can take out here`;
    return { ok: false, problems: [{ line: 1, message }] };
  }
  const problems: FileProblem[] = [];
  const events: EventFields[] = [];
  const notes: ReadNote[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const line = csv.lines[index + 1] ?? index + 2;
    const cell = (name: string) => unescapeForExcel(row[at(name)] ?? '').trim();
    const day = isoDay(cell('Date'));
    const read = isNotes ? readNote(cell, day) : readEvent(cell, day, keepUntil);
    if ('messages' in read) {
      problems.push(...read.messages.map((message) => ({ line, message })));
    } else if ('text' in read) notes.push(read);
    else events.push(read);
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  if (events.length + notes.length === 0) {
    const message = 'The file has headings and nothing under them';
    return { ok: false, problems: [{ line: 0, message }] };
  }
  return isNotes ? { ok: true, kind: 'notes', notes } : { ok: true, kind: 'exercises', events };
}

type Cell = (name: string) => string;
interface Refused {
  messages: string[];
}

function readEvent(cell: Cell, heldOn: string, keepUntil: string): EventFields | Refused {
  const until = cell('Delete after');
  const read = EventForm.safeParse({
    kind: kindNamed(cell('Kind')),
    title: cell('Title'),
    place: cell('Place'),
    heldOn,
    facilitator: cell('Facilitator'),
    languages: cell('Languages'),
    heads: cell('How many came'),
    keepUntil: until === '' ? keepUntil : isoDay(until),
  });
  if (read.success) return read.data;
  return { messages: read.error.issues.map(({ message }) => message) };
}

function readNote(cell: Cell, heldOn: string): ReadNote | Refused {
  const consent = consentNamed(cell('May it be quoted?'));
  const read = NoteForm.safeParse({
    text: cell('What was said'),
    saidBy: cell('Said by'),
    consent,
  });
  if (read.success) return { ...read.data, heldOn, title: cell('Title'), place: cell('Place') };
  return { messages: read.error.issues.map(({ message }) => message) };
}

/** 2026-05-03, or 3/5/2026 as a spreadsheet in England writes it; anything else as it is. */
function isoDay(text: string): string {
  const english = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!english) return text;
  const [, day = '', month = '', year = ''] = english;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
