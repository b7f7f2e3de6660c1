import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { ExportPage } from '#app/plan/ExportPage.tsx';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Export the delivery plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { obstacles, lines } = await readPlan(programme);
  return {
    programmeId: programme.id,
    lines: lines.length,
    obstacles,
    mayExport: can(person, 'plan.export', programme),
  };
});

export default function ExportRoute() {
  return <ExportPage {...useLoaderData<typeof loader>()} />;
}
