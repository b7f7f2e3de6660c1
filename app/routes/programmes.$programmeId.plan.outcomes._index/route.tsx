import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { OutcomesPage } from '#app/plan/outcomes/OutcomesPage.tsx';
import { readOutcomeRows } from '#app/plan/outcomes/read-outcomes.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Outcomes');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return { programmeId: programme.id, rows: await readOutcomeRows(programme) };
});

export default function Outcomes() {
  return <OutcomesPage {...useLoaderData<typeof loader>()} />;
}
