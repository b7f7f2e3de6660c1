import { mayOnWords } from '#app/care/care.ts';
import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { takingOutOfVotes } from '#app/survey/taken-out.ts';
import { dayOf } from '#app/ui/words.ts';
import { isDutyNamed } from '#db/care.ts';
import { changesIn, consultationById, votesIn } from '#db/consultations.ts';
import { howManyMembers, membersOf } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { picturesOf } from '#db/pictures.ts';
import { pollOf } from '#db/polls.ts';
import { redactionsOf } from '#db/redactions.ts';
import { pollAnswersToRead, statementsToRead } from '#db/shown-words.ts';
import { proposalsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { resultsOf } from '../results.ts';
import { apart, itemResults, type CountedAnswer } from './item-results.ts';
import { kindOf, settingsOf } from './kinds.ts';
import { shownItems } from './shown-item.ts';

/**
 * One consultation as a member of staff may see it. Counts that grow by one tell who has just voted:
 * those who may not read single answers see them when it is over, small numbers hidden.
 */
export async function readConsultation(
  person: Person,
  programme: Programme,
  id: string,
  at = new Date(),
) {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const consultation = await consultationById(read, authorityId, programmeId, id);
  if (!consultation) throw new NotFound('consultation');
  const items = await statementsToRead(read, { authorityId, programmeId }, id);
  const pictures = await picturesOf(read, authorityId, id);
  const state = stateOf(consultation, dayOf(at));
  const closely = can(person, 'answers.read', programme).yes;
  const kind = kindOf(consultation.kind);
  const shown = state === 'closed' || (state === 'open' && closely);
  const { answers, practitioners, people } =
    kind === 'poll' ? await answersInRoom(programme, id) : await answersOfPanel(programme, id);
  const mayManage = can(person, 'panel.manage', programme);
  if (shown && closely) noteReading(person, 'answers', answers.length + practitioners.length);
  const { title, purpose, standing, opensOn, closesOn, settings } = consultation;
  const waiting = (await proposalsOf(read, authorityId, id)).filter(
    (one) => one.state === 'proposed',
  );
  return {
    programmeId,
    consultation: { id, title, purpose, standing, opensOn, closesOn, kind },
    state,
    statements: items.map((one) => ({ id: one.id, text: one.text })),
    items: shownItems(items, pictures),
    members: await howManyMembers(read, authorityId, programmeId),
    people: closely ? people : null,
    dutyNamed: await isDutyNamed(read, authorityId),
    /** How often somebody changed an answer: all that is told of what stood before. */
    changes: closely && state !== 'draft' ? await changesIn(read, authorityId, id) : null,
    results: shown && kind === 'statements' ? resultsOf(items, answers, closely) : null,
    answers: shown && kind !== 'statements' ? itemResults(items, answers, closely, pictures) : null,
    practitioners:
      shown && practitioners.length > 0
        ? itemResults(items, practitioners, closely, pictures)
        : null,
    closely,
    proposals: {
      open: settingsOf(settings).proposals && kind === 'statements',
      waiting: mayManage.yes ? waiting.length : 0,
    },
    poll: kind === 'poll' ? ((await pollOf(read, authorityId, id))?.code ?? null) : null,
    mayManage,
    mayOnWords: mayOnWords(person, programme),
    mayTake: closely && can(person, 'answers.export', programme).yes,
  };
}

interface Answers {
  /** Of parents and carers, or of everybody in the room. */
  answers: CountedAnswer[];
  practitioners: CountedAnswer[];
  people: number;
}

/** Answers of the panel, what was taken out of somebody's words taken out. */
export async function answersOfPanel(
  { authorityId, id: programmeId }: Pick<Programme, 'authorityId' | 'id'>,
  consultationId: string,
): Promise<Answers> {
  const { read } = theStore();
  const taken = await redactionsOf(read, authorityId, programmeId);
  const votes = takingOutOfVotes(await votesIn(read, authorityId, consultationId), taken).map(
    (vote) => ({ ...vote, source: { kind: 'vote', id: vote.id } }),
  );
  const members = await membersOf(read, authorityId, programmeId);
  const kinds = members.filter(({ kind }) => kind === 'practitioner').map(({ id }) => id);
  const { parents, practitioners } = apart(votes, new Set(kinds));
  const people = new Set(votes.map(({ memberId }) => memberId)).size;
  return { answers: parents, practitioners, people };
}

export async function answersInRoom(
  { authorityId, id: programmeId }: Pick<Programme, 'authorityId' | 'id'>,
  consultationId: string,
): Promise<Answers> {
  const where = { authorityId, programmeId };
  const rows = await pollAnswersToRead(theStore().read, where, consultationId);
  return {
    answers: rows.map((row) => ({ ...row, words: null, source: { kind: 'poll', id: row.id } })),
    practitioners: [],
    people: new Set(rows.map(({ device }) => device)).size,
  };
}
