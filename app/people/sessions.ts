/** How a session began: with a password, an account of the authority's directory, a door of the demonstration, or a personal link. */
export const WAYS_IN = ['password', 'account', 'door', 'link'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** How long somebody counts as having just proved who they are, in milliseconds: a quarter of an hour. */
export const RECENT_MS = 15 * 60_000;

/** Whether what was proved at one time still counts at another. */
export function isRecent(confirmedAt: Date, now: Date): boolean {
  const age = now.getTime() - confirmedAt.getTime();
  // A clock that was put back must not make a session recent for as long as it was put back.
  return age < RECENT_MS && age > -RECENT_MS;
}

/** How much of the hash of a session's token names it on a page: it opens nothing. */
export const HANDLE_LENGTH = 24;

/** A session, as its owner sees it. */
export interface SessionSeen {
  handle: string;
  device: string;
  began: Date;
  lastUsed: Date;
  way: WayIn | null;
  /** The browser that is looking at the list. */
  thisOne: boolean;
}

const SAID: Readonly<Record<WayIn, string>> = {
  password: 'with a password',
  account: 'with your authority’s account',
  door: 'by a link of the demonstration',
  link: 'by a personal link',
};

/** How a session began, in words. */
export const sayWay = (way: WayIn | null): string => (way === null ? 'not noted' : SAID[way]);
