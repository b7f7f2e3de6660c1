import { LONGEST_LINE, inWords, titleOf, type Definition, type Question } from '../definition.ts';
import { ENGLISH_SPEAKER } from '../languages/speaker.ts';
import { codesOf } from '../option-codes.ts';
import { hasOther } from '../options.ts';
import { numbered } from '../print/printed.ts';
import { sayOnPaper, type Numbered } from '../print/routing-words.ts';
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
  /** Whom the form asks it, where that is not everybody, in the words that are printed there. */
  only: string;
}

export interface EntrySection {
  title: string;
  lines: EntryLine[];
}

/** Every question in the order printed, under the headings that the form has. */
export function entrySections(asking: {
  definition: Definition;
  steps: readonly Step[];
}): EntrySection[] {
  const sections: EntrySection[] = [];
  const all = numbered(asking.definition);
  for (const step of asking.steps) {
    const own = all.filter(({ question }) => step.elements.includes(question));
    if (own.length === 0) continue;
    const title = inWords(step.section.title);
    const questions = own.map(({ question }) => question);
    const panel = step.heading === undefined ? '' : headingOf({ ...step, questions });
    const lines = own.map((one) => lineOf(one, all, panel));
    const last = sections.at(-1);
    if (last?.title === title) last.lines.push(...lines);
    else sections.push({ title, lines });
  }
  return sections;
}

function lineOf(at: Numbered, all: readonly Numbered[], panel: string): EntryLine {
  const { question, number } = at;
  const { options, noReply } = codesOf(question);
  const conditions = at.conditions.map((one) => sayOnPaper(one, all, ENGLISH_SPEAKER));
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
    only: conditions.join(`; ${ENGLISH_SPEAKER.words.paperAnd} `),
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
