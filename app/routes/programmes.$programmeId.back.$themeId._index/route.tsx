import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readReply } from '#app/panel/answer/read-reply.server.ts';
import { ReplyForm } from '#app/panel/reply.ts';
import { ReplyPage } from '#app/panel/ReplyPage.tsx';
import { writeReply } from '#app/panel/write-reply.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Answer families');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'replies.publish');
  return { programmeId: programme.id, ...(await readReply(programme, params.themeId ?? '')) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'replies.publish');
  const read = await parseForm(request, ReplyForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  let told: number;
  try {
    told = await writeReply(person, programme, params.themeId ?? '', read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Without the version, the page takes the present one: what it says now stands beside the form.
    const { version: _seen, dueOn, ...typed } = read.value;
    const message = `${error.message} It stands under the form: compare, and save again`;
    return badInput([{ field: 'words', message }], { ...typed, dueOn: dueOn ?? '' });
  }
  const said =
    read.value.intent === 'publish'
      ? `Families can read the answer now.${told === 0 ? '' : ` ${many(told, 'member')} who asked to hear will be told.`}`
      : 'The answer is saved as a draft. Only staff see it.';
  return redirectSaying(request, links.back(programme.id), said);
});

export default function Reply() {
  const answer = useActionData<typeof action>();
  return <ReplyPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
