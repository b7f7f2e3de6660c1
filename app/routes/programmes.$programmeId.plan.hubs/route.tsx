import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { HubsPage } from '#app/plan/coverage/HubsPage.tsx';
import { readHubsPage } from '#app/plan/coverage/read-hubs.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Hubs and services');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return { programmeId: programme.id, hubs: await readHubsPage(programme) };
});

export default function HubsRoute() {
  return <HubsPage {...useLoaderData<typeof loader>()} />;
}
