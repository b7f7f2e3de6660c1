import { answerInWords } from './answer-words.ts';
import {
  inWords,
  isQuestion,
  titleOf,
  type Passage,
  type Question,
  type Words,
} from './definition.ts';
import type { LanguageCode } from './languages/languages.ts';
import { ENGLISH_SPEAKER, type Speaker } from './languages/speaker.ts';
import {
  DONT_KNOW,
  hasOther,
  NONE,
  optionsOf,
  OTHER,
  otherKey,
  PREFER_NOT_TO_SAY,
} from './options.ts';
import { paragraphsOf } from './plain-passage.ts';
import { fieldsFrom, type Fields } from './posted.ts';
import { headingOf, type Answers, type AskedStep } from './steps.ts';
import { longestOf } from './answers.ts';

/** One option as it stands on a page. `apart` options follow the word "or". */
export interface ShownOption {
  value: string;
  text: string;
  /** The language of the text where it is not that of the page. */
  lang: string | undefined;
  apart: boolean;
  isOther: boolean;
}

/** One question as it stands on a page: everything that its markup needs and nothing more. */
export interface ShownQuestion {
  kind: 'question';
  name: string;
  title: string;
  titleLang: string | undefined;
  hint: string;
  hintLang: string | undefined;
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
  lang: string | undefined;
}

/** A page of a questionnaire as a family sees it. */
export interface QuestionPage {
  name: string;
  section: string;
  sectionLang: string | undefined;
  /** What stands before the first question of a section. */
  opening: string;
  openingLang: string | undefined;
  /** The heading of the page. With one question it is that question's title. */
  heading: string;
  headingLang: string | undefined;
  hint: string;
  hintLang: string | undefined;
  alone: boolean;
  number: number;
  about: number;
  parts: (ShownQuestion | ShownPassage)[];
  fields: Fields;
}

const APART: readonly string[] = [NONE, DONT_KNOW, PREFER_NOT_TO_SAY];

/** A questionnaire's words in the language of whoever reads them. */
export interface Reading {
  speaker: Speaker;
  /** The language that the author wrote in, where it is not English. */
  written?: LanguageCode | undefined;
}

const IN_ENGLISH: Reading = { speaker: ENGLISH_SPEAKER };

/** The code by which the author's words are looked up. */
function codeOf({ speaker, written }: Reading): string {
  const { code } = speaker.language;
  return code === 'en' && written !== undefined ? written : code;
}

/** The language that some words are in, where it is not that of the page; undefined where it is. */
export function foreign(words: Words | undefined, reading: Reading): string | undefined {
  const { code } = reading.speaker.language;
  const written = reading.written ?? 'en';
  if (words === undefined || words === '') return undefined;
  if (typeof words === 'object' && (words[code] ?? '') !== '') return undefined;
  return written === code ? undefined : written;
}

/**
 * The read model of one page.
 *
 * @param asked the steps that apply, of which `step` is one
 */
export function questionPage(
  step: AskedStep,
  asked: readonly AskedStep[],
  answers: Answers,
  reading: Reading = IN_ENGLISH,
): QuestionPage {
  const numbered = asked.filter(({ questions }) => questions.length > 0);
  const language = codeOf(reading);
  const { title, description } = step.section;
  const [first] = step.questions;
  return {
    name: step.name,
    section: inWords(title, language),
    sectionLang: foreign(title, reading),
    opening: step.opensSection ? inWords(description, language) : '',
    openingLang: foreign(description, reading),
    heading: headingOf(step, language),
    headingLang: foreign(step.heading ?? first?.title ?? title, reading),
    hint: inWords(step.hint, language),
    hintLang: foreign(step.hint, reading),
    alone: step.questions.length === 1 && step.heading === undefined,
    number: numbered.findIndex(({ name }) => name === step.name) + 1,
    about: numbered.length,
    parts: step.elements.map((element) =>
      isQuestion(element) ? shownQuestion(element, reading) : shownPassage(element, reading),
    ),
    fields: fieldsFrom(step.questions, answers),
  };
}

function shownPassage(passage: Passage, reading: Reading): ShownPassage {
  const paragraphs = paragraphsOf(inWords(passage.html, codeOf(reading)));
  const lang = foreign(passage.html, reading);
  return { kind: 'passage', name: passage.name, paragraphs, lang };
}

function shownQuestion(question: Question, reading: Reading): ShownQuestion {
  const language = codeOf(reading);
  const other = hasOther(question) ? otherKey(question.name) : null;
  return {
    kind: 'question',
    name: question.name,
    title: titleOf(question, language),
    titleLang: foreign(question.title, reading),
    hint: inWords(question.description, language),
    hintLang: foreign(question.description, reading),
    optional: question.isRequired !== true,
    control: controlOf(question),
    input: inputOf(question),
    rows: question.type === 'comment' ? (question.rows ?? 5) : 1,
    room: question.type === 'comment' ? longestOf(question) : null,
    options: shownOptions(question, reading, other),
    otherField: other,
  };
}

function shownOptions(question: Question, reading: Reading, other: string | null): ShownOption[] {
  const words = writtenOptions(question);
  return optionsOf(question, codeOf(reading), reading.speaker.words).map(({ value, text }) => ({
    value: String(value),
    text,
    lang: foreign(words.get(value), reading),
    apart: APART.includes(String(value)),
    isOther: other !== null && value === OTHER,
  }));
}

/** The author's words of each answer, by its code; of one without words of its own, nothing. */
function writtenOptions(question: Question): Map<string | number | boolean, Words | undefined> {
  switch (question.type) {
    case 'text':
    case 'comment':
      return new Map();
    case 'boolean':
      return new Map([
        [true, question.labelTrue],
        [false, question.labelFalse],
      ]);
    case 'rating':
      return new Map((question.rateValues ?? []).map(wordsOfChoice));
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
      return new Map<string | number | boolean, Words | undefined>([
        ...question.choices.map(wordsOfChoice),
        [OTHER, question.otherText],
        [NONE, question.noneText],
        [DONT_KNOW, question.dontKnowText],
        [PREFER_NOT_TO_SAY, question.refuseText],
      ]);
  }
}

type Choice = string | number | { value: string | number; text?: Words | undefined };

/** A bare number means the same in every language; a bare text is as the author wrote it. */
function wordsOfChoice(choice: Choice): [string | number, Words | undefined] {
  if (typeof choice === 'object') return [choice.value, choice.text];
  return [choice, typeof choice === 'string' ? choice : undefined];
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
  titleLang: string | undefined;
  lines: string[];
}

export interface CheckSection {
  title: string;
  titleLang: string | undefined;
  lines: CheckLine[];
}

/** Every question that applies, with its answer in words, under its section. */
export function checkSections(
  asked: readonly AskedStep[],
  answers: Answers,
  reading: Reading = IN_ENGLISH,
): CheckSection[] {
  const language = codeOf(reading);
  const sections: CheckSection[] = [];
  for (const step of asked) {
    const title = inWords(step.section.title, language);
    const lines = step.questions.map((question) => ({
      name: question.name,
      page: step.name,
      title: titleOf(question, language),
      titleLang: foreign(question.title, reading),
      lines: answerInWords(question, answers, language, reading.speaker.words),
    }));
    const last = sections.at(-1);
    if (last?.title === title) last.lines.push(...lines);
    else if (lines.length > 0) {
      sections.push({ title, titleLang: foreign(step.section.title, reading), lines });
    }
  }
  return sections;
}
