import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { listMembers } from '#app/panel/members/list-members.server.ts';
import { membersFound, searchOf } from '#app/panel/members/list-members.ts';
import { MembersList } from '#app/panel/members/MembersList.tsx';
import { TELL_BEFORE_DAYS } from '#app/panel/members/terms-that-end.server.ts';
import { daysAfter } from '#app/panel/days.ts';
import { pageOf } from '#app/panel/theme-lists.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Members of the panel');

const PAGE = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const members = await listMembers(programme);
  const query = new URL(request.url).searchParams;
  const search = searchOf(query);
  const found = membersFound(members, search, daysAfter(dayOf(new Date()), TELL_BEFORE_DAYS));
  const { rows, page, pages } = pageOf(found, Number(query.get('page')), PAGE);
  const here = members.filter(({ leftOn }) => leftOn === null);
  const parents = here.filter(({ kind }) => kind === 'parent-or-carer').length;
  return {
    programmeId: programme.id,
    search,
    members: rows,
    found: found.length,
    here: { 'parent-or-carer': parents, practitioner: here.length - parents },
    left: members.length - here.length,
    page,
    pages,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Members() {
  return <MembersList {...useLoaderData<typeof loader>()} />;
}
