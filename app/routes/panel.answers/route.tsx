import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { askToHear } from '#app/panel/answer/hear-back.server.ts';
import { MemberAnswers } from '#app/panel/answer/MemberAnswers.tsx';
import { raisedAtMeetings } from '#app/panel/answer/raised.ts';
import { whatBecame } from '#app/panel/member-home.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { wantsToHear } from '#db/answers-back.ts';
import { membershipsOf } from '#db/panel.ts';
import { raisedWhereTheyWere, whatBecameOf } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('What became of what you said');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { read } = theStore();
  const { authorityId } = person;
  const panels = [];
  for (const { member, programme } of await membershipsOf(read, authorityId, person.id)) {
    panels.push({
      programmeId: programme.id,
      title: programme.title,
      became: whatBecame(await whatBecameOf(read, member)),
      atMeetings: raisedAtMeetings(await raisedWhereTheyWere(read, authorityId, member.id)),
      wants: await wantsToHear(read, authorityId, member.id),
    });
  }
  return { panels };
});

const HearForm = z.object({ intent: z.enum(['tell', 'stop']), programmeId: z.string() });

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const read = await parseForm(request, HearForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const wants = read.value.intent === 'tell';
  await askToHear(person, read.value.programmeId, wants);
  const said = wants
    ? 'We will tell you when something that you raised is answered.'
    : 'We will not tell you of answers any more. They still stand here.';
  return redirectSaying(request, links.memberAnswers(), said);
});

export default function MyAnswers() {
  return (
    <PublicFrame back={{ href: links.memberHome(), words: 'Your page' }}>
      <MemberAnswers {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  );
}
