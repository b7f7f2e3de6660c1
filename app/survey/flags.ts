/**
 * Why a set of answers may not come from a family, or not from one family once. A flag never turns
 * anybody away and never leaves answers out by itself: people look at it and decide. Kept with the
 * answers as codes with a space between (`responses.flag`).
 */
export const FLAGS = [
  'hidden-field',
  'no-form-time',
  'too-fast',
  'answered-before',
  'burst-10',
  'burst-50',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What staff read, and what it does and does not tell. */
export const FLAG_NAMES: Readonly<Record<Flag, { name: string; means: string }>> = {
  'hidden-field': {
    name: 'Filled in a field that nobody sees',
    means: 'Programs that fill in every field do this. A person cannot, except with unusual tools.',
  },
  'no-form-time': {
    name: 'Sent without opening the page first',
    means:
      'The page carries the time at which we gave it out. Here the time was missing, changed or more than a day old.',
  },
  'too-fast': {
    name: 'Much faster than others',
    means:
      'From the first page to sending took less than a third of the time that half of the families need. Somebody who knows what to say can be fast too.',
  },
  'answered-before': {
    name: 'The same phone or computer had answered before',
    means:
      'Another parent of the family, a shared phone or a tablet at a hub: look at it only together with other flags.',
  },
  'burst-10': {
    name: '10 to 49 answers from the same network that day',
    means:
      'A hub, a school or a library looks like this, and so does one person who sends many. We keep only this band, never the address.',
  },
  'burst-50': {
    name: '50 or more answers from the same network that day',
    means: 'As above, and rarer: ask whether there was an event on that day.',
  },
};

/** The flags in a stored text; codes that we do not know are left out. */
export function flagsIn(stored: string): Flag[] {
  const codes = stored.split(' ');
  return FLAGS.filter((flag) => codes.includes(flag));
}

/** A stored text with more flags, each once, in their own order. Codes of others are kept. */
export function withFlags(stored: string, more: readonly Flag[]): string {
  const codes = new Set([...stored.split(' ').filter((code) => code !== ''), ...more]);
  const ours: string[] = FLAGS.filter((flag) => codes.delete(flag));
  return [...ours, ...codes].join(' ');
}
