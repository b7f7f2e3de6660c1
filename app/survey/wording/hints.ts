import { isChoiceQuestion, type Question } from '#app/survey/definition.ts';

/**
 * Hints at questions that may lead or ask two things at once. They look for a few forms of words, as
 * textbooks of survey design name them, and can be wrong both ways: they never stop anybody.
 */
export interface Hint {
  kind: 'leading' | 'two-things' | 'always-never' | 'double-negative';
  message: string;
}

const LEADING =
  /\b(do you agree that|don['’]t you|wouldn['’]t you|isn['’]t it|surely|obviously|of course|how much do you (?:like|love|enjoy)|how (?:great|helpful|excellent|useful|good) (?:is|was|were|are)|as you know|most people (?:think|agree|say))\b/i;
const ALWAYS = /\b(always|never|ever|every time)\b/i;
const NEGATIVES = /\b(not|n['’]t|never|no)\b/gi;

/** @param title the question in English */
export function hintsFor(question: Question, title: string): Hint[] {
  const hints: Hint[] = [];
  const leads = LEADING.exec(title)?.[0];
  if (leads !== undefined) {
    hints.push({
      kind: 'leading',
      message: `“${leads}” may lead people to one answer. Ask it so that each answer is as easy to give`,
    });
  }
  const counted =
    isChoiceQuestion(question) || question.type === 'rating' || question.type === 'boolean';
  const several = question.type === 'checkbox';
  if (counted && !several && asksTwo(title)) {
    hints.push({
      kind: 'two-things',
      message:
        'It may ask two things at once (“and”, “or”): whoever thinks differently about each cannot answer. Ask two questions, if so',
    });
  }
  if (question.type === 'boolean' && ALWAYS.test(title)) {
    hints.push({
      kind: 'always-never',
      message: '“Always”, “never” and “ever” with yes or no: few can answer truly. Ask how often',
    });
  }
  if ((title.match(NEGATIVES)?.length ?? 0) > 1) {
    hints.push({
      kind: 'double-negative',
      message: 'There are two negatives in it. Turn it round',
    });
  }
  return hints;
}

/** "and" between two things that are judged, not "you and your child" or "17 and over". */
function asksTwo(title: string): boolean {
  const asked = title
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/\byou(?:r \w+)? (?:and|or) your \w+/gi, 'you')
    .replaceAll(
      /\b(?:parents?|mums?|mothers?) (?:and|or) (?:carers?|dads?|fathers?)\b/gi,
      'parents',
    )
    .replaceAll(/\b\d+ (?:and|or) (?:over|under|more|less|older|younger|\d+)\b/gi, 'number')
    .replaceAll(/\b(?:yes|more) (?:and|or) (?:no|less)\b/gi, 'either')
    .replaceAll(/\b(?:if|when|where|because) [^,?]{0,300},/gi, ' ');
  const question = asked.split(/(?<=[.!])\s/).find((part) => part.includes('?')) ?? asked;
  return /\b\w{3,} and \w{3,}\b/i.test(question) || /\w\/\w/.test(question);
}
