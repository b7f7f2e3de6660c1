import { newId } from '#db/ids.ts';
import { authoritiesHere, insertAuthority, insertPerson, record } from '#db/people.ts';
import { acrossAuthorities } from '#db/scope.server.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
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
 * Sets up the first authority with its first administrator, from the set-up page. Only while there
 * is none: afterwards administrators add people, and the command line adds authorities.
 */
export async function setUp(input: FirstAdministrator): Promise<Person> {
  const passwordHash = await hashPassword(input.password);
  return acrossAuthorities('which authorities there are', () =>
    theStore().write('set-up', async (tx) => {
      if ((await authoritiesHere(tx)).length > 0) {
        throw new NotAllowed(
          'This installation is set up already. Ask your administrator for an account.',
        );
      }
      return makeAuthority(tx, input, passwordHash);
    }),
  );
}

/** Adds one more authority with its first administrator: for whoever runs the installation. */
export async function addAuthority(
  input: FirstAdministrator,
): Promise<{ done: true } | { done: false; message: string }> {
  const passwordHash = await hashPassword(input.password);
  try {
    await theStore().write('set-up', (tx) => makeAuthority(tx, input, passwordHash));
    return { done: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { done: false, message: 'This e-mail address has an account already. Use another.' };
  }
}

async function makeAuthority(
  tx: Writer,
  input: FirstAdministrator,
  passwordHash: string,
): Promise<Person> {
  const createdAt = new Date();
  const authorityId = newId(createdAt);
  await insertAuthority(tx, {
    id: authorityId,
    name: input.authorityName,
    colour: input.colour,
    isDemonstration: false,
    createdAt,
  });
  const person: Person = {
    id: newId(createdAt),
    authorityId,
    name: input.name,
    role: 'administrator',
  };
  await insertPerson(tx, {
    ...person,
    email: input.email,
    passwordHash,
    createdAt,
    closedAt: null,
  });
  const thing = { kind: 'authority', id: authorityId };
  await record(tx, person, 'authority.created', thing, { name: input.authorityName });
  return person;
}
