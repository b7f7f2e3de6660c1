import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { theStore } from '#db/store.server.ts';
import { versionsAsked } from '#db/survey-edits.ts';

/** The draft, or one version, as SurveyJS JSON: what other tools read, and what comes in again. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const number = new URL(request.url).searchParams.get('version');
  const versions =
    number === null ? [] : await versionsAsked(read, programme.authorityId, survey.id);
  const version = versions.find((one) => String(one.number) === number);
  if (number !== null && !version) throw new NotFound('version');
  const definition = version?.definition ?? survey.definition;
  const name = `questionnaire-${survey.code}-${version ? `version-${version.number}` : 'draft'}.json`;
  return new Response(JSON.stringify(definition, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
});
