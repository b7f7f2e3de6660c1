import { NotFound } from '#app/people/errors.ts';
import { stepAt } from '#db/theory-history.ts';
import { versionsOf } from '#db/theory-versions.ts';
import { operationsSince } from '#db/theory.ts';
import type { Reader } from '#db/store.server.ts';
import type { Theory } from '../graph.ts';
import { differenceOf, type Difference } from './difference.ts';
import { sayKey, sequenceOf, type Named } from './moments.ts';
import { beginningOf, theoryAt } from './theory-at.ts';

/** Two states of a theory side by side, and what differs. */
export interface ReadDifference {
  from: { key: string; words: string; theory: Theory };
  to: { key: string; words: string; theory: Theory };
  difference: Difference;
  versions: Named[];
}

/**
 * Reads two states of a theory and what differs between them. Without a choice it is what has changed
 * since the last version that has a name.
 *
 * @throws NotFound for a moment that has not come yet
 */
export async function readDifference(
  db: Reader,
  authorityId: string,
  now: Theory,
  asked: { from: string; to: string },
): Promise<ReadDifference> {
  const versions = await versionsOf(db, authorityId, now.id);
  const keys = {
    from: asked.from === '' ? String(versions[0]?.sequence ?? 0) : asked.from,
    to: asked.to === '' ? 'now' : asked.to,
  };
  const history = await operationsSince(db, authorityId, now.id, 0);
  const at = async (key: string) => {
    const sequence = sequenceOf(key, now.sequence);
    if (sequence === null) throw new NotFound('moment of the theory');
    const step = await stepAt(db, authorityId, now.id, sequence);
    const words = sayKey(key, sequence, versions, step?.at ?? null);
    return { key, words, theory: theoryAt(beginningOf(now, history), history, sequence) };
  };
  const [from, to] = [await at(keys.from), await at(keys.to)];
  return { from, to, difference: differenceOf(from.theory, to.theory), versions };
}

/** What can be chosen on the page: the named versions, the beginning and now, and what is chosen. */
export function optionsOf({
  versions,
  from,
  to,
}: ReadDifference): { value: string; label: string }[] {
  const options = [
    { value: 'now', label: 'As it is now' },
    ...versions.map(({ name, sequence }) => ({ value: String(sequence), label: name })),
    { value: '0', label: 'The beginning' },
  ];
  const chosen = [from, to].map(({ key, words }) => ({ value: key, label: capital(words) }));
  return [...options, ...chosen].filter(
    ({ value }, at, all) => all.findIndex((each) => each.value === value) === at,
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
