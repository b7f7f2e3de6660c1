import { z } from 'zod';
import { filled, inOneLine, refusedMap, type ForeignMap, type ReadMap } from './foreign.ts';
import { groupsOf, UNTOLD } from './groups.ts';

/** JSON by others with a list of boxes and a list of links, whatever they are called. */

const Id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(300));
const Text = z.union([z.string(), z.number()]).transform(String).nullish();
const List = z.array(z.unknown()).optional();
const File = z.object({
  title: z.string().optional(),
  name: z.string().optional(),
  nodes: List,
  boxes: List,
  links: List,
  edges: List,
});
const Node = z.object({
  id: Id,
  type: Text,
  group: Text,
  category: Text,
  label: Text,
  title: Text,
  name: Text,
  detail: Text,
  description: Text,
  position: z.unknown().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
const Link = z.object({
  id: Id.optional(),
  source: Id.optional(),
  from: Id.optional(),
  target: Id.optional(),
  to: Id.optional(),
  reason: Text,
  why: Text,
  label: Text,
});

/** Whether parsed JSON has lists of boxes and links that nobody says the kind of. */
export function isPlainGraph(value: object): boolean {
  return Array.isArray(listIn(value, 'nodes', 'boxes'));
}

function listIn(value: object, ...names: string[]): unknown {
  return names.map((name) => (value as Record<string, unknown>)[name]).find(Array.isArray);
}

/** Reads such a graph: what a node says of its type is its group. */
export function readPlainGraph(value: unknown, fallbackTitle: string): ReadMap {
  const read = File.safeParse(value);
  if (!read.success) return refusedMap('file', 'The file has no list of boxes.');
  const problems: { where: string; message: string }[] = [];
  const seen = new Set<string>();
  const nodes = (read.data.nodes ?? read.data.boxes ?? []).flatMap((raw, index) => {
    const found = nodeOf(raw, index);
    if ('problem' in found) problems.push({ where: `nodes[${index}]`, message: found.problem });
    else if (seen.has(found.id)) {
      const message = 'This id is used twice. Give each node its own.';
      problems.push({ where: `node “${found.id}”`, message });
    } else {
      seen.add(found.id);
      return [found];
    }
    return [];
  });
  const links = (read.data.links ?? read.data.edges ?? []).flatMap((raw, index) => {
    const found = linkOf(raw, index);
    if ('problem' in found) problems.push({ where: `links[${index}]`, message: found.problem });
    return 'problem' in found ? [] : [found];
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
  return {
    ok: true,
    map: {
      what: 'Boxes and links in JSON',
      title: read.data.title ?? read.data.name ?? fallbackTitle,
      groups: groupsOf(nodes.map(({ group }) => [group, group])),
      diagrams: [],
      nodes,
      links,
      pieces: [],
      notes: [],
    },
  };
}

function nodeOf(raw: unknown, index: number): ForeignMap['nodes'][number] | { problem: string } {
  const read = Node.safeParse(raw);
  if (!read.success) {
    const field = read.error.issues[0]?.path.map(String).join('.') ?? '';
    return {
      problem:
        field === ''
          ? 'It is not an object with fields.'
          : `Its “${field}” is missing or of the wrong kind.`,
    };
  }
  const node = read.data;
  const inside = (name: string) => {
    const value = node.data?.[name];
    return typeof value === 'string' ? value : '';
  };
  const label = node.label ?? node.title ?? node.name ?? inside('label');
  if (inOneLine(label) === '') {
    return { problem: 'It has no label. Give it the words that stand in the box.' };
  }
  const group = node.type ?? node.category ?? node.group ?? inside('type');
  return {
    id: node.id,
    group: (inOneLine(group) || UNTOLD).slice(0, 300),
    label: inOneLine(label),
    detail: node.detail ?? node.description ?? '',
    more: {},
    order: typeof node.position === 'number' ? node.position : index,
    diagrams: [],
  };
}

function linkOf(raw: unknown, index: number): ForeignMap['links'][number] | { problem: string } {
  const read = Link.safeParse(raw);
  if (!read.success) return { problem: 'It is not an object with a source and a target.' };
  const { id, reason, why, label } = read.data;
  const source = read.data.source ?? read.data.from;
  const target = read.data.target ?? read.data.to;
  if (source === undefined || target === undefined) {
    return { problem: 'Give it a source and a target.' };
  }
  return {
    id: id ?? `link-${index + 1}`,
    source,
    target,
    reason: reason ?? why ?? label ?? '',
    more: filled({}),
    diagrams: [],
  };
}
