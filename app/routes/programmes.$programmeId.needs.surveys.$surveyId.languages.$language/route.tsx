import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { draftOf } from '#app/survey/editor/edit-questions.server.ts';
import { readTextFile } from '#app/survey/editor/text-file.ts';
import { missingIn } from '#app/survey/editor/texts.ts';
import { TranslatePage } from '#app/survey/editor/TranslatePage.tsx';
import { saveTexts, surveyTexts } from '#app/survey/editor/translate-survey.server.ts';
import { typedTexts } from '#app/survey/editor/typed-texts.ts';
import { isLanguageCode, languageOf } from '#app/survey/languages/languages.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Translate');

function languageIn(params: { language?: string | undefined }) {
  if (!isLanguageCode(params.language) || params.language === 'en') throw new NotFound('language');
  return languageOf(params.language);
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const language = languageIn(params);
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const texts = surveyTexts(draft);
  const missing = missingIn(texts, language.code);
  const onlyMissing = new URL(request.url).searchParams.get('show') === 'missing';
  const { id, title } = draft.survey;
  return {
    programmeId: programme.id,
    survey: { id, title },
    language,
    seen: draft.number,
    texts: onlyMissing ? missing : texts,
    missing: missing.length,
    onlyMissing,
  };
});

const Sent = z.looseObject({
  intent: z.enum(['save', 'file']),
  seen: z.coerce.number().int(),
  file: z.instanceof(File).optional(),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const { code } = languageIn(params);
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, seen, file } = read.value;
  let texts = typedTexts(read.typed);
  let leftOut: { line: number; message: string }[] = [];
  if (intent === 'file') {
    const wrong = (message: string) => badInput([{ field: 'file', message }]);
    if (!file || file.size === 0) return wrong('Choose a file');
    const draft = await draftOf(theStore().read, programme, surveyId);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = readTextFile(bytes, surveyTexts(draft), code);
    if (!found.ok) return wrong(found.problems[0]?.message ?? 'The file cannot be read');
    ({ texts, leftOut } = found);
  }
  const long = Object.values(texts).find((text) => text.length > 5000);
  if (long !== undefined)
    return badInput([{ field: 'text-0', message: 'A text is too long' }], read.typed);
  const saved = await saveTexts(person, programme, surveyId, seen, code, texts);
  if (saved.outcome === 'refused') {
    const message = saved.problems.map((one) => one.message).join(' ');
    return badInput([{ field: 'text-0', message }], read.typed);
  }
  if (saved.outcome === 'clash') {
    const message = `${saved.by} translated the same texts in the meantime: ${saved.clash.fields.slice(0, 5).join(', ')}. Look at theirs on a new page first; what you typed is kept here`;
    return badInput([{ field: 'text-0', message }], read.typed);
  }
  const here = links.translateSurvey(programme.id, surveyId, code);
  const count = many(Object.keys(texts).length, 'text');
  if (leftOut.length > 0) {
    const message = `${count} came in and ${many(leftOut.length, 'line')} did not`;
    return data(
      { problems: [{ field: 'left-out', message }], typed: {}, leftOut },
      { status: 422 },
    );
  }
  return redirectSaying(request, here, `${count} saved.`);
});

export default function Translate() {
  const answer = useActionData<typeof action>();
  return <TranslatePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
