import { membersToTell } from '#db/answers-back.ts';
import { queueMessage } from '#db/post.ts';
import type { Writer } from '#db/store.server.ts';
import { newsIn } from './steps.ts';

/** An answer as it stands after a change, with everything that it said before. */
interface Answered {
  authorityId: string;
  programmeId: string;
  themeId: string;
  replyId: string;
  steps: readonly { id: string; isPublic: boolean; status: string; dueOn: string | null }[];
}

/**
 * Queues a notice to each member who raised the theme and asked to hear, where there is news: in the
 * same write as the news itself, once for each change. The message says neither the theme nor the
 * answer. Whoever answered a survey without a name cannot be reached, and is not looked for.
 */
export async function tellThoseWhoAsked(tx: Writer, answered: Answered, at: Date): Promise<number> {
  const { authorityId, programmeId, themeId, replyId, steps } = answered;
  const news = newsIn(steps);
  const step = steps.at(-1);
  if (news === null || !step) return 0;
  const members = await membersToTell(tx, authorityId, themeId);
  for (const member of members) {
    await queueMessage(tx, {
      authorityId,
      programmeId,
      to: { member },
      kind: news === 'answered' ? 'theme-answered' : 'answer-changed',
      about: { kind: 'reply', id: replyId },
      onceKey: `answer:${replyId}:${step.id}:${member}`,
      at,
    });
  }
  return members.length;
}
