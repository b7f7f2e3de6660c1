import { z } from 'zod';
import { BOX_TYPES, nameKey, type Theory, type BoxType } from '../graph.ts';
import { insistedOn, SettleForm, ShownValues, Stamp } from '../box-form.ts';
import { OneOf, OptionalDay, Words } from '../more-form.ts';
import type { Operation } from '../operations.ts';
import { aboutKeys } from './about.ts';

/** The form of what is said of a theory as a whole. */

const LONGEST_NAME = 60;

/** Own names by their keys: `nameImpact` and so on. */
const NAMES: Readonly<Record<`name${string}`, ReturnType<typeof Words>>> = Object.fromEntries(
  BOX_TYPES.map((type) => [nameKey(type), Words('The name', LONGEST_NAME)]),
);

const Edit = z.object({
  intent: z.literal('edit'),
  ...NAMES,
  ...Stamp,
  was: ShownValues,
  ceiling: OneOf<BoxType>(
    'earlyOutcome',
    'intermediateOutcome',
    'longTermOutcome',
    'laterOutcome',
    'impact',
  ),
  afterwards: Words('What stays'),
  unintended: Words('The effects'),
  reviewedOn: OptionalDay,
  reviewedBy: Words('Who looked at it'),
});

export const AboutForm = z.discriminatedUnion('intent', [Edit, SettleForm]);

/** What the page asks of the theory. */
export function wantedOfAbout(
  theory: Pick<Theory, 'more'>,
  form: z.output<typeof AboutForm>,
): { operations: Operation[]; said: string } {
  if (form.intent === 'settle') {
    return { operations: insistedOn(form), said: 'Your choice is saved.' };
  }
  const typed: Readonly<Record<string, unknown>> = form;
  const operations = aboutKeys().flatMap((key): Operation[] => {
    const seen = form.was[key] ?? '';
    const value = typed[key];
    const to = typeof value === 'string' ? value : '';
    if (to === seen.trim()) return [];
    const stored = theory.more[key] ?? '';
    const from = stored.trim() === seen.trim() ? stored : seen;
    return [{ kind: 'editTheory', field: `more.${key}`, from, to }];
  });
  return { operations, said: 'What is said of the whole theory is saved.' };
}
