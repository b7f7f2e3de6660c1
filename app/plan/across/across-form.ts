import { z } from 'zod';

const id = z.string().min(1).max(200);

/** What can be done on the page of other authorities. */
export const AcrossForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('same'), ours: id, theirs: id }),
  z.object({ intent: z.literal('different'), ours: id, theirs: id }),
  z.object({ intent: z.literal('unsaid'), ours: id, theirs: id }),
  z.object({ intent: z.literal('remove'), brought: id }),
]);

/** A published file of another installation. */
export const BringForm = z.object({
  owner: z
    .string('Enter whose it is')
    .min(1, 'Enter whose it is')
    .max(200, 'Whose it is must be 200 characters or fewer'),
  file: z.instanceof(File, { message: 'Choose the file that you downloaded' }),
});

/** Taking an outcome over: what comes along, and where it goes. A plan line needs nothing. */
export const TakeForm = z.object({
  onto: z.string().max(200).default(''),
  things: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
});

/** What becomes of what they changed since. */
export const SettleForm = z.object({ intent: z.enum(['follow', 'keep']), fragment: id });
