import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { copyOfMine } from '#app/panel/care/erase-member.server.ts';
import { heldPage } from '#app/panel/care/held-page.server.tsx';

/** Everything held of whoever asks, as a file that a program reads too. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person, authority } = await requireMember(request);
  return heldPage(authority.name, await copyOfMine(person), 'json');
});
