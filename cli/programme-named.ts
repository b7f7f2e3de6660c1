import { NotFound } from '#app/people/errors.ts';
import { authoritiesHere, programmesOf, type Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';

/** The programme that a name means: its id, or `demo` for the demonstration borough's newest one. */
export async function programmeNamed(db: Reader, name: string): Promise<Programme> {
  for (const { id, isDemonstration } of await authoritiesHere(db)) {
    if (name === 'demo' && !isDemonstration) continue;
    const found = (await programmesOf(db, id)).find(
      (programme) => name === 'demo' || programme.id === name,
    );
    if (found) return found;
  }
  throw new NotFound(name === 'demo' ? 'demonstration (load it with “demo”)' : 'programme');
}
