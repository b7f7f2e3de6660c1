import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { firstName, whatBecame } from '#app/panel/member-home.ts';
import { meetingsOnMyPage } from '#app/panel/meetings/member-meetings.server.ts';
import { MemberHome } from '#app/panel/MemberHome.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';
import { openTo } from '#db/consultations.ts';
import { membershipsOf } from '#db/panel.ts';
import { whatBecameOf } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('Your panel');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { read } = theStore();
  const today = dayOf(new Date());
  const panels = [];
  for (const { member, programme } of await membershipsOf(read, person.authorityId, person.id)) {
    const open = await openTo(read, member, today);
    panels.push({
      programmeId: programme.id,
      title: programme.title,
      open: open.map(({ consultation: { id, title, closesOn }, statements, answered }) => ({
        id,
        title,
        closesOn,
        statements,
        answered,
      })),
      meetings: await meetingsOnMyPage(member, today),
      became: whatBecame(await whatBecameOf(read, member)),
    });
  }
  return { name: firstName(person.name), panels };
});

export default function MyPanel() {
  return (
    <PublicFrame>
      <MemberHome {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  );
}
