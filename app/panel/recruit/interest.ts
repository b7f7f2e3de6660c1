import { z } from 'zod';
import { PersonFields, reachable } from '../members.ts';

/** What somebody says who would like to be on the panel. */
export const InterestForm = PersonFields.extend({
  /** What would help them to take part. */
  helps: z.string().max(500, 'This must be 500 characters or fewer').default(''),
  /** A field that nobody sees: filled in by programs. */
  website: z.string().default(''),
}).superRefine((form, check) => {
  reachable(form, check);
  if (form.email === '' && form.phone === '') {
    check.addIssue({
      code: 'custom',
      path: ['email'],
      message: 'Enter an e-mail address or a telephone number, so that we can reach you',
    });
  }
});
export type InterestFields = z.output<typeof InterestForm>;
