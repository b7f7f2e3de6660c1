import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { codeComments } from '#app/themes/code-comments.server.ts';
import { progressOf, sayProgress } from '#app/themes/coding.ts';
import { CodeList } from '#app/themes/CodeList.tsx';
import { listFound, LIST_SIZE } from '#app/themes/found.ts';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { listedTheme } from '#app/themes/tree.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  allow(person, 'answers.read', programme);
  const { tree, comments } = await readCoding(programme);
  const open = comments.filter(({ state }) => state !== 'read').slice(0, LIST_SIZE);
  return {
    programmeId: programme.id,
    tree: tree.map(listedTheme),
    comments: open.map(({ key, words, where }) => ({ key, words, where })),
    progress: sayProgress(progressOf(comments)),
  };
});

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, Fields);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { tree } = await readCoding(programme);
  const { found, problems } = listFound(read.value, tree);
  if (problems.length > 0) return badInput(problems, read.typed);
  await codeComments(person, programme, found);
  const said = `${many(found.length, 'comment')} coded.`;
  return redirectSaying(request, links.codeList(programme.id), said);
});

export const meta = () => titleOf('Code a list');

export default function CodeAList() {
  return <CodeList {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
