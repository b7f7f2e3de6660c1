import type { ChoiceQuestion, Element, Question } from '#app/survey/definition.ts';
import { asSafeHtml, paragraphsOf } from '#app/survey/plain-passage.ts';
import { codeFrom } from './fresh-name.ts';
import { putWords, wordsIn } from './words-of.ts';

/** One answer of a list as a form holds it; a new one has no code yet. */
export interface FormChoice {
  code: string | null;
  text: string;
}

/** The answers that stand apart from a list, by the SurveyJS switch that shows each. */
export const SPECIALS = [
  {
    show: 'showOtherItem',
    text: 'otherText',
    name: 'Something else',
    hint: 'with a box for words',
  },
  { show: 'showNoneItem', text: 'noneText', name: 'None of these', hint: '' },
  { show: 'showDontKnowItem', text: 'dontKnowText', name: 'I do not know', hint: '' },
  { show: 'showRefuseItem', text: 'refuseText', name: 'Prefer not to say', hint: '' },
] as const;
export type Special = (typeof SPECIALS)[number];

/** What staff write about an element, in the language of the questionnaire. Absent: not offered. */
export interface ElementForm {
  title: string;
  description?: string;
  required?: boolean;
  /** What a family reads when they leave it out. */
  requiredText?: string;
  /** radiogroup, dropdown or checkbox: these three may become one another. */
  choiceType?: ChoiceQuestion['type'];
  choices?: readonly FormChoice[];
  specials?: Readonly<Record<Special['show'], { shown: boolean; text: string }>>;
  most?: number | null;
  inputType?: 'text' | 'number' | 'date';
  longest?: number | null;
  least?: number | null;
  highest?: number | null;
  ends?: { low: string; high: string };
  labels?: { yes: string; no: string };
  paragraphs?: string;
}

/** What a form about this element shows before anything is typed. */
export function formOf(element: Element): ElementForm {
  if (element.type === 'html') {
    return { title: '', paragraphs: paragraphsOf(wordsIn(element.html)).join('\n\n') };
  }
  const common = { title: wordsIn(element.title), description: wordsIn(element.description) };
  if (element.type === 'panel') return common;
  const question = {
    ...common,
    required: element.isRequired === true,
    requiredText: wordsIn(element.requiredErrorText),
  };
  switch (element.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
      return { ...question, ...choiceForm(element) };
    case 'text':
      return { ...question, ...textForm(element) };
    case 'comment':
      return { ...question, longest: element.maxLength ?? null };
    case 'rating': {
      const ends = {
        low: wordsIn(element.minRateDescription),
        high: wordsIn(element.maxRateDescription),
      };
      if (element.rateValues)
        return { ...question, choices: element.rateValues.map(formChoice), ends };
      return { ...question, least: element.rateMin ?? 1, highest: element.rateMax ?? null, ends };
    }
    case 'boolean':
      return {
        ...question,
        labels: { yes: wordsIn(element.labelTrue), no: wordsIn(element.labelFalse) },
      };
  }
}

function choiceForm(element: ChoiceQuestion): Partial<ElementForm> {
  const specials = Object.fromEntries(
    SPECIALS.map(({ show, text }) => [
      show,
      { shown: element[show] === true, text: wordsIn(element[text]) },
    ]),
  ) as NonNullable<ElementForm['specials']>;
  const most = element.type === 'checkbox' ? { most: element.maxSelectedChoices ?? null } : {};
  return {
    choiceType: element.type,
    choices: element.choices.map(formChoice),
    specials,
    ...most,
  };
}

function textForm(element: Extract<Question, { type: 'text' }>): Partial<ElementForm> {
  const type = element.inputType ?? 'text';
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    inputType: type === 'number' || type === 'date' ? type : 'text',
    longest: element.maxLength ?? null,
    least: number(element.min),
    highest: number(element.max),
  };
}

type Choice = ChoiceQuestion['choices'][number];

const formChoice = (choice: Choice): FormChoice =>
  typeof choice === 'object'
    ? { code: String(choice.value), text: wordsIn(choice.text) || String(choice.value) }
    : { code: String(choice), text: String(choice) };

