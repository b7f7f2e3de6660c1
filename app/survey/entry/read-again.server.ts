import {
  entryById,
  insertSecondEntry,
  replaceAnswers,
  secondEntryOf,
  settleSecondEntry,
} from '#db/entry.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { otherKey } from '../options.ts';
import type { AnswerProblem } from '../rules.server.ts';
import { questionsApart, type Ruling } from './readings.ts';
import { inBatch } from './run-batch.server.ts';

interface Where {
  surveyId: string;
  batchId: string;
  entryId: string;
}

export const NOT_YOUR_OWN =
  'You entered this form the first time. Somebody else must enter it the second time.';

export type ReadAgain =
  | { outcome: 'same' }
  | { outcome: 'apart'; questions: number }
  | { outcome: 'problems'; problems: AnswerProblem[] };

/**
 * Keeps what somebody else reads on a form of the sample. The first reading is kept beside it as it
 * stood then, so that putting it right later does not make it look better than it was.
 */
export async function enterAgain(
  by: Person,
  programme: Programme,
  where: Where,
  answers: Record<string, unknown>,
  now = new Date(),
): Promise<ReadAgain> {
  return inBatch(by, programme, where, async (tx, { batch, rules }) => {
    const found = await entryById(tx, batch.authorityId, batch.id, where.entryId);
    if (!found?.entry.sampled) throw new NotFound('form of the sample');
    if (found.entry.enteredBy === by.id) throw new NotAllowed(NOT_YOUR_OWN);
    const { kept, problems } = rules.finishImported(answers);
    if (problems.length > 0) return { outcome: 'problems', problems };
    const first = found.response.answers;
    const apart = questionsApart(rules.questions, { first, second: kept }).length;
    const added = await insertSecondEntry(tx, {
      id: newId(now),
      authorityId: batch.authorityId,
      batchId: batch.id,
      entryId: found.entry.id,
      firstAnswers: first,
      answers: kept,
      enteredBy: by.id,
      enteredOn: dayOf(now),
      settled: {},
      settledBy: null,
      // Two readings that agree need no settling.
      settledAt: apart === 0 ? now : null,
    });
    if (!added) throw new Conflict('Somebody entered this form a second time before you.');
    return apart === 0 ? { outcome: 'same' } : { outcome: 'apart', questions: apart };
  });
}

/**
 * Settles, with the form in hand, which reading it bears out, question by question. What is stored is
 * put right at once; where neither is right, the form is corrected afterwards.
 */
export async function settleForm(
  by: Person,
  programme: Programme,
  where: Where,
  rulings: Readonly<Record<string, Ruling>>,
  now = new Date(),
): Promise<{ neither: number }> {
  return inBatch(by, programme, where, async (tx, { survey, batch, rules }) => {
    const found = await entryById(tx, batch.authorityId, batch.id, where.entryId);
    const second = found && (await secondEntryOf(tx, batch.authorityId, found.entry.id));
    if (!found || !second) throw new NotFound('second reading');
    const apart = questionsApart(rules.questions, {
      first: second.firstAnswers,
      second: second.answers,
    });
    const settled: Record<string, string> = {};
    const right: Record<string, unknown> = { ...found.response.answers };
    for (const { name } of apart) {
      const ruling = rulings[name];
      if (ruling === undefined) throw new Conflict('Settle every question that differs.');
      settled[name] = ruling;
      if (ruling === 'neither') continue;
      const reading = ruling === 'first' ? second.firstAnswers : second.answers;
      for (const key of [name, otherKey(name)]) {
        delete right[key];
        if (Object.hasOwn(reading, key)) right[key] = reading[key];
      }
    }
    const { kept } = rules.finishImported(right);
    await replaceAnswers(tx, batch.authorityId, found.response.id, kept);
    await settleSecondEntry(tx, batch.authorityId, second.id, {
      settled,
      settledBy: by.id,
      settledAt: now,
    });
    const details = { number: found.entry.number, title: survey.title };
    await record(tx, by, 'entry.settled', { kind: 'survey', id: survey.id }, details);
    return { neither: Object.values(settled).filter((ruling) => ruling === 'neither').length };
  });
}
