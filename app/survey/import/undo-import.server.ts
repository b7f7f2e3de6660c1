import { answersOfImport, deleteAnswerImport } from '#db/answer-files.ts';
import { record, type Programme } from '#db/people.ts';
import { noteErased } from '#db/erased.server.ts';
import { forgetResponses } from '#db/retention.ts';
import { theStore } from '#db/store.server.ts';
import { answerImportsOf } from '#db/answer-imports.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';

/** An import and how much of it is still here. */
export async function importOf(programme: Programme, surveyId: string, importId: string) {
  const { read } = theStore();
  const { authorityId } = programme;
  const { id, title } = await surveyOf(read, programme, surveyId);
  const all = await answerImportsOf(read, authorityId, surveyId);
  const found = all.find((one) => one.id === importId);
  if (!found) throw new NotFound('import');
  const { fileName, rows, importedAt } = found;
  let left = 0;
  for await (const ids of answersOfImport(read, authorityId, surveyId, importId)) {
    left += ids.length;
  }
  return { survey: { id, title }, fileName, rows, importedAt, left };
}

/**
 * Takes back everything that a file brought, with whatever of its words was gathered into themes. The
 * file may then be brought in again, with other columns. Gives how many sets of answers are gone.
 */
export async function undoImport(
  by: Person,
  programme: Programme,
  surveyId: string,
  importId: string,
): Promise<number> {
  allow(by, 'answers.import', programme);
  const { authorityId } = programme;
  return theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const brought = await deleteAnswerImport(tx, authorityId, surveyId, importId);
    if (!brought) throw new NotFound('import');
    let rows = 0;
    for await (const ids of answersOfImport(tx, authorityId, surveyId, importId)) {
      rows += await forgetResponses(tx, authorityId, ids);
    }
    await noteErased(tx, authorityId, 'import', importId);
    const details = { rows, title: survey.title, fileName: brought.fileName };
    await record(tx, by, 'answers.import-undone', { kind: 'survey', id: surveyId }, details);
    return rows;
  });
}
