/**
 * What a reader could work out about figures that were left blank, from the figures that were not.
 *
 * A published table with its totals is a network: every figure is a flow along an edge, and what
 * flows into a node flows out of it (the cells of a row into its total, the totals into the grand
 * total). A hidden figure can take any value for which the hidden figures together still balance and
 * none is negative, so its bounds are maximum flows round the hidden edges. This is the exact audit
 * of Gusfield (1988, SIAM J. Comput. 17:552) for tables with two margins.
 */

export interface Figure {
  from: string;
  to: string;
  /** The true count: a whole number, zero or more. */
  value: number;
  hidden: boolean;
}

/** The least and the most that a hidden figure can be, given everything that is shown. */
export interface Bounds {
  min: number;
  max: number;
}

/** The bounds of each figure, in the order given; a figure that is shown is bounded by itself. */
export function boundsOf(figures: readonly Figure[]): Bounds[] {
  return figures.map((figure, at) => {
    if (!figure.hidden) return { min: figure.value, max: figure.value };
    const more = roomBetween(figures, at, figure.to, figure.from);
    const less = roomBetween(figures, at, figure.from, figure.to);
    return { min: figure.value - Math.min(less, figure.value), max: figure.value + more };
  });
}

/** How much can be moved from one node to another along hidden figures other than `except`. */
function roomBetween(
  figures: readonly Figure[],
  except: number,
  start: string,
  goal: string,
): number {
  const moved = figures.map(() => 0);
  let total = 0;
  for (;;) {
    const path = shortestPath(figures, moved, except, start, goal);
    if (path === undefined) return total;
    const room = Math.min(...path.map((step) => step.room));
    if (room === Infinity) return Infinity;
    for (const { at, forward } of path) moved[at] = (moved[at] ?? 0) + (forward ? room : -room);
    total += room;
  }
}

interface Step {
  at: number;
  forward: boolean;
  room: number;
}

/**
 * A hidden figure can grow without limit (a step forward) and shrink to zero (a step back).
 * Breadth first, so that the number of rounds is bounded (Edmonds and Karp 1972).
 */
function shortestPath(
  figures: readonly Figure[],
  moved: readonly number[],
  except: number,
  start: string,
  goal: string,
): Step[] | undefined {
  const reached = new Map<string, { before: string; step: Step } | undefined>([[start, undefined]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node === goal) return stepsTo(goal, reached);
    for (const [at, figure] of figures.entries()) {
      if (!figure.hidden || at === except) continue;
      const forward = figure.from === node;
      if (!forward && figure.to !== node) continue;
      const next = forward ? figure.to : figure.from;
      const room = forward ? Infinity : figure.value + (moved[at] ?? 0);
      if (room <= 0 || reached.has(next)) continue;
      reached.set(next, { before: node, step: { at, forward, room } });
      queue.push(next);
    }
  }
  return undefined;
}

function stepsTo(
  goal: string,
  reached: ReadonlyMap<string, { before: string; step: Step } | undefined>,
): Step[] {
  const steps: Step[] = [];
  for (let arrived = reached.get(goal); arrived; arrived = reached.get(arrived.before)) {
    steps.push(arrived.step);
  }
  return steps;
}
