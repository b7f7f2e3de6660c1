/**
 * Why the database cannot be read or written now:
 *
 * - `busy`: another process holds it, or two changes waited for one another;
 * - `full`: there is no room left on its disk;
 * - `read-only`: it may be read only;
 * - `disk`: its disk does not read or write;
 * - `damaged`: what stands there is not what was written;
 * - `gone`: it does not answer, or the connection broke;
 * - `crowded`: it takes no more connections, or too much long work waits already.
 */
export type Unavailable = 'busy' | 'full' | 'read-only' | 'disk' | 'damaged' | 'gone' | 'crowded';

/** The first part of SQLite's code (https://sqlite.org/rescode.html); extended ones begin with it. */
const OF_SQLITE: Readonly<Record<string, Unavailable>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_PERM: 'read-only',
  SQLITE_IOERR: 'disk',
  SQLITE_CANTOPEN: 'disk',
  SQLITE_NOLFS: 'disk',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
};

/** PostgreSQL's codes (its manual, appendix A), whole or by their class of two characters. */
const OF_POSTGRES: Readonly<Record<string, Unavailable>> = {
  '08': 'gone',
  '57P01': 'gone',
  '57P02': 'gone',
  '57P03': 'gone',
  '57P05': 'gone',
  '25P03': 'gone',
  '53000': 'crowded',
  '53200': 'crowded',
  '53300': 'crowded',
  '53100': 'full',
  '25006': 'read-only',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '58': 'disk',
  XX001: 'damaged',
  XX002: 'damaged',
};

/** What the system says of a connection that cannot be made or broke, and of files on a bad disk. */
const OF_THE_SYSTEM: Readonly<Record<string, Unavailable>> = {
  ECONNREFUSED: 'gone',
  ECONNRESET: 'gone',
  EPIPE: 'gone',
  ETIMEDOUT: 'gone',
  EHOSTUNREACH: 'gone',
  ENETUNREACH: 'gone',
  ENOTFOUND: 'gone',
  EAI_AGAIN: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EIO: 'disk',
};

/** The code of an error that says: so much waits already that no more is taken. */
export const TOO_MANY_WAIT = 'TOO_MANY_WAIT';

/** What pg says without a code when a connection is not there, or no longer. */
const WITHOUT_CODE =
  /^(Connection terminated|Connection ended|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable|Query read timeout)/;

/** How many causes deep is looked: drizzle wraps what the driver threw, and we may wrap that. */
const DEEPEST = 5;

/** Why this error means that the database cannot be used now; null when it means anything else. */
export function whyUnavailable(error: unknown): Unavailable | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < DEEPEST; depth += 1) {
    // What `fetch` could not reach is somebody else's server, never the database.
    if (at instanceof TypeError) return null;
    const why = ofOne(at);
    if (why !== null) return why;
    at = at.cause;
  }
  return null;
}

function ofOne(error: Error): Unavailable | null {
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  // A name with two addresses, such as localhost, fails with one error for each.
  if (Array.isArray(errors) && errors.length > 0) return whyUnavailable(errors[0]);
  if (typeof code !== 'string') return WITHOUT_CODE.test(error.message) ? 'gone' : null;
  if (code.startsWith('SQLITE_')) return OF_SQLITE[code.split('_', 2).join('_')] ?? null;
  if (code === TOO_MANY_WAIT) return 'crowded';
  const system = OF_THE_SYSTEM[code];
  if (system !== undefined) return system;
  return code.length === 5 ? (OF_POSTGRES[code] ?? OF_POSTGRES[code.slice(0, 2)] ?? null) : null;
}

/** After how many seconds it is worth trying again. */
export function tryAgainAfter(why: Unavailable): number {
  switch (why) {
    case 'busy':
    case 'crowded':
      return 5;
    case 'gone':
      return 10;
    case 'full':
    case 'read-only':
    case 'disk':
    case 'damaged':
      return 60;
  }
}
