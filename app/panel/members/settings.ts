import { z } from 'zod';

/** What an authority decides for its panel. */
export interface PanelSettings {
  /** Days after leaving until contact details are deleted; 0 deletes them at once. */
  contactDays: number;
  /** Months of one term of membership. */
  termMonths: number;
  /** Days that somebody has to answer an invitation. */
  answerDays: number;
  version: number;
}

/** As long as nobody decided otherwise. */
export const USUAL_SETTINGS: PanelSettings = {
  contactDays: 0,
  termMonths: 24,
  answerDays: 14,
  version: 0,
};

const whole = (instruction: string, least: number, most: number) =>
  z
    .string(instruction)
    .regex(/^\d{1,4}$/, instruction)
    .transform(Number)
    .refine((number) => number >= least && number <= most, instruction);

export const SettingsForm = z.object({
  contactDays: whole('Enter a number of days from 0 to 365', 0, 365),
  termMonths: whole('Enter a number of months from 1 to 60', 1, 60),
  answerDays: whole('Enter a number of days from 3 to 60', 3, 60),
  version: z.coerce.number().int().min(0),
});

export const TermsForm = z.object({
  words: z
    .string('Write the terms of reference')
    .min(
      100,
      'Say what the panel is for, how often it meets, what you pay and what members promise',
    )
    .max(20_000, 'Terms of reference must be 20,000 characters or fewer'),
});
