import { consultationById, updateConsultation } from '#db/consultations.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { whatFormalLacks } from './formal/what-lacks.server.ts';
import { stateOf } from './consultation.ts';

/** Closes a consultation before its day: from now on nobody can answer or change an answer. */
export async function closeConsultation(
  by: Person,
  programme: Programme,
  consultationId: string,
  at = new Date(),
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const today = dayOf(at);
  await theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    if (!consultation) throw new NotFound('consultation');
    if (stateOf(consultation, today) !== 'open') throw new Conflict('It is not open.');
    const dates = { closesOn: today, today, opensOn: consultation.opensOn ?? today };
    const [lack] = await whatFormalLacks(tx, consultation, dates, ['time']);
    if (lack !== undefined) throw new Conflict(`${lack.message}.`);
    const change = { status: 'closed', closesOn: today };
    await updateConsultation(tx, authorityId, consultationId, consultation.version, change);
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'consultation.closed', thing, { title: consultation.title });
  });
}
