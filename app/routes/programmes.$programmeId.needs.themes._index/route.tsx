import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { undoTreeChange } from '#app/themes/change-tree.server.ts';
import { CodingHome } from '#app/themes/CodingHome.tsx';
import { codingHome } from '#app/themes/coding-home.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const mayRead = can(person, 'answers.read', programme);
  return {
    programmeId: programme.id,
    ...(await codingHome(programme, mayRead.yes)),
    mayEdit: can(person, 'themes.edit', programme),
    mayRead,
    mayExport: can(person, 'answers.export', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, z.object({ change: z.string().max(64) }));
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await undoTreeChange(person, programme, read.value.change);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }]);
  }
  return redirectSaying(request, links.coding(programme.id), 'The change is undone.');
});

export const meta = () => titleOf('What people wrote and said');

export default function Coding() {
  const answer = useActionData<typeof action>();
  return <CodingHome {...useLoaderData<typeof loader>()} problems={answer?.problems} />;
}
