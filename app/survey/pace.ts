/** How finely times are kept, in seconds, and up to how many steps: an hour. */
const PACE_STEP = 15;
const MOST_STEPS = 240;
/** With fewer who answered before, there is no telling what is fast. */
const LEAST_BEFORE = 20;

/** Which step a time belongs to. */
export function paceStep(seconds: number): number {
  return Math.min(MOST_STEPS, Math.max(0, Math.floor(seconds / PACE_STEP)));
}

/**
 * Whether somebody needed less than a third of the time that half of those before needed.
 *
 * @param before how many needed about how long, by steps of 15 seconds
 */
export function isTooFast(
  seconds: number,
  before: readonly { step: number; answers: number }[],
): boolean {
  const all = before.reduce((sum, { answers }) => sum + answers, 0);
  if (all < LEAST_BEFORE) return false;
  let seen = 0;
  for (const { step, answers } of [...before].sort((a, b) => a.step - b.step)) {
    seen += answers;
    // The lower end of the step: whoever is in doubt is not flagged.
    if (2 * seen >= all) return seconds * 3 < step * PACE_STEP;
  }
  return false;
}
