import { accountOf, asPerson } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from './can.ts';
import { foldEmail } from './email.ts';
import { passwordFits } from './password.server.ts';

/**
 * The person of an e-mail address and a password, or null. Takes the same time whether the address
 * is known or not, so that it does not tell.
 */
export async function signIn(email: string, password: string): Promise<Person | null> {
  const account = await accountOf(theStore().read, foldEmail(email));
  const open = account && account.closedAt === null ? account : undefined;
  const fits = await passwordFits(open?.passwordHash ?? null, password);
  return open && fits ? asPerson(open) : null;
}
