import { newId } from '#db/ids.ts';
import { authoritiesHere, insertAuthority, insertPerson, record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from './can.ts';
import { NotAllowed } from './errors.ts';
import { hashPassword } from './password.server.ts';

export interface FirstAdministrator {
  authorityName: string;
  colour: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Sets up the first authority with its first administrator. Only while there is none: afterwards
 * administrators add people, and the command line adds authorities.
 */
export async function setUp(input: FirstAdministrator): Promise<Person> {
  const passwordHash = await hashPassword(input.password);
  return theStore().write('set-up', async (tx) => {
    if ((await authoritiesHere(tx)).length > 0) {
      throw new NotAllowed('This installation is set up already. Ask your administrator for an account.');
    }
    const createdAt = new Date();
    const authorityId = newId(createdAt);
    await insertAuthority(tx, {
      id: authorityId,
      name: input.authorityName,
      colour: input.colour,
      isDemonstration: false,
      createdAt,
    });
    const person = { id: newId(createdAt), authorityId, name: input.name, role: 'administrator' } as const;
    await insertPerson(tx, { ...person, email: input.email, passwordHash, createdAt, closedAt: null });
    await record(tx, person, 'authority.created', { kind: 'authority', id: authorityId }, {
      name: input.authorityName,
    });
    return person;
  });
}
