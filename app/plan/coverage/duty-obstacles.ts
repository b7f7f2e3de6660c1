import type { PlanLine } from '#app/plan/plan.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';

/**
 * What of the legal duties stands between a plan and its sign-off: a line that is worse for some groups
 * while nothing is said to be done about it. What nobody has looked at is shown with the duties.
 */
export function dutyObstacles(lines: readonly PlanLine[]): Obstacle[] {
  const harm = lines.filter(
    ({ status, equalityEffect: { effect, response } }) =>
      status !== 'stopped' && effect === 'negative' && response.trim() === '',
  );
  if (harm.length === 0) return [];
  const one = harm.length === 1;
  return [
    {
      id: 'harm-unanswered',
      says: `${harm.length} plan ${one ? 'line is' : 'lines are'} worse for some groups, and nothing is said to be done about it`,
      todo: 'Say in each line what is done about it, or change the line.',
      fixedOn: 'duties',
      about: harm.map(({ title }) => title),
    },
  ];
}
