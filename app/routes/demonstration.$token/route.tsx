import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { throughDoor } from '#app/http/demonstration.server.ts';
import { links } from '#app/http/links.ts';
import { startSession } from '#app/http/session.server.ts';

/**
 * A one-press sign-in of the demonstration borough. Only from this machine itself: anywhere else it
 * is no page at all.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = context.onThisMachine === true ? await throughDoor(params.token ?? '') : undefined;
  if (!person)
    throw new Response('This link has ended. Start the server again for new ones.', {
      status: 404,
    });
  return redirect(links.front(), {
    headers: { 'Set-Cookie': await startSession(request, person, { way: 'door' }) },
  });
}
