import { z } from 'zod';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Day } from '#app/people/programme.ts';
import type { Difference } from '#app/plan/lines/differences.ts';

/** What the page of a row sends, whatever its fields: they are read by the register's own list. */
export const RowForm = z
  .object({ intent: z.enum(['save', 'remove']), version: z.coerce.number().int().default(0) })
  .catchall(z.unknown());

const COUNT = 'Enter how many it reached as a whole number, such as 82';

/** What the page of a communication sends: its fields, or a figure of its reach. */
export const CommunicationForm = z.discriminatedUnion('intent', [
  z
    .object({ intent: z.literal('save'), version: z.coerce.number().int().default(0) })
    .catchall(z.unknown()),
  z.object({ intent: z.literal('remove') }),
  z.object({
    intent: z.literal('reach'),
    on: Day('Enter the day of the figure'),
    reached: z
      .string(COUNT)
      .transform((typed) => typed.replaceAll(',', ''))
      .pipe(z.string().regex(/^\d{1,8}$/, COUNT))
      .transform(Number),
    source: z.string().max(200, 'Where it comes from must be 200 characters or fewer').default(''),
  }),
  z.object({ intent: z.literal('drop-reach'), reach: z.string() }),
]);

interface Answered {
  problems: readonly Problem[];
  typed: Typed;
}

const isOfReach = (answer: Answered) => answer.typed['intent'] === 'reach';

/** The answer of the action where it is about the row itself, so that a figure typed is not lost in it. */
export const ofTheRow = <Answer extends Answered>(answer: Answer | undefined) =>
  answer === undefined || isOfReach(answer) ? undefined : answer;

/** The answer where it is about a figure of reach. */
export const ofReach = <Answer extends Answered>(answer: Answer | undefined) =>
  answer !== undefined && isOfReach(answer) ? answer : undefined;

/** The answer to a save that came after somebody else's: both stand there, nothing typed is lost. */
export function savedFirst(typed: Typed, differences: Difference[], version: number) {
  const message = 'Somebody else saved this first: compare, and save again';
  return { problems: [{ field: 'name', message }], typed, differences, version };
}
