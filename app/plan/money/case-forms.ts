import { z } from 'zod';
import { GRADES } from '#app/plan/coverage/packs.ts';
import { COUNTS } from './benefit-types.ts';
import {
  dayOrNone,
  poundsNeeded,
  poundsOrNone,
  seenVersion,
  words,
  wordsNeeded,
} from './form-fields.ts';
import { WHOLE } from './present-value.ts';
import { UNIT_KINDS } from './unit-cost.ts';
import { isYear } from './years.ts';

/** What is typed about unit costs, avoided costs and cases for the plan in money. */

/** A whole number of things; nothing typed is null. */
const countOrNone = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.replace(/[, ]/g, '');
      if (text === '') return null;
      if (/^\d{1,9}$/.test(text)) return Number(text);
      const message = `Enter ${what} as a whole number, such as 1,240`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const countNeeded = (what: string) =>
  countOrNone(what).transform((count, context) => {
    if (count !== null) return count;
    context.addIssue({ code: 'custom', message: `Enter ${what}; nought is a number too` });
    return z.NEVER;
  });

/** A share from 0 to 100 per cent, in hundredths of a per cent. Nobody's silence is a number. */
const share = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.replace(/[% ]/g, '');
      const per = /^\d{1,3}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : NaN;
      if (per >= 0 && per <= WHOLE) return per;
      const message = `Enter ${what} as a percentage from 0 to 100, such as 25 or 12.5`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** To what a figure was rounded before it was printed, in whole units. */
const STEPS = ['', '1', '10', '100', '1000', '10000', '100000', '1000000'] as const;
const step = z
  .enum(STEPS, 'Choose to what it was rounded')
  .default('')
  .transform((typed) => (typed === '' ? 0 : Number(typed)));

const STEP_NAMES: Readonly<Record<(typeof STEPS)[number], string>> = {
  '': 'It is exact',
  1: 'To the nearest 1',
  10: 'To the nearest 10',
  100: 'To the nearest 100',
  1000: 'To the nearest 1,000',
  10000: 'To the nearest 10,000',
  100000: 'To the nearest 100,000',
  1000000: 'To the nearest million',
};
export const STEP_OPTIONS = STEPS.map((value) => ({ value, label: STEP_NAMES[value] }));

const year = (what: string) =>
  z
    .string()
    .default('')
    .refine((typed) => typed === '' || isYear(typed), `Choose ${what}, such as 2026-27`);

export const UnitForm = z
  .object({
    what: wordsNeeded('Enter what this is the cost of', 'What this is the cost of', 200),
    kind: z.enum(UNIT_KINDS, 'Choose what is counted'),
    planYear: year('the financial year of the plan'),
    cost: poundsOrNone('the cost'),
    costStep: step,
    costFrom: dayOrNone('the first day of the cost'),
    costTo: dayOrNone('the last day of the cost'),
    counted: countOrNone('how many there were'),
    countStep: step,
    countFrom: dayOrNone('the first day of the count'),
    countTo: dayOrNone('the last day of the count'),
    unit: poundsOrNone('the printed cost of one'),
    unitStep: step,
    source: words('The source', 500),
    version: seenVersion,
  })
  .superRefine((form, context) => {
    for (const what of ['cost', 'count'] as const) {
      const [from, to] = [form[`${what}From`], form[`${what}To`]];
      if (from !== null && to !== null && to < from) {
        const message =
          'It must end on or after the day on which it starts: change one of the days';
        context.addIssue({ code: 'custom', path: [`${what}To`], message });
      }
    }
  });
export type UnitFields = z.output<typeof UnitForm>;

