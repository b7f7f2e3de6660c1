import { consultationById, updateConsultation } from '#db/consultations.ts';
import { howManyMembers } from '#db/panel.ts';
import { record, type Programme } from '#db/people.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { stateOf, whyNotOpen } from './consultation.ts';
import { whatFormalLacks } from './formal/what-lacks.server.ts';
import { kindOf } from './kinds/kinds.ts';

/**
 * Opens a consultation to the members of the panel until the end of its closing day. Gives what must
 * be done first, or nothing when it is open now.
 */
export async function openConsultation(
  by: Person,
  programme: Programme,
  consultationId: string,
  closesOn: string,
  at = new Date(),
): Promise<ReturnType<typeof whyNotOpen>> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  const today = dayOf(at);
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programmeId, consultationId);
    if (!consultation) throw new NotFound('consultation');
    const why = whyNotOpen({
      state: stateOf(consultation, today),
      kind: kindOf(consultation.kind),
      items: await statementsOf(tx, authorityId, consultationId),
      members: await howManyMembers(tx, authorityId, programmeId),
      closesOn,
      today,
    });
    why.push(...(await whatFormalLacks(tx, consultation, { closesOn, today })));
    if (why.length > 0) return why;
    const change = { status: 'open', opensOn: today, closesOn };
    await updateConsultation(tx, authorityId, consultationId, consultation.version, change);
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'consultation.opened', thing, { title: consultation.title });
    return [];
  });
}
