import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { ReplyInLanguage } from '#app/panel/answer/ReplyInLanguage.tsx';
import {
  digestOfEnglish,
  removeTranslation,
  ReplyTextForm,
  translateReply,
} from '#app/panel/answer/translate-reply.server.ts';
import { replyStatusOf } from '#app/panel/reply.ts';
import { NotFound } from '#app/people/errors.ts';
import { isLanguageCode, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { textsOf } from '#db/answers-back.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { themeById } from '#db/themes.ts';

export const meta = () => titleOf('The answer in another language');

function languageIn(code: string | undefined): Exclude<LanguageCode, 'en'> {
  if (!isLanguageCode(code) || code === 'en') throw new NotFound('language');
  return code;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'replies.publish');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const code = languageIn(params['language']);
  const theme = await themeById(read, authorityId, programmeId, params['themeId'] ?? '');
  const reply = theme && (await replyTo(read, authorityId, theme.id));
  if (!theme || !reply) throw new NotFound('answer');
  const text = (await textsOf(read, authorityId, [reply.id])).find((one) => one.language === code);
  const { status, youSaid, words, because } = reply;
  return {
    programmeId,
    theme: { id: theme.id, name: theme.name },
    language: languageOf(code),
    english: { status: replyStatusOf(status), youSaid, words, because },
    text: text
      ? {
          youSaid: text.youSaid,
          words: text.words,
          because: text.because,
          isOld: text.ofDigest !== digestOfEnglish(reply),
        }
      : null,
  };
});

const Intent = z.discriminatedUnion('intent', [
  ReplyTextForm.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'replies.publish');
  const code = languageIn(params['language']);
  const themeId = params['themeId'] ?? '';
  const read = await parseForm(request, Intent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { name } = languageOf(code);
  const done = links.reply(programme.id, themeId);
  switch (read.value.intent) {
    case 'save': {
      const { intent: _, ...fields } = read.value;
      await translateReply(person, programme, themeId, code, fields);
      return redirectSaying(request, done, `The answer is saved in ${name}.`);
    }
    case 'remove':
      await removeTranslation(person, programme, themeId, code);
      return redirectSaying(request, done, `The ${name} is taken out.`);
  }
});

export default function ReplyInLanguageRoute() {
  const answer = useActionData<typeof action>();
  return <ReplyInLanguage {...useLoaderData<typeof loader>()} answer={answer} />;
}
