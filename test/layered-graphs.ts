import dagre from '@dagrejs/dagre';
import { BAND_TYPES, BOX_TYPES, type BoxType, type Theory } from '#app/theory/graph.ts';
import { crossings, type Edge } from '#app/theory/order.ts';
import { between, boxOf, theoryOf } from './some-theories.ts';

/** Graphs in columns, and how other solvers lay them out: for tests and the bench. */
export interface Columns {
  name: string;
  columns: string[][];
  edges: Edge[];
}

const TIERS = 6;
/** How many links in a hundred go on past the next column. */
const LONG = 20;

/** A graph of so many boxes and links, six columns, made up from a seed: always the same. */
export function randomColumns(boxes: number, links: number, seed: number): Columns {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const columns = Array.from({ length: TIERS }, (_, tier) =>
    Array.from({ length: Math.ceil((boxes - tier) / TIERS) }, (_, at) => `${tier}.${at}`),
  );
  const pick = (tier: number) => columns[tier]?.[below(columns[tier]?.length ?? 1)] ?? '';
  const seen = new Map<string, Edge>();
  while (seen.size < links) {
    const from = below(TIERS - 1);
    let to = from + 1;
    while (to < TIERS - 1 && below(100) < LONG) to += 1;
    const edge: Edge = [pick(from), pick(to)];
    seen.set(edge.join('>'), edge);
  }
  return { name: `${boxes} boxes, ${links} links, ${seed}`, columns, edges: [...seen.values()] };
}

/** The columns of a theory and the links between them, each from left to right. */
export function columnsOf(theory: Theory): Columns {
  const chain = BOX_TYPES.filter((type) => !(BAND_TYPES as readonly BoxType[]).includes(type));
  const columns = chain
    .map((type) => theory.boxes.filter((box) => box.type === type).map(({ id }) => id))
    .filter((ids) => ids.length > 0);
  const at = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const edges = theory.links.flatMap(({ source, target }): Edge[] => {
    const [from, to] = [at.get(source), at.get(target)];
    if (from === undefined || to === undefined || from === to) return [];
    return [from < to ? [source, target] : [target, source]];
  });
  return { name: theory.title, columns, edges };
}

interface Point {
  x: number;
  y: number;
}

/** How many links cross as dagre draws this graph, with its boxes kept in the same columns. */
export function dagreCrossings({ columns, edges }: Columns): number {
  const at = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 76 });
  for (const id of columns.flat()) graph.setNode(id, { width: 208, height: 72 });
  edges.forEach(([source, target], index) => {
    const minlen = (at.get(target) ?? 0) - (at.get(source) ?? 0);
    graph.setEdge(source, target, { minlen }, String(index));
  });
  dagre.layout(graph);
  const centre = (id: string): Point => graph.node(id) as Point;
  const lines = edges.map(([v, w], index) => {
    const { points } = graph.edge({ v, w, name: String(index) }) as { points: Point[] };
    return [centre(v), ...points.slice(1, -1), centre(w)];
  });
  const asPlaced = columns.map((ids) => ids.toSorted((a, b) => centre(a).y - centre(b).y));
  // Its own lines, or ours drawn between its boxes: whichever does better.
  return Math.min(crossingLines(lines), crossings(asPlaced, edges));
}

/** How many pairs of broken lines cross; lines that only touch do not. */
export function crossingLines(lines: readonly (readonly Point[])[]): number {
  let count = 0;
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      for (let i = 1; i < one.length; i += 1) {
        for (let j = 1; j < other.length; j += 1) {
          if (cross(one[i - 1] as Point, one[i] as Point, other[j - 1] as Point, other[j] as Point))
            count += 1;
        }
      }
    }
  });
  return count;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const TYPES: readonly BoxType[] = [
  'need',
  'activity',
  'output',
  'intermediateOutcome',
  'longTermOutcome',
  'impact',
];

/** The same kind of graph as a theory whose boxes say about as much as real ones. */
export function randomTheory(boxes: number, links: number, seed: number): Theory {
  const { name, columns, edges } = randomColumns(boxes, links, seed);
  const words =
    'Families who have waited a long time for help are seen by somebody they know '.repeat(2);
  const all = columns.flatMap((ids, tier) =>
    ids.map((id, at) =>
      boxOf(TYPES[tier] ?? 'output', id, {
        label: `${words.slice(0, 25 + ((at * 37 + tier * 11) % 90)).trim()} ${id}`,
        position: at + 1,
      }),
    ),
  );
  return theoryOf(
    all,
    edges.map(([source, target]) => between(all, source, target)),
    name,
  );
}
