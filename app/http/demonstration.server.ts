import { asPerson, authoritiesHere, demonstrationPeople } from '#db/people.ts';
import { onBehalfOf } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';
import type { Person, Role } from '#app/people/can.ts';
import { newToken } from '#app/people/tokens.server.ts';

/** A link that signs somebody of the demonstration borough in with one press. */
export interface Door {
  as: string;
  path: string;
}

const WHO: readonly { role: Role; as: string }[] = [
  { role: 'lead', as: 'strategic lead' },
  { role: 'facilitator', as: 'panel facilitator' },
  { role: 'panel-member', as: 'parent on the panel' },
  { role: 'commissioner', as: 'commissioner' },
  { role: 'administrator', as: 'administrator' },
];

// Tokens of this process only: they are gone when it stops, and are in no file.
const keys = ((globalThis as { throughlineDoors?: Map<string, string> }).throughlineDoors ??=
  new Map<string, string>());

/** One door each for the five, while the demonstration borough is loaded; otherwise none. */
export async function demonstrationDoors(): Promise<Door[]> {
  const doors: Door[] = [];
  for (const person of await peopleOfDemonstration()) {
    const who = WHO.find(({ role }) => role === person.role);
    if (!who) continue;
    const token = newToken();
    keys.set(token, person.id);
    doors.push({ as: `${person.name}, ${who.as}`, path: `/demonstration/${token}` });
  }
  return doors;
}

/** Who comes in by a door, if it is one and the demonstration is still loaded. */
export async function throughDoor(token: string): Promise<Person | undefined> {
  const id = keys.get(token);
  if (id === undefined) return undefined;
  return (await peopleOfDemonstration()).find((person) => person.id === id);
}

async function peopleOfDemonstration(): Promise<Person[]> {
  const { read } = theStore();
  const here = (await authoritiesHere(read)).find((authority) => authority.isDemonstration);
  if (!here) return [];
  // Whoever presses a door is nobody yet.
  const rows = await onBehalfOf(here.id, () => demonstrationPeople(read, here.id));
  return WHO.flatMap(({ role }) => rows.filter((row) => row.role === role).slice(0, 1)).map(
    asPerson,
  );
}
