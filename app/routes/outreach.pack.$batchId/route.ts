import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { csrfToken } from '#app/http/csrf.server.ts';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { endSession } from '#app/http/session.server.ts';
import { prepareTablet, tabletBatch } from '#app/survey/outreach/prepare-tablet.server.ts';

/** What a tablet would be prepared for. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const { survey, batch } = await tabletBatch(person, params.batchId ?? '');
  return Response.json(
    { csrf: csrfToken(request), title: survey.title, place: batch.place },
    { headers: { 'Cache-Control': 'no-store' } },
  );
});

/**
 * Gives a tablet everything for a day without a network, and signs out whoever prepared it: the
 * tablet goes from hand to hand.
 */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  const { person } = await requireStaff(request);
  const pack = await prepareTablet(person, params.batchId ?? '');
  const headers = { 'Set-Cookie': await endSession(request), 'Cache-Control': 'no-store' };
  return Response.json(pack, { headers });
});
