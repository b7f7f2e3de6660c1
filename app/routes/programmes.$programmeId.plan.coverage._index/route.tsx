import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { CoveragePage } from '#app/plan/coverage/CoveragePage.tsx';
import { coveragePage } from '#app/plan/coverage/coverage-page.ts';
import { readCoverageWithChanges } from '#app/plan/coverage/pack-changes.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Coverage of guidance');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { searchParams } = new URL(request.url);
  const pack = searchParams.get('pack');
  const { coverages, follows } = await readCoverageWithChanges(programme, pack);
  return {
    programmeId: programme.id,
    page: coveragePage(coverages, follows, {
      pack,
      strand: searchParams.get('strand'),
      state: searchParams.get('state'),
      kind: searchParams.get('kind'),
    }),
  };
});

export default function CoverageRoute() {
  return <CoveragePage {...useLoaderData<typeof loader>()} />;
}
