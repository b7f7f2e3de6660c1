import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import type { Obstacle } from './weigh.ts';

/** Why a group stands in the way of weighting, with what to do. */
export function sayObstacle(
  { question, group, why }: Obstacle,
  titles: Readonly<Record<string, string>>,
): string {
  const where = `“${group}” of “${titles[question] ?? question}”`;
  switch (why) {
    case 'nobody':
      return `Nobody who answered is in ${where}, so nobody can speak for it.`;
    case 'too-few':
      return `Fewer than ${THRESHOLD} answers are in ${where}: each would have to speak for too many.`;
    case 'nobody-there':
      return `The figures say that ${where} has no families, and some have answered.`;
  }
}
