import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { flagIfWorrying } from '#db/care.ts';
import { consultationOfPerson } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { insertStatement, proposedBy, statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { kindOf, settingsOf } from './kinds.ts';
import { MOST_WAITING } from './proposals.ts';

/**
 * Keeps what a member proposes to ask the others. Nobody else sees it before somebody who runs the
 * panel has read it. The audit trail says that it came, never from whom nor what. Gives whether the
 * writer should be shown where help is.
 */
export async function proposeStatement(
  by: Person,
  consultationId: string,
  text: string,
  at = new Date(),
): Promise<boolean> {
  allow(by, 'consultation.answer', by);
  const { authorityId } = by;
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const found = await consultationOfPerson(tx, authorityId, by.id, consultationId);
    if (!found) throw new NotFound('consultation');
    const { consultation, member } = found;
    if (stateOf(consultation, dayOf(at)) !== 'open') {
      throw new Conflict('This consultation has closed, so your statement was not kept.');
    }
    const { proposals } = settingsOf(consultation.settings);
    if (!proposals || kindOf(consultation.kind) !== 'statements') {
      throw new Conflict('No statements are taken for this consultation.');
    }
    const mine = await proposedBy(tx, authorityId, consultationId, member.id);
    // Sent twice counts once.
    if (mine.some(({ proposedText }) => proposedText === text)) return false;
    if (mine.filter(({ state }) => state === 'proposed').length >= MOST_WAITING) {
      throw new Conflict(
        `${MOST_WAITING} of your statements wait to be read. You can write another one after that.`,
      );
    }
    const asked = await statementsOf(tx, authorityId, consultationId);
    const id = newId(at);
    await insertStatement(tx, {
      id,
      authorityId,
      consultationId,
      text,
      proposedText: text,
      position: (asked.at(-1)?.position ?? 0) + 1,
      state: 'proposed',
      proposedBy: member.id,
    });
    const somebody = { authorityId, name: 'A panel member' };
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, somebody, 'statement.proposed', thing, { title: consultation.title });
    const { programmeId } = consultation;
    const source = { kind: 'statement', id, question: '' };
    return flagIfWorrying(tx, { authorityId, programmeId, source, words: text, at });
  });
}
