import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { ChangePage } from '#app/plan/outcomes/change/ChangePage.tsx';
import { readScores } from '#app/plan/outcomes/read-outcomes.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Before and after');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    scores: await readScores(programme),
    mayEnter: can(person, 'measures.enter', programme),
  };
});

export default function Change() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
