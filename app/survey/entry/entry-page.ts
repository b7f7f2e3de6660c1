import { LONGEST_LINE, inWords, titleOf, type Question } from '../definition.ts';
import { codesOf } from '../option-codes.ts';
import { hasOther } from '../options.ts';
import { headingOf, type Step } from '../steps.ts';
import { boxOf, wordsBoxOf } from './typed-form.ts';

/** One question of the page on which a form is typed. */
export interface EntryLine {
  name: string;
  /** As on the printed form, from 1. */
  number: number;
  title: string;
  hint: string;
  box: string;
  wordsBox: string | null;
  /** What is typed: one number, several, or words of some kind. */
  kind: 'code' | 'codes' | 'number' | 'date' | 'line' | 'lines';
  codes: { code: number; text: string }[];
  noReply: number;
  /** Asked of some only: the form says of whom. */
  ofSome: boolean;
}

export interface EntrySection {
  title: string;
  lines: EntryLine[];
}

/** Every question in the order printed, under the headings that the form has. */
export function entrySections(
  steps: readonly Step[],
  questions: readonly Question[],
): EntrySection[] {
  const sections: EntrySection[] = [];
  const numberOf = new Map(questions.map(({ name }, at) => [name, at + 1]));
  for (const step of steps) {
    const own = questions.filter(({ name }) => step.elements.some((one) => one.name === name));
    if (own.length === 0) continue;
    const title = inWords(step.section.title);
    const panel = step.heading === undefined ? '' : headingOf({ ...step, questions: own });
    const lines = own.map((question) =>
      lineOf(question, numberOf.get(question.name) ?? 0, step.conditions.length > 0, panel),
    );
    const last = sections.at(-1);
    if (last?.title === title) last.lines.push(...lines);
    else sections.push({ title, lines });
  }
  return sections;
}

function lineOf(question: Question, number: number, ofSome: boolean, panel: string): EntryLine {
  const { options, noReply } = codesOf(question);
  return {
    name: question.name,
    number,
    title: panel === '' ? titleOf(question) : `${panel}: ${titleOf(question)}`,
    hint: inWords(question.description),
    box: boxOf(question.name),
    wordsBox: hasOther(question) ? wordsBoxOf(question.name) : null,
    kind: kindOf(question),
    codes: options.map(({ code, text }) => ({ code, text })),
    noReply,
    ofSome: ofSome || question.visibleIf !== undefined,
  };
}

function kindOf(question: Question): EntryLine['kind'] {
  switch (question.type) {
    case 'comment':
      return 'lines';
    case 'checkbox':
      return 'codes';
    case 'text':
      if (question.inputType === 'date') return 'date';
      if (question.inputType === 'number') return 'number';
      return (question.maxLength ?? 0) > LONGEST_LINE ? 'lines' : 'line';
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return 'code';
  }
}
