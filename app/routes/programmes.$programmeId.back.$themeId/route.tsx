import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { answerState, ReplyForm } from '#app/panel/reply.ts';
import { ReplyPage } from '#app/panel/ReplyPage.tsx';
import { writeReply } from '#app/panel/write-reply.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { linesOf } from '#db/plan.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { themeById } from '#db/themes.ts';
import { tiesInto } from '#db/thread.ts';

export const meta = () => titleOf('Answer families');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'replies.publish');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const theme = await themeById(read, authorityId, programmeId, params.themeId ?? '');
  if (!theme) throw new NotFound('theme');
  const reply = await replyTo(read, authorityId, theme.id);
  const ties = reply ? await tiesInto(read, authorityId, 'reply', [reply.id]) : [];
  const planLineId = ties.find((tie) => tie.fromKind === 'plan-line')?.fromId ?? '';
  const lines = await linesOf(read, authorityId, programmeId);
  return {
    programmeId,
    theme: { id: theme.id, name: theme.name, definition: theme.definition },
    state: answerState(reply),
    reply: {
      youSaid: reply?.youSaid ?? '',
      status: reply?.status ?? '',
      words: reply?.words ?? '',
      because: reply?.because ?? '',
      owner: reply?.owner ?? '',
      dueOn: reply?.dueOn ?? null,
      planLineId,
      version: reply?.version ?? 0,
    },
    lines: lines.map(({ id, title }) => ({ id, title })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'replies.publish');
  const read = await parseForm(request, ReplyForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await writeReply(person, programme, params.themeId ?? '', read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Without the version, the page takes the present one: what it says now stands beside the form.
    const { version: _seen, dueOn, ...typed } = read.value;
    const message = `${error.message} It stands under the form: compare, and save again`;
    return badInput([{ field: 'words', message }], { ...typed, dueOn: dueOn ?? '' });
  }
  const said =
    read.value.intent === 'publish'
      ? 'Families can read the answer now.'
      : 'The answer is saved as a draft. Only staff see it.';
  return redirectSaying(request, links.back(programme.id), said);
});

export default function Reply() {
  const answer = useActionData<typeof action>();
  return <ReplyPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
