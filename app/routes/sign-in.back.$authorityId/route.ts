import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { awayAt, forgetAway, type Away } from '#app/http/at-directory.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { signedIn, startSession } from '#app/http/session.server.ts';
import { whyNot } from '#app/http/why-not.server.ts';
import { whoCameBack } from '#app/people/ask-directory.server.ts';
import { directoryOf } from '#app/people/directories.server.ts';
import { DirectoryTrouble } from '#app/people/directory-trouble.server.ts';
import type { Claims } from '#app/people/directory.ts';
import { nowConfirmed } from '#app/people/run-sessions.server.ts';
import { RECENT_MS } from '#app/people/sessions.ts';
import { isAccountOf, settleAccount } from '#app/people/settle-account.server.ts';
import { actFor } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';

/**
 * Where the directory sends people back. Each authority has an address of its own, so that what one
 * directory answers can never be taken for another's answer.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const authorityId = params.authorityId ?? '';
  actFor(authorityId);
  const away = awayAt(request, authorityId);
  const headers = new Headers({ 'Set-Cookie': forgetAway(request) });
  try {
    if (!away) throw new DirectoryTrouble('another-window');
    const directory = await directoryOf(theStore().read, authorityId);
    if (!directory) throw new DirectoryTrouble('not-set-up');
    const came = new URL(publicAddress(request, links.signInBack(authorityId)));
    came.search = new URL(request.url).search;
    const anew = away.confirms === null ? null : RECENT_MS / 1000;
    const claims = await whoCameBack(directory, came, away, anew);
    if (away.confirms !== null)
      return redirect(await confirmed(request, away, claims), { headers });
    const settled = await settleAccount(directory, claims, away.invited, new Date());
    if ('trouble' in settled) throw new DirectoryTrouble(settled.trouble);
    const confirmedAt = claims.provedAt ?? new Date(0);
    const how = { way: 'account', confirmedAt } as const;
    headers.append('Set-Cookie', await startSession(request, settled.person, how));
    return redirect(away.next, { headers });
  } catch (error) {
    return redirect(whyNot(error, away?.next ?? '/', away !== null && away.confirms !== null), {
      headers,
    });
  }
}

/** The session that was to be confirmed, if it is still this browser's and the account is its person's. */
async function confirmed(request: Request, away: Away, claims: Claims): Promise<string> {
  const found = await signedIn(request);
  if (found?.tokenHash !== away.confirms) throw new DirectoryTrouble('another-window');
  if (!(await isAccountOf(found.person, claims))) throw new DirectoryTrouble('other-person');
  // Counted from when they proved it there, not from when they came back: that can be as long ago again.
  if (claims.provedAt === null) throw new DirectoryTrouble('no-time');
  await nowConfirmed(found.person, found.tokenHash, claims.provedAt);
  return links.confirm(away.next);
}
