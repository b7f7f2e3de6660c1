import { z } from 'zod';
import { SettleForm, ShownValues, Stamp } from '../box-form.ts';
import type { Box, Link, Theory } from '../graph.ts';
import { OptionalDay, Words } from '../more-form.ts';
import { fieldOf, type Operation } from '../operations.ts';
import { VERDICTS } from './assumptions.ts';

/** The form of one assumption of the stress test, and what it asks of the theory. */

const AnswerForm = z
  .object({
    intent: z.enum(['answer', 'answer-next']),
    ...Stamp,
    was: ShownValues,
    verdict: z.enum(VERDICTS, 'Choose whether it holds'),
    verdictWhy: Words('Why'),
    verdictTodo: Words('What we do'),
    owner: Words('Who watches it'),
    reviewOn: OptionalDay,
  })
  .refine(({ verdict, verdictWhy }) => verdict === 'holds' || verdictWhy !== '', {
    path: ['verdictWhy'],
    error: 'Say why it is in doubt or does not hold',
  })
  .refine(({ verdict, verdictTodo }) => verdict !== 'fails' || verdictTodo !== '', {
    path: ['verdictTodo'],
    error: 'Say what we do now that it does not hold',
  });

export const StressForm = z.discriminatedUnion('intent', [AnswerForm, SettleForm]);

const FIELDS = ['verdict', 'verdictWhy', 'verdictTodo', 'owner', 'reviewOn'] as const;

/** The values of the form as they are now. */
export function valuesOfStress(thing: Pick<Box, 'more'>): Record<string, string> {
  return Object.fromEntries(FIELDS.map((key) => [key, thing.more[key] ?? '']));
}

/** The box or the link that holds an assumption. */
export function holderOf(theory: Theory, id: string): Box | Link | undefined {
  return [...theory.boxes, ...theory.links].find((each) => each.id === id);
}

/**
 * The answer as operations, dated and named: what differs from what the page showed, and always by
 * whom and when.
 */
export function answering(
  theory: Theory,
  id: string,
  form: z.output<typeof AnswerForm>,
  { by, on }: { by: string; on: string },
): Operation[] {
  const kind = theory.links.some((link) => link.id === id) ? 'editLink' : 'editBox';
  const now = holderOf(theory, id) ?? { more: {} };
  const edit = (key: string, from: string, to: string): Operation[] =>
    from === to ? [] : [{ kind, id, field: `more.${key}`, from, to }];
  return [
    ...FIELDS.flatMap((key) => {
      const seen = form.was[key] ?? '';
      const stored = fieldOf(now, `more.${key}`);
      const from = stored.trim() === seen.trim() ? stored : seen;
      return form[key] === seen.trim() ? [] : edit(key, from, form[key]);
    }),
    ...edit('verdictOn', fieldOf(now, 'more.verdictOn'), on),
    ...edit('verdictBy', fieldOf(now, 'more.verdictBy'), by),
  ];
}
