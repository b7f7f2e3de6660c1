import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import type { Listed } from '../member-lists.ts';

export const PopulationForm = z.object({
  source: z
    .string('Say where the figures come from')
    .min(1, 'Say where the figures come from, such as “Census 2021, table RM095”')
    .max(200, 'The source must be 200 characters or fewer'),
  asAt: Day('Enter the day that the figures speak of'),
  version: z.coerce.number().int().min(0),
});

export const figureField = (value: string) => `figure:${value}`;

/**
 * Figures as they were typed, people or per cent, by group; a group that is left empty is not compared.
 *
 * @param typed by field name
 */
export function readFigures(
  typed: Readonly<Record<string, unknown>>,
  groups: readonly Listed[],
): {
  groups: { label: string; options: string[]; figure: number }[];
  problems: { field: string; message: string }[];
} {
  const problems: { field: string; message: string }[] = [];
  const read = groups.flatMap(({ value, label }) => {
    const field = figureField(value);
    const words = typeof typed[field] === 'string' ? typed[field].replaceAll(',', '').trim() : '';
    if (words === '') return [];
    const figure = /^\d{1,9}(\.\d{1,4})?$/.test(words) ? Number(words) : NaN;
    if (Number.isNaN(figure)) {
      problems.push({ field, message: `${label}: enter a number of people or a percentage` });
      return [];
    }
    return [{ label, options: [value], figure }];
  });
  const first = groups[0];
  if (problems.length === 0 && first) {
    const some = read.filter(({ figure }) => figure > 0);
    if (some.length < 2) {
      problems.push({
        field: figureField(first.value),
        message: 'Enter figures for two groups at least',
      });
    }
  }
  return { groups: read, problems };
}
