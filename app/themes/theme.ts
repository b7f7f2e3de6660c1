import { z } from 'zod';

export const ThemeForm = z.object({
  name: z
    .string('Name the theme in a few words')
    .min(1, 'Name the theme in a few words')
    .max(120, 'Name must be 120 characters or fewer'),
  definition: z
    .string('Say what belongs under this theme and what does not')
    .min(1, 'Say what belongs under this theme and what does not')
    .max(1000, 'Definition must be 1,000 characters or fewer'),
});
export type ThemeFields = z.output<typeof ThemeForm>;
