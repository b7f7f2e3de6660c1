import { z } from 'zod';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Day } from '#app/people/programme.ts';
import type { Difference } from '#app/plan/lines/differences.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { FRAMEWORK, FRAMEWORKS, sayRating, type FrameworkId } from './frameworks.ts';
import type { Evaluation } from './self-evaluation.ts';

const text = (what: string, most: number) =>
  z
    .string()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('');

const DUE = 'Enter by when as a day, or leave it empty';

/** What is typed about one item of a round. */
export const EvaluationForm = z.object({
  rating: z.string().default(''),
  evidence: text('What shows it', 4000),
  improve: text('What to improve', 300),
  owner: text('Who sees to it', 200),
  dueOn: z.union([z.literal('').transform(() => null), Day(DUE)], DUE).default(null),
  panelRating: z.string().default(''),
  panelSaid: text('What the panel said', 1000),
});
export type EvaluationFields = z.output<typeof EvaluationForm>;

/** What the page of an item can be asked to do. */
export const ItemIntent = z.discriminatedUnion('intent', [
  EvaluationForm.extend({
    intent: z.literal('save'),
    /** The round that the page showed: what was typed never lands in the one that was begun since. */
    round: z.string().default(''),
    version: z.coerce.number().int().min(0).default(0),
  }),
  z.object({ intent: z.literal('tie'), key: z.string() }),
  z.object({ intent: z.literal('untie'), key: z.string() }),
  z.object({ intent: z.literal('plan') }),
  z.object({ intent: z.literal('means') }).catchall(z.unknown()),
  z.object({ intent: z.literal('remove') }),
]);

/** What the page of an item is told when something could not be kept. */
export interface ItemAnswer {
  problems: readonly Problem[];
  typed: Typed;
  differences?: readonly Difference[];
  /** What is saved over when it is pressed again. */
  now?: { version: number; round: string };
}

const NAME = 'Enter a name for the round, such as “Autumn 2026”';
const TITLE = 'Enter it in your own words';

/** What the page of the self-evaluation can be asked to do. */
export const PageIntent = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('begin'),
    name: z.string(NAME).min(1, NAME).max(100, 'The name must be 100 characters or fewer'),
  }),
  z.object({
    intent: z.literal('add'),
    framework: z.enum(FRAMEWORKS, 'Choose where it belongs'),
    title: z.string(TITLE).min(1, TITLE).max(300, 'It must be 300 characters or fewer'),
  }),
]);

/** A rating that is not of the framework's scale is taken as none. */
export function withKnownRatings(framework: FrameworkId, fields: EvaluationFields) {
  const known = (rating: string) =>
    FRAMEWORK[framework].ratings.some(({ value }) => value === rating) ? rating : '';
  return { ...fields, rating: known(fields.rating), panelRating: known(fields.panelRating) };
}

/** The meanings of a framework's stages as they were typed: only of its ratings, trimmed to a length. */
export function meansTyped(
  framework: FrameworkId,
  typed: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    FRAMEWORK[framework].meansFor.flatMap((rating) => {
      const words = typed[`means-${rating}`];
      return typeof words === 'string' && words !== '' ? [[rating, words.slice(0, 1000)]] : [];
    }),
  );
}

/** What somebody else saved, or the round that began meanwhile says, beside what was typed. */
export function evaluationDifferences(
  framework: FrameworkId,
  typed: EvaluationFields,
  saved: Pick<Evaluation, keyof EvaluationFields>,
): Difference[] {
  const rows: [string, string, string][] = [
    ['Rating', sayRating(framework, typed.rating), sayRating(framework, saved.rating)],
    ['What shows it', typed.evidence, saved.evidence],
    ['What to improve', typed.improve, saved.improve],
    ['Who sees to it', typed.owner, saved.owner],
    ['By when', sayShortDay(typed.dueOn), sayShortDay(saved.dueOn)],
    [
      'The panel’s rating',
      sayRating(framework, typed.panelRating),
      sayRating(framework, saved.panelRating),
    ],
    ['What the panel said', typed.panelSaid, saved.panelSaid],
  ];
  return rows
    .filter(([, yours, theirs]) => yours !== theirs)
    .map(([field, yours, theirs]) => ({
      field,
      yours: yours || 'Nothing',
      theirs: theirs || 'Nothing',
    }));
}

/** Why what was typed was not saved, and what to do. */
export function notSaved(kept: {
  outcome: 'changed-meanwhile' | 'another-round';
  round: { name: string };
}): string {
  return kept.outcome === 'changed-meanwhile'
    ? 'Somebody else saved this first: compare, and save again'
    : `The round “${kept.round.name}” was begun meanwhile and the one before is closed. Compare, and save again to keep it in “${kept.round.name}”`;
}