export const UnitIntent = z.discriminatedUnion('intent', [
  UnitForm.safeExtend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

export const AvoidedForm = z
  .object({
    what: wordsNeeded('Enter what is avoided', 'What is avoided', 200),
    per: words('Of what it is the cost', 100),
    low: poundsNeeded('the lowest cost'),
    central: poundsNeeded('the likeliest cost'),
    high: poundsNeeded('the highest cost'),
    priceYear: year('the year of its prices'),
    whoSaves: wordsNeeded('Enter who saves it', 'Who saves it', 100),
    counts: z.enum(COUNTS, 'Choose what kind of value it is').default('budget'),
    source: wordsNeeded('Enter where the cost comes from', 'The source', 500),
    sourceUrl: z
      .string()
      .default('')
      .refine((url) => url === '' || /^https?:\/\/\S+$/.test(url), {
        message: 'Enter the address of the source, beginning with https://',
      }),
    grade: z.enum(GRADES, 'Choose how well it is known').default('L'),
    note: words('The note', 500),
    version: seenVersion,
  })
  .refine(({ low, central }) => low <= central, {
    path: ['central'],
    message: 'The likeliest cost must be as high as the lowest, or higher',
  })
  .refine(({ central, high }) => central <= high, {
    path: ['high'],
    message: 'The highest cost must be as high as the likeliest, or higher',
  });
export type AvoidedFields = z.output<typeof AvoidedForm>;

export const AvoidedIntent = z.discriminatedUnion('intent', [
  AvoidedForm.safeExtend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

/** The most years that a case may span: further on the discount rate is another. */
const MOST_YEARS = 30;

export const CaseForm = z
  .object({
    name: wordsNeeded('Enter a name for the case', 'The name', 200),
    firstYear: z.string().refine(isYear, 'Choose the first year, such as 2026-27'),
    years: countNeeded('how many years the case spans').refine(
      (years) => years >= 1 && years <= MOST_YEARS,
      `Enter from 1 to ${MOST_YEARS} years`,
    ),
    discount: share('the discount rate').refine(
      (rate) => rate <= 2000,
      'Enter a discount rate of 20 or lower',
    ),
    optimismLow: share('the least allowance for high hopes'),
    optimismCentral: share('the likeliest allowance for high hopes'),
    optimismHigh: share('the largest allowance for high hopes'),
    cost: poundsOrNone('what is put in'),
    overrunLow: share('the least allowance for higher costs'),
    overrunCentral: share('the likeliest allowance for higher costs'),
    overrunHigh: share('the largest allowance for higher costs'),
    note: words('The note', 1000),
    version: seenVersion,
  })
  .refine((form) => inOrder(form, 'optimism'), {
    path: ['optimismCentral'],
    message: 'The likeliest allowance must lie between the least and the largest',
  })
  .refine((form) => inOrder(form, 'overrun'), {
    path: ['overrunCentral'],
    message: 'The likeliest allowance must lie between the least and the largest',
  });
export type CaseFields = z.output<typeof CaseForm>;

const Item = z
  .object({
    itemId: z.string().default(''),
    avoidedId: z.string('Choose what is avoided').min(1, 'Choose what is avoided'),
    countLow: countNeeded('the fewest a year'),
    countCentral: countNeeded('the likeliest number a year'),
    countHigh: countNeeded('the most a year'),
    attributionLow: share('the lowest share due to the plan'),
    attributionCentral: share('the likeliest share due to the plan'),
    attributionHigh: share('the highest share due to the plan'),
    deadweightLow: share('the lowest share that would have come anyway'),
    deadweightCentral: share('the likeliest share that would have come anyway'),
    deadweightHigh: share('the highest share that would have come anyway'),
    fromYear: countNeeded('the year in which it begins').refine(
      (from) => from >= 1 && from <= MOST_YEARS,
      `Enter from 1 to ${MOST_YEARS}`,
    ),
    basis: words('On what the numbers rest', 500),
    version: seenVersion,
  })
  .refine((form) => inOrder(form, 'count'), {
    path: ['countCentral'],
    message: 'The likeliest number must lie between the fewest and the most',
  })
  .refine((form) => inOrder(form, 'attribution'), {
    path: ['attributionCentral'],
    message: 'The likeliest share must lie between the lowest and the highest',
  })
  .refine((form) => inOrder(form, 'deadweight'), {
    path: ['deadweightCentral'],
    message: 'The likeliest share must lie between the lowest and the highest',
  });
export const ItemForm = Item;
export type ItemFields = z.output<typeof Item>;

/** What the page of a case can be asked to do. */
export const CaseIntent = z.discriminatedUnion('intent', [
  CaseForm.safeExtend({ intent: z.literal('save') }),
  Item.safeExtend({ intent: z.literal('save-item') }),
  z.object({ intent: z.literal('remove-item'), itemId: z.string().min(1) }),
  z.object({ intent: z.literal('remove') }),
]);

function inOrder(form: object, what: string): boolean {
  const of = (side: string): number => Number((form as Record<string, unknown>)[`${what}${side}`]);
  return of('Low') <= of('Central') && of('Central') <= of('High');
}
