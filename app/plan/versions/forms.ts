import { z } from 'zod';

/** Putting a plan up for sign-off. */
const PutUp = z.object({
  intent: z.literal('put-up'),
  name: z
    .string('Give this version a name, such as “For the board of 3 March”')
    .min(1, 'Give this version a name, such as “For the board of 3 March”')
    .max(120, 'The name must be 120 characters or fewer'),
});

const Comment = z.object({
  intent: z.literal('comment'),
  lineId: z.string().default(''),
  /** Where it was written: on the page of the line, or of the whole plan. */
  back: z.enum(['line', '']).default(''),
  words: z
    .string('Write your comment')
    .min(1, 'Write your comment')
    .max(2000, 'Your comment must be 2,000 characters or fewer'),
});

const Settle = z.object({
  intent: z.literal('settle'),
  commentId: z.string(),
  answer: z
    .string('Say what was done about it')
    .min(1, 'Say what was done about it')
    .max(2000, 'The answer must be 2,000 characters or fewer'),
});

export const SignOffForm = z.discriminatedUnion('intent', [PutUp, Comment, Settle]);

const words = (missing: string) =>
  z.string(missing).min(1, missing).max(2000, 'This must be 2,000 characters or fewer');

/** What can be decided about a version that waits. */
export const DecideForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('approve'),
    conditions: z
      .string()
      .max(2000, 'The conditions must be 2,000 characters or fewer')
      .default(''),
  }),
  z.object({ intent: z.literal('return'), why: words('Say what has to change') }),
  z.object({ intent: z.literal('withdraw') }),
]);
export type Decision = z.output<typeof DecideForm>;
