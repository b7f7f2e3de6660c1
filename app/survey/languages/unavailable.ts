import { chooseLanguage } from './choose.ts';
import { LANGUAGE_CODES, languageOf } from './languages.ts';
import { speakerIn } from './words.ts';

/** What the page says that stands in for one that cannot be shown. */
interface InTheirWords {
  lang: string;
  dir: 'ltr' | 'rtl';
  skip: string;
  heading: string;
  wait: string;
  kept: string;
  button: string;
}

/**
 * What a family at a survey is told while the database does not answer, in the language that they chose
 * before, else as the phone is set. Null for pages that speak English only. It reads nothing: which
 * languages the survey is offered in cannot be looked up.
 *
 * @param chosen of the address and the cookie, the nearest first
 * @param browser of the phone, best first
 */
export function unavailableIn(
  pathname: string,
  chosen: readonly (string | undefined)[],
  browser: readonly string[],
): InTheirWords | null {
  if (!/^\/s\//.test(pathname)) return null;
  const code = chooseLanguage(LANGUAGE_CODES, { chosen, browser }, null);
  const { dir } = languageOf(code);
  const { words } = speakerIn(code);
  return {
    lang: code === 'en' ? 'en-GB' : code,
    dir,
    skip: words.skip,
    heading: words.downHeading,
    wait: words.downWait,
    kept: words.downKept,
    button: words.downAgain,
  };
}
