import { z } from 'zod';

const Optional = (name: string, most: number) =>
  z
    .string()
    .max(most, `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .optional()
    .default('');

/** What is written about a theme: enough that two people put the same words under it. */
export const ThemeForm = z.object({
  name: z
    .string('Name the theme in a few words')
    .min(1, 'Name the theme in a few words')
    .max(120, 'Name must be 120 characters or fewer'),
  definition: z
    .string('Say what belongs under this theme and what does not')
    .min(1, 'Say what belongs under this theme and what does not')
    .max(1000, 'Definition must be 1,000 characters or fewer'),
  example: Optional('Example', 500),
  isNot: Optional('What does not belong here', 500),
  notes: Optional('Notes', 2000),
  /** The theme that it stands under; none at the top. */
  parentId: z
    .string()
    .max(64)
    .optional()
    .transform((id) => (id === undefined || id === '' ? null : id)),
});
export type ThemeFields = z.output<typeof ThemeForm>;

/** A theme with nothing but its name and definition: the rest is empty. */
export function themeNamed(name: string, definition: string): ThemeFields {
  return { name, definition, example: '', isNot: '', notes: '', parentId: null };
}
