import type { ItemType } from './items.ts';

/** What members do with a consultation. */
export const KINDS = [
  'statements',
  'ballot',
  'ranking',
  'questions',
  'walk',
  'plan-line',
  'poll',
] as const;
export type Kind = (typeof KINDS)[number];

export interface KindOfConsultation {
  name: string;
  /** For staff who choose it. */
  hint: string;
  /** What may be asked in it; the first is what it is made of. */
  items: readonly ItemType[];
  /** Most things that it asks: nobody answers more in one sitting. */
  most: number;
  /** Whether staff write its questions on its own page; else another room of the line makes them. */
  writtenHere: boolean;
  /** How members are asked, after how many things there are. */
  how: string;
}

export const KIND_OF: Readonly<Record<Kind, KindOfConsultation>> = {
  statements: {
    name: 'Statements',
    hint: 'Sentences to agree or disagree with. Shows what unites people and what divides them.',
    items: ['statement'],
    most: 40,
    writtenHere: true,
    how: 'For each, say whether you agree, and why if you like.',
  },
  ballot: {
    name: 'Ballot',
    hint: 'A choice between options, with or without pictures, such as two designs.',
    items: ['choice'],
    most: 5,
    writtenHere: true,
    how: 'Choose what you like best, and say why if you like.',
  },
  ranking: {
    name: 'Ranking',
    hint: 'Options that people put in order by number, such as names for the hubs.',
    items: ['ranking'],
    most: 5,
    writtenHere: true,
    how: 'Give number 1 to what you like best, number 2 to the next, and so on.',
  },
  questions: {
    name: 'Open questions',
    hint: 'People answer in their own words; choices and statements may stand between.',
    items: ['question', 'statement', 'choice', 'ranking'],
    most: 12,
    writtenHere: true,
    how: 'Answer in your own words. You can skip any.',
  },
  walk: {
    name: 'Walk through the theory',
    hint: 'Outcomes and links of the theory of change in plain words: do people agree, what is missing, what would stop it?',
    items: ['link', 'outcome'],
    most: 60,
    writtenHere: false,
    how: 'For each, say whether you agree, what is missing, and what would stop it.',
  },
  'plan-line': {
    name: 'Review of the plan',
    hint: 'Lines of the plan in plain words: keep it, change it, or do not do it?',
    items: ['line'],
    most: 20,
    writtenHere: false,
    how: 'For each, say whether to keep it, change it or not do it, and why.',
  },
  poll: {
    name: 'Poll at an event',
    hint: 'One to three questions that anybody in the room answers by a QR code, open for a day. No names.',
    items: ['choice', 'statement', 'question'],
    most: 3,
    writtenHere: true,
    how: '',
  },
};

export function kindOf(word: string): Kind {
  return KINDS.find((kind) => kind === word) ?? 'statements';
}

/** What only some kinds know, as it is stored with the consultation. */
export interface KindSettings {
  /** Whether members may propose statements of their own while it is open. */
  proposals: boolean;
}

export function settingsOf(stored: Record<string, unknown> | null): KindSettings {
  return { proposals: stored?.proposals === true };
}
