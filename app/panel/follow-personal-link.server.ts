import type { Person } from '#app/people/can.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { touchLink } from '#db/panel.ts';
import { endEarlierLinks, signInLinkOf } from '#db/post.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { theStore } from '#db/store.server.ts';

/** Whose link this is, while it works: nothing is changed, so a scanner in a mailbox uses nothing up. */
export async function holderOfLink(token: string, at = new Date()): Promise<Person | undefined> {
  return (await signInLinkOf(theStore().read, hashOf(token), at))?.person;
}

/**
 * Follows a personal link: whose it is and what it leads to, noting that it was used; undefined when
 * it does not work. One that was sent because another was lost ends that one, with whoever is signed
 * in by it: only now, so that nobody can end somebody's link by asking for a new one.
 */
export async function followPersonalLink(
  token: string,
  at = new Date(),
): Promise<{ person: Person; about: { kind: string; id: string } | null } | undefined> {
  const tokenHash = hashOf(token);
  // Looked for first: only then is it known of which authority the write is.
  if (!(await signInLinkOf(theStore().read, tokenHash, at))) return undefined;
  return theStore().write(null, async (tx) => {
    const link = await signInLinkOf(tx, tokenHash, at);
    if (!link) return undefined;
    if (link.endsEarlier && link.lastUsedAt === null) {
      await endEarlierLinks(tx, link, at);
      await deleteSessionsOf(tx, link.authorityId, link.personId);
    }
    await touchLink(tx, link.authorityId, tokenHash, at);
    return { person: link.person, about: link.about };
  });
}
