import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { BoardsPage } from '#app/panel/governance/BoardsPage.tsx';
import { readGovernance } from '#app/panel/governance/read-governance.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Boards and groups');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { page } = await readGovernance(person, programme);
  return {
    programmeId: programme.id,
    ...page,
    mayEdit: can(person, 'governance.edit', programme),
  };
});

export default function Boards() {
  return <BoardsPage {...useLoaderData<typeof loader>()} />;
}
