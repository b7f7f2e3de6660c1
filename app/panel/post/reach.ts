import { z } from 'zod';
import { Email } from '#app/people/email.ts';

/** How somebody says that they can be reached: an address, or a number in every way it is written. */
export type Reach = { email: string } | { phones: string[] };

const WHAT = 'Enter your e-mail address or your telephone number';

/** An e-mail address like name@example.com, or a telephone number like 07700 900 982. */
export const ReachForm = z.object({
  reach: z
    .string(WHAT)
    .min(1, WHAT)
    .max(254, WHAT)
    .transform((typed, check): Reach => {
      const read = readReach(typed);
      if (read) return read;
      check.addIssue({
        code: 'custom',
        message:
          'Enter an e-mail address like name@example.com, or a telephone number like 07700 900 982',
      });
      return z.NEVER;
    }),
});

/** An address or a number as it is looked up; undefined for what is neither. */
export function readReach(given: string): Reach | undefined {
  const typed = given.trim();
  if (typed.includes('@')) {
    const email = Email.safeParse(typed);
    return email.success ? { email: email.data } : undefined;
  }
  if (!/^[\d+()\s-]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '');
  const home = digits.replace(/^(0044|44|0)/, '');
  if (home.length < 7 || home.length > 15) return undefined;
  return { phones: [`0${home}`, `+44${home}`, `44${home}`, `0044${home}`, `+440${home}`, home] };
}

/** One word for it, to count how often it was asked for. */
export function keyOfReach(reach: Reach): string {
  return 'email' in reach ? reach.email : (reach.phones[0] ?? '');
}
