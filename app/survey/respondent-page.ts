import { answerInWords } from './answer-words.ts';
import { inWords, isQuestion, titleOf, type Passage, type Question } from './definition.ts';
import { hasOther, optionsOf, otherKey } from './options.ts';
import { paragraphsOf } from './plain-passage.ts';
import { fieldsFrom, type Fields } from './posted.ts';
import { headingOf, type Answers, type AskedStep } from './steps.ts';
import { longestOf } from './answers.ts';

/** One option as it stands on a page. `apart` options follow the word "or". */
export interface ShownOption {
  value: string;
  text: string;
  apart: boolean;
  isOther: boolean;
}

/** One question as it stands on a page: everything that its markup needs and nothing more. */
export interface ShownQuestion {
  kind: 'question';
  name: string;
  title: string;
  hint: string;
  optional: boolean;
  control: 'radios' | 'checkboxes' | 'select' | 'line' | 'lines' | 'date';
  input: 'text' | 'number' | 'email' | 'tel';
  rows: number;
  /** Said under a box for long answers. */
  room: number | null;
  options: ShownOption[];
  otherField: string | null;
}

export interface ShownPassage {
  kind: 'passage';
  name: string;
  paragraphs: string[];
}

/** A page of a questionnaire as a family sees it. */
export interface QuestionPage {
  name: string;
  section: string;
  /** What stands before the first question of a section. */
  opening: string;
  /** The heading of the page. With one question it is that question's title. */
  heading: string;
  hint: string;
  alone: boolean;
  number: number;
  about: number;
  parts: (ShownQuestion | ShownPassage)[];
  fields: Fields;
}

const APART: readonly string[] = ['none', 'dontknow', 'refused'];

/**
 * The read model of one page.
 *
 * @param asked the steps that apply, of which `step` is one
 */
export function questionPage(
  step: AskedStep,
  asked: readonly AskedStep[],
  answers: Answers,
  language?: string,
): QuestionPage {
  const numbered = asked.filter(({ questions }) => questions.length > 0);
  return {
    name: step.name,
    section: inWords(step.section.title, language),
    opening: step.opensSection ? inWords(step.section.description, language) : '',
    heading: headingOf(step, language),
    hint: inWords(step.hint, language),
    alone: step.questions.length === 1 && step.heading === undefined,
    number: numbered.findIndex(({ name }) => name === step.name) + 1,
    about: numbered.length,
    parts: step.elements.map((element) =>
      isQuestion(element) ? shownQuestion(element, language) : shownPassage(element, language),
    ),
    fields: fieldsFrom(step.questions, answers),
  };
}

function shownPassage(passage: Passage, language?: string): ShownPassage {
  const paragraphs = paragraphsOf(inWords(passage.html, language));
  return { kind: 'passage', name: passage.name, paragraphs };
}

function shownQuestion(question: Question, language?: string): ShownQuestion {
  const other = hasOther(question) ? otherKey(question.name) : null;
  return {
    kind: 'question',
    name: question.name,
    title: titleOf(question, language),
    hint: inWords(question.description, language),
    optional: question.isRequired !== true,
    control: controlOf(question),
    input: inputOf(question),
    rows: question.type === 'comment' ? (question.rows ?? 5) : 1,
    room: question.type === 'comment' ? longestOf(question) : null,
    options: optionsOf(question, language).map(({ value, text }) => ({
      value: String(value),
      text,
      apart: APART.includes(String(value)),
      isOther: other !== null && value === 'other',
    })),
    otherField: other,
  };
}

function controlOf(question: Question): ShownQuestion['control'] {
  switch (question.type) {
    case 'text':
      return question.inputType === 'date' ? 'date' : 'line';
    case 'comment':
      return 'lines';
    case 'checkbox':
      return 'checkboxes';
    case 'dropdown':
      return 'select';
    case 'radiogroup':
    case 'rating':
    case 'boolean':
      return 'radios';
  }
}

function inputOf(question: Question): ShownQuestion['input'] {
  const type = question.type === 'text' ? question.inputType : undefined;
  return type === 'number' || type === 'email' || type === 'tel' ? type : 'text';
}

/** One line of "Check your answers". Empty lines: the question was left out. */
export interface CheckLine {
  name: string;
  /** The page on which it is changed. */
  page: string;
  title: string;
  lines: string[];
}

export interface CheckSection {
  title: string;
  lines: CheckLine[];
}

/** Every question that applies, with its answer in words, under its section. */
export function checkSections(
  asked: readonly AskedStep[],
  answers: Answers,
  language?: string,
): CheckSection[] {
  const sections: CheckSection[] = [];
  for (const step of asked) {
    const title = inWords(step.section.title, language);
    const lines = step.questions.map((question) => ({
      name: question.name,
      page: step.name,
      title: titleOf(question, language),
      lines: answerInWords(question, answers, language),
    }));
    const last = sections.at(-1);
    if (last?.title === title) last.lines.push(...lines);
    else if (lines.length > 0) sections.push({ title, lines });
  }
  return sections;
}
