import { redirect } from '@remix-run/node';
import { links } from '#app/http/links.ts';
import { sameToken, sealed } from '#app/http/secrets.server.ts';
import { keepLanguage, languageKept, underWay } from '#app/http/visit-cookies.server.ts';
import { isPartly, languagesOfHeader } from '#app/survey/languages/choose.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';
import type { Reading } from '#app/survey/respondent-page.ts';
import type { Frame } from '#app/survey/RespondentFrame.tsx';
import { wordsShown } from '#app/survey/words-shown.ts';
import { visit, type Visit } from '#app/survey/visit.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** Everything that the pages below /s/CODE begin with. */
export interface Visiting extends Visit {
  token: string | undefined;
  /** The path of this survey's pages, to which the cookies are bound. */
  path: string;
  /** This page's path and query, without the language. */
  here: string;
  today: string;
  now: Date;
}

/**
 * Who stands at this address, and in which language we speak to them. Another way of writing the code
 * leads to the one address. `?lang=ur` chooses a language for all pages that follow; `?in=ur` shows
 * this one in it, for a form that is not finished (its action keeps the language).
 */
export async function visitOf(
  request: Request,
  params: { code?: string | undefined },
): Promise<Visiting> {
  const token = underWay(request);
  const now = new Date();
  const today = dayOf(now);
  const { pathname, searchParams } = new URL(request.url);
  const chosen = searchParams.get('lang');
  const found = await visit(params.code ?? '', token, today, {
    chosen: [chosen ?? undefined, searchParams.get('in') ?? undefined, languageKept(request)],
    browser: languagesOfHeader(request.headers.get('accept-language')),
  });
  const path = links.respond(found.survey.code);
  for (const name of ['lang', 'in', 'index']) searchParams.delete(name);
  const query = searchParams.toString();
  const here = pathname + (query === '' ? '' : `?${query}`);
  if (request.method === 'GET') {
    if (params.code !== found.survey.code) throw redirect(path);
    if (chosen !== null) throw redirect(here, languageHeaders(request, path, chosen));
  }
  return { ...found, token, path, here, today, now };
}

/** Headers that keep a language, where it is one of ours. */
export function languageHeaders(request: Request, path: string, code: string | null): ResponseInit {
  if (!isLanguageCode(code)) return {};
  return { headers: { 'Set-Cookie': keepLanguage(request, path, code) } };
}

/** The visit of somebody who may answer now; anybody else reads at the door why not. */
export async function answeringVisit(request: Request, params: { code?: string | undefined }) {
  const found = await visitOf(request, params);
  if (found.state !== 'open' || !found.asking) throw redirect(found.path);
  return { ...found, asking: found.asking };
}

/** The author's words as this family reads them. */
export function readingOf({ speaker, written }: Visiting): Reading {
  return { speaker, written };
}

/** The survey's title in the family's language, where it has one. */
export function titleIn({ survey, speaker, written }: Visiting): {
  title: string;
  lang: string | undefined;
} {
  const { code } = speaker.language;
  const own = survey.translations?.[code]?.title ?? '';
  if (own !== '') return { title: own, lang: undefined };
  return { title: survey.title, lang: code === written ? undefined : written };
}

/** What the frame of each page needs. */
export function frameOf(visiting: Visiting): Frame {
  const { authority, asking, speaker, written, offered, here } = visiting;
  const { language, words } = speaker;
  const { title, lang } = titleIn(visiting);
  const texts = asking ? wordsShown(asking.rules.definition) : [];
  return {
    title,
    /** After what the page is: "… – What would help your family? – Wexcombe Borough Council". */
    titleEnd: `${title} – ${authority.name}`,
    authority: {
      name: authority.name,
      colour: authority.colour,
      isDemonstration: authority.isDemonstration,
    },
    lang: language.code,
    dir: language.dir,
    errorWord: words.error,
    wordings: visiting.wordings,
    unchecked: visiting.unchecked,
    partly: lang !== undefined || isPartly(texts, language.code, written),
    languages: offered,
    here,
  };
}

/** Hashes for phrases and times, with the server's own secret. */
export const sealForSurveys = (text: string) => sealed('survey', text);

const ONE_DAY_MS = 86_400_000;

/** The time at which the first page is given out, sealed, to go along with its form. */
export function sealTime(code: string, now: Date): string {
  const time = String(now.getTime());
  return `${time}.${sealed('began', `${code}\n${time}`)}`;
}

/** That time again, if it is ours, of this survey, and of the last day. */
export function unsealTime(code: string, given: string | undefined, now: Date): Date | null {
  const [time = '', seal = ''] = (given ?? '').split('.');
  if (!/^\d{13}$/.test(time) || !sameToken(seal, sealed('began', `${code}\n${time}`))) return null;
  const age = now.getTime() - Number(time);
  return age >= 0 && age <= ONE_DAY_MS ? new Date(Number(time)) : null;
}
