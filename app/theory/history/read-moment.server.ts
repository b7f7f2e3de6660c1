import { NotFound } from '#app/people/errors.ts';
import { operationsSince, theoryOfProgramme } from '#db/theory.ts';
import { stepAt } from '#db/theory-history.ts';
import { versionsOf } from '#db/theory-versions.ts';
import type { Reader } from '#db/store.server.ts';
import type { Theory } from '../graph.ts';
import type { Moment } from './moment.ts';
import { beginningOf, theoryAt } from './theory-at.ts';

/** The theory of a programme as it was after so many operations. */
export async function theoryAfter(
  db: Reader,
  authorityId: string,
  now: Theory,
  sequence: number,
): Promise<Theory> {
  if (sequence >= now.sequence) return now;
  const history = await operationsSince(db, authorityId, now.id, 0);
  return theoryAt(beginningOf(now, history), history, sequence);
}

/**
 * The theory that a page shows: that of now, or that of a moment that the address asks for, which can
 * only be read. Undefined while the programme has none.
 *
 * @param look what the address asks for; `at` is after how many operations
 * @throws NotFound for a moment that has not come yet
 */
export async function shownTheory(
  db: Reader,
  { id, authorityId }: { id: string; authorityId: string },
  look: { at?: string | undefined },
): Promise<{ theory: Theory; moment: Moment | null } | undefined> {
  const now = await theoryOfProgramme(db, authorityId, id);
  if (now === undefined || look.at === undefined) return now && { theory: now, moment: null };
  const sequence = Number(look.at);
  if (sequence > now.sequence) throw new NotFound('moment of the theory');
  const [step, versions] = [
    await stepAt(db, authorityId, now.id, sequence),
    await versionsOf(db, authorityId, now.id),
  ];
  const names = versions.filter((each) => each.sequence === sequence).map(({ name }) => name);
  const moment = {
    sequence,
    now: now.sequence,
    at: step?.at ?? null,
    by: step?.personName ?? '',
    names,
  };
  return { theory: await theoryAfter(db, authorityId, now, sequence), moment };
}
