import { z } from 'zod';
import type { PlanShown } from './public-plan.ts';

const text = (most: number, name: string) =>
  z.string().max(most, `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`);
const tick = z
  .literal('yes')
  .optional()
  .transform((said) => said === 'yes');

/** What somebody decides about the public page: shown first, or published. */
const Choices = {
  versionId: z.string(),
  summary: z
    .string('Say in a few sentences what this plan is for')
    .min(1, 'Say in a few sentences what this plan is for')
    .max(1500, 'The summary must be 1,500 characters or fewer'),
  say: text(1500, 'How to have a say').default(''),
  names: tick,
  money: tick,
  cannot: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
};

export const PublishForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('preview'), ...Choices }),
  z.object({ intent: z.literal('publish'), ...Choices }),
  z.object({ intent: z.literal('withdraw'), versionId: z.string() }),
]);

/** What is offered while nobody has decided: nobody named, the money told, every refusal told. */
export function shownAtFirst(title: string, refusals: readonly { id: string }[]): PlanShown {
  return {
    summary: `This is our plan for families: “${title}”. It says what families told us, what we and our partners will do about it and when, and how we will know whether it helps.`,
    say: 'Tell any family hub what you think of it, in your own words.',
    names: false,
    money: true,
    cannot: refusals.map(({ id }) => id),
  };
}
