import { z } from 'zod';
import { LIMITS } from '../graph.ts';

const MOST = 1_000;

/** What the page of the checks can send. */
export const CheckForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('accept'),
    key: z.string().min(1),
    because: z
      .string('Say why it may stay as it is')
      .min(1, 'Say why it may stay as it is')
      .max(MOST, `Reason must be ${MOST.toLocaleString('en-GB')} characters or fewer`),
  }),
  z.object({ intent: z.literal('ask-again'), key: z.string().min(1) }),
  z.object({
    intent: z.literal('fix'),
    key: z.string().min(1),
    /** Which of the ways. */
    fix: z.string().min(1),
    /** The answer, where the way is a question. */
    words: z.string().max(LIMITS.reason).default(''),
    from: z.enum(['outline', 'checks']).default('checks'),
  }),
]);
