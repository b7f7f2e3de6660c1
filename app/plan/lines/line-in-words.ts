import { sumInWords, sumOfPence } from '#app/plan/money/money.ts';
import { many, sayShortDay } from '#app/ui/words.ts';
import {
  EQUALITY_NAMES,
  STEP_NAMES,
  type EqualityEffect,
  type LineRisk,
  type Step,
} from '#app/plan/plan.ts';
import { riskInWords } from './risks.ts';

/** The parts of a line as texts, wherever they are shown in one cell. */

/** "Milestone: Both hubs open (Jo Marsh), due 1 Oct 2026; …". */
export function stepsInWords(steps: readonly Omit<Step, 'id'>[]): string {
  return steps.map((step) => `${STEP_NAMES[step.kind]}: ${stepInWords(step)}`).join('; ');
}

/** "Both hubs open (Jo Marsh), due 1 Oct 2026, done 28 Sep 2026". */
export function stepInWords({ title, owner, dueOn, doneOn }: Omit<Step, 'id' | 'kind'>): string {
  return [
    owner === '' ? title : `${title} (${owner})`,
    ...(dueOn === null ? [] : [`due ${sayShortDay(dueOn)}`]),
    ...(doneOn === null ? [] : [`done ${sayShortDay(doneOn)}`]),
  ].join(', ');
}

/** " and 14 days", or nothing where the one begins when the other has ended. */
export function lagInWords(days: number): string {
  if (days === 0) return '';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `, and ${count} more` : `, up to ${count} before it ends`;
}

export function riskWords(risk: LineRisk): string {
  if (risk.what === '') return '';
  return [
    risk.what,
    riskInWords(risk),
    ...(risk.owner === '' ? [] : [`Watched by ${risk.owner}`]),
    ...(risk.response === '' ? [] : [risk.response]),
  ]
    .map((part) => part.replace(/(?<![.\s])[.\s]+$/u, ''))
    .join('. ');
}

export function equalityWords({ effect, who, response }: EqualityEffect): string {
  return [EQUALITY_NAMES[effect], who, response].filter((part) => part !== '').join('. ');
}

/** Which costs are deleted with a line, in a sentence; empty where it has none of its own. */
export function costsGoing(costs: readonly { amountPence: number | null }[]): string {
  if (costs.length === 0) return '';
  const sum = sumInWords(sumOfPence(costs.map(({ amountPence }) => amountPence)));
  return `${many(costs.length, 'cost')} ${costs.length === 1 ? 'is' : 'are'} deleted with it: ${sum}.`;
}

/** The label of a value among choices; empty for one that is not there. */
export function labelOf(
  choices: readonly { value: string; label: string }[],
  value: string,
): string {
  return choices.find((one) => one.value === value)?.label ?? '';
}
