import { can, type Action, type Person } from './can.ts';
import { NotAllowed } from './errors.ts';
import { noteRight } from './note-reading.server.ts';

/**
 * Throws NotAllowed, with the reason, unless the person may do it. The first line of each deed. Who is let
 * in to read what people told us is noted: see note-reading.server.ts.
 */
export function allow(person: Person, action: Action, thing: { authorityId: string }): void {
  const answer = can(person, action, thing);
  if (!answer.yes) throw new NotAllowed(answer.reason);
  noteRight(person, action);
}
