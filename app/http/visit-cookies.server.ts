import { cookieOf, writeCookie } from './cookies.server.ts';

/**
 * Two cookies of somebody without an account, each sent only below one path: the token of what is
 * under way there, and the key of what was sent last, so that its receipt can be shown again.
 */
const UNDER_WAY = 'tl_under_way';
const SENT = 'tl_sent';
const HALF_AN_HOUR = 30 * 60;

export function underWay(request: Request): string | undefined {
  return cookieOf(request, UNDER_WAY);
}

/** @param days how long this browser remembers; the server forgets by its own clock */
export function keepUnderWay(request: Request, path: string, token: string, days: number): string {
  return writeCookie(request, UNDER_WAY, token, Math.round(days * 86_400), path);
}

export function forgetUnderWay(request: Request, path: string): string {
  return writeCookie(request, UNDER_WAY, '', 0, path);
}

export function sentKey(request: Request): string | undefined {
  return cookieOf(request, SENT);
}

/** Kept for half an hour: long enough to write the receipt down, short on a shared tablet. */
export function keepSentKey(request: Request, path: string, key: string): string {
  return writeCookie(request, SENT, key, HALF_AN_HOUR, path);
}

export function forgetSentKey(request: Request, path: string): string {
  return writeCookie(request, SENT, '', 0, path);
}

const LANGUAGE = 'tl_language';
const ANSWERED = 'tl_answered';
const TWO_MONTHS = 60 * 86_400;

/** The language that somebody chose below a path. */
export function languageKept(request: Request): string | undefined {
  return cookieOf(request, LANGUAGE);
}

export function keepLanguage(request: Request, path: string, code: string): string {
  return writeCookie(request, LANGUAGE, code, TWO_MONTHS, path);
}

/** Whether something was sent from this browser below this path: it says so, and nothing else. */
export function hasAnswered(request: Request): boolean {
  return cookieOf(request, ANSWERED) !== undefined;
}

export function keepAnswered(request: Request, path: string): string {
  return writeCookie(request, ANSWERED, 'yes', TWO_MONTHS, path);
}

export function forgetAnswered(request: Request, path: string): string {
  return writeCookie(request, ANSWERED, '', 0, path);
}
