import { entriesOf, secondEntriesOf } from '#db/entry.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { errorRate, questionsApart, reportOn } from './readings.ts';
import { batchOf } from './run-batch.server.ts';

/** A batch as its page shows it: its forms, the second reading, and what that says. */
export async function readBatch(
  by: Person,
  programme: Programme,
  surveyId: string,
  batchId: string,
) {
  const { read } = theStore();
  const { survey, batch, rules } = await batchOf(read, programme, surveyId, batchId);
  const entries = await entriesOf(read, programme.authorityId, batch.id);
  const seconds = await secondEntriesOf(read, programme.authorityId, batch.id);
  const apartIn = new Map(
    seconds.map((second) => [
      second.entryId,
      questionsApart(rules.questions, { first: second.firstAnswers, second: second.answers })
        .length,
    ]),
  );
  const report = reportOn(
    rules.questions,
    seconds.map(({ firstAnswers, answers, settled }) => ({
      first: firstAnswers,
      second: answers,
      settled,
    })),
  );
  return {
    survey: { id: survey.id, title: survey.title },
    batch,
    forms: entries.map((entry) => ({
      id: entry.id,
      number: entry.number,
      reference: entry.reference,
      by: entry.by,
      enteredOn: entry.enteredOn,
      sampled: entry.sampled,
      readAgain: entry.second !== null,
      apart: apartIn.get(entry.id) ?? 0,
      settled: entry.second !== null && entry.second.settledAt !== null,
      own: entry.enteredBy === by.id,
    })),
    report,
    rate: errorRate(report),
  };
}
export type BatchRead = Awaited<ReturnType<typeof readBatch>>;
