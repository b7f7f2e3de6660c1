import {
  isChoiceQuestion,
  questionsOf,
  type Definition,
  type Question,
} from '#app/survey/definition.ts';
import { checkWiring } from '#app/survey/definition-wiring.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import { hintsFor } from '#app/survey/wording/hints.ts';
import { longSentences, readingOf, type Reading } from '#app/survey/wording/reading.ts';
import { findListed } from '#app/survey/wording/word-list.ts';
import {
  aroundChecks,
  isSpecial,
  languageChecks,
  lengthChecks,
  PERSONAL,
  readingChecks,
} from './checks-around.ts';
import { on, sayCheck, SURVEY, type Check, type Level, type ToCheck } from './finding.ts';
import { howLong, type HowLong } from './length.ts';
import { reachOf } from './reachable.ts';
import { textsOf, type Text } from './texts.ts';
import { wordsIn } from './words-of.ts';

/** What the checks of a questionnaire came to. */
export interface Checked {
  checks: Check[];
  reading: Reading;
  length: HowLong;
}

/** Everything that stands against publishing a questionnaire, the gravest first. */
export function checkSurvey(asked: ToCheck): Checked {
  const { definition } = asked;
  const texts = textsOf(definition);
  const reading = readingOf(texts.map(({ english }) => english));
  const length = howLong(definition);
  const found: Check[] = [
    ...wiringChecks(asked),
    ...aroundChecks(asked),
    ...questionsOf(definition).flatMap((question) => aboutQuestion(question, asked)),
    ...pageChecks(definition),
    ...wordChecks(texts, asked),
    ...languageChecks(texts, asked),
    ...lengthChecks(length, asked),
    ...readingChecks(reading),
  ];
  const order: Level[] = ['obstacle', 'warning', 'hint'];
  const checks = order.flatMap((level) => found.filter((check) => check.level === level));
  return { checks, reading, length };
}

function wiringChecks({ definition, coreErrors }: ToCheck): Check[] {
  const reach = reachOf(definition);
  return [
    ...checkWiring(definition).map(({ element, message }) =>
      on(definition, element)('obstacle', 'condition', message),
    ),
    ...coreErrors.map((message) => SURVEY('obstacle', 'surveyjs', message)),
    ...[...reach].flatMap(([name, judged]) => {
      if (judged === 'asked') return [];
      return judged === 'never'
        ? on(definition, name)(
            'obstacle',
            'never-asked',
            'Nobody can ever be asked this: no answers meet its conditions. Change who is asked',
          )
        : on(definition, name)(
            'hint',
            'not-judged',
            'There are too many combinations of answers to prove that somebody is asked this. Try it in the preview',
          );
    }),
  ];
}

function aboutQuestion(question: Question, { definition }: ToCheck): Check[] {
  const say = on(definition, question.name);
  const checks: Check[] = [];
  const title = wordsIn(question.title);
  if (title === '') {
    checks.push(
      say('obstacle', 'no-words', 'It has no words: families would read its name in files'),
    );
  }
  if (isChoiceQuestion(question) && optionsOf(question).length < 2) {
    checks.push(say('warning', 'one-answer', 'There is only one answer to choose'));
  }
  const personal =
    question.type === 'text' && (question.inputType === 'email' || question.inputType === 'tel');
  if (personal || PERSONAL.test(title)) {
    checks.push(
      say(
        'warning',
        'personal',
        'It asks who somebody is or how to reach them. Then the answers are not anonymous, and the pages say that they are',
      ),
    );
  }
  const refuses = optionsOf(question).some(({ value, text }) =>
    value === PREFER_NOT_TO_SAY ? true : /prefer not/i.test(text),
  );
  if (isSpecial(question) && isChoiceQuestion(question) && !refuses) {
    checks.push(
      say('warning', 'no-refusal', 'Offer “Prefer not to say”: it is a personal question'),
    );
  }
  for (const hint of hintsFor(question, title)) checks.push(say('hint', hint.kind, hint.message));
  return checks;
}

function pageChecks(definition: Definition): Check[] {
  const empty = definition.pages.flatMap((page): Check[] =>
    page.elements.length > 0
      ? []
      : [on(definition, page.name)('warning', 'empty-page', 'Nothing stands on this page')],
  );
  const questions = questionsOf(definition);
  const needed = questions.filter(({ isRequired }) => isRequired === true).length;
  if (questions.length < 4 || needed <= questions.length / 2) return empty;
  const message = `${needed} of ${questions.length} questions must be answered. People who must answer what they would rather not, stop`;
  return [...empty, SURVEY('warning', 'many-required', message)];
}

/** Sentences that are too long, jargon, and words that families here dislike; once for each place. */
function wordChecks(
  texts: readonly Text[],
  { definition, jargon, disliked, survey }: ToCheck,
): Check[] {
  const all = [
    ...texts.map(({ key, english }) => ({ about: ownerOf(key), english })),
    { about: 'survey', english: survey.title },
    { about: 'survey', english: survey.privacyNotice },
  ];
  const seen = new Set<string>();
  return all.flatMap(({ about, english }) => {
    const say = about === 'survey' || about === '*' ? SURVEY : on(definition, about);
    const checks = [
      ...findListed(english, disliked).map(({ found, instead }) =>
        say(
          'warning',
          'disliked',
          `Families here said that they dislike “${found}”${instead === '' ? '' : `; they would rather read “${instead}”`}`,
        ),
      ),
      ...findListed(english, jargon).map(({ found, instead }) =>
        say('warning', 'jargon', `“${found}” is a word of services. Plainer: ${instead}`),
      ),
      ...longSentences(english).map(({ sentence, words }) =>
        say(
          'warning',
          'long-sentence',
          `A sentence of ${words} words: “${sentence.split(' ').slice(0, 8).join(' ')} …”. Cut it in two`,
        ),
      ),
    ];
    return checks.filter((check) => {
      const key = `${check.about} ${check.message}`;
      return !seen.has(key) && seen.add(key);
    });
  });
}

function ownerOf(key: string): string {
  if (key.startsWith('page:')) return key.slice(5, key.lastIndexOf('/'));
  return key.slice(0, key.indexOf('/'));
}

/** What must be mended before a survey is opened, as sentences. */
export function obstaclesTo(asked: Pick<ToCheck, 'definition' | 'survey' | 'today'>): string[] {
  const { checks } = checkSurvey({ ...asked, jargon: [], disliked: [], coreErrors: [] });
  return checks.filter(({ level }) => level === 'obstacle').map(sayCheck);
}
