import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { consultationById, votesIn, type Consultation } from '#db/consultations.ts';
import { consultingTimeOf, formalCorrectionsOf, formalRecordRow } from '#db/formal.ts';
import type { Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { answersApart } from '../kinds/parents-answers.server.ts';
import { gunning, whyNotDecided, type Held } from './gunning.ts';
import { formalRecordOf, type FormalRecord } from './record.ts';

/** What a formal consultation is held against on a day. */
export async function heldOn(
  db: Reader,
  consultation: Pick<
    Consultation,
    'authorityId' | 'programmeId' | 'id' | 'status' | 'opensOn' | 'closesOn'
  >,
  today: string,
): Promise<Held> {
  const { authorityId, opensOn, closesOn } = consultation;
  const state = stateOf(consultation, today);
  const time = await consultingTimeOf(db, authorityId);
  // How many answered is told once nobody can any more: a count that grows tells who has. Parents and
  // carers alone: with the sum, their results would tell of the few practitioners.
  const people = state === 'closed' ? await parentsWhoAnswered(db, consultation) : null;
  return {
    state,
    opensOn: opensOn ?? today,
    closesOn: state === 'draft' ? null : closesOn,
    today,
    time,
    people,
  };
}

async function parentsWhoAnswered(
  db: Reader,
  { authorityId, programmeId, id }: Pick<Consultation, 'authorityId' | 'programmeId' | 'id'>,
): Promise<number> {
  const votes = await votesIn(db, authorityId, id);
  const { parents } = await answersApart(db, { authorityId, id: programmeId }, votes);
  return new Set(parents.map(({ memberId }) => memberId)).size;
}

/** A formal consultation with its record and its tests, for a page or a document. */
export async function readFormal(programme: Programme, consultationId: string, at = new Date()) {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const consultation = await consultationById(read, authorityId, programmeId, consultationId);
  if (consultation?.standing !== 'formal') throw new NotFound('formal consultation');
  const stored = await formalRecordRow(read, authorityId, consultationId);
  const record: FormalRecord = formalRecordOf(stored.parts);
  const held = await heldOn(read, consultation, dayOf(at));
  const corrections = await formalCorrectionsOf(read, authorityId, consultationId);
  const { id, title, purpose, kind, opensOn, closesOn } = consultation;
  return {
    consultation: { id, title, purpose, kind, opensOn, closesOn },
    record,
    version: stored.version,
    held,
    tests: gunning(record, held),
    undecided: whyNotDecided(record, held),
    corrections: corrections.map(({ before: _, authorityId: __, ...row }) => row),
  };
}

export type FormalReading = Awaited<ReturnType<typeof readFormal>>;
