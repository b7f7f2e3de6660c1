import {
  insertRequest,
  requestById,
  requestsOf,
  updateRequest,
  type DataRequest,
} from '#db/data-requests.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { OUTCOMES, sayKind, type ChangedRequestFields, type NewRequestFields } from './requests.ts';

/** Everything that was asked about personal data, newest first. */
export async function readRequests(by: Person): Promise<DataRequest[]> {
  allow(by, 'privacy.manage', by);
  return requestsOf(theStore().read, by.authorityId);
}

export async function readRequest(by: Person, id: string): Promise<DataRequest> {
  allow(by, 'privacy.manage', by);
  const found = await requestById(theStore().read, by.authorityId, id);
  if (!found) throw new NotFound('request');
  return found;
}

/** Notes what somebody asked; gives its id. Who it was stands in the register and nowhere else. */
export async function noteRequest(by: Person, given: NewRequestFields): Promise<string> {
  allow(by, 'privacy.manage', by);
  const createdAt = new Date();
  const id = newId(createdAt);
  await theStore().write(null, async (tx) => {
    await insertRequest(tx, {
      id,
      authorityId: by.authorityId,
      ...given,
      extendedBy: 0,
      extendedBecause: '',
      outcome: 'open',
      answeredOn: null,
      note: '',
      version: 1,
      createdAt,
    });
    const details = { kind: sayKind(given.kind) };
    await record(tx, by, 'request.noted', { kind: 'request', id }, details);
  });
  return id;
}

/** Notes what became of it. */
export async function changeRequest(
  by: Person,
  id: string,
  given: ChangedRequestFields,
): Promise<void> {
  allow(by, 'privacy.manage', by);
  const { version, answeredOn, ...set } = given;
  await theStore().write(`request:${id}`, async (tx) => {
    const found = await requestById(tx, by.authorityId, id);
    if (!found) throw new NotFound('request');
    const changed = { ...set, answeredOn: answeredOn === '' ? null : answeredOn };
    if (!(await updateRequest(tx, by.authorityId, id, version, changed))) {
      throw new Conflict('Somebody else changed this request meanwhile. Open it again.');
    }
    const details = { kind: sayKind(found.kind), outcome: OUTCOMES[given.outcome] };
    await record(tx, by, 'request.changed', { kind: 'request', id }, details);
  });
}
