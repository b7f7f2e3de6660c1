import { askedVersion, questionsOfVersion, type AskedVersion } from '#db/asked-version.ts';
import { languageChecksOf, wordingsOf } from '#db/languages.ts';
import type { Authority } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { draftOf, type Draft } from '#db/drafts.ts';
import { surveyAtAddress, type AnsweredSurvey } from '#db/survey.ts';
import { NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import { checkHolds, wordingsFrom } from './languages/checked.ts';
import { chooseLanguage, offeredIn, writtenIn, type Wanted } from './languages/choose.ts';
import type { RespondentWords } from './languages/english.ts';
import type { LanguageCode } from './languages/languages.ts';
import type { Speaker } from './languages/speaker.ts';
import { speakerIn } from './languages/words.ts';
import { digestOfWords } from './languages/digest.server.ts';
import { keptRules, rulesOf, type Rules } from './rules.server.ts';
import type { Answers } from './steps.ts';
import { stateOn, typedCode, type SurveyState } from './survey.ts';

/** In which language a family is spoken to, and how sure we are of it. */
export interface Spoken {
  speaker: Speaker;
  /** The language that the author wrote in. */
  written: LanguageCode;
  offered: LanguageCode[];
  wordings: Partial<RespondentWords>;
  /** No speaker has looked at our words for this authority. */
  unchecked: boolean;
}

/** A family at the public address of a survey, and what they have answered so far. */
export interface Visit extends Spoken {
  survey: AnsweredSurvey;
  authority: Authority;
  state: SurveyState;
  /** What they are asked; null before the survey was first opened. */
  asking: { version: AskedVersion; rules: Rules } | null;
  draft: Draft | null;
  answers: Answers;
}

/**
 * Who stands at /s/CODE. Somebody who began keeps the version that they began with.
 *
 * @param token of the cookie that the first page left, if there is one
 * @param today YYYY-MM-DD in England
 */
export async function visit(
  code: string,
  token: string | undefined,
  today: string,
  wanted: Wanted = { chosen: [], browser: [] },
): Promise<Visit> {
  const { read } = theStore();
  const found = await surveyAtAddress(read, typedCode(code));
  if (!found) throw new NotFound('survey');
  const { survey, authority } = found;
  const draft =
    token === undefined
      ? undefined
      : await draftOf(read, survey.authorityId, survey.id, hashOf(token));
  const asking = await askingOf(read, survey, draft?.versionId);
  const definition = asking?.rules.definition;
  const offered = offeredIn(definition, asking?.version.languages);
  const language = chooseLanguage(offered, wanted, draft?.language);
  return {
    survey,
    authority,
    state: stateOn(survey, today),
    asking,
    draft: draft ?? null,
    answers: draft?.answers ?? {},
    offered,
    written: writtenIn(definition),
    ...(await spokenIn(read, survey.authorityId, language)),
  };
}

/** What was read of the versions whose rules are at hand: a published version never changes. */
const versionsRead = new WeakMap<Rules, AskedVersion>();

/** What a family is asked; of what they began with nothing is read again that is at hand. */
async function askingOf(
  read: Reader,
  { id, authorityId }: AnsweredSurvey,
  beganWith: string | undefined,
): Promise<Visit['asking']> {
  const kept = beganWith === undefined ? undefined : keptRules(beganWith);
  if (kept) {
    const known = versionsRead.get(kept);
    if (known) return { version: known, rules: kept };
  }
  const version = await askedVersion(read, authorityId, id, beganWith);
  if (!version) return null;
  const rules = await rulesOfVersion(read, authorityId, version.id);
  versionsRead.set(rules, version);
  return { version, rules };
}

/** The rules of a version; its questions are only read where they are not at hand. */
async function rulesOfVersion(read: Reader, authorityId: string, id: string): Promise<Rules> {
  const kept = keptRules(id);
  if (kept) return kept;
  const definition = await questionsOfVersion(read, authorityId, id);
  if (definition === undefined) throw new NotFound('survey');
  return rulesOf({ id, definition });
}

/** Our words in a language as an authority has them. English needs nobody's check. */
export async function spokenIn(
  read: Reader,
  authorityId: string,
  language: LanguageCode,
): Promise<Pick<Spoken, 'speaker' | 'wordings' | 'unchecked'>> {
  if (language === 'en') return { speaker: speakerIn('en'), wordings: {}, unchecked: false };
  const [checks, rows] = await Promise.all([
    languageChecksOf(read, authorityId),
    wordingsOf(read, authorityId, language),
  ]);
  const wordings = wordingsFrom(rows);
  const check = checks.find((each) => each.language === language);
  const speaker = speakerIn(language, wordings);
  return { speaker, wordings, unchecked: !checkHolds(check, digestOfWords(speaker.words)) };
}
