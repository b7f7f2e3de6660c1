import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { allow } from '#app/people/allow.server.ts';
import { codeComments } from '#app/themes/code-comments.server.ts';
import { nextToCode, progressOf, sayProgress } from '#app/themes/coding.ts';
import { CodePage } from '#app/themes/CodePage.tsx';
import { FoundForm, foundOf } from '#app/themes/found.ts';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { listedTheme } from '#app/themes/tree.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  allow(person, 'answers.read', programme);
  const query = new URL(request.url).searchParams;
  const [at, where] = [query.get('at') ?? '', query.get('where') ?? ''];
  const { tree, comments } = await readCoding(programme);
  const among = where === '' ? comments : comments.filter((one) => one.where === where);
  const comment =
    comments.find(({ key }) => key === at) ?? nextToCode(among, query.get('after') ?? '') ?? null;
  const place = comments.findIndex(({ key }) => key === comment?.key);
  return {
    programmeId: programme.id,
    tree: tree.map(listedTheme),
    comment: comment && {
      key: comment.key,
      words: comment.words,
      where: comment.vote === null ? comment.where : `${comment.where} · ${comment.asked}`,
      state: comment.state,
      themes: comment.themes,
      redacted: comment.redacted !== null,
      flagged: comment.flag !== '',
    },
    before: query.get('after') ?? comments[place - 1]?.key ?? null,
    progress: sayProgress(progressOf(among)),
    wheres: [...new Set(comments.map((one) => one.where))],
    where,
  };
});

const CodeForm = FoundForm.extend({ key: z.string().max(300) });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, CodeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { key } = read.value;
  const { tree } = await readCoding(programme);
  const found = foundOf(read.value, tree);
  if (!found.ok) return badInput([{ field: 'numbers', message: found.message }], read.typed);
  await codeComments(person, programme, [{ key, themeIds: found.ids }]);
  const where = new URL(request.url).searchParams.get('where') ?? '';
  const onward = new URLSearchParams({ after: key, ...(where === '' ? {} : { where }) });
  return redirect(`${links.codeNext(programme.id)}?${onward.toString()}`);
});

export const meta = () => titleOf('Code a comment');

export default function Code() {
  return <CodePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
