import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { takeLog } from '#app/privacy/read-log.server.ts';
import { askedIn } from '#app/privacy/readings-asked.ts';

/** The log of readings as a file. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const { typed } = askedIn(new URL(request.url).searchParams);
  return new Response(await takeLog(person, typed), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="who-read-what.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
