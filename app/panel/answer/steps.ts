import { REPLY_NAMES, replyStatusOf } from '../reply.ts';

/** What an answer to families said from one moment on. */
export interface ReplyStep {
  status: string;
  words: string;
  because: string;
  owner: string;
  dueOn: string | null;
  isPublic: boolean;
  at: Date;
}

/** Something that families could read before what stands now. */
export interface ToldBefore {
  what: string;
  words: string;
  dueOn: string | null;
  at: Date;
}

type Answer = Pick<ReplyStep, 'status' | 'dueOn'>;

/** Whether two steps are one answer: another status or day is another one, mended words are not. */
const sameAnswer = (a: Answer, b: Answer) => a.status === b.status && a.dueOn === b.dueOn;

/**
 * What families were told before, oldest first: each answer once, in the public words that it had last,
 * so that a slip which was mended is gone, and with the day on which it first stood. What was never
 * public is nobody's business, and what stands now is not "before".
 *
 * @param steps of one answer, oldest first
 */
export function toldBefore(steps: readonly ReplyStep[]): ToldBefore[] {
  const told: ReplyStep[] = [];
  for (const step of steps) {
    if (!step.isPublic) continue;
    const last = told.at(-1);
    if (last && sameAnswer(last, step)) told[told.length - 1] = { ...step, at: last.at };
    else told.push(step);
  }
  const before = steps.at(-1)?.isPublic ? told.slice(0, -1) : told;
  return before.map(({ status, words, dueOn, at }) => ({
    what: REPLY_NAMES[replyStatusOf(status)],
    words,
    dueOn,
    at,
  }));
}

/** When families could first read an answer; null while none was public. */
export function firstTold(steps: readonly Pick<ReplyStep, 'isPublic' | 'at'>[]): Date | null {
  return steps.find(({ isPublic }) => isPublic)?.at ?? null;
}

/**
 * Whether those who asked to hear are written to: when an answer is public for the first time, and
 * when it became another one (a promise that was kept, put off or taken back). Mending words is no news.
 */
export function newsIn(
  steps: readonly Pick<ReplyStep, 'isPublic' | 'status' | 'dueOn'>[],
): 'answered' | 'changed' | null {
  const now = steps.at(-1);
  if (!now?.isPublic) return null;
  const before = steps.slice(0, -1).findLast(({ isPublic }) => isPublic);
  if (!before) return 'answered';
  return sameAnswer(before, now) ? null : 'changed';
}
