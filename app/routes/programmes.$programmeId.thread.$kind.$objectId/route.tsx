import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { readOriginOf } from '#app/plan/across/read-taken-over.server.ts';
import { TakenFrom } from '#app/plan/across/TakenFrom.tsx';
import { lookUpOf } from '#app/plan/thread/look-up.server.ts';
import { isThreadKind } from '#app/thread/kinds.ts';
import { seeThread } from '#app/thread/see-thread.server.ts';
import { ThreadLine } from '#app/thread/ThreadLine.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = ({ data }: { data?: { seen: { trace: { object: { title: string } } } } }) =>
  titleOf(`Thread: ${data?.seen.trace.object.title ?? ''}`);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { kind, objectId = '' } = params;
  if (!isThreadKind(kind)) throw new NotFound('kind of thing on the thread');
  const object = { kind, id: objectId };
  return {
    programmeId: programme.id,
    taken: await readOriginOf(theStore().read, programme, objectId),
    seen: await seeThread(person, programme, object, await lookUpOf(programme)),
  };
});

export default function ThreadRoute() {
  const { taken, ...thread } = useLoaderData<typeof loader>();
  return (
    <>
      <ThreadLine {...thread} />
      <TakenFrom programmeId={thread.programmeId} taken={taken} />
    </>
  );
}
