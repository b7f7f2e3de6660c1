import ELK from 'elkjs/lib/elk.bundled.js';
import { crossings, ordered } from '#app/theory/order.ts';
import {
  columnsOf,
  crossingLines,
  dagreCrossings,
  randomColumns,
  type Columns,
} from '#test/layered-graphs.ts';
import { starterTheories } from '#templates/theories/index.ts';
import type { Case } from '../case.ts';

const SIZES = [
  [30, 39],
  [60, 84],
  [120, 180],
  [250, 375],
  [500, 750],
] as const;

interface Section {
  startPoint: Point;
  endPoint: Point;
  bendPoints?: Point[];
}
interface Point {
  x: number;
  y: number;
}

/** How many links cross as ELK draws this graph, with its own choice of layers. */
async function elkCrossings({ columns, edges }: Columns): Promise<number> {
  const laid = await new ELK().layout({
    id: 'all',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
    },
    children: columns.flat().map((id) => ({ id, width: 208, height: 72 })),
    edges: edges.map(([source, target], at) => ({
      id: `link ${at}`,
      sources: [source],
      targets: [target],
    })),
  });
  const sections = ((laid.edges ?? []) as { sections?: Section[] }[]).flatMap(
    (edge) => edge.sections ?? [],
  );
  return crossingLines(
    sections.map(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]),
  );
}

const theoryCrossings: Case = {
  id: 'theory-crossings',
  what: 'How many links of every 100 that the better of dagre and ELK crosses are crossed after “Tidy up”.',
  unit: 'in 100',
  better: 'less',
  limitIs: 'the fewer crossings of dagre and ELK on the same graph',
  goal: 1,
  async run({ quick }) {
    const graphs = [
      ...SIZES.slice(0, quick ? 2 : SIZES.length).map(([boxes, links]) =>
        randomColumns(boxes, links, 1),
      ),
      ...starterTheories.map(({ theory }) => columnsOf(theory)),
    ];
    const samples: number[] = [];
    for (const graph of graphs) {
      const ours = crossings(ordered(graph.columns, graph.edges), graph.edges);
      const best = Math.min(dagreCrossings(graph), await elkCrossings(graph));
      samples.push(best === 0 ? (ours === 0 ? 100 : Infinity) : (100 * ours) / best);
    }
    return { samples, limit: 100 };
  },
};

export default theoryCrossings;
