/**
 * What weighting costs: as many answers of unlike weight say as much as fewer of like weight (Kish
 * 1965, Survey Sampling, chapter 11; Kish 1992, J. Off. Stat. 8:183).
 */
export interface DesignEffect {
  /** How many answers there are with a weight above 0. */
  answers: number;
  /** (Σw)²/Σw²: as many answers of equal weight would say as much. */
  effective: number;
  /** n·Σw²/(Σw)², 1 when all weights are equal: how much wider weighting makes every variance. */
  effect: number;
}

/**
 * Kish's effective number of answers and design effect.
 *
 * @param weights 0 or more; answers with weight 0 count for nothing
 */
export function designEffect(weights: Iterable<number>): DesignEffect {
  let answers = 0;
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    if (weight <= 0) continue;
    answers += 1;
    sum += weight;
    squares += weight * weight;
  }
  if (answers === 0) return { answers: 0, effective: 0, effect: 1 };
  return { answers, effective: (sum * sum) / squares, effect: (answers * squares) / (sum * sum) };
}
