import { z } from 'zod';
import { GRADES } from '#app/plan/coverage/packs.ts';
import { COUNTS } from '#app/plan/money/benefit-types.ts';
import { isYear } from '#app/plan/money/years.ts';
import avoided from './avoided.json' with { type: 'json' };

const words = z.string().min(3);
const pounds = z.number().int().nonnegative();

const InOrder = { message: 'low, central and high go up' };

const Avoided = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    what: words,
    per: words,
    low: pounds,
    central: pounds,
    high: pounds,
    priceYear: z.string().refine((year) => year === '' || isYear(year)),
    whoSaves: words,
    /** Money that a budget saves, or a value to society that no budget ever sees. */
    counts: z.enum(COUNTS),
    source: words,
    sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    grade: z.enum(GRADES),
    note: words,
  })
  .refine(({ low, central, high }) => low <= central && central <= high, InOrder);

/** What an evaluation found in all: to compare with, never to add up. */
const Published = z
  .strictObject({
    what: words,
    low: pounds,
    central: pounds,
    high: pounds,
    source: words,
    grade: z.enum(GRADES),
  })
  .refine(({ low, central, high }) => low <= central && central <= high, InOrder);

const List = z.strictObject({ avoided: z.array(Avoided), published: z.array(Published) });

export type StarterCost = z.output<typeof Avoided>;
export type PublishedResult = z.output<typeof Published>;

const read = List.safeParse(avoided);
if (!read.success) {
  const issue = read.error.issues[0];
  throw new Error(
    `templates/costs/avoided.json does not validate at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

/** Costs that may be avoided, each with the source in which it was read; amounts in pounds. */
export const STARTER_COSTS: readonly StarterCost[] = read.data.avoided;
export const PUBLISHED_RESULTS: readonly PublishedResult[] = read.data.published;
