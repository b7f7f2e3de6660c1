import {
  isChoiceQuestion,
  questionsOf,
  type Definition,
  type Question,
} from '#app/survey/definition.ts';
import { isLawfulBasis } from '#app/survey/lawful-basis.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { checkWiring } from '#app/survey/definition-wiring.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import { hintsFor } from '#app/survey/wording/hints.ts';
import { longSentences, readingOf, type Reading } from '#app/survey/wording/reading.ts';
import { findListed, type Listed } from '#app/survey/wording/word-list.ts';
import { howLong, type HowLong } from './length.ts';
import { calledOf, elementNamed, pageNamed } from './place.ts';
import { reachOf } from './reachable.ts';
import { missingIn, textsOf, type Text } from './texts.ts';
import { wordsIn } from './words-of.ts';

/** Obstacles must be mended; warnings may be accepted; hints are there to be thought about. */
export type Level = 'obstacle' | 'warning' | 'hint';

/** One thing that the checks found. */
export interface Check {
  level: Level;
  code: string;
  /** The element or page that it is about, by name; `survey` for what stands around the questions. */
  about: string;
  /** What that is called. */
  called: string;
  message: string;
}

/** What the checks look at. */
export interface ToCheck {
  definition: Definition;
  survey: {
    title: string;
    privacyNotice: string;
    keepUntil: string;
    closesOn: string | null;
    minutes: number;
    lawfulBasis: string | null;
    specialCondition: string | null;
    languages: readonly string[];
    translations: Readonly<Record<string, { title?: string; privacyNotice?: string }>>;
  };
  jargon: readonly Listed[];
  disliked: readonly Listed[];
  /** YYYY-MM-DD in England. */
  today: string;
  /** What survey-core complains of. */
  coreErrors: readonly string[];
}

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
    ...around(asked),
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

type Found = (level: Level, code: string, message: string) => Check;

const SURVEY: Found = (level, code, message) => {
  return { level, code, about: 'survey', called: 'The survey', message };
};

const on =
  (definition: Definition, name: string): Found =>
  (level, code, message) => {
    const thing = elementNamed(definition, name) ?? pageNamed(definition, name);
    return { level, code, about: name, called: thing ? calledOf(thing) : name, message };
  };

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

/** What has to be decided and said before anybody is asked. */
function around({ survey, today, definition }: ToCheck): Check[] {
  const { privacyNotice, keepUntil, closesOn } = survey;
  const checks: Check[] = [];
  const say = (...check: Parameters<Found>) => checks.push(SURVEY(...check));
  if (privacyNotice.trim().length < 50) {
    say('obstacle', 'notice', 'The privacy notice is missing: say what the answers are for');
  }
  if (!isLawfulBasis(survey.lawfulBasis)) {
    say('obstacle', 'lawful-basis', 'Nobody has said on what lawful basis you ask');
  }
  if (keepUntil <= today || (closesOn !== null && keepUntil <= closesOn)) {
    say(
      'obstacle',
      'retention',
      'The day on which answers are deleted must be after the survey closes',
    );
  }
  if (closesOn !== null && closesOn < today) {
    say(
      'warning',
      'closed',
      'The closing day has passed: opened now, it stays open until you close it',
    );
  }
  if (!/\{keepUntil\}|\b20\d\d\b/.test(privacyNotice)) {
    say('warning', 'notice-retention', 'The privacy notice does not say when answers are deleted');
  }
  if (
    !/public task|lawful basis|legal basis|consent|legal obligation|duty|law/i.test(privacyNotice)
  ) {
    say('warning', 'notice-basis', 'The privacy notice does not say on what lawful basis you ask');
  }
  const special = questionsOf(definition).filter(isSpecial);
  if (special.length > 0 && survey.specialCondition === null) {
    const which = special.slice(0, 3).map((question) => `“${calledOf(question)}”`);
    say(
      'warning',
      'special-condition',
      `Answers about health, ethnic group, religion or sexual orientation need a condition of Article 9: ${which.join(', ')}${special.length > 3 ? ` and ${special.length - 3} more` : ''}`,
    );
  }
  return checks;
}

const SPECIAL =
  /\b(ethnic|religio|faith|disab|health condition|long-term (?:illness|condition)|sexual orientation|heterosexual|gender (?:identity|reassign)|same as (?:the )?sex registered|mental health)/i;
const PERSONAL =
  /\b(your (?:full )?name|first name|surname|e-?mail|phone number|mobile number|your address|date of birth|postcode)\b/i;

function isSpecial(question: Question): boolean {
  return question.type !== 'comment' && SPECIAL.test(wordsIn(question.title));
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

function languageChecks(texts: readonly Text[], { survey }: ToCheck): Check[] {
  return survey.languages.flatMap((code) => {
    const { name } = languageOf(code);
    const missing = missingIn(texts, code).length;
    const notice = survey.translations[code];
    const lacks = [
      missing > 0 ? `${missing} of ${texts.length} texts` : '',
      notice?.title ? '' : 'the title',
      notice?.privacyNotice ? '' : 'the privacy notice',
    ].filter((one) => one !== '');
    if (lacks.length === 0) return [];
    const message = `${name} lacks ${lacks.join(', ')}: families read English there, and are told so`;
    return [SURVEY('warning', 'translation', message)];
  });
}

/** Pew Research Center caps its own online surveys at this many minutes. */
const LONG_SURVEY = 15;

function lengthChecks(length: HowLong, { survey }: ToCheck): Check[] {
  const checks: Check[] = [];
  if (length.longest > LONG_SURVEY) {
    checks.push(
      SURVEY(
        'warning',
        'long',
        `It may take ${length.longest} minutes (${length.most} questions). The longer a survey, the fewer finish it: Pew Research Center caps its own at ${LONG_SURVEY} minutes. Take questions out, or ask some of fewer people`,
      ),
    );
  }
  if (survey.minutes < length.shortest || survey.minutes > Math.max(length.longest * 1.5, 3)) {
    checks.push(
      SURVEY(
        'warning',
        'minutes',
        `Families are told that it takes about ${survey.minutes} minutes; our estimate is ${length.shortest} to ${length.longest}`,
      ),
    );
  }
  return checks;
}

/** GOV.UK asks for a reading age of 9; this is where the formula is plainly above it. */
const HARD_READING = 12;

function readingChecks({ age }: Reading): Check[] {
  if (age === null || age < HARD_READING) return [];
  const message = `By the Coleman–Liau formula it reads like a text for ${age}-year-olds. Shorter words and sentences help; GOV.UK asks for a reading age of 9`;
  return [SURVEY('warning', 'reading-age', message)];
}

/** What must be mended before a survey is opened, as sentences. */
export function obstaclesTo(asked: Pick<ToCheck, 'definition' | 'survey' | 'today'>): string[] {
  const { checks } = checkSurvey({ ...asked, jargon: [], disliked: [], coreErrors: [] });
  return checks.filter(({ level }) => level === 'obstacle').map(sayCheck);
}

/** The sentence under which a warning is kept when somebody publishes in spite of it. */
export function sayCheck({ called, message }: Check): string {
  return `${called}: ${message}.`;
}
