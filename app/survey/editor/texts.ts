import type { Definition, Element, Page, Question, Words } from '#app/survey/definition.ts';
import { SPECIALS } from './element-form.ts';
import { calledOf, everyElement } from './place.ts';
import { asSafeHtml, paragraphsOf } from '#app/survey/plain-passage.ts';
import { putWords, wordsIn, WRITTEN } from './words-of.ts';

/** One text of a questionnaire that families read, with every language that it has. */
export interface Text {
  /** Stays the same while the questionnaire is edited: `hubUse/choices/often`. */
  key: string;
  /** Where it stands, for the one who translates: “Have you used a hub?”, an answer. */
  where: string;
  /** As it was written. */
  english: string;
  /** By language code. */
  words: Readonly<Record<string, string>>;
  /** Several paragraphs rather than a line. */
  long: boolean;
}

/** A place in the questionnaire where words stand, with a way to put others there. */
interface Spot {
  key: string;
  where: string;
  words: Words | undefined;
  long: boolean;
}

/** Every text that families read, in the order in which they meet them. Empty ones are left out. */
export function textsOf(definition: Definition): Text[] {
  return spotsOf(definition)
    .map(({ key, where, words, long }) => {
      const plain = (text: string) => (long ? paragraphsOf(text).join('\n\n') : text);
      const all = typeof words === 'object' ? words : {};
      const others = Object.entries(all).filter(([code]) => code !== WRITTEN && code !== 'en');
      return {
        key,
        where,
        english: plain(wordsIn(words)),
        words: Object.fromEntries(others.map(([code, text]) => [code, plain(text)])),
        long,
      };
    })
    .filter(({ english }) => english !== '');
}

/** The texts that have no words in a language yet. */
export function missingIn(texts: readonly Text[], language: string): Text[] {
  return texts.filter(({ words }) => (words[language] ?? '') === '');
}

function spotsOf(definition: Definition): Spot[] {
  const spot = (key: string, where: string, words: Words | undefined): Spot => {
    return { key, where, words, long: false };
  };
  return [
    spot('*/description', 'Introduction', definition.description),
    ...definition.pages.flatMap((page): Spot[] => [
      spot(`page:${page.name}/title`, 'Title of a page', page.title),
      spot(
        `page:${page.name}/description`,
        `What stands first on “${calledOf(page)}”`,
        page.description,
      ),
      ...page.elements.flatMap((element) =>
        element.type === 'panel'
          ? [...elementSpots(element), ...element.elements.flatMap(elementSpots)]
          : elementSpots(element),
      ),
    ]),
  ];
}

function elementSpots(element: Element): Spot[] {
  const { name } = element;
  if (element.type === 'html') {
    return [
      { key: `${name}/html`, where: 'Words between questions', words: element.html, long: true },
    ];
  }
  const called = `“${calledOf(element)}”`;
  const spots: [string, string, Words | undefined][] = [
    ['title', element.type === 'panel' ? 'Heading of a group' : 'Question', element.title],
    ['description', `Hint of ${called}`, element.description],
    ...(element.type === 'panel' ? [] : questionSpots(element, called)),
  ];
  return spots.map(([key, where, words]) => {
    return { key: `${name}/${key}`, where, words, long: false };
  });
}

function questionSpots(question: Question, called: string): [string, string, Words | undefined][] {
  return [
    ...('choices' in question ? choiceSpots('choices', question.choices, called) : []),
    ...('choices' in question
      ? SPECIALS.map(({ text, name }): [string, string, Words | undefined] => [
          text,
          `Answer “${name}” of ${called}`,
          question[text],
        ])
      : []),
    ...(question.type === 'rating'
      ? ([
          ...choiceSpots('rateValues', question.rateValues ?? [], called),
          ['minRateDescription', `Low end of ${called}`, question.minRateDescription],
          ['maxRateDescription', `High end of ${called}`, question.maxRateDescription],
        ] satisfies [string, string, Words | undefined][])
      : []),
    ...(question.type === 'boolean'
      ? ([
          ['labelTrue', `“Yes” of ${called}`, question.labelTrue],
          ['labelFalse', `“No” of ${called}`, question.labelFalse],
        ] satisfies [string, string, Words | undefined][])
      : []),
    ...('otherErrorText' in question
      ? ([
          ['otherErrorText', `Said when the words are missing, ${called}`, question.otherErrorText],
        ] as [string, string, Words | undefined][])
      : []),
    ['requiredErrorText', `Said when ${called} is left out`, question.requiredErrorText],
    ...(question.validators ?? []).map(({ text }, at): [string, string, Words | undefined] => [
      `validators/${at}`,
      `Said when the answer to ${called} does not fit`,
      text,
    ]),
  ];
}

