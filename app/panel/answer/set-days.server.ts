import { z } from 'zod';
import { setDaysToAnswer } from '#db/answers-back.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';

export const DaysForm = z.object({
  days: z
    .string('Enter a number of days')
    .regex(/^\d{1,3}$/, 'Enter a whole number of days, such as 28')
    .transform(Number)
    .refine((days) => days >= 7 && days <= 180, 'Enter between 7 and 180 days'),
});

/** Says within how many days families hear back, for all programmes of the authority. */
export async function setDays(by: Person, authorityId: string, days: number): Promise<void> {
  allow(by, 'programme.edit', { authorityId });
  await theStore().write(`authority:${authorityId}`, async (tx) => {
    await setDaysToAnswer(tx, authorityId, days);
    const about = { kind: 'authority', id: authorityId };
    await record(tx, by, 'answers.days-set', about, { days });
  });
}
