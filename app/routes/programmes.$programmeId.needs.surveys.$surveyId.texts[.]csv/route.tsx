import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { draftOf } from '#app/survey/editor/edit-questions.server.ts';
import { textFile } from '#app/survey/editor/text-file.ts';
import { surveyTexts } from '#app/survey/editor/translate-survey.server.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';
import { theStore } from '#db/store.server.ts';

/** The texts of a survey beside one language, for a translator's spreadsheet. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const language = new URL(request.url).searchParams.get('language');
  if (!isLanguageCode(language) || language === 'en') throw new NotFound('language');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  return new Response(textFile(surveyTexts(draft), language), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="texts-${draft.survey.code}-${language}.csv"`,
    },
  });
});
