import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { ReplyInLanguage } from '#app/panel/answer/ReplyInLanguage.tsx';
import { readTranslation } from '#app/panel/answer/read-translation.server.ts';
import {
  removeTranslation,
  ReplyTextForm,
  translateReply,
} from '#app/panel/answer/translate-reply.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { isLanguageCode, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('The answer in another language');

function languageIn(code: string | undefined): Exclude<LanguageCode, 'en'> {
  if (!isLanguageCode(code) || code === 'en') throw new NotFound('language');
  return code;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'replies.publish');
  const code = languageIn(params['language']);
  return {
    programmeId: programme.id,
    language: languageOf(code),
    ...(await readTranslation(programme, params['themeId'] ?? '', code)),
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
      try {
        await translateReply(person, programme, themeId, code, fields);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        // Without the digest, the page takes the English of now, which stands beside what was typed.
        const { ofDigest: _read, ...typed } = fields;
        const message = `${error.message} It stands beside your words as it is now: compare, and save again`;
        return badInput([{ field: 'words', message }], typed);
      }
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
