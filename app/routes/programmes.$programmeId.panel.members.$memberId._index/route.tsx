import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MemberPage } from '#app/panel/MemberPage.tsx';
import { LeftForm } from '#app/panel/members.ts';
import { linkStateOf } from '#app/panel/personal-link.ts';
import { recordLeaving } from '#app/panel/record-leaving.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { contactOf, memberById, newestLinkOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('A member of the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const member = await memberById(read, authorityId, programmeId, params.memberId ?? '');
  if (!member) throw new NotFound('member');
  const { id: memberId, name, kind, joinedOn, leftOn, about } = member;
  const contact = await contactOf(read, authorityId, memberId);
  const link = await newestLinkOf(read, authorityId, member.personId);
  return {
    programmeId,
    memberId,
    member: { name, kind, joinedOn, leftOn, about, contact: contact ?? null },
    link: linkStateOf(link, new Date()),
    today: dayOf(new Date()),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const memberId = params.memberId ?? '';
  const read = await parseForm(request, LeftForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { leftOn } = read.value;
  const why = await recordLeaving(person, programme, memberId, leftOn);
  if (why.length > 0) return badInput(why, { leftOn });
  const said = 'It is recorded that the member left.';
  return redirectSaying(request, links.member(programme.id, memberId), said);
});

export default function Member() {
  const answer = useActionData<typeof action>();
  return <MemberPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
