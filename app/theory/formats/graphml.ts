import type { More, Theory } from '../graph.ts';
import { FORMAT, FORMAT_VERSION, fromJson, type ReadTheory } from './json.ts';
import { dataOf, keysOf } from './read-graphml.ts';
import { allOf, childOf, xmlText, type XmlElement } from './xml.ts';

/**
 * The whole theory as GraphML, for programs that draw and measure graphs. What a graph has no word for
 * (evidence, measures, parts) stands in the data of the graph as JSON, so that nothing is lost.
 */

const KEYS: readonly (readonly [id: string, on: string, type: string])[] = [
  ['format', 'graph', 'string'],
  ['title', 'graph', 'string'],
  ['facts', 'graph', 'string'],
  ['pieces', 'graph', 'string'],
  ['type', 'node', 'string'],
  ['label', 'node', 'string'],
  ['detail', 'node', 'string'],
  ['x', 'node', 'double'],
  ['y', 'node', 'double'],
  ['position', 'node', 'double'],
  ['kind', 'edge', 'string'],
  ['reason', 'edge', 'string'],
  ['more', 'all', 'string'],
];

/** Writes a theory as GraphML. */
export function toGraphml(theory: Theory): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(
      ([id, on, type]) => `  <key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>`,
    ),
    '  <graph id="theory" edgedefault="directed">',
    ...data(4, {
      format: `${FORMAT} ${FORMAT_VERSION}`,
      title: theory.title,
      facts: json(theory.more),
      pieces: theory.pieces.length === 0 ? '' : JSON.stringify(theory.pieces),
    }),
    ...theory.boxes.flatMap(({ id, type, label, detail, x, y, position, more }) => [
      `    <node id="${xmlText(id)}">`,
      ...data(6, {
        type,
        label,
        detail,
        x: x === null ? '' : String(x),
        y: y === null ? '' : String(y),
        position: String(position),
        more: json(more),
      }),
      '    </node>',
    ]),
    ...theory.links.flatMap(({ id, kind, source, target, reason, more }) => [
      `    <edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">`,
      ...data(6, { kind, reason, more: json(more) }),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

const json = (more: More) => (Object.keys(more).length === 0 ? '' : JSON.stringify(more));

function data(indent: number, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [`${' '.repeat(indent)}<data key="${key}">${xmlText(value)}</data>`],
  );
}

/** Whether a GraphML file was written by `toGraphml`. */
export function isOurGraphml(root: XmlElement): boolean {
  const graph = childOf(root, 'graph');
  if (graph === undefined) return false;
  return dataOf(graph, keysOf(root)).words('format').startsWith(FORMAT);
}

/** Reads back what `toGraphml` wrote. */
export function fromGraphml(root: XmlElement, fallbackTitle: string): ReadTheory {
  const keys = keysOf(root);
  const graph = childOf(root, 'graph') ?? root;
  const told = (element: XmlElement) => {
    const { data: found } = dataOf(element, keys);
    return (name: string) => found.get(name)?.text ?? '';
  };
  const whole = told(graph);
  const of = (name: string) => allOf(graph, name);
  const parsed: { broken: string | null } = { broken: null };
  const facts = (text: string, where: string): unknown => {
    if (text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      parsed.broken ??= where;
      return undefined;
    }
  };
  const number = (text: string) => (text === '' ? undefined : Number(text));
  const document = {
    format: FORMAT,
    title: whole('title') === '' ? undefined : whole('title'),
    more: facts(whole('facts'), 'graph'),
    pieces: facts(whole('pieces'), 'graph'),
    nodes: of('node').map((node) => {
      const said = told(node);
      return {
        id: node.attributes.get('id'),
        type: said('type'),
        label: said('label'),
        detail: said('detail'),
        x: number(said('x')),
        y: number(said('y')),
        position: number(said('position')),
        more: facts(said('more'), `line ${node.line}`),
      };
    }),
    links: of('edge').map((edge) => {
      const said = told(edge);
      return {
        id: edge.attributes.get('id'),
        source: edge.attributes.get('source'),
        target: edge.attributes.get('target'),
        reason: said('reason'),
        more: facts(said('more'), `line ${edge.line}`),
      };
    }),
  };
  if (parsed.broken !== null) {
    const message = 'The facts in its data are not complete JSON.';
    return { ok: false, problems: [{ where: parsed.broken, message }] };
  }
  return fromJson(JSON.stringify(document), fallbackTitle);
}
