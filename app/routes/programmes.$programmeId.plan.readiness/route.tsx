import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { readReadiness } from '#app/plan/coverage/read-readiness.server.ts';
import { ReadinessPage } from '#app/plan/coverage/ReadinessPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Is the plan ready?');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return { programmeId: programme.id, page: await readReadiness(programme) };
});

export default function ReadinessRoute() {
  return <ReadinessPage {...useLoaderData<typeof loader>()} />;
}