type Choices = NonNullable<Extract<Question, { type: 'rating' }>['rateValues']>;

function choiceSpots(
  key: string,
  choices: Choices,
  called: string,
): [string, string, Words | undefined][] {
  return choices.map((choice) => {
    const value = typeof choice === 'object' ? choice.value : choice;
    const words = typeof choice === 'object' ? (choice.text ?? String(value)) : String(value);
    // A number on a scale reads the same in every language.
    const worded = typeof words === 'string' && words === String(value) && /^\d+$/.test(words);
    return [`${key}/${value}`, `Answer to ${called}`, worded ? undefined : words];
  });
}

/** The questionnaire with one text put into a language, or taken out of it where it is empty. */
export function putText(
  definition: Definition,
  key: string,
  language: string,
  text: string,
): Definition {
  // A page's name may hold a slash; a question's cannot.
  const cut = key.startsWith('page:') ? key.lastIndexOf('/') : key.indexOf('/');
  const owner = key.slice(0, cut);
  const path = key.slice(cut + 1).split('/');
  const put = (words: Words | undefined) => putWords(words, text.trim(), language);
  if (owner === '*') return withWords(definition, path[0], put);
  if (owner.startsWith('page:')) {
    const pages = definition.pages.map((page) =>
      `page:${page.name}` === owner ? withWords(page, path[0], put) : page,
    );
    return { ...definition, pages };
  }
  if (!everyElement(definition).some(({ name }) => name === owner)) return definition;
  const into = <One extends Element>(element: One): One =>
    element.name === owner ? (elementWith(element, path, language, text) as One) : element;
  const pages = definition.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element) =>
      element.type === 'panel'
        ? into({ ...element, elements: element.elements.map(into) })
        : into(element),
    ),
  }));
  return { ...definition, pages };
}

function withWords<Thing extends Page | Definition | Element>(
  thing: Thing,
  key: string | undefined,
  put: (words: Words | undefined) => Words | undefined,
): Thing {
  if (key === undefined) return thing;
  const { [key]: before, ...rest } = thing as unknown as Record<string, Words | undefined>;
  const words = put(before);
  return (words === undefined ? rest : { ...rest, [key]: words }) as unknown as Thing;
}

function elementWith(
  element: Element,
  path: readonly string[],
  language: string,
  text: string,
): Element {
  const put = (words: Words | undefined) => putWords(words, text.trim(), language);
  const [key, ...rest] = path;
  const part = rest.join('/');
  if (element.type === 'html') {
    const html = asSafeHtml(text.split(/\n+/).filter((line) => line.trim() !== ''));
    return { ...element, html: putWords(element.html, html, language) ?? '' };
  }
  if (key === 'choices' && 'choices' in element) {
    return { ...element, choices: withChoice(element.choices, part, put) };
  }
  if (key === 'rateValues' && 'rateValues' in element) {
    return { ...element, rateValues: withChoice(element.rateValues ?? [], part, put) };
  }
  if (key === 'validators' && 'validators' in element) {
    const validators = element.validators?.map((one, at) =>
      String(at) === part ? { ...one, text: put(one.text) } : one,
    );
    return { ...element, validators };
  }
  return withWords(element, key, put);
}

function withChoice(
  choices: Choices,
  code: string,
  put: (words: Words | undefined) => Words | undefined,
): Choices {
  return choices.map((choice) => {
    const value = typeof choice === 'object' ? choice.value : choice;
    if (String(value) !== code) return choice;
    const text = put(typeof choice === 'object' ? (choice.text ?? String(value)) : String(value));
    return text === undefined || text === String(value) ? value : { value, text };
  });
}
