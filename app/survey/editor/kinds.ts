import type { Element, Question } from '#app/survey/definition.ts';

/** The kinds of question that can be added, in the order offered, in staff's words. */
export const KINDS = [
  {
    kind: 'radiogroup',
    name: 'One answer from a list',
    hint: 'The best choice where answers are to be counted',
    answers: true,
  },
  {
    kind: 'checkbox',
    name: 'Several answers from a list',
    hint: 'Families tick all that apply',
    answers: true,
  },
  {
    kind: 'rating',
    name: 'A scale',
    hint: 'Such as 1, very poor, to 5, very good',
    answers: false,
  },
  { kind: 'boolean', name: 'Yes or no', hint: '', answers: false },
  {
    kind: 'comment',
    name: 'In their own words',
    hint: 'Somebody has to read every answer: one or two of these in a survey is plenty',
    answers: false,
  },
  { kind: 'text', name: 'A word or a short line', hint: 'Or a number or a date', answers: false },
  {
    kind: 'dropdown',
    name: 'One answer from a long list',
    hint: 'A menu: only where there are more than about 15 answers',
    answers: true,
  },
  {
    kind: 'html',
    name: 'Words between questions',
    hint: 'An explanation. Nothing is answered',
    answers: false,
  },
] as const;
export type Kind = (typeof KINDS)[number]['kind'];

/** What kind of thing an element is, for a list of questions. */
export function kindName(element: Element): string {
  if (element.type === 'panel') return 'Questions together on one page';
  if (element.type === 'text' && element.inputType === 'number') return 'A number';
  if (element.type === 'text' && element.inputType === 'date') return 'A date';
  return KINDS.find(({ kind }) => kind === element.type)?.name ?? element.type;
}

/** A new question of a kind, with the answers that it begins with. */
export function newElement(
  kind: Kind,
  name: string,
  title: string,
  choices: readonly { value: string; text: string }[],
): Exclude<Element, { type: 'panel' }> {
  const asked = { name, title };
  switch (kind) {
    case 'html':
      return { type: 'html', name, html: '' };
    case 'radiogroup':
    case 'checkbox':
    case 'dropdown':
      return { type: kind, ...asked, choices: [...choices] };
    case 'rating':
      return {
        type: 'rating',
        ...asked,
        rateMin: 1,
        rateMax: 5,
        minRateDescription: 'Very poor',
        maxRateDescription: 'Very good',
      } satisfies Question;
    case 'boolean':
    case 'comment':
    case 'text':
      return { type: kind, ...asked };
  }
}
