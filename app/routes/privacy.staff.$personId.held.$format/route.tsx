import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireRecentSignIn, requireStaff } from '#app/http/guards.server.ts';
import { heldPage } from '#app/panel/care/held-page.server.tsx';
import { allow } from '#app/people/allow.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { copyOfStaff } from '#app/privacy/erase-staff.server.ts';

/** Everything held of a colleague, to hand over to them. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, authority } = await requireStaff(request);
  const { personId = '', format } = params;
  if (format !== 'json' && format !== 'html') throw new NotFound('format');
  allow(person, 'privacy.manage', person);
  await requireRecentSignIn(request);
  return heldPage(authority.name, await copyOfStaff(person, personId), format);
});
