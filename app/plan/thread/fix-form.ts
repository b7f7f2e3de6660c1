import { z } from 'zod';

const MOST = 500;
const id = z.string().min(1);
const why = (what: string) =>
  z.string(what).min(1, what).max(MOST, `That must be ${MOST} characters or fewer`);
/** "kind id" of a button. */
const end = z.string().regex(/^[a-z-]+ .+$/);

/** What the page of needs and lines can send. */
export const FixForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('tie-need'),
    line: id,
    need: z.string('Choose the need').min(1, 'Choose the need'),
    why: why('Say how the line answers the need'),
  }),
  z.object({
    intent: z.literal('keep'),
    line: id,
    because: why('Say why the line is in the plan although no need stands behind it'),
  }),
  z.object({ intent: z.literal('ask-again'), line: id }),
  z.object({
    intent: z.literal('tie-line'),
    forNeed: id,
    planLine: z.string('Choose the plan line').min(1, 'Choose the plan line'),
    whyLine: why('Say how the line answers the need'),
  }),
  z.object({
    intent: z.literal('make-line'),
    forNeed: id,
    title: z
      .string('Say what will be done')
      .min(1, 'Say what will be done')
      .max(300, 'What will be done must be 300 characters or fewer'),
  }),
  z.object({ intent: z.literal('make-from'), activity: id }),
  z.object({ intent: z.literal('stand'), from: end, to: end }),
]);

export type Fix = z.infer<typeof FixForm>;
