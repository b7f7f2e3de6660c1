import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { checkedForm } from '#app/http/forms.server.ts';
import { links } from '#app/http/links.ts';
import { endSession } from '#app/http/session.server.ts';

export const loader = () => redirect(links.front());

export async function action({ request }: ActionFunctionArgs) {
  await checkedForm(request);
  return redirect(links.front(), { headers: { 'Set-Cookie': await endSession(request) } });
}
