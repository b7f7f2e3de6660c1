import { z } from 'zod';

const Which = {
  key: z.string('Choose a difference').min(1, 'Choose a difference').max(400),
  /** What it said on the page: another thing by now is not settled unseen. */
  says: z.string().max(4000).default(''),
};

/** What the page of the differences between plan and theory can be asked to do. */
export const DriftIntent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('follow'), ...Which }),
  z.object({
    intent: z.literal('stand'),
    ...Which,
    because: z
      .string('Say why it stays as it is')
      .min(1, 'Say why it stays as it is')
      .max(500, 'The reason must be 500 characters or fewer'),
  }),
  z.object({ intent: z.literal('take-up'), ...Which }),
]);
