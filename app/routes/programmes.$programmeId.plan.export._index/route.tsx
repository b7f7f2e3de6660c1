import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { ExportPage } from '#app/plan/export/ExportPage.tsx';
import { readFindings } from '#app/plan/read-findings.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { withTheory } from '#app/plan/sign-off.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Export the delivery plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const plan = await readPlan(programme);
  const { obstacles, lines, theory } = plan;
  const found = theory === null ? [] : (await readFindings(programme, theory, plan)).sorted.open;
  return {
    programmeId: programme.id,
    lines: lines.length,
    obstacles: withTheory(obstacles, found),
    mayExport: can(person, 'plan.export', programme),
  };
});

export default function ExportRoute() {
  return <ExportPage {...useLoaderData<typeof loader>()} />;
}
