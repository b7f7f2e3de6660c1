import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, responsesTo } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { answerTable, type Flavour } from './export-columns.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { rulesOf } from '#app/survey/rules.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';

/**
 * All answers to a survey as CSV, one row a family. For reading it is safe to open in a spreadsheet;
 * for analysis it is raw, for R and SPSS. References are left out: they are the families' own. Every
 * export stands in the audit trail.
 */
export async function exportAnswers(
  by: Person,
  programme: Programme,
  surveyId: string,
  tableFor: Flavour,
): Promise<{ title: string; csv: string }> {
  allow(by, 'answers.read', programme);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, programme.authorityId, surveyId);
  const questions = version ? rulesOf(version).questions : [];
  const rows = await responsesTo(read, programme.authorityId, surveyId);
  const table = answerTable(questions, rows, tableFor);
  await theStore().write(null, (tx) =>
    record(tx, by, 'answers.exported', { kind: 'survey', id: surveyId }, { title: survey.title }),
  );
  return { title: survey.title, csv: writeCsv(table, { forExcel: tableFor === 'reading' }) };
}
