import { z } from 'zod';
import { longestOf } from '../answers.ts';
import {
  inWords,
  isQuestion,
  type Definition,
  type Element,
  type Question,
  type Words,
} from '../definition.ts';
import { writtenIn } from '../languages/choose.ts';
import type { RespondentWords } from '../languages/english.ts';
import type { Language } from '../languages/languages.ts';
import { ENGLISH_SPEAKER, type Speaker } from '../languages/speaker.ts';
import { optionsOf, OTHER } from '../options.ts';
import { paragraphsOf } from '../plain-passage.ts';
import { requiredMessage } from '../required-message.ts';
import type { KeyAsJson } from './sealing.ts';
import { Sealed } from './sealing.ts';

/** What a tablet and the server say to each other. An old tablet must still be understood. */
export const PROTOCOL = 1;

/** Everything that a tablet needs for a day without a network. */
export interface Pack {
  protocol: typeof PROTOCOL;
  tabletId: string;
  /** Sends answers into the batch and does nothing else. */
  token: string;
  batchId: string;
  publicKey: KeyAsJson;
  authority: { name: string; colour: string; isDemonstration: boolean };
  place: string;
  survey: { id: string; programmeId: string; title: string; minutes: number };
  /** The languages in which families may answer, the author's own first. */
  languages: TabletLanguage[];
  definition: Definition;
}

/** The survey's own words and ours in one language. */
export interface TabletLanguage {
  language: Language;
  words: RespondentWords;
  /** Nobody who speaks it has looked at our words yet. */
  unchecked: boolean;
  title: string;
  notice: string[];
}

/** One finished set of answers on its way, sealed. */
export const Parcel = z.object({
  /** Made on the tablet; the same key is stored once, however often it is sent. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  /** The tablet whose key sealed it: it may have been prepared again since. */
  tabletId: z.string().max(64),
  sealed: Sealed,
});
export type Parcel = z.infer<typeof Parcel>;

/** What is inside a parcel. */
export const Contents = z.object({
  /** By the tablet's clock, in England. */
  answeredOn: z.iso.date(),
  reference: z.string().max(12),
  /** The language in which the questions were shown. */
  language: z.string().max(8).nullish(),
  answers: z.record(z.string().max(100), z.unknown()),
});
export type Contents = z.infer<typeof Contents>;

/** At most so many are sent at once. */
export const PARCELS_AT_ONCE = 10;

export const Delivery = z.object({
  protocol: z.literal(PROTOCOL),
  token: z.string().max(100),
  parcels: z.array(Parcel).min(1).max(PARCELS_AT_ONCE),
});
export type Delivery = z.infer<typeof Delivery>;

/** What became of one parcel. Stored ones may be forgotten by the tablet; kept ones wait for staff. */
export const Receipt = z.object({
  key: z.string(),
  outcome: z.enum(['stored', 'kept']),
  reason: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** `sign-in`: the tablet must be prepared again by somebody who is signed in. */
export const DeliveryAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('received'), receipts: z.array(Receipt) }),
  z.object({ outcome: z.literal('sign-in') }),
]);
export type DeliveryAnswer = z.infer<typeof DeliveryAnswer>;

/**
 * The questions as survey-react-ui may show them on a tablet: passages as plain paragraphs, every
 * answer in words with its longest length, and our own words where the author wrote none, in every
 * language of the survey, as the respondent pages have them.
 */
export function definitionForTablet(
  definition: Definition,
  speakers: readonly Speaker[] = [ENGLISH_SPEAKER],
): Definition {
  const ready = <E extends Element>(element: E): E => {
    if (element.type === 'html') {
      const { html } = element;
      if (typeof html === 'string') return { ...element, html: paragraphs(html) };
      const each = Object.entries(html).map(([code, words]) => [code, paragraphs(words)]);
      return { ...element, html: Object.fromEntries(each) as Record<string, string> };
    }
    if (element.type === 'panel') return { ...element, elements: element.elements.map(ready) };
    if (!isQuestion(element)) return element;
    return { ...element, ...ownWords(element, speakers, writtenIn(definition)) };
  };
  return {
    ...definition,
    pages: definition.pages.map((page) => ({ ...page, elements: page.elements.map(ready) })),
  };
}

/** What we say about a question where its author said nothing, in each language. */
function ownWords(
  question: Question,
  speakers: readonly Speaker[],
  written: string,
): Record<string, unknown> {
  const fill = (words: Words | undefined, ours: (speaker: Speaker) => string) => {
    const all: Record<string, string> = typeof words === 'object' ? { ...words } : {};
    if (typeof words === 'string' && words !== '') all['default'] = words;
    for (const speaker of speakers) {
      const { code } = speaker.language;
      const key = code === written ? 'default' : code;
      if ((all[key] ?? '') === '' && (all[code] ?? '') === '') all[key] = ours(speaker);
    }
    return all;
  };
  // An author's own answer means more than ours in the right language: "I have no children yet".
  const whereNone = (words: Words | undefined, ours: (speaker: Speaker) => string) =>
    inWords(words) === '' ? fill(undefined, ours) : words;
  const own: Record<string, unknown> = {};
  if (question.isRequired === true) {
    own['requiredErrorText'] = fill(question.requiredErrorText, (speaker) =>
      requiredMessage(question, speaker),
    );
  }
  if (question.type === 'comment' || question.type === 'text')
    own['maxLength'] = longestOf(question);
  if (question.type === 'boolean') {
    own['labelTrue'] = whereNone(question.labelTrue, ({ words }) => words.yes);
    own['labelFalse'] = whereNone(question.labelFalse, ({ words }) => words.no);
  }
  if (!('choices' in question)) return own;
  own['otherText'] = whereNone(question.otherText, ({ words }) => words.somethingElse);
  own['otherErrorText'] = fill(question.otherErrorText, ({ language, words, say }) => {
    const option = optionsOf(question, language.code, words).find(({ value }) => value === OTHER);
    return say('mustExplain', { option: option?.text ?? '' });
  });
  own['noneText'] = whereNone(question.noneText, ({ words }) => words.noneOfThese);
  own['dontKnowText'] = whereNone(question.dontKnowText, ({ words }) => words.doNotKnow);
  own['refuseText'] = whereNone(question.refuseText, ({ words }) => words.preferNotToSay);
  return own;
}

function paragraphs(html: string): string {
  return paragraphsOf(html)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A day as the tablet's clock has it, brought between the day it was prepared and today. */
export function believedDay(said: string, preparedOn: string, today: string): string {
  if (said < preparedOn) return preparedOn;
  return said > today ? today : said;
}
