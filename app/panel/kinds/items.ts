import { VOTE_NAMES, VOTES } from '#app/themes/votes.ts';

/** What one thing that members are asked can be: each is answered in its own way. */
export const ITEM_TYPES = [
  'statement',
  'question',
  'choice',
  'ranking',
  'link',
  'outcome',
  'line',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export function itemTypeOf(word: string): ItemType {
  return ITEM_TYPES.find((type) => type === word) ?? 'statement';
}

/** One of the pictures or words that members choose between or put in order. */
export interface ItemOption {
  id: string;
  words: string;
  pictureId?: string;
}

/** One thing that is asked, as it is stored. */
export interface Item {
  id: string;
  type: string;
  text: string;
  hint: string;
  /** For a choice: one, or any that somebody likes. */
  method: string;
  options: readonly ItemOption[] | null;
}

/** What somebody answered to one thing. Empty parts were not asked or not answered. */
export interface ItemAnswer {
  /** One of the type's fixed answers, or ''. */
  vote: string;
  /** Ids of the options ticked, or of all that were numbered, best first. */
  choice: string[] | null;
  comment: string;
  /** Further words by name, as what is missing and what would stop it. */
  words: Record<string, string> | null;
}

interface WordsAsked {
  name: string;
  label: string;
  hint?: string;
}

/** How a type is asked and answered. */
export interface TypeOfItem {
  /** What it is called by staff: "a statement", "statement", "statements". */
  called: { a: string; one: string; many: string };
  /** The fixed answers; none where people write, choose or put in order. */
  votes: readonly { value: string; label: string }[];
  ask: string;
  /** What to do when no answer was given. */
  missing: string;
  comment: { label: string; required: boolean } | null;
  words: readonly WordsAsked[];
  /** How the thing itself is written by staff. */
  textLabel: string;
  textHint: string;
}

const AGREEING = VOTES.map((vote) => ({ value: vote, label: VOTE_NAMES[vote] }));
const WHY = { label: 'Why?', required: false };
const OF_THE_THEORY = {
  votes: AGREEING,
  ask: 'Do you agree?',
  missing: 'Select agree, disagree or unsure',
  comment: WHY,
  words: [
    { name: 'missing', label: 'Is anything missing?' },
    { name: 'stops', label: 'What would stop it from happening?' },
  ],
  textLabel: 'In plain words',
  textHint: '',
};

export const TYPES: Readonly<Record<ItemType, TypeOfItem>> = {
  statement: {
    called: { a: 'a statement', one: 'statement', many: 'statements' },
    votes: AGREEING,
    ask: 'Do you agree?',
    missing: 'Select agree, disagree or unsure',
    comment: WHY,
    words: [],
    textLabel: 'Statement',
    textHint:
      'One thing that people can honestly disagree with, such as “Hubs should open one evening a week, even if it means closing one morning”.',
  },
  question: {
    called: { a: 'an open question', one: 'question', many: 'questions' },
    votes: [],
    ask: '',
    missing: 'Write your answer, or skip this one',
    comment: { label: 'Your answer', required: true },
    words: [],
    textLabel: 'Question',
    textHint:
      'One question that needs more than yes or no, such as “What would make you come back?”',
  },
  choice: {
    called: { a: 'a choice', one: 'choice', many: 'choices' },
    votes: [],
    ask: '',
    missing: 'Choose one of them, or skip this one',
    comment: WHY,
    words: [],
    textLabel: 'What are they to choose between?',
    textHint: 'Such as “Which of the two designs should stand over the door?”',
  },
  ranking: {
    called: { a: 'a ranking', one: 'ranking', many: 'rankings' },
    votes: [],
    ask: '',
    missing: 'Give number 1 to the one you like best, or skip this one',
    comment: WHY,
    words: [],
    textLabel: 'What are they to put in order?',
    textHint: 'Such as “Which name should the hubs have?”',
  },
  link: { called: { a: 'a link', one: 'link', many: 'links' }, ...OF_THE_THEORY },
  outcome: { called: { a: 'an outcome', one: 'outcome', many: 'outcomes' }, ...OF_THE_THEORY },
  line: {
    called: { a: 'a plan line', one: 'plan line', many: 'plan lines' },
    votes: [
      { value: 'agree', label: 'Keep it as it is' },
      { value: 'change', label: 'Change it' },
      { value: 'stop', label: 'Do not do it' },
    ],
    ask: 'What should we do with this?',
    missing: 'Select keep, change or do not do it',
    comment: { label: 'Why, and what would you change?', required: false },
    words: [],
    textLabel: 'In plain words',
    textHint: '',
  },
};

/** What a type's fixed answer is called, or '' where it has none. */
export function voteName(type: string, vote: string): string {
  return TYPES[itemTypeOf(type)].votes.find(({ value }) => value === vote)?.label ?? '';
}

/** The words of an option, or nothing for one that is gone. */
export function optionWords(item: Pick<Item, 'options'>, id: string): string {
  return item.options?.find((option) => option.id === id)?.words ?? '';
}

/** What somebody answered, in one line for them to recognise, without their further words. */
export function saidOf(item: Item, answer: Pick<ItemAnswer, 'vote' | 'choice'>): string {
  const named = (answer.choice ?? []).map((id) => optionWords(item, id)).filter(Boolean);
  if (item.type === 'ranking') return named.map((words, at) => `${at + 1}. ${words}`).join('  ');
  return named.length > 0 ? named.join(', ') : voteName(item.type, answer.vote);
}
