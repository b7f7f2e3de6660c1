import { record } from '#db/people.ts';
import { forgetOldDrafts, forgetSurveyAnswers, surveysPastRetention } from '#db/retention.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { DRAFT_DAYS } from './survey.ts';

/**
 * Keeps the promise of the first page: "we delete the answers after …". Run at start and once a day,
 * for every authority. Gives how many sets of answers it deleted.
 */
export async function deleteExpiredAnswers(now: Date): Promise<number> {
  const store = theStore();
  let deleted = 0;
  for (const survey of await surveysPastRetention(store.read, dayOf(now))) {
    deleted += await store.write(`survey:${survey.id}`, async (tx) => {
      const rows = await forgetSurveyAnswers(tx, survey.authorityId, survey.id);
      const by = { authorityId: survey.authorityId, name: 'Throughline' };
      const thing = { kind: 'survey', id: survey.id };
      await record(tx, by, 'answers.expired', thing, { rows, title: survey.title });
      return rows;
    });
  }
  const before = new Date(now.getTime() - DRAFT_DAYS * 86_400_000);
  await store.write(null, (tx) => forgetOldDrafts(tx, before));
  return deleted;
}
