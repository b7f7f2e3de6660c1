import { randomBytes } from 'node:crypto';
import {
  batchById,
  deleteBatch,
  entriesOf,
  insertBatch,
  markSampled,
  numbersIn,
  updateBatch,
  type EntryBatch,
} from '#db/entry.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { latestVersion, versionById, type Survey } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { rulesOf, type Rules } from '../rules.server.ts';
import { surveyOf } from '../run-survey.server.ts';
import type { BatchFields } from './batch.ts';
import { drawSample } from './draw-sample.ts';

/** A batch with its survey and the questions that its forms were printed with. */
export interface OpenedBatch {
  survey: Survey;
  batch: EntryBatch;
  rules: Rules;
}

/** A batch of this survey and programme, or not found: also the answer for another authority's. */
export async function batchOf(
  db: Reader,
  programme: Programme,
  surveyId: string,
  batchId: string,
): Promise<OpenedBatch> {
  const survey = await surveyOf(db, programme, surveyId);
  const batch = await batchById(db, programme.authorityId, surveyId, batchId);
  if (!batch) throw new NotFound('batch');
  const version = await versionById(db, programme.authorityId, surveyId, batch.versionId);
  if (!version) throw new NotFound('batch');
  return { survey, batch, rules: rulesOf(version) };
}

/**
 * Opens a batch: the forms that came from one place on one day. They belong to the questions as they
 * are published now. Gives the id of the batch.
 */
export async function openBatch(
  by: Person,
  programme: Programme,
  surveyId: string,
  fields: BatchFields,
  now = new Date(),
): Promise<string> {
  allow(by, 'answers.enter', programme);
  const id = newId(now);
  await theStore().write(null, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const version = await latestVersion(tx, programme.authorityId, surveyId);
    if (!version)
      throw new Conflict('Open the survey first: answers are kept with what was asked.');
    await insertBatch(tx, {
      ...fields,
      id,
      authorityId: programme.authorityId,
      surveyId,
      versionId: version.id,
      status: 'open',
      sampleSeed: null,
      version: 1,
      openedBy: by.id,
      openedAt: now,
      closedAt: null,
    });
    await record(tx, by, 'batch.opened', { kind: 'survey', id: surveyId }, { title: survey.title });
  });
  return id;
}

/** Changes what is said about a batch. `seen` is the version that was shown. */
export async function changeBatch(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
  seen: number,
  fields: Pick<BatchFields, 'place' | 'receivedOn' | 'expected' | 'sampleShare'>,
): Promise<void> {
  await inBatch(by, programme, where, async (tx, { survey, batch }) => {
    const { place, receivedOn, expected } = fields;
    // The share is settled once the sample is drawn.
    const sampleShare = batch.status === 'open' ? fields.sampleShare : batch.sampleShare;
    const change = { place, receivedOn, expected, sampleShare };
    await save(tx, batch, seen, change);
    await record(tx, by, 'batch.changed', thing(where.surveyId), { title: survey.title });
  });
}

/**
 * Ends the entering of a batch. Where a sample was wanted, it is drawn now and the batch waits for
 * its second reading; otherwise the batch is closed.
 */
export async function finishEntering(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
  now = new Date(),
): Promise<'checking' | 'closed'> {
  const seed = randomBytes(8).toString('hex');
  return inBatch(by, programme, where, async (tx, { survey, batch }) => {
    if (batch.status !== 'open') return batch.status === 'checking' ? 'checking' : 'closed';
    const entries = await entriesOf(tx, programme.authorityId, batch.id);
    const numbers = entries.map(({ number }) => number);
    // A batch that was opened again keeps the sample that was drawn before.
    const drawnBefore = batch.sampleSeed !== null;
    const drawn = drawSample(numbers, drawnBefore ? 0 : batch.sampleShare, seed);
    const status = drawnBefore || drawn.size > 0 ? 'checking' : 'closed';
    await save(tx, batch, batch.version, {
      status,
      sampleSeed: drawn.size > 0 ? seed : batch.sampleSeed,
      closedAt: status === 'closed' ? now : null,
    });
    for (const entry of entries) {
      if (drawn.has(entry.number)) await markSampled(tx, programme.authorityId, entry.id, true);
    }
    const details = {
      forms: status === 'closed' ? entries.length : drawn.size,
      title: survey.title,
    };
    if (drawnBefore) return status;
    const action = status === 'closed' ? 'batch.closed' : 'batch.sampled';
    await record(tx, by, action, thing(where.surveyId), details);
    return status;
  });
}

