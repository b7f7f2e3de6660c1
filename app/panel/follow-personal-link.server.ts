import { touchLink } from '#db/panel.ts';
import { personOfLink } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { hashOf } from '#app/people/tokens.server.ts';

/** Whose link this is, while it works: nothing is changed, so a scanner in a mailbox uses nothing up. */
export async function holderOfLink(token: string, at = new Date()): Promise<Person | undefined> {
  return personOfLink(theStore().read, hashOf(token), at);
}

/** Follows a personal link: whose it is, noting that it was used; undefined when it does not work. */
export async function followPersonalLink(
  token: string,
  at = new Date(),
): Promise<Person | undefined> {
  const tokenHash = hashOf(token);
  return theStore().write(null, async (tx) => {
    const person = await personOfLink(tx, tokenHash, at);
    if (person) await touchLink(tx, person.authorityId, tokenHash, at);
    return person;
  });
}
