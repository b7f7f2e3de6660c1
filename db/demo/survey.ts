import { answerTable, type AnswerRow } from '#app/survey/export/export-columns.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { questionsOf } from '#app/survey/definition.ts';
import { chooseLanguages } from '#app/survey/editor/translate-survey.server.ts';
import { questionnaireFor } from '#app/survey/from-template.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { chanceFrom } from './chance.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';
import { madeUpFamilies } from './survey-families.ts';

const FAMILIES = 412;
/** The demonstration's dice: any number will do, as long as it stays the same. */
const SEED = 20_260_401;
const DAYS_OPEN = 30;

/**
 * The demonstration's family survey: open for a month, about 400 answers, and very few from fathers.
 * It is started, opened and filled by the same deeds that people use.
 */
export async function demoSurvey(d: Demonstration): Promise<{ surveyId: string }> {
  const template = surveyTemplate('family-needs');
  if (!template) throw new Error('The family survey is missing from templates/surveys.');
  const dayFromNow = (days: number) => dayFrom(d, days);
  const surveyId = await startSurvey(d.lead, d.programme, {
    templateId: template.id,
    title: 'What would help your family?',
    opensOn: dayFromNow(-DAYS_OPEN),
    closesOn: dayFromNow(12),
    privacyNotice: template.privacyNotice.replaceAll('{authority}', 'Wexcombe Borough Council'),
    keepUntil: dayFromNow(3 * 365),
    specialCondition: 'equality',
  });
  await chooseLanguages(d.lead, d.programme, surveyId, ['pl', 'ro', 'ur', 'bn', 'ar']);
  await openSurvey(d.lead, d.programme, surveyId, dayFromNow(-DAYS_OPEN));
  const questions = questionsOf(questionnaireFor(template, d.programme));
  const table = answerTable(questions, answersByDay(dayFromNow), 'analysis');
  const brought = await importAnswers(
    d.lead,
    d.programme,
    surveyId,
    {
      fileName: 'made-up-families.csv',
      bytes: new TextEncoder().encode(writeCsv(table, { forExcel: false })),
    },
    dayFromNow(0),
  );
  if (!brought.ok) {
    const said = brought.problems
      .slice(0, 5)
      .map(({ line, message }) => `line ${line}: ${message}`);
    throw new Error(`The demonstration’s answers do not fit its survey: ${said.join('; ')}`);
  }
  return { surveyId };
}

/** Many answers in the first days, after a reminder and around two events; few on other days. */
function answersByDay(dayFromNow: (days: number) => string): AnswerRow[] {
  const dice = chanceFrom(SEED + 1);
  const days: Record<string, number> = {};
  for (let ago = DAYS_OPEN; ago >= 0; ago -= 1) {
    const opening = ago > DAYS_OPEN - 4 ? 26 - (DAYS_OPEN - ago) * 4 : 0;
    const reminder = ago >= 13 && ago <= 15 ? 19 : 0;
    const event = ago === 9 || ago === 22 ? 22 : 0;
    days[String(ago)] = 6 + dice.below(8) + opening + reminder + event;
  }
  return madeUpFamilies(FAMILIES, SEED)
    .map((answers) => {
      const ago = Number(dice.weighted(days));
      const atEvent = ago === 9 || ago === 22;
      const channel = dice.weighted(
        atEvent ? { web: 40, paper: 15, outreach: 45 } : { web: 88, paper: 9, telephone: 3 },
      );
      return { answeredOn: dayFromNow(-ago), channel, answers };
    })
    .sort((a, b) => a.answeredOn.localeCompare(b.answeredOn));
}
