import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { PacksPage } from '#app/plan/coverage/PacksPage.tsx';
import { readPacksPage } from '#app/plan/coverage/read-pack-pages.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Guidance packs');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    page: await readPacksPage(programme),
    mayEdit: can(person, 'packs.edit', programme),
  };
});

export default function PacksRoute() {
  return <PacksPage {...useLoaderData<typeof loader>()} />;
}
