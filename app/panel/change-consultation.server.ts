import { consultationById, updateConsultation } from '#db/consultations.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { ConsultationFields } from './consultation.ts';

/** Changes what a drafted consultation says of itself. Once people were asked, it stays as it was. */
export async function changeConsultation(
  by: Person,
  programme: Programme,
  consultationId: string,
  fields: ConsultationFields,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const { version, title, purpose, standing, proposals } = fields;
  await theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    if (!consultation) throw new NotFound('consultation');
    if (consultation.status !== 'draft') {
      throw new Conflict('It has been opened: what people were asked cannot be changed any more.');
    }
    const settings = { ...consultation.settings, proposals };
    const change = { title, purpose, standing, settings };
    if (!(await updateConsultation(tx, authorityId, consultationId, version, change))) {
      throw new Conflict('Somebody else changed it while you were typing.');
    }
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'consultation.changed', thing, { title });
  });
}
