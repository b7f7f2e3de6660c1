import { noteErased } from '#db/erased.server.ts';
import { answersWithReference, copiesOfAnswers } from '#db/family-held.ts';
import { record } from '#db/people.ts';
import { forgetResponses } from '#db/retention.ts';
import { theStore } from '#db/store.server.ts';
import type { HeldTable } from '#app/panel/care/held.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { answerInWords } from '#app/survey/answer-words.ts';
import { Definition, questionsOf, titleOf } from '#app/survey/definition.ts';
import { typedReference } from '#app/survey/reference.ts';

/**
 * Everything that is held of the family with a reference, whichever survey of the authority it answered
 * and however its answers came; null where there are none. Each look stands in the trail and in the log
 * of readings.
 */
export async function familyData(by: Person, typed: string): Promise<HeldTable[] | null> {
  allow(by, 'privacy.manage', by);
  const reference = typedReference(typed);
  if (reference === undefined) return null;
  return theStore().write(null, async (tx) => {
    const found = await answersWithReference(tx, by.authorityId, reference);
    if (!found) return null;
    noteReading(by, 'held', 1);
    const { response, title } = found;
    await record(tx, by, 'family.copied', { kind: 'survey', id: response.surveyId });
    const { gathered, quoted, reworded, reviewed, entered, again, worried } = await copiesOfAnswers(
      tx,
      by.authorityId,
      response.id,
    );
    const questions = questionsOf(Definition.parse(found.definition));
    const answers = questions.flatMap((question) => {
      const lines = answerInWords(question, response.answers);
      return lines.length === 0 ? [] : [{ question: titleOf(question), answer: lines.join('; ') }];
    });
    const { answeredOn, channel, language, flag } = response;
    const about = { survey: title, reference, answeredOn, channel, language, marks: flag };
    const tables: HeldTable[] = [
      { what: 'The answers', rows: [{ ...about, keptUntil: found.keepUntil }] },
      { what: 'What was answered', rows: answers },
      { what: 'Comments that were gathered under a theme', rows: gathered },
      { what: 'Words that were chosen as a quote', rows: quoted },
      { what: 'Words as they are shown, after something was taken out', rows: reworded },
      { what: 'What was decided about answers that something marked', rows: reviewed },
      { what: 'When a form was entered by hand', rows: entered },
      { what: 'The form as somebody else read it', rows: again },
      { what: 'Words that somebody looks after because they worried', rows: worried },
    ];
    return tables.filter(({ rows }) => rows.length > 0);
  });
}

/** Deletes the answers with a reference, with every copy of their words. Says whether there were any. */
export async function eraseFamily(by: Person, typed: string): Promise<boolean> {
  allow(by, 'privacy.manage', by);
  const reference = typedReference(typed);
  if (reference === undefined) return false;
  const store = theStore();
  const where = await answersWithReference(store.read, by.authorityId, reference);
  if (!where) return false;
  // In turn with all else that is done to answers of this survey: mixing takes them out and puts them back.
  return store.write(`survey:${where.response.surveyId}`, async (tx) => {
    const found = await answersWithReference(tx, by.authorityId, reference);
    if (!found) return false;
    const { id, surveyId } = found.response;
    await forgetResponses(tx, by.authorityId, [id]);
    await noteErased(tx, by.authorityId, 'response', id);
    const thing = { kind: 'survey', id: surveyId };
    await record(tx, by, 'answers.erased', thing, { title: found.title });
    return true;
  });
}
