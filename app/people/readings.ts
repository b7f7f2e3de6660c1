import type { Action } from './can.ts';

/** What somebody read of what people told us. The weightiest of them names the row of a page. */
export const READINGS = {
  answers: 'Single answers or comments',
  entered: 'Answers of one family, entered by hand',
  contacts: 'Contact details',
  held: 'Everything that is held of somebody',
  originals: 'Words as they stood before something was taken out',
  answersFile: 'A file of single answers',
  contactsFile: 'A file of contact details',
} as const;
export type ReadWhat = keyof typeof READINGS;

export const READ_WHATS = Object.keys(READINGS) as ReadWhat[];

export const isReadWhat = (given: string): given is ReadWhat => Object.hasOwn(READINGS, given);

/** What somebody reads who was let in for an action: nobody may forget to say so. */
export const READ_BY_RIGHT: Readonly<Partial<Record<Action, ReadWhat>>> = {
  'answers.read': 'answers',
  'answers.export': 'answersFile',
  'originals.read': 'originals',
};

/** The heavier of two: a page that shows answers and gives them as a file is a file. */
export function heavier(one: ReadWhat | undefined, other: ReadWhat): ReadWhat {
  if (one === undefined) return other;
  return READ_WHATS.indexOf(one) >= READ_WHATS.indexOf(other) ? one : other;
}

/** What the parts of an address hold, from the narrowest. */
const THINGS: readonly (readonly [part: string, kind: string])[] = [
  ['forms', 'entry'],
  ['settle', 'entry'],
  ['imports', 'import'],
  ['compare', 'theme'],
  ['themes', 'theme'],
  ['members', 'member'],
  ['messages', 'message'],
  ['calls', 'call'],
  ['walks', 'consultation'],
  ['consultations', 'consultation'],
  ['listening', 'listening'],
  ['thread', 'thread'],
  ['surveys', 'survey'],
  ['programmes', 'programme'],
];

const AN_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{32}$/;

/** What a page is about, by its address: the narrowest thing that has an id in it. */
export function thingAt(path: string): { kind: string; id: string } {
  const parts = path.split('/');
  for (const [part, kind] of THINGS) {
    const id = parts[parts.indexOf(part) + 1] ?? '';
    if (parts.includes(part) && AN_ID.test(id)) return { kind, id };
  }
  return { kind: 'page', id: '' };
}

/** An address as it is kept: without its query, and without anything that is no word or id of ours. */
export const keptPath = (url: string): string =>
  (url.split(/[?#]/, 1)[0] ?? '').replace(/\.data$/, '').slice(0, 300);
