import { inWords, type Question, type Words } from './definition.ts';
import { ENGLISH, type RespondentWords } from './languages/english.ts';

/** SurveyJS's fixed codes for the answers that stand apart from a list. */
export const OTHER = 'other';
export const NONE = 'none';
export const DONT_KNOW = 'dontknow';
export const PREFER_NOT_TO_SAY = 'refused';

/**
 * What stands in an exported cell where somebody was asked and left it empty. Who was not asked has
 * an empty cell.
 */
export const NO_REPLY = 'no reply';

/** Options that cannot be chosen together with any other. */
export const EXCLUSIVE: readonly string[] = [NONE, DONT_KNOW, PREFER_NOT_TO_SAY];

export interface Option {
  /** The code that is stored: text, a number for a scale, true or false for yes and no. */
  value: string | number | boolean;
  text: string;
}

type WrittenChoice = string | number | { value: string | number; text?: Words | undefined };

/** The key under which the words of an "other" answer are stored, as SurveyJS does. */
export function otherKey(name: string): string {
  return `${name}-Comment`;
}

/** Our words for the answers that an author left without any. */
export type OwnOptions = Pick<
  RespondentWords,
  'yes' | 'no' | 'somethingElse' | 'noneOfThese' | 'doNotKnow' | 'preferNotToSay'
>;

/**
 * The answers that can be chosen, in the order shown, the special ones last. Empty for a question
 * that is answered in one's own words.
 *
 * @param language in which the author's words are wanted
 * @param ours our words in that language, for the answers that the author left without any
 */
export function optionsOf(
  question: Question,
  language?: string,
  ours: OwnOptions = ENGLISH,
): Option[] {
  switch (question.type) {
    case 'text':
    case 'comment':
      return [];
    case 'boolean':
      return [
        { value: true, text: inWords(question.labelTrue, language) || ours.yes },
        { value: false, text: inWords(question.labelFalse, language) || ours.no },
      ];
    case 'rating':
      return scaleOf(question, language);
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
      return [
        ...question.choices.map((choice) => optionOf(choice, language)),
        ...specialsOf(question, language, ours),
      ];
  }
}

function optionOf(choice: WrittenChoice, language?: string): Option {
  if (typeof choice !== 'object') return { value: choice, text: String(choice) };
  return { value: choice.value, text: inWords(choice.text, language) || String(choice.value) };
}

function scaleOf(question: Extract<Question, { type: 'rating' }>, language?: string): Option[] {
  if (question.rateValues) return question.rateValues.map((value) => optionOf(value, language));
  const from = question.rateMin ?? 1;
  const step = question.rateStep ?? 1;
  const to = question.rateMax ?? (question.rateCount ? from + (question.rateCount - 1) * step : 5);
  const steps = Math.min(Math.max(Math.floor((to - from) / step), 0), 100);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const value = from + i * step;
    const end = i === 0 ? question.minRateDescription : question.maxRateDescription;
    const said = i === 0 || i === steps ? inWords(end, language) : '';
    return { value, text: said === '' ? String(value) : `${value} – ${said}` };
  });
}

function specialsOf(
  question: Extract<Question, { type: 'radiogroup' | 'dropdown' | 'checkbox' }>,
  language: string | undefined,
  ours: OwnOptions,
): Option[] {
  const specials: (Option | false | undefined)[] = [
    question.showOtherItem && {
      value: OTHER,
      text: inWords(question.otherText, language) || ours.somethingElse,
    },
    question.showNoneItem && {
      value: NONE,
      text: inWords(question.noneText, language) || ours.noneOfThese,
    },
    question.showDontKnowItem && {
      value: DONT_KNOW,
      text: inWords(question.dontKnowText, language) || ours.doNotKnow,
    },
    question.showRefuseItem && {
      value: PREFER_NOT_TO_SAY,
      text: inWords(question.refuseText, language) || ours.preferNotToSay,
    },
  ];
  return specials.filter((special) => special !== undefined && special !== false);
}

export function hasOther(question: Question): boolean {
  return 'showOtherItem' in question && question.showOtherItem === true;
}
