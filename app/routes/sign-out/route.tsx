import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { checkedForm } from '#app/http/forms.server.ts';
import { links } from '#app/http/links.ts';
import { endSession, signedIn } from '#app/http/session.server.ts';

export const loader = () => redirect(links.front());

export async function action({ request }: ActionFunctionArgs) {
  await checkedForm(request);
  const found = await signedIn(request);
  // Whoever came with their authority's account is still signed in there: the next page says so.
  const to = found?.way === 'account' ? links.signedOut(found.authority.id) : links.front();
  return redirect(to, { headers: { 'Set-Cookie': await endSession(request) } });
}
