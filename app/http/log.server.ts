import pino from 'pino';
import { config } from '#app/config.server.ts';

/**
 * Structured logs, one JSON line each. Never an answer, a name, an e-mail address or a token: what
 * is logged of a request is its method, its path with secrets cut out, its status and its time.
 */
export const log = pino({
  level: config.logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** The path as it may be logged: the token of a personal link is cut out, and every query. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.replace(/^\/(m|demonstration)\/[^/.]+/, '/$1/…');
}
