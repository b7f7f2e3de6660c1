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
  const network = networkOf(figures);
  return figures.map((_, at) => network.bounds(at));
}

function networkOf(figures: readonly Figure[]): Network {
  const nodes = new Map<string, number>();
  const nodeOf = (name: string) => {
    const known = nodes.get(name) ?? nodes.size;
    nodes.set(name, known);
    return known;
  };
  const from = Int32Array.from(figures, (figure) => nodeOf(figure.from));
  const to = Int32Array.from(figures, (figure) => nodeOf(figure.to));
  const network = new Network(
    from,
    to,
    Float64Array.from(figures, ({ value }) => value),
    nodes.size,
  );
  figures.forEach(({ hidden }, at) => (hidden ? network.hide(at) : undefined));
  return network;
}

/** The figures of a table as a network, all shown at first, in which more can be hidden step by step. */
export class Network {
  private readonly hidden: Uint8Array;
  /** The figures at each node, whichever way they run. */
  private readonly at: number[][];

  /** @param from and to: the nodes of each figure by number, under `nodes` */
  constructor(
    private readonly from: Int32Array,
    private readonly to: Int32Array,
    private readonly value: Float64Array,
    nodes: number,
  ) {
    this.hidden = new Uint8Array(value.length);
    this.at = Array.from({ length: nodes }, () => []);
    for (let each = 0; each < value.length; each += 1) {
      this.at[from[each] ?? 0]?.push(each);
      this.at[to[each] ?? 0]?.push(each);
    }
  }

  hide(figure: number): void {
    this.hidden[figure] = 1;
  }

  isHidden(figure: number): boolean {
    return this.hidden[figure] === 1;
  }

  bounds(figure: number): Bounds {
    const value = this.value[figure] ?? 0;
    if (!this.isHidden(figure)) return { min: value, max: value };
    return { min: value - this.less(figure, value), max: value + this.more(figure, Infinity) };
  }

  /** Whether a hidden figure keeps an interval at least so wide; more exact bounds are not sought. */
  isDoubtful(figure: number, width: number): boolean {
    const less = this.less(figure, width);
    return less >= width || less + this.more(figure, width - less) >= width;
  }

  private less(figure: number, enough: number): number {
    const [from = 0, to = 0] = [this.from[figure], this.to[figure]];
    const value = this.value[figure] ?? 0;
    return Math.min(value, this.roomBetween(figure, from, to, Math.min(value, enough)));
  }

  private more(figure: number, enough: number): number {
    const [from = 0, to = 0] = [this.from[figure], this.to[figure]];
    return this.roomBetween(figure, to, from, enough);
  }

  /** How much can be moved from one node to another along hidden figures other than `except`. */
  private roomBetween(except: number, start: number, goal: number, enough: number): number {
    const moved = new Float64Array(this.value.length);
    let total = 0;
    while (total < enough) {
      const path = this.shortestPath(moved, except, start, goal);
      if (path === undefined) return total;
      const room = Math.min(...path.map((step) => step.room));
      if (room === Infinity) return Infinity;
      for (const { figure, forward } of path) {
        moved[figure] = (moved[figure] ?? 0) + (forward ? room : -room);
      }
      total += room;
    }
    return total;
  }

  /**
   * A hidden figure can grow without limit (a step forward) and shrink to zero (a step back).
   * Breadth first, so that the number of rounds is bounded (Edmonds and Karp 1972).
   */
  private shortestPath(
    moved: Float64Array,
    except: number,
    start: number,
    goal: number,
  ): Step[] | undefined {
    const reached = new Map<number, Step | undefined>([[start, undefined]]);
    const queue = [start];
    for (let next = 0; next < queue.length; next += 1) {
      const node = queue[next] ?? 0;
      if (node === goal) return this.stepsTo(goal, reached);
      for (const figure of this.at[node] ?? []) {
        if (this.hidden[figure] !== 1 || figure === except) continue;
        const forward = this.from[figure] === node;
        const other = (forward ? this.to[figure] : this.from[figure]) ?? 0;
        if (reached.has(other)) continue;
        const room = forward ? Infinity : (this.value[figure] ?? 0) + (moved[figure] ?? 0);
        if (room <= 0) continue;
        reached.set(other, { figure, forward, room });
        queue.push(other);
      }
    }
    return undefined;
  }

  private stepsTo(goal: number, reached: ReadonlyMap<number, Step | undefined>): Step[] {
    const steps: Step[] = [];
    for (let step = reached.get(goal); step;) {
      steps.push(step);
      const before = (step.forward ? this.from[step.figure] : this.to[step.figure]) ?? 0;
      step = reached.get(before);
    }
    return steps;
  }
}

interface Step {
  figure: number;
  forward: boolean;
  room: number;
}
