import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { invitedBy, keepAway } from '#app/http/at-directory.server.ts';
import { links } from '#app/http/links.ts';
import { pathOfOurs } from '#app/http/our-path.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { whyNot } from '#app/http/why-not.server.ts';
import { addressAtDirectory } from '#app/people/ask-directory.server.ts';
import { directoryOf } from '#app/people/directories.server.ts';
import { RECENT_MS } from '#app/people/sessions.ts';
import { actFor } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';

/**
 * Sends somebody to the sign-in page of their authority. A link, not a form: browsers hold a form to
 * addresses of our own (`form-action`), wherever it is redirected.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const authorityId = params.authorityId ?? '';
  actFor(authorityId);
  const asked = new URL(request.url).searchParams;
  const next = pathOfOurs(asked.get('next'));
  const directory = await directoryOf(theStore().read, authorityId);
  if (!directory) return redirect(whyNot('not-set-up', next));
  const found = asked.get('for') === 'confirm' ? await signedIn(request) : null;
  const confirms = found?.authority.id === authorityId ? found.tokenHash : null;
  try {
    const { url, underWay } = await addressAtDirectory(directory, {
      redirectUri: publicAddress(request, links.signInBack(authorityId)),
      anew: confirms === null ? null : RECENT_MS / 1000,
    });
    const invited = invitedBy(authorityId, asked.get('invited') ?? '');
    const cookie = keepAway(request, { ...underWay, authorityId, next, invited, confirms });
    return redirect(url, { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return redirect(whyNot(error, next, confirms !== null));
  }
}
