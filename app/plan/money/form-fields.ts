import { z } from 'zod';
import { isADay } from '#app/plan/lines/days.ts';
import { readPounds } from './money.ts';

/** What the forms about lines and money have in common, with an instruction for each mistake. */

/** A day that may be left out. */
export const dayOrNone = (what: string) =>
  z
    .string()
    .default('')
    .refine((day) => day === '' || isADay(day), `Enter ${what} as a day, such as 1 April 2026`)
    .transform((day) => (day === '' ? null : day));

/** An amount of money in pence; nothing typed is null. */
export const poundsOrNone = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const read = readPounds(typed, what);
      if (read.ok) return read.pence;
      context.addIssue({ code: 'custom', message: read.message });
      return z.NEVER;
    });

/** An amount of money in pence that has to be there. */
export const poundsNeeded = (what: string) =>
  poundsOrNone(what).transform((pence, context) => {
    if (pence !== null) return pence;
    context.addIssue({ code: 'custom', message: `Enter ${what}, such as 1,234 or 1,234.50` });
    return z.NEVER;
  });

/** What is ticked, each once; only what is offered is kept. */
export const ticked = (offered: readonly { value: string }[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) =>
      [...new Set(value === undefined ? [] : [value].flat())].filter((each) =>
        offered.some((choice) => choice.value === each),
      ),
    );

export const words = (what: string, most: number) =>
  z
    .string()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('');

export const wordsNeeded = (enter: string, what: string, most: number) =>
  z
    .string(enter)
    .min(1, enter)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`);

/** The version that was on the page; 0 for something new. */
export const seenVersion = z.coerce.number().int().min(0).default(0);

/** Null for a field that was left empty. */
export const idOrNone = z
  .string()
  .default('')
  .transform((id) => (id === '' ? null : id));
