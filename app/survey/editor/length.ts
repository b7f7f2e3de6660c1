import { isQuestion, type Definition, type Question } from '#app/survey/definition.ts';
import { inWords } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { paragraphsOf } from '#app/survey/plain-passage.ts';
import { wordsIn } from '#app/survey/wording/reading.ts';

/**
 * How long a questionnaire takes: an estimate of ours, said as one. Reading at 180 words a minute,
 * slower than the 238 that adults read silently on average (M. Brysbaert, "How many words do we read
 * per minute?", Journal of Memory and Language 109, 2019), because people read on phones, tired, or in
 * their second language; and for each answer the seconds below. No times of families are kept, so
 * there is nothing to correct it by: try it with three of them.
 */
const WORDS_A_MINUTE = 180;
const SECONDS: Readonly<Record<Question['type'], number>> = {
  radiogroup: 5,
  dropdown: 7,
  boolean: 3,
  rating: 5,
  checkbox: 9,
  text: 10,
  comment: 45,
};
/** Pressing "Continue" and waiting for the next page. */
const SECONDS_A_PAGE = 2;

export interface HowLong {
  /** Questions asked of everybody, and all that there are. */
  fewest: number;
  most: number;
  /** Minutes for who is asked only what everybody is asked, and for who is asked everything. */
  shortest: number;
  longest: number;
}

export function howLong(definition: Definition): HowLong {
  let [fewest, most, shortest, longest] = [0, 0, 0, 0];
  for (const page of definition.pages) {
    for (const element of page.elements) {
      const inside = element.type === 'panel' ? element.elements : [element];
      const always = page.visibleIf === undefined && element.visibleIf === undefined;
      for (const each of inside) {
        const seconds = isQuestion(each)
          ? secondsFor(each)
          : reading(each.type === 'html' ? paragraphsOf(inWords(each.html)).join(' ') : '');
        longest += seconds;
        if (isQuestion(each)) most += 1;
        if (!always || each.visibleIf !== undefined) continue;
        shortest += seconds;
        if (isQuestion(each)) fewest += 1;
      }
    }
  }
  const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));
  return { fewest, most, shortest: minutes(shortest), longest: minutes(longest) };
}

function secondsFor(question: Question): number {
  const options = optionsOf(question).map(({ text }) => text);
  const words = [inWords(question.title), inWords(question.description), ...options].join(' ');
  return reading(words) + SECONDS[question.type] + SECONDS_A_PAGE;
}

const reading = (text: string) => (60 * wordsIn(text).length) / WORDS_A_MINUTE;
