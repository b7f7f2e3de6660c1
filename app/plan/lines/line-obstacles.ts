import { many } from '#app/ui/words.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';
import {
  activitiesWithoutLine,
  linesWithoutActivity,
  type PlanLine,
  type TheoryOfPlan,
} from '#app/plan/plan.ts';
import type { Clash } from './clashes.ts';
import { openDrift, type Drift } from './drift.ts';

interface LinesAsTheyStand {
  lines: readonly PlanLine[];
  theory: TheoryOfPlan;
  clashes?: readonly Clash[];
  drift?: readonly Drift[];
}

/** What the days of a plan and its theory put between it and sign-off. */
export function lineObstacles(plan: LinesAsTheyStand): Obstacle[] {
  const { clashes = [], drift = [] } = plan;
  // Lines that go on after their money ends are told of with the money.
  const heavy = clashes.filter(({ weight, kind }) => weight === 'clash' && kind !== 'after-stream');
  const reworded = openDrift(drift).filter(({ kind }) => kind === 'reworded' || kind === 'gone');
  return [
    ...some(heavy, (n): Obstacle => ({
      id: 'days-clash',
      says: `${many(n, 'thing')} in the days of the plan ${n === 1 ? 'does' : 'do'} not fit`,
      todo: 'Change the days, or what waits for what.',
      fixedOn: 'timeline',
      about: heavy.map(({ says }) => says),
    })),
    ...some(reworded, (n): Obstacle => ({
      id: 'theory-moved',
      says: `The theory has moved on from ${many(n, 'plan line')}`,
      todo: 'Take the new words over, or say why the plan stays as it is.',
      fixedOn: 'drift',
      about: reworded.map(({ says }) => says),
    })),
    ...apart(plan),
  ];
}

/** What is only in the theory, and what is only in the plan, unless somebody let it stand. */
function apart({ lines, theory, drift: differences = [] }: LinesAsTheyStand): Obstacle[] {
  const stands = new Set(differences.flatMap(({ key, kept }) => (kept === null ? [] : [key])));
  const left = activitiesWithoutLine(lines, theory).filter(
    ({ id }) => !stands.has(`unplanned::${id}`),
  );
  const loose = linesWithoutActivity(lines, theory).filter(
    ({ id, activityIds }) =>
      !stands.has(`loose:${id}:`) &&
      !activityIds.some((activity) => stands.has(`gone:${id}:${activity}`)),
  );
  return [
    ...some(left, (n): Obstacle => ({
      id: 'activities-without-line',
      says: `${n} ${n === 1 ? 'activity' : 'activities'} of the theory ${n === 1 ? 'has' : 'have'} no plan line`,
      todo: 'Make plan lines from them, or take them out of the theory.',
      fixedOn: 'plan',
      about: left.map((box) => box.label),
    })),
    ...some(loose, (n): Obstacle => ({
      id: 'lines-without-activity',
      says: `${n} plan ${n === 1 ? 'line delivers' : 'lines deliver'} no activity of the theory`,
      todo: 'Tie each to an activity, so that the plan and the theory say the same.',
      fixedOn: 'plan',
      about: loose.map((line) => line.title),
    })),
  ];
}

function some<Thing>(things: readonly Thing[], obstacle: (count: number) => Obstacle): Obstacle[] {
  return things.length === 0 ? [] : [obstacle(things.length)];
}
