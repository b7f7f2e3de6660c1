import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MemberPage } from '#app/panel/MemberPage.tsx';
import { agreeToTerms, setMemberTerm } from '#app/panel/members/keep-terms.server.ts';
import { readMember } from '#app/panel/members/read-member.server.ts';
import { LeftForm } from '#app/panel/members.ts';
import { recordLeaving } from '#app/panel/record-leaving.server.ts';
import { can } from '#app/people/can.ts';
import { Day } from '#app/people/programme.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('A member of the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  return {
    programmeId: programme.id,
    today: dayOf(new Date()),
    mayManage: can(person, 'panel.manage', programme),
    ...(await readMember(programme, params.memberId ?? '', new Date())),
  };
});

const Change = z.discriminatedUnion('intent', [
  LeftForm.extend({ intent: z.literal('left') }),
  z.object({ intent: z.literal('agreed') }),
  z.object({ intent: z.literal('renew'), endsOn: Day('Enter the last day of the term') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const memberId = params.memberId ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const said = (words: string) =>
    redirectSaying(request, links.member(programme.id, memberId), words);
  switch (read.value.intent) {
    case 'left': {
      const { leftOn, leftWhy } = read.value;
      const why = await recordLeaving(person, programme, memberId, leftOn, leftWhy);
      return why.length > 0
        ? badInput(why, read.typed)
        : said('It is recorded that the member left.');
    }
    case 'agreed':
      await agreeToTerms(person, programme, memberId, 'paper', dayOf(new Date()));
      return said('It is noted that they agreed.');
    case 'renew': {
      const why = await setMemberTerm(person, programme, memberId, read.value.endsOn);
      return why.length > 0 ? badInput(why, read.typed) : said('The term is set.');
    }
  }
});

export default function Member() {
  const answer = useActionData<typeof action>();
  return <MemberPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
