import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { BringForm } from '#app/plan/across/across-form.ts';
import { bringPublication } from '#app/plan/across/bring-publication.server.ts';
import { BringPage } from '#app/plan/across/BringPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Bring in a published file');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, BringForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { file, owner } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = await bringPublication(person, programme, { name: file.name, bytes }, owner);
  if ('problem' in done) {
    return badInput([{ field: 'file', message: done.problem }], read.typed);
  }
  const to = links.across(programme.id, done.id);
  return redirectSaying(request, to, 'It is brought in, and compared here.');
});

export default function BringFile() {
  return <BringPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
