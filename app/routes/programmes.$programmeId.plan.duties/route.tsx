import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { DutiesPage } from '#app/plan/coverage/DutiesPage.tsx';
import { readDutiesPage } from '#app/plan/coverage/read-duties.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Legal duties');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return { programmeId: programme.id, page: await readDutiesPage(programme) };
});

export default function DutiesRoute() {
  return <DutiesPage {...useLoaderData<typeof loader>()} />;
}
