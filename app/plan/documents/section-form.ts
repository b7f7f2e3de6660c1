import { z } from 'zod';
import { unknownFigures, type Figure } from '#app/documents/own-words.ts';
import type { Problem } from '#app/http/problems.ts';

const Words = z.string().max(20_000, 'Write 20,000 characters or fewer').default('');
const Title = z.string().max(120, 'The heading must be 120 characters or fewer');

/** What somebody makes of a section that the outline has. */
export const SectionForm = z.object({
  intent: z.enum(['keep', 'remove']).default('keep'),
  title: Title.default(''),
  before: Words,
  after: Words,
  version: z.coerce.number().int().min(0),
});
export type SectionFields = z.infer<typeof SectionForm>;

/** The buttons of a document's page. */
export const DocumentForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['up', 'down', 'hide', 'show']), section: z.string().min(1) }),
  z.object({
    intent: z.literal('keep-version'),
    name: z
      .string()
      .min(1, 'Name this version, such as “For the board of 3 March”')
      .max(120, 'The name must be 120 characters or fewer'),
  }),
]);

/** What is wrong with own words: names of figures that there are none of, with those that there are. */
export function problemsOfWords(
  fields: Pick<SectionFields, 'before' | 'after'>,
  figures: readonly Figure[],
): Problem[] {
  const some = figures.map(({ name }) => `{{${name}}}`).join(', ');
  return (['before', 'after'] as const).flatMap((field) => {
    const unknown = unknownFigures(fields[field], figures);
    if (unknown.length === 0) return [];
    const named = unknown.map((name) => `{{${name}}}`).join(', ');
    return [{ field, message: `There is no figure ${named}. There are: ${some}` }];
  });
}
