import { randomBytes } from 'node:crypto';
import {
  entryById,
  entryWithNumber,
  insertEntry,
  numbersIn,
  replaceAnswers,
  secondEntryOf,
  type BatchEntry,
} from '#db/entry.ts';
import { shuffledId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { noteErased } from '#db/erased.server.ts';
import { forgetResponses } from '#db/retention.ts';
import type { Writer } from '#db/store.server.ts';
import { insertResponse, referenceOf } from '#db/survey.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { referenceFrom } from '../reference.ts';
import type { AnswerProblem } from '../rules.server.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from './batch.ts';
import { inBatch, type OpenedBatch } from './run-batch.server.ts';

export interface EnteredForm {
  answers: Record<string, unknown>;
  /** The number on the form; null: the next one. */
  number: number | null;
  /** Minted with the empty page: the same form sent twice is stored once. */
  key: string;
}

export type Entered =
  | { outcome: 'entered'; number: number; reference: string }
  | { outcome: 'problems'; problems: AnswerProblem[] }
  | { outcome: 'number-taken' };

interface Where {
  surveyId: string;
  batchId: string;
}

/**
 * Stores one form of a batch: on paper nothing stops anybody from leaving a question out, so that
 * what must be answered on the web may be missing here.
 */
export async function enterForm(
  by: Person,
  programme: Programme,
  where: Where,
  form: EnteredForm,
  now = new Date(),
): Promise<Entered> {
  return inBatch(by, programme, where, async (tx, opened) => {
    const { batch, rules } = opened;
    const arrived = await referenceOf(tx, batch.authorityId, batch.surveyId, form.key);
    if (arrived !== undefined) {
      const { highest } = await numbersIn(tx, batch.authorityId, batch.id);
      return { outcome: 'entered', number: form.number ?? highest, reference: arrived };
    }
    if (batch.status !== 'open')
      throw new Conflict('This batch takes no more forms: open it again.');
    const { kept, problems } = rules.finishImported(form.answers);
    if (problems.length > 0) return { outcome: 'problems', problems };
    const { highest } = await numbersIn(tx, batch.authorityId, batch.id);
    const number = form.number ?? highest + 1;
    if (await entryWithNumber(tx, batch.authorityId, batch.id, number)) {
      return { outcome: 'number-taken' };
    }
    const reference = await storeForm(tx, opened, by, {
      answers: kept,
      number,
      key: form.key,
      language: null,
      answeredOn: batch.receivedOn,
      reference: referenceFrom(randomBytes(16)),
      enteredOn: dayOf(now),
    });
    return { outcome: 'entered', number, reference };
  });
}

/** Adds the answers and the row that says who entered them, in the write that is under way. */
export async function storeForm(
  tx: Writer,
  { batch }: OpenedBatch,
  by: { id: string },
  form: {
    answers: Record<string, unknown>;
    number: number;
    key: string;
    /** The language in which it was answered; null where nobody knows. */
    language: string | null;
    answeredOn: string;
    reference: string;
    enteredOn: string;
  },
): Promise<string> {
  const responseId = shuffledId();
  const row = {
    id: responseId,
    authorityId: batch.authorityId,
    surveyId: batch.surveyId,
    versionId: batch.versionId,
    reference: form.reference,
    submissionKey: form.key,
    channel: batch.channel,
    importId: null,
    answeredOn: form.answeredOn,
    answers: form.answers,
    flag: '',
    language: form.language,
  };
  // Two references in 5 × 10^10 are seldom the same; then another is made.
  if (!(await insertResponse(tx, row))) {
    row.reference = referenceFrom(randomBytes(16));
    const added = await insertResponse(tx, row);
    if (!added) throw new Conflict('This form could not be stored: send it once more.');
  }
  await insertEntry(tx, {
    // A row that leads to answers: an id in order of time would tell when they came.
    id: shuffledId(),
    authorityId: batch.authorityId,
    batchId: batch.id,
    responseId,
    number: form.number,
    enteredBy: by.id,
    enteredOn: form.enteredOn,
    sampled: false,
  });
  return row.reference;
}

/** Puts other answers in place of what was entered from a form. */
export async function correctForm(
  by: Person,
  programme: Programme,
  where: Where & { entryId: string },
  answers: Record<string, unknown>,
): Promise<{ outcome: 'corrected' } | { outcome: 'problems'; problems: AnswerProblem[] }> {
  return inBatch(by, programme, where, async (tx, { survey, batch, rules }) => {
    const found = await entryById(tx, batch.authorityId, batch.id, where.entryId);
    if (!found) throw new NotFound('form');
    await refuseWhileSampled(tx, found.entry);
    const { kept, problems } = rules.finishImported(answers);
    if (problems.length > 0) return { outcome: 'problems', problems };
    await replaceAnswers(tx, batch.authorityId, found.response.id, kept);
    const details = { number: found.entry.number, title: survey.title };
    await record(tx, by, 'entry.corrected', { kind: 'survey', id: survey.id }, details);
    return { outcome: 'corrected' };
  });
}

/**
 * Takes a form out of its batch: its answers are deleted. The paper is still there: whoever took out
 * the wrong one enters it again.
 */
export async function withdrawForm(
  by: Person,
  programme: Programme,
  where: Where & { entryId: string },
  reason: WithdrawalReason,
): Promise<number> {
  return inBatch(by, programme, where, async (tx, { survey, batch }) => {
    const found = await entryById(tx, batch.authorityId, batch.id, where.entryId);
    if (!found) throw new NotFound('form');
    await forgetResponses(tx, batch.authorityId, [found.response.id]);
    await noteErased(tx, batch.authorityId, 'response', found.response.id);
    await record(
      tx,
      by,
      'entry.withdrawn',
      { kind: 'survey', id: survey.id },
      { number: found.entry.number, title: survey.title, reason: WITHDRAWAL_REASONS[reason] },
    );
    return found.entry.number;
  });
}

/** A form of the sample is not put right before the second reading: that would better the rate. */
async function refuseWhileSampled(tx: Writer, entry: BatchEntry): Promise<void> {
  if (!entry.sampled) return;
  if (await secondEntryOf(tx, entry.authorityId, entry.id)) return;
  throw new Conflict(
    'This form is in the sample. It can be corrected once somebody has entered it a second time.',
  );
}
