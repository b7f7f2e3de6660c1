import pino from 'pino';
import { config } from '#app/config.server.ts';
import { whyUnavailable, type Unavailable } from '#db/faults.ts';

/**
 * Structured logs, one JSON line each. Never an answer, a name, an e-mail address or a token: what
 * is logged of a request is its method, its path with secrets cut out, its status and its time.
 */
export const log = pino({
  level: config.logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});

/**
 * The path as it may be logged: whatever is or looks like a token is cut out, every query, and every
 * part that somebody wrote: the id of a guidance pack of their own, the name of a question, and
 * whatever letters no address of ours is made of.
 */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path
    .replace(/^\/(m|demonstration)\/[^/.]+/, '/$1/…')
    .replace(/\/[A-Za-z0-9_-]{43}(?=[/.]|$)/g, '/…')
    .replace(/\/[^/]*%[^/]*/g, '/…')
    .replace(/\/own-[^/]+(\/[^/]+)?/g, (_, item) => (item ? '/own-…/…' : '/own-…'))
    .replace(/\/(questions\/q|population)\/[^/]+/g, '/$1/…');
}

/** A fault as it may be logged. */
export interface ToldFault {
  fault: string;
  /** Why the database could not be used, where that is what happened. */
  kind?: Unavailable;
  /** The database's own code, where it was the database that refused. */
  code?: string;
  /** Where in our code it happened, line by line. */
  stack: string;
}

/** Faults whose message the language itself writes: it names our code and no value of anybody's. */
const OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError']);

/**
 * What may be logged of a fault: its kind and where it happened. Never its message otherwise: that
 * of a failed query carries every value of the query, which may be a family's answers or somebody's
 * password hash, and that of a parser quotes what was typed.
 */
export function toldFault(error: unknown): ToldFault {
  if (!(error instanceof Error)) return { fault: 'not an Error', stack: '' };
  const { name, message, stack = '', cause } = error;
  const code =
    (cause as { code?: unknown } | undefined)?.code ?? (error as { code?: unknown }).code;
  const said = OF_THE_LANGUAGE.has(name) ? `${name}: ${message}` : error.constructor.name || name;
  // V8 writes the name and the message first: only what follows them says where.
  const at = stack.indexOf(message) + message.length;
  const kind = whyUnavailable(error);
  // While the database is away every request says so: where in our code matters only of damage.
  const telling = stack.includes(message) && (kind === null || kind === 'damaged');
  const where = telling ? stack.slice(at) : '';
  return {
    fault: said,
    ...(kind === null ? {} : { kind }),
    ...(typeof code === 'string' ? { code } : {}),
    stack: where
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .join('\n'),
  };
}
