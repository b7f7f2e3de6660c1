import { insertConsultation } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import type { ConsultationFields } from './consultation.ts';

/** Drafts a consultation: nobody is asked until it is opened. */
export async function startConsultation(
  by: Person,
  programme: Programme,
  fields: Pick<ConsultationFields, 'title' | 'purpose' | 'standing'>,
  createdAt = new Date(),
): Promise<string> {
  allow(by, 'panel.manage', programme);
  const { title, purpose, standing } = fields;
  const { authorityId, id: programmeId } = programme;
  const id = newId(createdAt);
  await theStore().write(null, async (tx) => {
    await insertConsultation(tx, {
      id,
      authorityId,
      programmeId,
      title,
      purpose,
      standing,
      status: 'draft',
      opensOn: null,
      closesOn: null,
      version: 1,
      createdAt,
    });
    await record(tx, by, 'consultation.started', { kind: 'consultation', id }, { title });
  });
  return id;
}
