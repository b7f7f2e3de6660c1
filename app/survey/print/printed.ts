import {
  inWords,
  isQuestion,
  titleOf,
  type Definition,
  type Question,
  type Words,
} from '../definition.ts';
import { codesOf } from '../option-codes.ts';
import { OTHER } from '../options.ts';
import { paragraphsOf } from '../plain-passage.ts';
import { readCondition } from '../read-condition.ts';
import { foreign, type Reading } from '../respondent-page.ts';
import { stepsOf, type Step } from '../steps.ts';
import type { Condition } from '../conditions.ts';
import { leapsFrom, quoted, sayOnPaper, type Numbered } from './routing-words.ts';

/** Words with the language that they are in, where it is not that of the form. */
export interface Said {
  text: string;
  lang: string | null;
}

export interface PrintedOption {
  code: number;
  said: Said;
  /** A line to write on follows. */
  inWords: boolean;
}

/** One question as it stands on paper, or as an interviewer reads it out. */
export interface PrintedQuestion {
  name: string;
  /** The number that staff type it by, and that the routing speaks of. */
  number: number;
  title: Said;
  hint: Said;
  optional: boolean;
  /** "Tick one box". */
  how: string;
  kind: 'options' | 'line' | 'lines' | 'number' | 'date';
  /** Lines to write on. */
  rows: number;
  options: PrintedOption[];
  /** "Answer this only if: question 3: “Yes”"; empty where everybody is asked. */
  only: string;
  /** "If you ticked “No”: go to question 7". */
  leaps: string[];
}

export type PrintedPart =
  | { kind: 'passage'; paragraphs: Said[] }
  | { kind: 'group'; title: Said; hint: Said }
  | { kind: 'question'; question: PrintedQuestion };

export interface PrintedSection {
  title: Said;
  opening: Said;
  parts: PrintedPart[];
}

/** A whole questionnaire for paper or the telephone, in one language. */
export interface Printed {
  sections: PrintedSection[];
  /** Some of the author's words are in another language than the form. */
  partly: boolean;
}

/** Every question in order with its number, which paper, entry and files have in common. */
export function numbered(definition: Definition): Numbered[] {
  const all: Numbered[] = [];
  for (const step of stepsOf(definition)) {
    for (const element of step.elements) {
      if (!isQuestion(element)) continue;
      const own = element.visibleIf === undefined ? [] : [element.visibleIf];
      const conditions = [...step.conditions, ...own].map(conditionOf);
      all.push({ question: element, number: all.length + 1, conditions });
    }
  }
  return all;
}

function conditionOf(expression: string): Condition {
  const read = readCondition(expression);
  if (!read.ok) throw new Error(`The condition “${expression}” cannot be read: ${read.message}.`);
  return read.condition;
}

/** The questionnaire as it is printed or read out. */
export function printedIn(definition: Definition, reading: Reading): Printed {
  const all = numbered(definition);
  let partly = false;
  const said = (words: Words | undefined, text?: string): Said => {
    const lang = foreign(words, reading) ?? null;
    if (lang !== null) partly = true;
    return { text: text ?? inWords(words, reading.speaker.language.code), lang };
  };
  const sections: PrintedSection[] = [];
  for (const step of stepsOf(definition)) {
    if (step.opensSection || sections.length === 0) {
      const { title, description } = step.section;
      sections.push({ title: said(title), opening: said(description), parts: [] });
    }
    sections.at(-1)?.parts.push(...partsOf(step, all, reading, said));
  }
  return { sections: sections.filter(({ parts }) => parts.length > 0), partly };
}

type Sayer = (words: Words | undefined, text?: string) => Said;

function partsOf(
  step: Step,
  all: readonly Numbered[],
  reading: Reading,
  said: Sayer,
): PrintedPart[] {
  const parts: PrintedPart[] = [];
  if (step.heading !== undefined) {
    parts.push({ kind: 'group', title: said(step.heading), hint: said(step.hint) });
  }
  for (const element of step.elements) {
    if (!isQuestion(element)) {
      const text = inWords(element.html, reading.speaker.language.code);
      const paragraphs = paragraphsOf(text).map((one) => said(element.html, one));
      parts.push({ kind: 'passage', paragraphs });
      continue;
    }
    const at = all.find(({ question }) => question === element);
    if (at) parts.push({ kind: 'question', question: printedQuestion(at, all, reading, said) });
  }
  return parts;
}

function printedQuestion(
  at: Numbered,
  all: readonly Numbered[],
  { speaker }: Reading,
  said: Sayer,
): PrintedQuestion {
  const { question, number } = at;
  const { say, words, language } = speaker;
  const conditions = at.conditions.map((one, _, { length }) => {
    const text = sayOnPaper(one, all, speaker);
    return length > 1 && one.kind === 'or' ? `(${text})` : text;
  });
  const inLanguage = codesOf(question, language.code, words).options;
  const textOf = (code: number) => inLanguage.find((each) => each.code === code)?.text ?? '';
  return {
    name: question.name,
    number,
    title: said(question.title, titleOf(question, language.code)),
    hint: said(question.description),
    optional: question.isRequired !== true,
    how: howTo(question, speaker),
    kind: kindOf(question),
    rows: question.type === 'comment' ? Math.min(question.rows ?? 5, 8) : 1,
    options: inLanguage.map(({ code, text, value }) => ({
      code,
      said: { text, lang: langOf(question, value, said) },
      inWords: value === OTHER && 'choices' in question,
    })),
    only:
      conditions.length === 0
        ? ''
        : say('paperOnly', { condition: conditions.join(` ${words.paperAnd} `) }),
    leaps: leapsFrom(at, all).map(({ to, options }) => {
      const named = options.map(({ code }) => quoted(textOf(code)));
      const listed = named.join(` ${words.paperOrElse} `);
      return to === null
        ? say('paperGoToEnd', { options: listed })
        : say('paperGoTo', { options: listed, number: to });
    }),
  };
}

/** The language of an option's words where it is not the form's. */
function langOf(question: Question, value: string | number | boolean, said: Sayer): string | null {
  if (!('choices' in question)) return null;
  for (const choice of question.choices) {
    if (typeof choice === 'object' && choice.value === value) return said(choice.text).lang;
    if (choice === value && typeof choice === 'string') return said(choice).lang;
  }
  return null;
}

function kindOf(question: Question): PrintedQuestion['kind'] {
  switch (question.type) {
    case 'comment':
      return 'lines';
    case 'text':
      if (question.inputType === 'date') return 'date';
      return question.inputType === 'number' ? 'number' : 'line';
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
    case 'rating':
    case 'boolean':
      return 'options';
  }
}

function howTo(question: Question, { words, say }: Reading['speaker']): string {
  switch (question.type) {
    case 'checkbox': {
      const most = question.maxSelectedChoices ?? 0;
      return most > 0 ? say('paperSomeUpTo', { count: most }) : words.paperSome;
    }
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return words.paperOne;
    case 'comment':
      return words.paperWrite;
    case 'text':
      if (question.inputType === 'date') return words.paperDate;
      return question.inputType === 'number' ? words.paperNumber : words.paperWrite;
  }
}
