import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { csrfToken } from '#app/http/csrf.server.ts';
import { parseForm } from '#app/http/forms.server.ts';
import { receiveParcels } from '#app/survey/outreach/receive-parcels.server.ts';
import { Delivery } from '#app/survey/outreach/tablet.ts';

/** The token of the form in which a tablet sends: its own page was kept for days. */
export function loader({ request }: LoaderFunctionArgs) {
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json({ csrf: csrfToken(request) }, { headers });
}

const Sent = z.object({
  delivery: z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('This is not what a tablet sends.');
      return z.NEVER;
    }
  }),
});

/** Takes in what a tablet sends. Whoever holds the tablet's token may do this and nothing else. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, Sent);
  const delivery = form.ok ? Delivery.safeParse(form.value.delivery) : null;
  if (!delivery?.success) return new Response('This is not what a tablet sends.', { status: 400 });
  return Response.json(await receiveParcels(delivery.data));
}
