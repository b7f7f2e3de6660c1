import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { eraseMember } from '#app/panel/care/erase-member.server.ts';
import { EraseMember } from '#app/panel/care/ErasePages.tsx';
import { EraseForm } from '#app/panel/care/held.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { memberById } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Erase a member');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'member.erase');
  const { authorityId, id: programmeId } = programme;
  const memberId = params['memberId'] ?? '';
  const member = await memberById(theStore().read, authorityId, programmeId, memberId);
  if (!member) throw new NotFound('member');
  return { programmeId, memberId, name: member.name };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'member.erase');
  const read = await parseForm(request, EraseForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { words } = read.value;
  await eraseMember(person, programme, params['memberId'] ?? '', words === 'words');
  const said = 'The member is erased. What they answered still counts.';
  return redirectSaying(request, links.members(programme.id), said);
});

export default function Erase() {
  const answer = useActionData<typeof action>();
  return <EraseMember {...useLoaderData<typeof loader>()} answer={answer} />;
}
