import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '#db/ids.ts';
import { insertReading } from '#db/readings.ts';
import { theStore } from '#db/store.server.ts';
import { can, type Action, type Answer, type Person } from './can.ts';
import { heavier, keptPath, READ_BY_RIGHT, thingAt, type ReadWhat } from './readings.ts';

/** What was read while one page was made. */
interface Noted {
  person?: Person;
  what?: ReadWhat;
  count: number | null;
  /** Said by whoever read, and not only by what they were let in for: then a form counts too. */
  said: boolean;
}

const underWay = new AsyncLocalStorage<Noted>();

/** Makes a page, and knows afterwards what somebody read on it. */
export async function duringReading<T>(
  work: () => Promise<T>,
): Promise<{ result: T; noted: Noted }> {
  const noted: Noted = { count: null, said: false };
  return { result: await underWay.run(noted, work), noted };
}

/**
 * Notes that this page shows what people told us: one row is kept for it, whatever is noted how often.
 *
 * @param count how many sets of answers, comments or people; left out where nobody counted
 */
export function noteReading(person: Person, what: ReadWhat, count?: number): void {
  const noted = note(person, what);
  if (noted === undefined) return;
  noted.said = true;
  if (count !== undefined) noted.count = (noted.count ?? 0) + count;
}

function note(person: Person, what: ReadWhat): Noted | undefined {
  const noted = underWay.getStore();
  if (noted === undefined) return undefined;
  noted.person = person;
  noted.what = heavier(noted.what, what);
  return noted;
}

/** Notes what an action lets somebody read; of other actions nothing. */
export function noteRight(person: Person, action: Action): void {
  const what = READ_BY_RIGHT[action];
  if (what !== undefined) note(person, what);
}

/**
 * Whether somebody may read what people told us, on a page that others may open too. Who may, reads it:
 * so it is noted. For counts, and for whether a button stands there, `can` says it without a note.
 */
export function mayRead(
  person: Person,
  action: 'answers.read' | 'originals.read',
  thing: { authorityId: string },
): Answer {
  const answer = can(person, action, thing);
  if (answer.yes) noteRight(person, action);
  return answer;
}

/** Keeps the row of a page, before anybody is given it: what is not written down is not shown. */
export async function keepReading(noted: Noted, url: string, asFile: boolean): Promise<void> {
  const { person, what, count } = noted;
  if (person === undefined || what === undefined) return;
  const path = keptPath(url);
  await recordReading(person, what, thingAt(path), { path, asFile, count });
}

/** Writes down that somebody read something: one row, added and never changed, and nothing of what it said. */
async function recordReading(
  person: Person,
  what: ReadWhat,
  thing: { kind: string; id: string },
  how: { path?: string; asFile?: boolean; count?: number | null } = {},
): Promise<void> {
  const at = new Date();
  const row = {
    id: newId(at),
    authorityId: person.authorityId,
    at,
    personId: person.id,
    personName: person.name,
    personRole: person.role,
    what,
    thingKind: thing.kind,
    thingId: thing.id,
    path: how.path ?? '',
    asFile: how.asFile ?? false,
    count: how.count ?? null,
  };
  await theStore().write(null, (tx) => insertReading(tx, row));
}
