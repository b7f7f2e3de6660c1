import type { PlanLine } from '#app/plan/plan.ts';

/**
 * What would make a line firmer and binds nobody, in the order of its form: what a board asks for next,
 * once it has an owner, days and a milestone. What lacks there (`lacksOf`) is not told twice.
 */
export function worthAdding(line: PlanLine): string[] {
  const { risk, equalityEffect, steps } = line;
  const undated = steps.filter(({ kind, dueOn }) => kind === 'milestone' && dueOn === null);
  return [
    ...(line.objective === '' ? ['what it is to achieve'] : []),
    ...(undated.length > 0 ? ['a day for each milestone'] : []),
    ...(line.successCriteria === '' ? ['how you will know that it works'] : []),
    ...(line.measureIds.length === 0 ? ['a measure that it should move'] : []),
    ...(risk.what === '' ? ['what could go wrong'] : []),
    ...(risk.what !== '' && risk.owner === '' ? ['who watches the risk'] : []),
    ...(risk.what !== '' && risk.response === '' ? ['what is done about the risk'] : []),
    ...(equalityEffect.effect === 'unknown' ? ['what it does for equality'] : []),
    ...(equalityEffect.effect === 'negative' && equalityEffect.response === ''
      ? ['what is done about its worse effect']
      : []),
  ];
}
