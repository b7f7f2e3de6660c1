import { z } from 'zod';
import { WHAT_IDS } from './counting.ts';

const shared = {
  quarter: z.string(),
  what: z.enum(WHAT_IDS, 'Select what the figures count'),
  keepStrange: z
    .string()
    .default('')
    .transform((word) => word === 'yes'),
  text: z.string().max(400_000, 'The table is too long: bring a part of it').default(''),
};

/** A table of counts, to be looked at first and then kept. */
export const BringForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('check'), ...shared, file: z.instanceof(File).optional() }),
  z.object({ intent: z.literal('keep'), ...shared }),
]);

const version = z.coerce.number().int().min(0);

/** What is done with a return as a whole. */
export const ReturnChange = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('note'),
    version,
    note: z.string().max(2000, 'The note must be 2,000 characters or fewer').default(''),
  }),
  z.object({ intent: z.literal('take-out'), version, site: z.string().min(1) }),
  z.object({ intent: z.literal('submit'), version }),
  z.object({
    intent: z.literal('again'),
    why: z
      .string('Enter why it must be corrected')
      .min(3, 'Enter why it must be corrected')
      .max(500, 'The reason must be 500 characters or fewer'),
  }),
]);
