import { z } from 'zod';
import { ConsultationForm } from '#app/panel/consultation.ts';
import { BOX_TYPES, LIMITS, type BoxType } from '../graph.ts';

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())]);

/** What is typed to begin a walk: what a consultation says of itself, and which part is walked. */
export const WalkForm = ConsultationForm.pick({ title: true, purpose: true, standing: true })
  .extend({
    whole: z.enum(['all', 'some'], 'Choose how much of the theory is walked'),
    goals: ids,
  })
  .refine(({ whole, goals }) => whole === 'all' || goals.length > 0, {
    path: ['goals'],
    message: 'Select one outcome or more',
  });
export type WalkFields = z.output<typeof WalkForm>;

/** Longest that one thing is in the words that members read. */
const LONGEST_WORDS = 1000;

/** What the draft of a walk can send; the words of each stop come as `text-<id>` and `hint-<id>`. */
export const WalkChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), version: z.coerce.number().int(), leave: ids }),
  z.object({ intent: z.literal('again'), version: z.coerce.number().int(), again: ids }),
]);

export interface Reworded {
  id: string;
  text: string;
  hint: string;
}

/** The words of the stops as they were typed, or what is wrong, each at its field. */
export function rewordedOf(
  known: readonly string[],
  leaving: readonly string[],
  typed: Readonly<Record<string, string | string[]>>,
): { stops: Reworded[]; problems: { field: string; message: string }[] } {
  const said = (field: string) => [typed[field] ?? ''].flat()[0]?.trim() ?? '';
  const stops = known
    .filter((id) => !leaving.includes(id) && `text-${id}` in typed)
    .map((id) => ({ id, text: said(`text-${id}`), hint: said(`hint-${id}`) }));
  const problems = stops.flatMap(({ id, text, hint }) => {
    const tooLong = `Use at most ${LONGEST_WORDS} characters`;
    if (text === '') return [{ field: `text-${id}`, message: 'Enter the words, or leave it out' }];
    if (text.length > LONGEST_WORDS) return [{ field: `text-${id}`, message: tooLong }];
    return hint.length > LONGEST_WORDS ? [{ field: `hint-${id}`, message: tooLong }] : [];
  });
  return { stops, problems };
}

/** Which words of an answer can become part of the theory, and as what, the first suggested. */
export const TAKES = {
  stops: ['assumption', 'externalFactor'],
  missing: ['activity', 'input', 'output', 'mechanism', 'intermediateOutcome', 'rootCause'],
} as const satisfies Record<string, readonly BoxType[]>;
export type TakenFrom = keyof typeof TAKES;

export function takenFromOf(word: string | null): TakenFrom | null {
  return word === 'stops' || word === 'missing' ? word : null;
}

/** Words of an answer on their way into the theory. */
export const TakeForm = z.object({
  type: z.enum(BOX_TYPES, 'Choose what it becomes'),
  label: z
    .string('Enter what the box says')
    .min(1, 'Enter what the box says')
    .max(LIMITS.label, `The box must be ${LIMITS.label} characters or fewer`),
  reason: z
    .string()
    .max(LIMITS.reason, `The reason must be ${LIMITS.reason} characters or fewer`)
    .default(''),
  /** Minted with the page, so that pressing the button twice changes once. */
  mark: z.string().min(8).max(60),
});
export type TakeFields = z.output<typeof TakeForm>;