/** The element as the form says, everything that the form does not show kept as it was. */
export function formed(element: Element, form: ElementForm): Element {
  if (element.type === 'html') {
    const html = asSafeHtml(
      form.paragraphs
        ?.split(/\n+/)
        .map((one) => one.trim())
        .filter(Boolean) ?? [],
    );
    return typeof element.html === 'string'
      ? { ...element, html }
      : { ...element, html: { ...element.html, default: html } };
  }
  const titled = tidied({
    ...element,
    title: putWords(element.title, form.title),
    description:
      form.description === undefined
        ? element.description
        : putWords(element.description, form.description),
  }) as Exclude<Element, { type: 'html' }>;
  return titled.type === 'panel' ? titled : (tidied(formedQuestion(titled, form)) as Question);
}

function formedQuestion(question: Question, form: ElementForm): object {
  const common = {
    ...question,
    ...(form.required === undefined ? {} : { isRequired: form.required || undefined }),
    ...(form.requiredText === undefined
      ? {}
      : { requiredErrorText: putWords(question.requiredErrorText, form.requiredText) }),
  };
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
      return { ...common, ...formedChoices(question, form) };
    case 'text':
      return { ...common, ...formedText(question, form) };
    case 'comment':
      return { ...common, maxLength: form.longest ?? undefined };
    case 'rating':
      return { ...common, ...formedScale(question, form) };
    case 'boolean':
      return {
        ...common,
        labelTrue: putWords(question.labelTrue, form.labels?.yes ?? ''),
        labelFalse: putWords(question.labelFalse, form.labels?.no ?? ''),
      };
  }
}

function formedChoices(question: ChoiceQuestion, form: ElementForm): object {
  const type = form.choiceType ?? question.type;
  const specials = SPECIALS.flatMap(({ show, text }): [string, unknown][] => {
    const given = form.specials?.[show];
    if (!given) return [];
    return [
      [show, given.shown || undefined],
      [text, putWords(question[text], given.text)],
    ];
  });
  const several = type === 'checkbox' ? {} : { minSelectedChoices: undefined };
  return {
    ...several,
    type,
    choices: form.choices ? choicesFrom(question.choices, form.choices) : question.choices,
    ...Object.fromEntries(specials),
    ...(question.type === 'checkbox' || type === 'checkbox'
      ? { maxSelectedChoices: (type === 'checkbox' ? form.most : null) ?? undefined }
      : {}),
  };
}

/** The list as the form has it: codes and other languages' words stay with the answers they had. */
function choicesFrom(before: readonly Choice[], given: readonly FormChoice[]): Choice[] {
  const codeOf = (choice: Choice) => (typeof choice === 'object' ? choice.value : choice);
  const known = new Map(before.map((choice) => [String(codeOf(choice)), choice]));
  const taken = new Set(known.keys());
  return given.map(({ code, text }): Choice => {
    const old = code === null ? undefined : known.get(code);
    if (old === undefined) {
      const fresh = codeFrom(text, taken);
      taken.add(fresh);
      return { value: fresh, text };
    }
    const words = typeof old === 'object' ? old.text : undefined;
    const value = codeOf(old);
    if (words === undefined && text === String(value)) return old;
    return { value, text: putWords(words, text) ?? String(value) };
  });
}

function formedText(question: Extract<Question, { type: 'text' }>, form: ElementForm): object {
  const type = form.inputType ?? 'text';
  const kept = question.inputType === 'email' || question.inputType === 'tel';
  const number = type === 'number';
  return {
    inputType: type === 'text' ? (kept ? question.inputType : undefined) : type,
    maxLength: type === 'text' ? (form.longest ?? undefined) : undefined,
    ...(type === 'date'
      ? {}
      : {
          min: number ? (form.least ?? undefined) : undefined,
          max: number ? (form.highest ?? undefined) : undefined,
        }),
  };
}

function formedScale(question: Extract<Question, { type: 'rating' }>, form: ElementForm): object {
  const ends = {
    minRateDescription: putWords(question.minRateDescription, form.ends?.low ?? ''),
    maxRateDescription: putWords(question.maxRateDescription, form.ends?.high ?? ''),
  };
  if (question.rateValues) {
    const values = form.choices ? choicesFrom(question.rateValues, form.choices) : undefined;
    return { ...ends, rateValues: values ?? question.rateValues };
  }
  const least = form.least ?? 1;
  return {
    ...ends,
    rateMin: least === 1 && question.rateMin === undefined ? undefined : least,
    rateMax: form.highest ?? question.rateMax,
  };
}

/** Without the keys that say nothing. */
function tidied(element: object): object {
  return Object.fromEntries(Object.entries(element).filter(([, value]) => value !== undefined));
}
