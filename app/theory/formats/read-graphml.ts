import {
  filled,
  inOneLine,
  refusedMap,
  withoutTags,
  type ForeignMap,
  type ReadMap,
} from './foreign.ts';
import { groupsOf, UNTOLD } from './groups.ts';
import { allOf, childOf, textOf, type XmlElement } from './xml.ts';

/** GraphML by others (graphml.graphdrawing.org), and as yEd draws it. */

/** Whether an element is the root of a GraphML file. */
export function isGraphml(root: XmlElement): boolean {
  return root.name === 'graphml';
}

/** What each key of the file means, by its id: the name of an attribute, or what yEd draws. */
export function keysOf(root: XmlElement): Map<string, string> {
  return new Map(
    root.children
      .filter(({ name }) => name === 'key')
      .map(({ attributes }) => [
        attributes.get('id') ?? '',
        attributes.get('attr.name') ?? attributes.get('yfiles.type') ?? attributes.get('id') ?? '',
      ]),
  );
}

/** The data of a node, a link or a graph by the names of its keys. */
export function dataOf(element: XmlElement, keys: ReadonlyMap<string, string>) {
  const data = new Map<string, XmlElement>();
  for (const child of element.children) {
    if (child.name !== 'data') continue;
    const key = child.attributes.get('key') ?? '';
    data.set((keys.get(key) ?? key).toLowerCase(), child);
  }
  const words = (...names: string[]) => {
    for (const name of names) {
      const found = data.get(name);
      if (found !== undefined && textOf(found).trim() !== '') return textOf(found).trim();
    }
    return '';
  };
  return { data, words };
}

/**
 * Reads a graph: the groups are what a node says of its type, else the group of yEd that it stands in,
 * else its colour.
 */
export function readGraphml(root: XmlElement, fallbackTitle: string): ReadMap {
  const graph = childOf(root, 'graph');
  if (graph === undefined) return refusedMap('line 1', 'The file holds no graph.');
  const keys = keysOf(root);
  const map: ForeignMap = {
    what: 'A graph in GraphML',
    title: dataOf(graph, keys).words('title', 'name', 'label', 'description') || fallbackTitle,
    groups: [],
    diagrams: [],
    nodes: [],
    links: [],
    pieces: [],
    notes: [],
  };
  const names: [string, string][] = [];
  readNodes(graph, keys, '', map, names);
  for (const edge of allOf(graph, 'edge')) readEdge(edge, keys, map);
  map.groups = groupsOf(names);
  if (graph.attributes.get('edgedefault') === 'undirected') {
    map.notes.push(
      'The links of this graph have no direction: they are drawn as they are written.',
    );
  }
  return { ok: true, map };
}

function readNodes(
  graph: XmlElement,
  keys: ReadonlyMap<string, string>,
  group: string,
  map: ForeignMap,
  names: [string, string][],
): void {
  for (const node of graph.children.filter(({ name }) => name === 'node')) {
    const { data, words } = dataOf(node, keys);
    const drawn = data.get('nodegraphics');
    const label = drawnLabel(drawn) || words('label', 'name', 'title', 'text');
    const inner = childOf(node, 'graph');
    if (inner !== undefined) {
      readNodes(inner, keys, label || group, map, names);
      continue;
    }
    const id = node.attributes.get('id') ?? '';
    if (id === '') {
      map.notes.push(`The node on line ${node.line} is left out: it has no id.`);
      continue;
    }
    const told = words('type', 'kind', 'category', 'group', 'class') || group;
    const name = told || colourOf(drawn) || UNTOLD;
    names.push([name, name]);
    map.nodes.push({
      id,
      group: name.slice(0, 300),
      label: inOneLine(label),
      detail: withoutTags(words('detail', 'description', 'note')),
      more: {},
      order: yOf(drawn) ?? map.nodes.length,
      diagrams: [],
    });
  }
}

function readEdge(edge: XmlElement, keys: ReadonlyMap<string, string>, map: ForeignMap): void {
  const source = edge.attributes.get('source') ?? '';
  const target = edge.attributes.get('target') ?? '';
  if (source === '' || target === '') {
    map.notes.push(`The edge on line ${edge.line} is left out: it says not from where to where.`);
    return;
  }
  const { data, words } = dataOf(edge, keys);
  const label = drawnLabel(data.get('edgegraphics')) || words('label', 'reason', 'description');
  map.links.push({
    id: edge.attributes.get('id') ?? `edge-${map.links.length + 1}`,
    source,
    target,
    reason: /^[-–−+]$/.test(label) ? '' : label,
    more: filled({ sign: /^[-–−]$/.test(label) ? 'less' : '' }),
    diagrams: [],
  });
}

function drawnLabel(drawn: XmlElement | undefined): string {
  if (drawn === undefined) return '';
  const labels = ['NodeLabel', 'EdgeLabel'].flatMap((name) => allOf(drawn, name));
  return withoutTags(
    labels
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n'),
  );
}

function colourOf(drawn: XmlElement | undefined): string {
  const fill = drawn === undefined ? undefined : allOf(drawn, 'Fill')[0]?.attributes.get('color');
  return fill === undefined ? '' : `Colour ${fill}`;
}

function yOf(drawn: XmlElement | undefined): number | undefined {
  const y = drawn === undefined ? undefined : allOf(drawn, 'Geometry')[0]?.attributes.get('y');
  return y === undefined || Number.isNaN(Number(y)) ? undefined : Number(y);
}
