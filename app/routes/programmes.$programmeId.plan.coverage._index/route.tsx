import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { CoveragePage } from '#app/plan/CoveragePage.tsx';
import { coveragePage } from '#app/plan/coverage-page.ts';
import { changesKnown } from '#app/plan/pack-changes.server.ts';
import { readCoverages } from '#app/plan/read-plan.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Coverage of guidance');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { searchParams } = new URL(request.url);
  return {
    programmeId: programme.id,
    page: coveragePage(await readCoverages(programme), changesKnown(programme), {
      pack: searchParams.get('pack'),
      strand: searchParams.get('strand'),
      state: searchParams.get('state'),
    }),
  };
});

export default function CoverageRoute() {
  return <CoveragePage {...useLoaderData<typeof loader>()} />;
}
