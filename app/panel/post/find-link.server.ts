import { cancelWaiting } from '#db/outbox.ts';
import { endPurposeLinks, purposeLinkOf, spendPurposeLink, type PurposeLinkRow } from '#db/post.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import type { Purpose, Whose } from './purposes.ts';

/** A link that works: whose it is and what it is about. */
export type FoundLink = Pick<
  PurposeLinkRow,
  'tokenHash' | 'authorityId' | 'memberId' | 'interestId' | 'personId' | 'about' | 'once'
>;

/**
 * The link of a token, while it works and is of this purpose. Nothing is changed, so a program that
 * looks into e-mails uses nothing up. Undefined for one that is used, expired, replaced, altered, made
 * up, or for something else: the page then shows `LinkEnded`, the same for all of them.
 */
export async function findLink(
  token: string,
  purpose: Exclude<Purpose, 'sign-in'>,
  at = new Date(),
): Promise<FoundLink | undefined> {
  return purposeLinkOf(theStore().read, hashOf(token), purpose, at);
}

/**
 * Uses a link inside the write of what it is for; a link that works once ends with it. Undefined
 * when it does not work (any more): then nothing may be changed for it.
 */
export async function spendLink(
  tx: Writer,
  token: string,
  purpose: Exclude<Purpose, 'sign-in'>,
  at = new Date(),
): Promise<FoundLink | undefined> {
  const link = await purposeLinkOf(tx, hashOf(token), purpose, at);
  if (!link) return undefined;
  return (await spendPurposeLink(tx, link, at)) ? link : undefined;
}

/**
 * Ends every link of a person that is for one thing, and what still waits for them in the outbox: they
 * left.
 */
export async function endLinks(
  tx: Writer,
  authorityId: string,
  whose: Whose,
  at = new Date(),
): Promise<void> {
  await endPurposeLinks(tx, authorityId, whose, at);
  await cancelWaiting(tx, authorityId, whose, at);
}
