import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { outdatedEvidence } from '#app/plan/check-evidence.server.ts';
import { followedTitle } from '#app/plan/read-plan.server.ts';
import { isThreadKind } from '#app/thread/kinds.ts';
import { seeThread } from '#app/thread/see-thread.server.ts';
import { ThreadLine } from '#app/thread/ThreadLine.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data }: { data?: { seen: { trace: { object: { title: string } } } } }) =>
  titleOf(`Thread: ${data?.seen.trace.object.title ?? ''}`);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { kind, objectId = '' } = params;
  if (!isThreadKind(kind)) throw new NotFound('kind of thing on the thread');
  const object = { kind, id: objectId };
  return {
    programmeId: programme.id,
    seen: await seeThread(person, programme, object, {
      requirementTitle: followedTitle(programme),
      outdated: (ids) => outdatedEvidence(programme, ids),
    }),
  };
});

export default function ThreadRoute() {
  return <ThreadLine {...useLoaderData<typeof loader>()} />;
}
