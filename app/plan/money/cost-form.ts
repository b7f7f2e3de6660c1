import { z } from 'zod';
import { STRANDS } from '#app/needs/registers/choices.ts';
import type { Difference } from '#app/plan/lines/differences.ts';
import { COST_KIND_CHOICES, COST_KINDS, paidFrom, type CostLine } from './costs.ts';
import { idOrNone, poundsOrNone, seenVersion, words, wordsNeeded } from './form-fields.ts';
import { poundsOrUnknown, poundsToType } from './money.ts';
import { differing } from './stream-form.ts';
import { isYear, sayYear } from './years.ts';

/** What is typed about a cost. */
export const CostForm = z.object({
  lineId: idOrNone,
  what: wordsNeeded('Enter what is paid for', 'What is paid for', 200),
  kind: z.enum(COST_KINDS, 'Choose the kind of cost'),
  amount: poundsOrNone('the cost'),
  year: z
    .string()
    .default('')
    .refine((year) => year === '' || isYear(year), 'Choose a financial year, such as 2026-27'),
  /** NO_STREAM where it is said that none pays for it. */
  streamId: idOrNone,
  strand: z
    .string()
    .default('')
    .refine(
      (strand) => strand === '' || STRANDS.some(({ value }) => value === strand),
      'Choose a strand from the list',
    ),
  capital: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  note: words('The note', 500),
  version: seenVersion,
});
export type CostFields = z.output<typeof CostForm>;

/** What the page of a cost can be asked to do. */
export const CostIntent = z.discriminatedUnion('intent', [
  CostForm.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

/** A cost as its form shows it, before anything is typed. */
export function costToType(cost: CostLine) {
  return {
    lineId: cost.lineId ?? '',
    what: cost.what,
    kind: cost.kind as string,
    amount: poundsToType(cost.amountPence),
    year: cost.year,
    streamId: paidFrom(cost) ?? '',
    strand: cost.strand,
    capital: cost.capital ? 'yes' : '',
    note: cost.note,
  };
}
export type CostValues = ReturnType<typeof costToType>;

/** Where what was typed about a cost differs from what somebody else saved. */
export function costDifferences(
  typed: CostFields,
  saved: CostLine,
  names: { line: (id: string | null) => string; stream: (id: string | null) => string },
): Difference[] {
  const label = (list: readonly { value: string; label: string }[], id: string) =>
    list.find(({ value }) => value === id)?.label ?? '';
  return differing([
    ['What is paid for', typed.what, saved.what],
    ['Plan line', names.line(typed.lineId), names.line(saved.lineId)],
    ['Kind', label(COST_KIND_CHOICES, typed.kind), label(COST_KIND_CHOICES, saved.kind)],
    ['Cost', poundsOrUnknown(typed.amount), poundsOrUnknown(saved.amountPence)],
    ['Financial year', sayYear(typed.year), sayYear(saved.year)],
    ['Paid from', names.stream(typed.streamId), names.stream(paidFrom(saved))],
    ['Strand', label(STRANDS, typed.strand), label(STRANDS, saved.strand)],
    ['Capital', typed.capital ? 'Yes' : 'No', saved.capital ? 'Yes' : 'No'],
    ['Note', typed.note, saved.note],
  ]);
}
