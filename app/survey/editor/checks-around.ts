import { questionsOf, type Question } from '#app/survey/definition.ts';
import { isLawfulBasis } from '#app/survey/lawful-basis.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import type { Reading } from '#app/survey/wording/reading.ts';
import { SURVEY, type Check, type Found, type ToCheck } from './finding.ts';
import type { HowLong } from './length.ts';
import { calledOf } from './place.ts';
import { missingIn, type Text } from './texts.ts';
import { wordsIn } from './words-of.ts';

/** What has to be decided and said before anybody is asked. */
export function aroundChecks({ survey, today, definition }: ToCheck): Check[] {
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
export const PERSONAL =
  /\b(your (?:full )?name|first name|surname|e-?mail|phone number|mobile number|your address|date of birth|postcode)\b/i;

export function isSpecial(question: Question): boolean {
  return question.type !== 'comment' && SPECIAL.test(wordsIn(question.title));
}

export function languageChecks(texts: readonly Text[], { survey }: ToCheck): Check[] {
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

export function lengthChecks(length: HowLong, { survey }: ToCheck): Check[] {
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

export function readingChecks({ age }: Reading): Check[] {
  if (age === null || age < HARD_READING) return [];
  const message = `By the Coleman–Liau formula it reads like a text for ${age}-year-olds. Shorter words and sentences help; GOV.UK asks for a reading age of 9`;
  return [SURVEY('warning', 'reading-age', message)];
}
