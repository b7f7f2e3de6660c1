import { z } from 'zod';
import type { UnderWay } from '#app/people/ask-directory.server.ts';
import { boxed, unboxed } from '#app/people/secret.server.ts';
import type { Invited } from '#app/people/settle-account.server.ts';
import { cookieOf, writeCookie } from './cookies.server.ts';

const AWAY = 'tl_away';
const BACK_PATH = '/sign-in/back';
const LASTS_MS = 10 * 60_000;

const Away = z.object({
  /** Whose directory they were sent to: an answer that comes back for another one is not theirs. */
  authorityId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  /** The person of an administrator's invitation, and when it was made. */
  invited: z.object({ personId: z.string(), madeAt: z.number() }).nullable(),
  /** The session that is to be confirmed, by the hash of its token. */
  confirms: z.string().nullable(),
  at: z.number(),
});
export type Away = z.infer<typeof Away>;

/** Remembers, in this browser and encrypted, what somebody was sent to their directory for. */
export function keepAway(request: Request, away: Omit<Away, 'at'> & UnderWay): string {
  const text = JSON.stringify({ ...away, at: Date.now() });
  const box = boxed('sign-in-under-way', AWAY, text);
  return writeCookie(request, AWAY, box, LASTS_MS / 1000, BACK_PATH);
}

/** What this browser was sent to the directory of this authority for, within the last ten minutes. */
export function awayAt(request: Request, authorityId: string): Away | null {
  const text = unboxed('sign-in-under-way', AWAY, cookieOf(request, AWAY) ?? '');
  const read = text === null ? null : Away.safeParse(JSON.parse(text));
  if (!read?.success || read.data.authorityId !== authorityId) return null;
  return Math.abs(Date.now() - read.data.at) < LASTS_MS ? read.data : null;
}

export function forgetAway(request: Request): string {
  return writeCookie(request, AWAY, '', 0, BACK_PATH);
}

const INVITED_MS = 7 * 24 * 3_600_000;
const Invitation = z.object({ personId: z.string(), madeAt: z.number() });

/** What stands in an invitation to sign in with the authority's account: it ends after a week. */
export function invitationFor(authorityId: string, personId: string): string {
  const invited: Invited = { personId, madeAt: Date.now() };
  return boxed('invitation', authorityId, JSON.stringify(invited));
}

/** Whom an invitation of this authority names, while it holds. */
export function invitedBy(authorityId: string, invitation: string): Invited | null {
  const text = unboxed('invitation', authorityId, invitation);
  const read = text === null ? null : Invitation.safeParse(JSON.parse(text));
  return read?.success && Date.now() - read.data.madeAt < INVITED_MS ? read.data : null;
}
