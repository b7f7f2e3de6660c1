import { randomBytes } from 'node:crypto';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { callById, insertCall, updateCall, type CallRow } from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { surveyCodeFrom } from '#app/survey/reference.ts';
import type { Quota } from '../selection/pool.ts';
import type { CallFields } from './open-call.ts';

/** Opens a call: from now on families can say that they would like to be on the panel. */
export async function openCall(
  by: Person,
  programme: Programme,
  fields: CallFields,
): Promise<CallRow> {
  allow(by, 'panel.manage', programme);
  const createdAt = new Date();
  const call: CallRow = {
    id: newId(createdAt),
    authorityId: programme.authorityId,
    programmeId: programme.id,
    code: surveyCodeFrom(randomBytes(16)),
    ...fields,
    quotas: [],
    version: 1,
    createdAt,
  };
  await theStore().write(null, async (tx) => {
    await insertCall(tx, call);
    await record(tx, by, 'call.opened', { kind: 'call', id: call.id }, { title: call.title });
  });
  return call;
}

/** Changes what a call says, or when it closes. */
export async function changeCall(
  by: Person,
  programme: Programme,
  callId: string,
  version: number,
  fields: CallFields,
): Promise<void> {
  await change(by, programme, callId, version, fields);
}

/** Sets who shall be on the panel: how many of each group, at least and at most. */
export async function setQuotas(
  by: Person,
  programme: Programme,
  callId: string,
  version: number,
  quotas: readonly Quota[],
): Promise<void> {
  await change(by, programme, callId, version, { quotas });
}

async function change(
  by: Person,
  programme: Programme,
  callId: string,
  version: number,
  set: Partial<CallRow>,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`call:${callId}`, async (tx) => {
    const call = await callById(tx, authorityId, programmeId, callId);
    if (!call) throw new NotFound('call');
    if (!(await updateCall(tx, { id: callId, authorityId, version }, set))) {
      throw new Conflict('Somebody else changed this call meanwhile. Load it again and change it.');
    }
    await record(tx, by, 'call.changed', { kind: 'call', id: callId }, { title: call.title });
  });
}
