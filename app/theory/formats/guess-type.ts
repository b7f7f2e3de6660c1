import type { BoxType } from '../graph.ts';
import { typeNamed } from '../type-names.ts';

/** What a group of boxes in somebody else's file is taken for. */
export interface Guess {
  type: BoxType | 'measure' | null;
  /** Its name is one of ours, so that nobody needs to look at it again. */
  sure: boolean;
}

/** Longer than the name of any group: the words of a longer one are looked for in its beginning. */
const LONGEST_NAME = 200;

/** Words that other tools and other people use, the more telling first. */
const WORDS: readonly (readonly [RegExp, BoxType | 'measure'])[] = [
  [/\b(indicators?|measures?|kpis?|ind)\b/, 'measure'],
  [/\bassum/, 'assumption'],
  [/\brisks?\b/, 'risk'],
  [/\b(external|context|environment|enabl|precondition)/, 'externalFactor'],
  [/\b(root )?(cause|driver|barrier|threat)s?\b/, 'rootCause'],
  [/\b(need|problem|issue|challenge|situation)s?\b/, 'need'],
  [/\b(input|resource|asset)s?\b/, 'input'],
  [/\b(mechanism|journey|engagement)s?\b/, 'mechanism'],
  [/\b(activit|strateg|intervention|action|task|service|programme|act\b)/, 'activity'],
  [/\b(outputs?|products?|deliverables?|out)\b/, 'output'],
  [/\b(early|short|immediate|initial|first|proximal).*(outcome|result|change)/, 'earlyOutcome'],
  [/\b(long|final|ultimate|last|distal).*(outcome|result|change)/, 'longTermOutcome'],
  [/\b(outcome|result|change|benefit|effect|state)s?\b/, 'intermediateOutcome'],
  [/\b(end goal|impact|goal|target)s?\b/, 'impact'],
  [/\b(mission|vision|aim|purpose)s?\b/, 'aim'],
];

/**
 * What the name of a group says of its boxes: exactly, when it is a name of ours; else by its words;
 * null when it says nothing.
 */
export function guessType(name: string): Guess {
  const exact = typeNamed(name);
  if (exact !== null) return { type: exact, sure: true };
  const words = name
    .slice(0, LONGEST_NAME)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = WORDS.find(([pattern]) => pattern.test(words));
  return { type: found?.[1] ?? null, sure: false };
}
