import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { deleteStream, insertStream, replaceYears, streamsOf, updateStream } from '#db/money.ts';
import { programmeById, record } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import type { FundingStream } from '#app/plan/plan.ts';
import type { StreamFields } from './stream-form.ts';

/** Adds a stream of money that may pay for lines of the plan. */
export async function addFundingStream(
  by: Person,
  programmeId: string,
  fields: StreamFields,
): Promise<string> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  const id = newId();
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    await insertStream(tx, {
      id,
      authorityId,
      programmeId,
      ...columns(fields),
      version: 1,
      createdAt: new Date(),
    });
    await keepYears(tx, by, programmeId, id, fields);
    await record(tx, by, 'stream.added', { kind: 'funding-stream', id }, { name: fields.name });
  });
  return id;
}

/** Changes a stream; when somebody changed it first, nothing is saved and theirs comes back. */
export async function editFundingStream(
  by: Person,
  programmeId: string,
  streamId: string,
  fields: StreamFields,
): Promise<{ outcome: 'saved' } | { outcome: 'changed-meanwhile'; theirs: FundingStream }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const stream = await streamHere(tx, by, programmeId, streamId);
    if (stream.version !== fields.version) return { outcome: 'changed-meanwhile', theirs: stream };
    await updateStream(tx, by.authorityId, streamId, fields.version, columns(fields));
    await keepYears(tx, by, programmeId, streamId, fields);
    const thing = { kind: 'funding-stream', id: streamId };
    await record(tx, by, 'stream.changed', thing, { name: fields.name });
    return { outcome: 'saved' };
  });
}

/** Removes a stream; the lines and costs that it paid for stay, and are without a stream. */
export async function removeFundingStream(
  by: Person,
  programmeId: string,
  streamId: string,
): Promise<{ name: string }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const { name } = await streamHere(tx, by, programmeId, streamId);
    await deleteStream(tx, by.authorityId, streamId);
    await record(tx, by, 'stream.removed', { kind: 'funding-stream', id: streamId }, { name });
    return { name };
  });
}

async function streamHere(
  tx: Parameters<typeof streamsOf>[0],
  by: Person,
  programmeId: string,
  streamId: string,
): Promise<FundingStream> {
  const streams = await streamsOf(tx, by.authorityId, programmeId);
  const stream = streams.find((one) => one.id === streamId);
  if (!stream) throw new NotFound('funding stream');
  return stream;
}

async function keepYears(
  tx: Writer,
  by: Person,
  programmeId: string,
  streamId: string,
  { years }: StreamFields,
): Promise<void> {
  const rows = years.map((year) => ({ id: newId(), ...year }));
  await replaceYears(tx, { authorityId: by.authorityId, programmeId, streamId }, rows);
}

function columns({ amount, version: _, years: __, ...fields }: StreamFields) {
  return { ...fields, amountPence: amount };
}
