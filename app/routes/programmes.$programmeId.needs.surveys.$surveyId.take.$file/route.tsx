import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { codebookFile, exportAnswers, isExport } from '#app/survey/export/export-answers.server.ts';
import { placeCode } from '#app/survey/from-template.ts';

/** Answers, and what explains them, as files: answers.csv, codebook.csv and so on. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const surveyId = params.surveyId ?? '';
  const file = params.file ?? '';
  const nameFor = (title: string, what: string) => `${placeCode(title).slice(0, 60)}-${what}`;
  if (isExport(file)) {
    allow(person, 'answers.export', programme);
    await requireRecentSignIn(request);
    const withWords = new URL(request.url).searchParams.get('words') === 'with';
    const { title, type, pieces } = await exportAnswers(
      person,
      programme,
      surveyId,
      file,
      withWords,
    );
    const what = withWords ? file.replace('.', '-with-words.') : file;
    return attachment(
      createReadableStreamFromReadable(Readable.from(pieces)),
      type,
      nameFor(title, what),
    );
  }
  if (file !== 'codebook.csv' && file !== 'answers.sps' && file !== 'answers.R') {
    throw new NotFound('file');
  }
  const { title } = await codebookFile(programme, surveyId, file, '');
  const numbers = nameFor(title, 'answers-numbers.csv');
  const { text } = await codebookFile(programme, surveyId, file, numbers);
  return attachment(text, 'text/plain; charset=utf-8', nameFor(title, file));
});

function attachment(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
