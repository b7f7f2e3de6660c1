import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { consultationById } from '#db/consultations.ts';
import {
  formalRecordRow,
  insertFormalCorrection,
  insertFormalFile,
  putFormalRecord,
} from '#db/formal.ts';
import { newId } from '#db/ids.ts';
import { record as audit, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { whyNotDecided, type Held, type Lack } from './gunning.ts';
import { heldOn } from './read-formal.server.ts';
import {
  formalRecordOf,
  PART_NAMES,
  type FormalOption,
  type FormalPart,
  type FormalRecord,
} from './record.ts';

/** What somebody writes down, without who and when. */
export type Written = {
  [Part in Exclude<FormalPart, 'options'>]: {
    part: Part;
    value: Omit<NonNullable<FormalRecord[Part]>, 'kept'>;
  };
}[Exclude<FormalPart, 'options'>];

/** One option written or taken out; an empty id is a new one. */
export type OptionChange =
  { part: 'options'; put: FormalOption } | { part: 'options'; remove: string };

/** A file on its way in: the equality impact assessment, in base64. */
export interface FileOfAssessment {
  fileName: string;
  type: string;
  body: string;
}

interface How {
  /** The version that was on the page when the typing began. */
  version: number;
  /** Why it is put right: asked for as soon as people have been asked, or it has been decided. */
  why: string;
  file?: FileOfAssessment | null;
}

/**
 * Writes down a part of what a formal consultation has to show. While it is drafted parts may change
 * freely; once people are asked a change is a correction and says why, and what stood is kept.
 * Gives what stands in the way, or nothing when it is kept.
 */
export async function keepPart(
  by: Person,
  programme: Programme,
  consultationId: string,
  change: Written | OptionChange,
  { version, why, file = null }: How,
  at = new Date(),
): Promise<Lack[]> {
  allow(by, 'panel.manage', programme);
  return inRecord(programme, consultationId, version, at, async (tx, now) => {
    const { authorityId } = programme;
    const kept = { by: by.name, on: dayOf(at) };
    const parts: Record<string, unknown> = { ...now.record };
    parts[change.part] = { ...written(now.record, change, newId), kept };
    if (file !== null && change.part === 'equality') {
      const fileId = newId(at);
      await insertFormalFile(tx, { id: fileId, authorityId, consultationId, ...file });
      Object.assign(parts[change.part] as object, { fileId, fileName: file.fileName });
    }
    const after = formalRecordOf(parts);
    const lacks = refusals(change.part, after, now.held);
    if (lacks.length > 0) return { lacks };
    const stood = now.record[change.part];
    const correcting = stood !== null && isLate(change.part, now.record, now.held);
    const late = correcting || lateFor(change.part, now.held);
    if (late && why === '')
      return { lacks: [{ id: 'why', message: 'Say why it is put right now' }] };
    const thing = { kind: 'consultation', id: consultationId };
    const details = { part: PART_NAMES[change.part], title: now.title };
    if (late) {
      const row = { part: change.part, what: 'corrected', why, before: stood };
      const ours = { id: newId(at), authorityId, consultationId, at, by: by.name };
      await insertFormalCorrection(tx, { ...ours, ...row });
      await audit(tx, by, 'formal.corrected', thing, { ...details, why });
    } else if (change.part === 'decision') {
      await audit(tx, by, 'formal.decided', thing, { title: now.title });
    } else {
      await audit(tx, by, 'formal.kept', thing, details);
    }
    return { parts: after };
  });
}

/** Takes back how the answers were considered, or the decision, with a reason; what stood is kept. */
export async function takeBackPart(
  by: Person,
  programme: Programme,
  consultationId: string,
  part: 'considered' | 'decision',
  { version, why }: Omit<How, 'file'>,
  at = new Date(),
): Promise<Lack[]> {
  allow(by, 'panel.manage', programme);
  return inRecord(programme, consultationId, version, at, async (tx, now) => {
    const stood = now.record[part];
    if (stood === null) return { lacks: [] };
    if (why === '') return { lacks: [{ id: 'why', message: 'Say why it is taken back' }] };
    if (part === 'considered' && now.record.decision !== null) {
      const message = 'Take back the decision first: it rests on this';
      return { lacks: [{ id: 'decision', message }] };
    }
    const { authorityId } = programme;
    const ours = { id: newId(at), authorityId, consultationId, at, by: by.name };
    await insertFormalCorrection(tx, { ...ours, part, what: 'taken back', why, before: stood });
    const details = { part: PART_NAMES[part], title: now.title, why };
    await audit(tx, by, 'formal.taken-back', { kind: 'consultation', id: consultationId }, details);
    return { parts: { ...now.record, [part]: null } };
  });
}

interface Now {
  title: string;
  record: FormalRecord;
  held: Held;
}

type Outcome = { lacks: Lack[] } | { parts: FormalRecord };

/** Reads the record of a formal consultation, changes it, and keeps it if nobody else did meanwhile. */
async function inRecord(
  programme: Programme,
  consultationId: string,
  version: number,
  at: Date,
  change: (tx: Writer, now: Now) => Promise<Outcome>,
): Promise<Lack[]> {
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programmeId, consultationId);
    if (consultation?.standing !== 'formal') throw new NotFound('formal consultation');
    const stored = await formalRecordRow(tx, authorityId, consultationId);
    if (stored.version !== version) {
      throw new Conflict(
        'Somebody else wrote in this record while you were typing. Look at it again.',
      );
    }
    const held = await heldOn(tx, consultation, dayOf(at));
    const now = { title: consultation.title, record: formalRecordOf(stored.parts), held };
    const outcome = await change(tx, now);
    if ('lacks' in outcome) return outcome.lacks;
    await putFormalRecord(tx, authorityId, consultationId, version, outcome.parts);
    return [];
  });
}

function written(
  record: FormalRecord,
  change: Written | OptionChange,
  newId: () => string,
): Record<string, unknown> {
  if (change.part !== 'options') return change.value;
  const list = record.options?.list ?? [];
  if ('remove' in change) return { list: list.filter(({ id }) => id !== change.remove) };
  const { put } = change;
  // One option is preferred: to prefer another takes the mark from the first.
  const others = list.map((one) => (put.preferred ? { ...one, preferred: false } : one));
  if (put.id === '') return { list: [...others, { ...put, id: newId() }] };
  return { list: others.map((one) => (one.id === put.id ? put : one)) };
}

/** What a part may never say, whatever else is missing. */
function refusals(part: FormalPart, after: FormalRecord, held: Held): Lack[] {
  if (part === 'decision') return whyNotDecided(after, held);
  if (part !== 'considered') return [];
  if (held.state !== 'closed') {
    const message = 'People can still answer: write this when it has closed';
    return [{ id: 'considered', message }];
  }
  return whyNotDecided(after, held);
}

const BEFORE_ASKING: ReadonlySet<FormalPart> = new Set([
  'duty',
  'formative',
  'reasons',
  'options',
  'equality',
  'time',
]);

/** Whether a part was due before people were asked, and they have been. */
const lateFor = (part: FormalPart, { state }: Held) => BEFORE_ASKING.has(part) && state !== 'draft';

/** Whether a part that stands is changed too late to be a draft. */
function isLate(part: FormalPart, record: FormalRecord, held: Held): boolean {
  return lateFor(part, held) || part === 'decision' || record.decision !== null;
}
