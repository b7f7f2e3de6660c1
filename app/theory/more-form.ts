import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import { LIMITS } from './graph.ts';

/** What the forms of a theory take for each kind of field. */

export const tooLong = (what: string, most: number) =>
  `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`;

/** Words that may be left out. */
export const Words = (what: string, most: number = LIMITS.more) =>
  z.string().max(most, tooLong(what, most)).default('');

/** A date that may be left open. */
export const OptionalDay = z
  .union([z.literal(''), Day('Enter the date as day, month and year')])
  .default('');

/** A tick. */
const Tick = z.literal('yes').or(z.literal('')).default('');

/** One of some values, or none. */
export const OneOf = <T extends string>(...values: readonly [T, ...T[]]) =>
  z.union([z.literal(''), z.enum(values)], 'Choose one from the list').default('');

/** A whole number that may be left out. */
export const Whole = (what: string) =>
  z
    .string()
    .regex(/^\d{0,4}$/, `${what} must be a whole number, like 12`)
    .default('');

const LowToHigh = OneOf('low', 'medium', 'high');

/** Every further fact that a box can carry, whatever its type. */
export const BoxMoreFields = {
  lead: Words('Who leads it'),
  benefits: Words('Who it is for'),
  notNow: Words('The reason'),
  owner: Words('Who watches it'),
  signal: Words('The signal'),
  reviewOn: OptionalDay,
  partnerLed: Tick,
  critical: Tick,
  ours: Tick,
  likelihood: LowToHigh,
  response: Words('What we do about it'),
};

/** Every further fact that a link can carry. */
export const LinkMoreFields = {
  assumes: Words('What has to hold'),
  critical: Tick,
  owner: Words('Who watches what has to hold'),
  signal: Words('The signal'),
  reviewOn: OptionalDay,
  mechanism: Words('What happens in between'),
  argue: Words('The question to argue about'),
  feedback: Tick,
  delay: Words('How long it takes'),
  delayMonths: Whole('Months until it shows'),
  confidence: LowToHigh,
  sign: OneOf('less'),
};
