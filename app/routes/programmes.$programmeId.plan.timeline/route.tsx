import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { readTimeline } from '#app/plan/lines/read-timeline.server.ts';
import { TimelinePage } from '#app/plan/lines/TimelinePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Calendar of the plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return readTimeline(programme);
});

export default function TimelineRoute() {
  return <TimelinePage {...useLoaderData<typeof loader>()} />;
}
