import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { stateOf } from '#app/panel/consultation.ts';
import { can } from '#app/people/can.ts';
import { readDoubts } from '#app/theory/walk/read-doubts.server.ts';
import { WalksPage } from '#app/theory/walk/WalkPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { walksOf } from '#db/walks.ts';

export const meta = () => titleOf('Walks with the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const walks = await walksOf(theStore().read, programme.authorityId, programme.id);
  const today = dayOf(new Date());
  return {
    programmeId: programme.id,
    walks: walks.map((walk) => ({
      id: walk.id,
      title: walk.title,
      closesOn: walk.closesOn,
      state: stateOf(walk, today),
    })),
    doubts: await readDoubts(theStore().read, programme),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Walks() {
  return <WalksPage {...useLoaderData<typeof loader>()} />;
}
