import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { flagsOn } from '#db/care.ts';
import { consultationById } from '#db/consultations.ts';
import { record, type Programme } from '#db/people.ts';
import { proposalsOf, statementsOf, updateStatement } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { placeOfStatement, type ProposalDecided } from './proposals.ts';

/**
 * Decides on what a member proposed: everybody is asked it as it was written, or in other words with
 * the reason, or nobody is, with the reason. The writer reads it on their own page.
 */
export async function decideProposal(
  by: Person,
  programme: Programme,
  consultationId: string,
  decided: ProposalDecided,
  at = new Date(),
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  await theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    if (!consultation) throw new NotFound('consultation');
    const { statementId, intent } = decided;
    const all = await proposalsOf(tx, authorityId, consultationId);
    const proposal = all.find(({ id }) => id === statementId);
    if (proposal?.state !== 'proposed') {
      throw new Conflict('Somebody else has decided on it already.');
    }
    const flags = await flagsOn(tx, authorityId, placeOfStatement(statementId));
    if (flags.some((flag) => flag.state === 'open')) {
      throw new Conflict('Somebody is looking at these words. Decide when that is done.');
    }
    if (intent === 'refuse') {
      const { refusal: reason } = decided;
      await updateStatement(tx, authorityId, statementId, { state: 'refused', reason });
    } else {
      if (stateOf(consultation, dayOf(at)) !== 'open') {
        throw new Conflict('The consultation has closed: nobody could answer it any more.');
      }
      const asked = await statementsOf(tx, authorityId, consultationId);
      const text = intent === 'reword' ? decided.text : proposal.text;
      if (asked.some((one) => one.text === text)) {
        throw new Conflict('Everybody is asked exactly this already. Say so as the reason.');
      }
      await updateStatement(tx, authorityId, statementId, {
        text,
        reason: intent === 'reword' ? decided.reason : '',
        state: 'asked',
        askedAt: at,
        position: (asked.at(-1)?.position ?? 0) + 1,
      });
    }
    const thing = { kind: 'consultation', id: consultationId };
    const action = intent === 'refuse' ? 'statement.refused' : 'statement.accepted';
    await record(tx, by, action, thing, { title: consultation.title });
  });
}
