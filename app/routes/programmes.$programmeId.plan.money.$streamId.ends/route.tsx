import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { EndsPage } from '#app/plan/money/EndsPage.tsx';
import { readStreamEnds } from '#app/plan/money/read-stream-ends.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('What falls when this money ends');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const read = await readStreamEnds(programme, params['streamId'] ?? '');
  if (read === null) throw new NotFound('funding stream');
  return { programmeId: programme.id, ...read };
});

export default function StreamEndsRoute() {
  return <EndsPage {...useLoaderData<typeof loader>()} />;
}
