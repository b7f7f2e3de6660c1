import { z } from 'zod';
import { Day } from '#app/people/programme.ts';

/** What became of what families said. */
export const REPLY_STATUSES = ['we-did', 'we-will', 'we-cannot', 'thinking'] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

export const REPLY_NAMES: Readonly<Record<ReplyStatus, string>> = {
  'we-did': 'We did',
  'we-will': 'We will',
  'we-cannot': 'We cannot',
  thinking: 'We are still thinking',
};

export function replyStatusOf(word: string): ReplyStatus {
  return REPLY_STATUSES.find((status) => status === word) ?? 'we-will';
}

const sentence = (instruction: string, name: string) =>
  z.string(instruction).min(1, instruction).max(1000, `${name} must be 1,000 characters or fewer`);

/**
 * The answer to a theme. A promise needs somebody who keeps it and a day; a refusal needs its
 * reason, because a reason that is missing is what makes people stop answering; and whoever is told to
 * wait is told for how long.
 */
export const ReplyForm = z
  .object({
    intent: z.enum(['save', 'publish']).default('save'),
    youSaid: sentence('Say in one sentence what families said', '“You said”'),
    status: z.enum(REPLY_STATUSES, 'Select what became of it'),
    words: sentence('Say what you did, will do, or cannot do', 'The answer'),
    because: z.string().max(1000, 'The reason must be 1,000 characters or fewer').default(''),
    owner: z.string().max(120, 'Owner must be 120 characters or fewer').default(''),
    dueOn: z
      .union([z.literal(''), Day('Enter the day by which it will be done')])
      .default('')
      .transform((day) => (day === '' ? null : day)),
    planLineId: z.string().max(64).default(''),
    version: z.coerce.number().int().default(0),
  })
  .superRefine((form, check) => {
    const wrong = (path: string, message: string) =>
      check.addIssue({ code: 'custom', path: [path], message });
    if (form.status === 'we-will' && form.owner === '') wrong('owner', 'Enter who will do it');
    if (form.status === 'we-will' && form.dueOn === null) {
      wrong('dueOn', 'Enter the day by which it will be done');
    }
    if (form.status === 'thinking' && form.dueOn === null) {
      wrong('dueOn', 'Enter the day by which families will hear');
    }
    if (form.status === 'we-cannot' && form.because === '') {
      wrong('because', 'Say why it cannot be done');
    }
  });
export type ReplyFields = z.output<typeof ReplyForm>;

/** What stands on the pages of a theme's answer. */
export type AnswerState = 'none' | 'draft' | 'published';

export const ANSWER_STATE_NAMES: Readonly<Record<AnswerState, string>> = {
  none: 'None yet',
  draft: 'Drafted, not public',
  published: 'Public',
};

export function answerState(reply: { publishedAt: Date | null } | undefined): AnswerState {
  if (!reply) return 'none';
  return reply.publishedAt === null ? 'draft' : 'published';
}

/** Whether a promise, to do something or to be heard of, is past its day and still only a promise. */
export function isOverdue(reply: { status: string; dueOn: string | null }, today: string): boolean {
  const promised = reply.status === 'we-will' || reply.status === 'thinking';
  return promised && reply.dueOn !== null && reply.dueOn < today;
}
