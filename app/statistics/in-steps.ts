/**
 * Long reckoning that can be put down between its steps. A server lets others be heard there
 * (`inTurns` of db/turns.ts); who has nobody waiting runs it through.
 */
export type Steps<Made> = Generator<undefined, Made, undefined>;

export function runThrough<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
