import { titleOf, type Question } from './definition.ts';
import { authored, type Speaker } from './languages/speaker.ts';

type Validator = NonNullable<Question['validators']>[number];

/**
 * What to do about an answer that an author's validators refuse: the author's own words where there
 * are some in the family's language, else ours for the first limit that does not hold.
 */
export function failedMessage(question: Question, answer: unknown, speaker: Speaker): string {
  for (const validator of question.validators ?? []) {
    const ours = brokenLimit(validator, answer, speaker);
    if (ours === undefined) continue;
    return authored(validator.text, speaker).trim().replace(/\.$/, '') || ours;
  }
  return speaker.say('checkAnswer', { title: titleOf(question, speaker.language.code) });
}

function brokenLimit(validator: Validator, answer: unknown, { say }: Speaker): string | undefined {
  switch (validator.type) {
    case 'numeric': {
      const number = typeof answer === 'number' ? answer : Number.NaN;
      if (Number.isNaN(number)) return say('enterNumber');
      const { minValue, maxValue } = validator;
      if (minValue !== undefined && number < minValue) {
        return say('numberFrom', { number: minValue });
      }
      return maxValue !== undefined && number > maxValue
        ? say('numberTo', { number: maxValue })
        : undefined;
    }
    case 'text': {
      const text = String(answer);
      const { minLength, maxLength, allowDigits } = validator;
      if (minLength !== undefined && text.length < minLength) {
        return say('tooShort', { characters: minLength });
      }
      // SurveyJS takes a longest length of 0 as none.
      if (maxLength !== undefined && maxLength > 0 && text.length > maxLength) {
        return say('tooLong', { characters: maxLength });
      }
      return allowDigits === false && /\d/.test(text) ? say('noDigits') : undefined;
    }
    case 'answercount': {
      const count = Array.isArray(answer) ? answer.length : 0;
      const { minCount, maxCount } = validator;
      if (minCount !== undefined && count < minCount) {
        return say('selectAtLeast', { count: minCount });
      }
      return maxCount !== undefined && count > maxCount
        ? say('selectAtMost', { count: maxCount })
        : undefined;
    }
  }
}
