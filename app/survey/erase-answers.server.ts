import { record, type Programme } from '#db/people.ts';
import { forgetResponses } from '#db/retention.ts';
import { theStore } from '#db/store.server.ts';
import { responseWithReference } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { typedReference } from './reference.ts';
import { surveyOf } from './run-survey.server.ts';

/**
 * Deletes the answers of the family that holds a reference, as that family asked, with whatever of
 * its words was gathered into themes. Says whether there were any. The audit trail says that it was
 * done, not which answers they were.
 */
export async function eraseAnswers(
  by: Person,
  programme: Programme,
  surveyId: string,
  typed: string,
): Promise<boolean> {
  allow(by, 'answers.import', programme);
  const reference = typedReference(typed);
  if (reference === undefined) return false;
  return theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const id = await responseWithReference(tx, programme.authorityId, surveyId, reference);
    if (id === undefined) return false;
    await forgetResponses(tx, programme.authorityId, [id]);
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'answers.erased', thing, { title: survey.title });
    return true;
  });
}
