import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { copyOfMember } from '#app/panel/care/erase-member.server.ts';
import { heldPage } from '#app/panel/care/held-page.server.tsx';
import { NotFound } from '#app/people/errors.ts';

/** Everything held of a member, to hand over to them: as a page to print, or as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, authority, programme } = await requireProgramme(request, params, 'member.erase');
  const format = params['format'];
  if (format !== 'json' && format !== 'html') throw new NotFound('format');
  await requireRecentSignIn(request);
  const held = await copyOfMember(person, programme, params['memberId'] ?? '');
  return heldPage(authority.name, held, format);
});
