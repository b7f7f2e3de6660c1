import { ENGLISH, type RespondentWords, type WordName } from './english.ts';
import { namesIn } from './speaker.ts';

export function isWordName(name: string): name is WordName {
  return Object.hasOwn(ENGLISH, name);
}

/** An authority's own wordings, by name; those of texts that we no longer have are left out. */
export function wordingsFrom(
  rows: readonly { name: string; wording: string }[],
): Partial<RespondentWords> {
  const wordings: Partial<Record<WordName, string>> = {};
  for (const { name, wording } of rows) {
    if (isWordName(name) && problemWith(name, wording) === undefined) wordings[name] = wording;
  }
  return wordings;
}

/** A check holds for the words as they stood: words that changed since need another look. */
export function checkHolds(check: { digest: string } | undefined, digest: string): boolean {
  return check?.digest === digest;
}

/** What is wrong with a wording, as an instruction to the member of staff; undefined: nothing. */
export function problemWith(name: WordName, wording: string): string | undefined {
  if (wording.trim() === '') return 'Enter the words';
  if (wording.length > 1000) return 'The words must be 1,000 characters or fewer';
  const wanted = namesIn(ENGLISH[name]);
  const given = namesIn(wording);
  const missing = wanted.filter((each) => !given.includes(each));
  const strange = given.filter((each) => !wanted.includes(each));
  if (missing.length > 0) {
    return `Keep ${missing.map((each) => `{${each}}`).join(' and ')} in the words: it is filled in there`;
  }
  if (strange.length > 0) {
    return `Take out ${strange.map((each) => `{${each}}`).join(' and ')}: nothing is filled in there`;
  }
  return undefined;
}
