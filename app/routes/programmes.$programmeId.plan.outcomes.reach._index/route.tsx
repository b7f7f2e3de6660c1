import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { ReachList } from '#app/plan/outcomes/reach/ReachList.tsx';
import { showReachList } from '#app/plan/outcomes/reach/show-reach.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Who is reached');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return showReachList(person, programme);
});

export default function Reach() {
  return <ReachList {...useLoaderData<typeof loader>()} />;
}
