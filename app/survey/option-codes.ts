import type { Question } from './definition.ts';
import {
  DONT_KNOW,
  NONE,
  optionsOf,
  OTHER,
  PREFER_NOT_TO_SAY,
  type Option,
  type OwnOptions,
} from './options.ts';

/**
 * The number of each answer: printed beside the box on paper, typed by whoever enters the form, and
 * the value in the files for SPSS. Defined here once.
 *
 * An answer of the list has its place in it, from 1. Where the author gave whole numbers as values (a
 * scale from 0 to 10), those numbers are the codes. The answers that stand apart have the same number
 * in every question, so that they are known by heart: 95 none of these, 96 I do not know, 97 something
 * else, 98 prefer not to say, 99 no reply. A question with a code over 94 in its list counts in three
 * digits: 995 to 999.
 */
const APART: Readonly<Record<string, number>> = {
  [NONE]: 95,
  [DONT_KNOW]: 96,
  [OTHER]: 97,
  [PREFER_NOT_TO_SAY]: 98,
};
const NO_REPLY = 99;
const HIGHEST_TWO_DIGITS = 94;
const HIGHEST_THREE_DIGITS = 994;

/** One answer and its number. */
export interface CodedOption extends Option {
  code: number;
}

/** All answers of a question in the order shown, each with its number, and the number for none. */
export interface Codes {
  /** Empty for a question that is answered in one's own words. */
  options: CodedOption[];
  /** Asked, and left empty: 99, or 999 beside a long list. */
  noReply: number;
}

export function codesOf(question: Question, language?: string, ours?: OwnOptions): Codes {
  const options = optionsOf(question, language, ours);
  const apart = ({ value }: Option) => ('choices' in question ? APART[String(value)] : undefined);
  const listed = options.filter((option) => apart(option) === undefined);
  const own = listed.every(({ value }) => isCode(value));
  const inList = new Map(listed.map(({ value }, at) => [value, own ? Number(value) : at + 1]));
  const more = [...inList.values()].some((code) => code > HIGHEST_TWO_DIGITS) ? 900 : 0;
  return {
    options: options.map((option) => ({
      ...option,
      code: inList.get(option.value) ?? (apart(option) ?? 0) + more,
    })),
    noReply: NO_REPLY + more,
  };
}

function isCode(value: Option['value']): boolean {
  const whole = typeof value === 'number' && Number.isInteger(value);
  return whole && value >= 0 && value <= HIGHEST_THREE_DIGITS;
}

/** The answer that a number stands for; undefined when this question has no such number. */
export function optionWithCode(question: Question, code: number): CodedOption | undefined {
  return codesOf(question).options.find((option) => option.code === code);
}
