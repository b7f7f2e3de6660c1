import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { withdrawPack } from '#app/plan/coverage/bring-pack.server.ts';
import { WithdrawForm } from '#app/plan/coverage/pack-forms.ts';
import { PackPage } from '#app/plan/coverage/PackPage.tsx';
import { readPackPage } from '#app/plan/coverage/read-pack-pages.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data }: { data?: { page: { pack: { title: string } } } }) =>
  titleOf(data?.page.pack.title ?? 'Guidance pack');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    page: await readPackPage(programme, params['packId']),
    mayEdit: can(person, 'packs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'packs.edit');
  const read = await parseForm(request, WithdrawForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await withdrawPack(person, params['packId'] ?? '', read.value.withdrawWhy);
  return redirectSaying(request, links.packs(programme.id), 'The pack is taken out of use.');
});

export default function PackRoute() {
  return <PackPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
