import { questionsOf, type Definition, type Words } from './definition.ts';

const known = new WeakMap<Definition, (Words | undefined)[]>();

/** The texts of a questionnaire that families read, to see whether a language has them all. */
export function wordsShown(definition: Definition): (Words | undefined)[] {
  const before = known.get(definition);
  if (before) return before;
  const words: (Words | undefined)[] = [definition.description];
  for (const page of definition.pages) {
    words.push(page.title, page.description);
    for (const element of page.elements) {
      if (element.type === 'panel') words.push(element.title, element.description);
      if (element.type === 'html') words.push(element.html);
    }
  }
  for (const question of questionsOf(definition)) {
    words.push(question.title, question.description);
    if (!('choices' in question)) continue;
    for (const choice of question.choices) if (typeof choice === 'object') words.push(choice.text);
    if (question.showOtherItem === true) words.push(question.otherText);
  }
  known.set(definition, words);
  return words;
}
