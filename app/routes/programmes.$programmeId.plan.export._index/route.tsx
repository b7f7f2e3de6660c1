import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { ExportPage } from '#app/plan/ExportPage.tsx';
import { readFindings } from '#app/plan/read-findings.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { withTheory } from '#app/plan/sign-off.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Export the delivery plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { obstacles, lines, theory } = await readPlan(programme);
  const found = theory === null ? [] : (await readFindings(programme, theory)).sorted.open;
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
