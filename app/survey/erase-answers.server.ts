import { noteErased } from '#db/erased.server.ts';
import { record, type Programme } from '#db/people.ts';
import { forgetResponses } from '#db/retention.ts';
import { theStore } from '#db/store.server.ts';
import { responseWithReference } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { typedReference } from './reference.ts';
import { surveyOf } from './run-survey.server.ts';
import type { Visit } from './visit.server.ts';

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
    await noteErased(tx, programme.authorityId, 'response', id);
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'answers.erased', thing, { title: survey.title });
    return true;
  });
}

/** Whether there are answers with this reference (as stored, such as K7QM-4RXD). */
export async function hasAnswersWith({ survey }: Visit, reference: string): Promise<boolean> {
  const { authorityId, id } = survey;
  const found = await responseWithReference(theStore().read, authorityId, id, reference);
  return found !== undefined;
}

/**
 * The same by the family itself: whoever holds the reference may delete what was sent under it, and
 * nobody needs to know who that is. Says whether there was anything.
 */
export async function eraseOwnAnswers({ survey }: Visit, reference: string): Promise<boolean> {
  return theStore().write(`survey:${survey.id}`, async (tx) => {
    const { authorityId } = survey;
    const id = await responseWithReference(tx, authorityId, survey.id, reference);
    if (id === undefined) return false;
    await forgetResponses(tx, authorityId, [id]);
    await noteErased(tx, authorityId, 'response', id);
    const by = { authorityId, name: 'A family' };
    const thing = { kind: 'survey', id: survey.id };
    await record(tx, by, 'answers.erased', thing, { title: survey.title });
    return true;
  });
}
