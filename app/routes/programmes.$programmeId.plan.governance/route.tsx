import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { readGovernance } from '#app/panel/governance/read-governance.server.ts';
import { can } from '#app/people/can.ts';
import { governanceInPlan } from '#app/plan/registers/governance.ts';
import { governanceSvg, sayGovernance } from '#app/plan/registers/governance-picture.ts';
import { GovernancePage } from '#app/plan/registers/GovernancePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Who decides');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { all, today, maySeePanel } = await readGovernance(person, programme);
  const boards = governanceInPlan(all, today, maySeePanel);
  return {
    programmeId: programme.id,
    boards,
    svg: governanceSvg(boards),
    says: sayGovernance(boards),
    mayEdit: can(person, 'governance.edit', programme),
  };
});

export default function GovernanceRoute() {
  return <GovernancePage {...useLoaderData<typeof loader>()} />;
}
