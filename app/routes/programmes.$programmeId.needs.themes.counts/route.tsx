import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { countThemes } from '#app/themes/count-themes.server.ts';
import { CountsPage } from '#app/themes/CountsPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const grouping = new URL(request.url).searchParams.get('by') ?? '';
  return { programmeId: programme.id, grouping, ...(await countThemes(programme, grouping)) };
});

export const meta = () => titleOf('How often each theme was raised');

export default function Counts() {
  return <CountsPage {...useLoaderData<typeof loader>()} />;
}
