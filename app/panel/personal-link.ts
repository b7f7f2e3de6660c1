import { dayOf, sayDay, sayMoment } from '#app/ui/words.ts';

/** What is known of a member's personal link; the link itself is not kept. */
export interface KeptLink {
  createdAt: Date;
  expiresAt: Date;
  replacedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Whether the newest link works, and in words when it was made, used and ends. */
export function linkStateOf(
  link: KeptLink | undefined,
  now: Date,
): { works: boolean; words: string } {
  if (!link) return { works: false, words: 'No link has been made yet.' };
  const used = link.lastUsedAt
    ? `It was last used on ${sayMoment(link.lastUsedAt)}.`
    : 'It has not been used yet.';
  if (link.replacedAt !== null) return { works: false, words: `The link was ended. ${used}` };
  const until = sayDay(dayOf(link.expiresAt));
  if (link.expiresAt <= now) return { works: false, words: `The link ended on ${until}. ${used}` };
  return { works: true, words: `There is a link that works until ${until}. ${used}` };
}
