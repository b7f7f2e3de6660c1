import { dutyContactOf, keepDutyContact } from '#db/care.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import type { ContactFields } from './care.ts';

/** Says whom staff tell, and what line families of the authority may ring. */
export async function changeDutyContact(
  by: Person,
  programme: Programme,
  fields: ContactFields,
): Promise<void> {
  allow(by, 'safeguarding.contact', programme);
  const { authorityId } = programme;
  await theStore().write(`authority:${authorityId}`, async (tx) => {
    await keepDutyContact(tx, { authorityId, ...fields, changedAt: new Date() });
    await record(tx, by, 'duty-contact.changed', { kind: 'authority', id: authorityId });
  });
}

/** Whom staff of an authority tell; undefined while nobody said so. */
export async function dutyContact(by: Person) {
  return dutyContactOf(theStore().read, by.authorityId);
}
