import { newId } from '#db/ids.ts';
import {
  asPerson,
  insertAuthority,
  insertPerson,
  insertProgramme,
  type Programme,
} from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person, Role } from '#app/people/can.ts';

/** A borough with one of each kind of person, and a programme: what most stories start from. */
export interface Borough {
  authorityId: string;
  /** Runs the installation. */
  asha: Person;
  /** The strategic lead, who drafts the theory and the plan. */
  priya: Person;
  /** Facilitates the parent carer panel. */
  tom: Person;
  /** Commissions, exports the plan and takes it to the board. */
  grace: Person;
  /** From a voluntary organisation: reads and comments. */
  dan: Person;
  /** A mother on the panel, who signs in by a personal link only. */
  leanne: Person;
  programme: Programme;
}

/** Makes a borough in the store of this process. Two of them are two tenants. */
export async function makeBorough(name = 'Testborough'): Promise<Borough> {
  const authorityId = newId();
  const now = new Date();
  const person = (given: string, role: Role) => ({
    id: newId(),
    authorityId,
    name: given,
    email: role === 'panel-member' ? null : `${newId()}@example.org`,
    role,
    passwordHash: null,
    createdAt: now,
    closedAt: null,
  });
  const rows = {
    asha: person('Asha Brandt', 'administrator'),
    priya: person('Priya Shah', 'lead'),
    tom: person('Tom Okafor', 'facilitator'),
    grace: person('Grace Whitfield', 'commissioner'),
    dan: person('Dan Yates', 'partner'),
    leanne: person('Leanne Moss', 'panel-member'),
  };
  const programme: Programme = {
    id: newId(),
    authorityId,
    title: 'Best Start Family Hubs 2026 to 2029',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    places: [name],
    packs: ['bsfh-2026'],
    stage: 'draft',
    version: 1,
    createdAt: now,
  };
  await theStore().write(null, async (tx) => {
    await insertAuthority(tx, {
      id: authorityId,
      name,
      colour: '#0b5cad',
      isDemonstration: false,
      createdAt: now,
    });
    for (const row of Object.values(rows)) await insertPerson(tx, row);
    await insertProgramme(tx, programme);
  });
  const people = Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, asPerson(row)]),
  ) as Record<keyof typeof rows, Person>;
  return { authorityId, ...people, programme };
}