/** Closes a batch whose sample was read a second time and settled. */
export async function closeBatch(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
  now = new Date(),
): Promise<void> {
  await inBatch(by, programme, where, async (tx, { survey, batch }) => {
    if (batch.status === 'closed') return;
    if (batch.status === 'open') throw new Conflict('Finish entering the forms first.');
    const entries = await entriesOf(tx, programme.authorityId, batch.id);
    const waiting = entries.filter((entry) => entry.sampled && !entry.second);
    if (waiting.length > 0) {
      throw new Conflict('Some forms of the sample have not been entered a second time yet.');
    }
    const unsettled = entries.filter((entry) => entry.second?.settledAt === null);
    if (unsettled.length > 0) {
      throw new Conflict('Some forms were read differently: settle them first.');
    }
    await save(tx, batch, batch.version, { status: 'closed', closedAt: now });
    const details = { forms: entries.length, title: survey.title };
    await record(tx, by, 'batch.closed', thing(where.surveyId), details);
  });
}

/**
 * Opens a batch again, for forms that turned up late. A sample that was read stays as it was; the late
 * forms are not in it. One that nobody has begun to read is taken back, and drawn again later.
 */
export async function reopenBatch(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
): Promise<void> {
  await inBatch(by, programme, where, async (tx, { survey, batch }) => {
    if (batch.status === 'open') return;
    const change = { status: 'open', closedAt: null };
    if (batch.status === 'closed') await save(tx, batch, batch.version, change);
    else {
      const entries = await entriesOf(tx, programme.authorityId, batch.id);
      if (entries.some(({ second }) => second !== null)) {
        throw new Conflict('The second reading has begun. Finish it and close the batch first.');
      }
      for (const { id, sampled } of entries) {
        if (sampled) await markSampled(tx, programme.authorityId, id, false);
      }
      await save(tx, batch, batch.version, { ...change, sampleSeed: null });
    }
    await record(tx, by, 'batch.reopened', thing(where.surveyId), { title: survey.title });
  });
}

/** Removes a batch in which no form was entered. */
export async function removeBatch(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
): Promise<void> {
  await inBatch(by, programme, where, async (tx, { survey, batch }) => {
    const { entered } = await numbersIn(tx, programme.authorityId, batch.id);
    if (entered > 0) throw new Conflict('There are forms in this batch: take them out first.');
    await deleteBatch(tx, programme.authorityId, batch.id);
    await record(tx, by, 'batch.removed', thing(where.surveyId), { title: survey.title });
  });
}

/**
 * Does something to a batch in one write, in which nobody else changes the same batch: in the scope of its
 * survey, as the mixing and the erasing of answers are, which take rows of batches out as well.
 */
export async function inBatch<T>(
  by: Person,
  programme: Programme,
  where: { surveyId: string; batchId: string },
  work: (tx: Writer, opened: OpenedBatch) => Promise<T>,
): Promise<T> {
  allow(by, 'answers.enter', programme);
  return theStore().write(`survey:${where.surveyId}`, async (tx) =>
    work(tx, await batchOf(tx, programme, where.surveyId, where.batchId)),
  );
}

async function save(
  tx: Writer,
  batch: EntryBatch,
  seen: number,
  change: Parameters<typeof updateBatch>[4],
): Promise<void> {
  if (await updateBatch(tx, batch.authorityId, batch.id, seen, change)) return;
  throw new Conflict('Somebody else changed this batch in the meantime. Look at it again first.');
}

const thing = (id: string) => ({ kind: 'survey', id });
