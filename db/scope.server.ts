import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * For which authority the work under way may read and write: the second wall, behind the where clause
 * of each query, that PostgreSQL keeps where the application connects as a role under row-level
 * security. A request begins for nobody and learns its authority from the session or from the secret
 * address that it came by.
 */
interface Scope {
  /** An authority's id; null: nobody's rows are there. */
  authorityId: string | null;
}

/** What the policies read, and the word in it that means every authority. */
export const AUTHORITY_SETTING = 'app.authority';
export const EVERY_AUTHORITY = '*';

/**
 * Why something inside a request may look across authorities. The whole list: each is about one row,
 * found by what only its owner holds, or about what is published for everybody.
 */
export type AcrossBecause =
  /** Who signs in, and who has a session, before anybody knows of which authority they are. */
  | 'signing in'
  /** A personal link, a link for one thing, a tablet: found by the hash of a secret. */
  | 'a secret address'
  /** A survey, a poll, a call, a theory or a plan that is published under a short code. */
  | 'a public address'
  /** Which authorities there are: the first page, setting up, the demonstration's doors. */
  | 'which authorities there are'
  /** Theories and plans that every authority may read and borrow from. */
  | 'what is published'
  /** Counts and times over all authorities, for whoever runs the installation: no row of anybody's. */
  | 'figures of the installation'
  /** A lost link: whoever asks for a new one is known by an address only. */
  | 'a lost link';

const current = new AsyncLocalStorage<Scope>();

/** For which authority the write under way began, as `scopeSetting` said then. */
const writing = new AsyncLocalStorage<string>();

/** Runs a transaction: all of its statements are for the authority that the request is about now. */
export function duringWrite<T>(work: () => T): T {
  return writing.run(scopeSetting(), work);
}

/**
 * A transaction is told its authority once, when it begins. To look further from inside of it would find
 * nothing on PostgreSQL, and on SQLite what is somebody else's.
 */
function mustFitTheWrite(wanted: string): void {
  const began = writing.getStore();
  if (began === undefined || began === EVERY_AUTHORITY || began === wanted) return;
  throw new Error('A write is about one authority: look for others before it begins.');
}

/**
 * What `app.authority` is to be for the next statement. Outside of requests (start, daily work, the
 * command line) the application itself acts, for every authority.
 */
export function scopeSetting(): string {
  const scope = current.getStore();
  return scope === undefined ? EVERY_AUTHORITY : (scope.authorityId ?? '');
}

/** Answers a request, or a part of one: it begins for nobody. */
export function inRequest<T>(work: () => T): T {
  return current.run({ authorityId: null }, work);
}

/** From here on this request is about this authority. */
export function actFor(authorityId: string): void {
  const scope = current.getStore();
  if (scope) scope.authorityId = authorityId;
}

/** Work for one authority, whoever asked: jobs, and what is shown to everybody. */
export async function onBehalfOf<T>(authorityId: string, work: () => Promise<T>): Promise<T> {
  mustFitTheWrite(authorityId);
  // Awaited inside: a query begins when it is awaited, not when it is written down.
  return current.run({ authorityId }, async () => await work());
}

/** A look across authorities from inside a request, for a reason that is on the list; never inside a write. */
export async function acrossAuthorities<T>(
  _because: AcrossBecause,
  work: () => PromiseLike<T>,
): Promise<T> {
  mustFitTheWrite(EVERY_AUTHORITY);
  return everywhere(work);
}

const everywhere = <T>(work: () => PromiseLike<T>): Promise<T> =>
  current.run({ authorityId: EVERY_AUTHORITY }, async () => await work());

/**
 * The row that a secret or a public code leads to, in whatever authority it is. The request is about
 * that authority from then on. Inside a write it is looked for once more: there it must be of the authority
 * that the write is about.
 */
export async function itsAuthority<Row>(
  because: AcrossBecause,
  work: () => PromiseLike<Row[]>,
  whose: (row: Row) => string,
): Promise<Row | undefined> {
  if (writing.getStore() !== undefined) {
    const [again] = await everywhere(work);
    if (again !== undefined) mustFitTheWrite(whose(again));
    return again;
  }
  const [row] = await acrossAuthorities(because, work);
  if (row !== undefined) actFor(whose(row));
  return row;
}

/** Work that lasts longer than the request that happened to begin it. */
export function outsideRequests<T>(work: () => T): T {
  return current.exit(() => writing.exit(work));
}
