import { flagAllWorrying } from '#db/care.ts';
import { consultationOfPerson, putVote, votesOfMember } from '#db/consultations.ts';
import { record } from '#db/people.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { stateOf } from './consultation.ts';
import type { ItemAnswer } from './kinds/items.ts';
import { fits } from './kinds/read-answer.ts';

/**
 * Keeps a member's answer to one thing that is asked. Sent twice it counts once; sent again with something
 * else, the last one stands. The audit trail says that a member answered, and never which. Gives
 * whether the writer should be shown where help is.
 */
export async function castVote(
  by: Person,
  consultationId: string,
  statementId: string,
  fields: Pick<ItemAnswer, 'vote' | 'comment'> & Partial<ItemAnswer>,
  at = new Date(),
): Promise<boolean> {
  allow(by, 'consultation.answer', by);
  const { authorityId } = by;
  // In turn with closing: an answer that arrives after it is refused, not kept unseen.
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const found = await consultationOfPerson(tx, authorityId, by.id, consultationId);
    if (!found) throw new NotFound('consultation');
    const { consultation, member } = found;
    if (stateOf(consultation, dayOf(at)) !== 'open') {
      throw new Conflict('This consultation has closed, so your answer was not kept.');
    }
    const statements = await statementsOf(tx, authorityId, consultationId);
    const item = statements.find(({ id }) => id === statementId);
    if (!item) throw new NotFound('statement');
    const answer: ItemAnswer = { choice: null, words: null, ...fields };
    if (!fits(item, answer)) {
      throw new Conflict('This was asked in another way before. Look at it again and answer it.');
    }
    const before = await votesOfMember(tx, authorityId, consultationId, member.id);
    const mine = before.find((vote) => vote.statementId === statementId);
    await putVote(tx, { authorityId, statementId, memberId: member.id, ...answer, at }, mine);
    const worrying = await lookAt(tx, consultation, member.id, statementId, answer, at);
    if (before.length > 0) return worrying;
    const somebody = { authorityId, name: 'A panel member' };
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, somebody, 'consultation.answered', thing, { title: consultation.title });
    return worrying;
  });
}

/** Has somebody look at the words of an answer where the cautious list finds something in them. */
async function lookAt(
  tx: Writer,
  consultation: { id: string; authorityId: string; programmeId: string },
  memberId: string,
  statementId: string,
  { comment, words }: ItemAnswer,
  at: Date,
): Promise<boolean> {
  const { authorityId, programmeId, id: consultationId } = consultation;
  const kept = await votesOfMember(tx, authorityId, consultationId, memberId);
  const id = kept.find((vote) => vote.statementId === statementId)?.id;
  if (id === undefined) return false;
  const flag = { authorityId, programmeId, source: { kind: 'vote', id }, at };
  return flagAllWorrying(tx, flag, { '': comment, ...words });
}
