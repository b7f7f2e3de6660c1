import { newId } from '#db/ids.ts';
import {
  languageChecksOf,
  putLanguageCheck,
  putWording,
  removeLanguageCheck,
  removeWording,
  wordingsOf,
} from '#db/languages.ts';
import { record } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { checkHolds, wordingsFrom } from './checked.ts';
import { digestOfWords } from './digest.server.ts';
import type { WordName } from './english.ts';
import { LANGUAGES, languageOf, type Language, type LanguageCode } from './languages.ts';
import type { Speaker } from './speaker.ts';
import { speakerIn } from './words.ts';

/** How a language stands with an authority. */
export interface LanguageState {
  language: Language;
  /** The speaker who looked at the words as they stand now, or null. */
  check: { by: string; on: string } | null;
  /** Who looked at them before some were changed. */
  before: { by: string; on: string } | null;
  speaker: Speaker;
  /** How many of our texts the authority worded itself. */
  changed: WordName[];
}

/** Each language besides English, with who has checked it. */
export async function languageStates(
  read: Reader,
  authorityId: string,
  codes: readonly string[] = LANGUAGES.map(({ code }) => code),
): Promise<LanguageState[]> {
  const checks = await languageChecksOf(read, authorityId);
  const states: LanguageState[] = [];
  for (const language of LANGUAGES) {
    if (language.code === 'en' || !codes.includes(language.code)) continue;
    const wordings = wordingsFrom(await wordingsOf(read, authorityId, language.code));
    const speaker = speakerIn(language.code, wordings);
    const check = checks.find((each) => each.language === language.code);
    const said = check ? { by: check.checkedBy, on: check.checkedOn } : null;
    const holds = checkHolds(check, digestOfWords(speaker.words));
    states.push({
      language,
      check: holds ? said : null,
      before: holds ? null : said,
      speaker,
      changed: Object.keys(wordings) as WordName[],
    });
  }
  return states;
}

const thing = (code: LanguageCode) => ({ kind: 'language', id: code });

/** Notes who looked at our words in a language, as they stand now. */
export async function noteLanguageCheck(
  by: Person,
  code: LanguageCode,
  { checkedBy, checkedOn }: { checkedBy: string; checkedOn: string },
  now: Date,
): Promise<void> {
  allow(by, 'languages.check', by);
  await theStore().write(`languages:${by.authorityId}`, async (tx) => {
    const wordings = wordingsFrom(await wordingsOf(tx, by.authorityId, code));
    await putLanguageCheck(tx, {
      id: newId(),
      authorityId: by.authorityId,
      language: code,
      checkedBy,
      checkedOn,
      digest: digestOfWords(speakerIn(code, wordings).words),
      recordedBy: by.name,
      recordedAt: now,
    });
    await record(tx, by, 'language.checked', thing(code), { language: languageOf(code).name });
  });
}

/** Takes the note back: families read again that nobody has checked the words. */
export async function dropLanguageCheck(by: Person, code: LanguageCode): Promise<void> {
  allow(by, 'languages.check', by);
  await theStore().write(`languages:${by.authorityId}`, async (tx) => {
    if (!(await removeLanguageCheck(tx, by.authorityId, code))) return;
    await record(tx, by, 'language.unchecked', thing(code), { language: languageOf(code).name });
  });
}

/** Puts a speaker's better wording in place of ours; without one, ours stands again. */
export async function changeWording(
  by: Person,
  code: LanguageCode,
  name: WordName,
  wording: string | null,
  now: Date,
): Promise<void> {
  allow(by, 'languages.check', by);
  await theStore().write(`languages:${by.authorityId}`, async (tx) => {
    const { authorityId } = by;
    if (wording === null) await removeWording(tx, authorityId, code, name);
    else {
      const row = { id: newId(), authorityId, language: code, name, wording };
      await putWording(tx, { ...row, changedBy: by.name, changedAt: now });
    }
    await record(tx, by, 'language.worded', thing(code), { language: languageOf(code).name });
  });
}
