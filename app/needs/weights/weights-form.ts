import { z } from 'zod';
import type { Settings } from './weigh.ts';

const listOf = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const limit = (instruction: string) =>
  z
    .string(instruction)
    .regex(/^\d{1,3}(\.\d{1,4})?$/, instruction)
    .transform(Number);

/** How answers are to be weighted, as typed. */
export const WeightsForm = z
  .object({
    questions: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform(listOf),
    lowest: limit('Enter the least that one answer may count, such as 0.3'),
    highest: limit('Enter the most that one answer may count, such as 3'),
    missing: z.enum(['own-group', 'left-out'], 'Select what becomes of answers that do not say'),
  })
  .superRefine(({ questions, lowest, highest }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (questions.length === 0) wrong('questions', 'Select at least one question to weight by');
    if (lowest > 1) wrong('lowest', 'The least must be 1 or under, for 1 is the mean');
    if (highest < 1) wrong('highest', 'The most must be 1 or over, for 1 is the mean');
  });

/** The settings in an address, where they are whole; otherwise none. */
export function settingsFrom(query: URLSearchParams): Settings | null {
  const read = WeightsForm.safeParse({
    questions: query.getAll('questions'),
    lowest: query.get('lowest') ?? undefined,
    highest: query.get('highest') ?? undefined,
    missing: query.get('missing') ?? undefined,
  });
  return read.success ? read.data : null;
}
