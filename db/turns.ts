/** How long queries of all requests together may follow one another before others are heard. */
const SLICE_MS = 10;

type Go = () => void;

const waiting: Go[] = [];
let began = 0;
let called = false;

/**
 * Lets the event loop turn when queries have run for a slice without it. SQLite answers at once and on
 * this thread, so that a page of eighty queries would hold up everybody else from its first to its last,
 * however often it says `await`. One request goes on a turn of the loop: twenty pages under way do not
 * add up to one long stop.
 *
 * @param first goes before the others: a transaction that is open holds up every other write
 */
export function turnIfDue({ first = false } = {}): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - began < SLICE_MS) return undefined;
  return new Promise((go) => {
    if (first) waiting.unshift(go);
    else waiting.push(go);
    if (called) return;
    called = true;
    setImmediate(next);
  });
}

/** Goes through long reckoning and lets the event loop turn between its steps when it is due. */
export async function inTurns<Made>(steps: Iterator<unknown, Made>): Promise<Made> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turnIfDue();
  }
}

function next(): void {
  const go = waiting.shift();
  called = waiting.length > 0;
  // What is asked for inside this phase of the loop is done in the next one.
  if (called) setImmediate(next);
  began = performance.now();
  go?.();
}
