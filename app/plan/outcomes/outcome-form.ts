import { z } from 'zod';
import { readPeriod } from '#app/theory/measures/periods.ts';
import { readNumber, unitKind } from '#app/theory/measures/units.ts';
import { shareOf } from '#app/theory/measures/values.ts';
import type { Problem } from '#app/http/problems.ts';
import { BENCHMARK_KINDS } from './outcomes.ts';

const short = (most: number, what: string) =>
  z
    .string()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('');

const NoteFields = z.object({
  intent: z.literal('note'),
  quarter: z.string(),
  /** The number of the note that was shown; 0 for none. */
  seen: z.coerce.number().int().min(0),
  means: short(2000, 'What it means'),
  next: short(2000, 'What will be done'),
});

const BenchmarkFields = z.object({
  intent: z.literal('benchmark'),
  kind: z.enum(BENCHMARK_KINDS, 'Select whose figure it is'),
  name: short(120, 'The name'),
  value: z.string().default(''),
  numerator: z.string().default(''),
  denominator: z.string().default(''),
  period: z.string().default(''),
  source: z
    .string('Enter where the figure comes from')
    .min(3, 'Enter where the figure comes from, such as a publication and its table')
    .max(300, 'The source must be 300 characters or fewer'),
});

/** What is done on the page of an outcome. */
export const OutcomeChange = z.discriminatedUnion('intent', [
  NoteFields,
  BenchmarkFields,
  z.object({ intent: z.literal('remove-benchmark'), benchmark: z.string() }),
]);
export type BenchmarkFields = z.output<typeof BenchmarkFields>;

export interface ReadBenchmark {
  value: number;
  numerator: number | null;
  denominator: number | null;
  start: string;
  end: string;
}

/** The figure of a benchmark as it was typed, in the unit of its measure; or what is wrong with it. */
export function readBenchmark(
  typed: Pick<BenchmarkFields, 'value' | 'numerator' | 'denominator' | 'period'>,
  unit: string,
): { ok: true; figure: ReadBenchmark } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const [value, numerator, denominator] = (['value', 'numerator', 'denominator'] as const).map(
    (field) => {
      const figure = readNumber(typed[field]);
      if (typed[field] !== '' && figure === null) wrong(field, 'Enter a number, such as 67.8');
      return figure;
    },
  );
  const period = readPeriod(typed.period);
  if (!period.ok) wrong('period', 'Enter the period, such as 2024/25 or April to June 2026');
  const [part, whole] = [numerator ?? null, denominator ?? null];
  if ((part === null) !== (whole === null) && problems.length === 0) {
    wrong(part === null ? 'numerator' : 'denominator', 'Enter both counts, or neither');
  }
  const share = part === null || whole === null ? null : shareOf(part, whole, unit);
  if (part !== null && whole !== null && (whole <= 0 || part > whole || part < 0)) {
    wrong('numerator', 'How many must not be more than of how many');
  }
  const figure = value ?? share;
  if (figure === null && problems.length === 0) wrong('value', 'Enter the figure, or both counts');
  if (figure !== null && unitKind(unit) === 'share' && (figure < 0 || figure > 100)) {
    wrong('value', 'A share is between 0 and 100 per cent');
  }
  if (value !== null && value !== undefined && share !== null && Math.abs(value - share) > 0.06) {
    wrong('value', `The two counts make ${share.toFixed(1)}. Check the figure or the counts`);
  }
  if (problems.length > 0 || figure === null || !period.ok) return { ok: false, problems };
  const { start, end } = period.period;
  return { ok: true, figure: { value: figure, numerator: part, denominator: whole, start, end } };
}
