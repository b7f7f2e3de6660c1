import { z } from 'zod';
import {
  confidenceOf,
  filled,
  inOneLine,
  refusedMap,
  withoutTags,
  type ForeignMap,
  type ReadMap,
} from './foreign.ts';
import { groupsOf, UNTOLD } from './groups.ts';

/** A system map of PRSM (prsm.uk), as the program saves it: nodes and edges in named styles. */

const Id = z.union([z.string(), z.number()]).transform(String);
const Style = z.object({ groupLabel: z.string().optional() }).loose();
const File = z.object({
  mapTitle: z.string().nullish(),
  styles: z
    .object({
      nodes: z.record(z.string(), Style).optional(),
      edges: z.record(z.string(), Style).optional(),
    })
    .loose()
    .optional(),
  nodes: z.array(z.unknown()),
  edges: z.array(z.unknown()),
});
const Node = z.object({
  id: Id,
  label: z.string().nullish(),
  grp: z.string().nullish(),
  group: z.string().nullish(),
  note: z.unknown().optional(),
  y: z.number().nullish(),
  hidden: z.boolean().nullish(),
});
const Edge = z.object({
  id: Id.optional(),
  from: Id,
  to: Id,
  label: z.string().nullish(),
  grp: z.string().nullish(),
  note: z.unknown().optional(),
});

/** Whether parsed JSON is a map of PRSM. */
export function isPrsm(value: object): boolean {
  return 'nodes' in value && 'edges' in value && ('styles' in value || 'mapTitle' in value);
}

/** Reads a map of PRSM: its styles are the groups. */
export function readPrsm(value: unknown, fallbackTitle: string): ReadMap {
  const read = File.safeParse(value);
  if (!read.success) return refusedMap('file', 'The map has no list of nodes and of edges.');
  const { styles } = read.data;
  const nameOf = (key: string) => styleName(key, styles?.nodes?.[key]?.groupLabel);
  const notes: string[] = [];
  const nodes = read.data.nodes.flatMap((raw, index): ForeignMap['nodes'] => {
    const node = Node.safeParse(raw);
    if (!node.success) {
      notes.push(`Node ${index + 1} is left out: it has no id.`);
      return [];
    }
    const { id, label, note, y } = node.data;
    const group = node.data.grp ?? node.data.group ?? 'none';
    return [
      {
        id,
        group,
        label: inOneLine(label ?? ''),
        detail: noteWords(note),
        more: {},
        order: y ?? index,
        diagrams: [],
      },
    ];
  });
  const links = read.data.edges.flatMap((raw, index): ForeignMap['links'] => {
    const edge = Edge.safeParse(raw);
    if (!edge.success) {
      notes.push(`Edge ${index + 1} is left out: it says not from where to where.`);
      return [];
    }
    const { from, to, label, note, grp } = edge.data;
    const said = inOneLine(label ?? '');
    const lowers = /^[-–−]$/.test(said);
    const style = styles?.edges?.[grp ?? '']?.groupLabel ?? '';
    const reason = [/^[-–−+]?$/.test(said) ? '' : said, noteWords(note)].filter(Boolean).join('\n');
    return [
      {
        id: edge.data.id ?? `edge-${index + 1}`,
        source: from,
        target: to,
        reason,
        more: filled({ sign: lowers ? 'less' : '', confidence: confidenceIn(style) }),
        diagrams: [],
      },
    ];
  });
  return {
    ok: true,
    map: {
      what: 'A system map of PRSM',
      title: (read.data.mapTitle ?? '').trim() || fallbackTitle,
      groups: groupsOf(nodes.map(({ group }) => [group, nameOf(group)])),
      diagrams: [],
      nodes,
      links,
      pieces: [],
      notes,
    },
  };
}

function styleName(key: string, label: string | undefined): string {
  const name = (label ?? '').trim();
  if (key === 'none') return UNTOLD;
  return name === '' || name === 'Sample' ? `Style ${key}` : name;
}

function confidenceIn(style: string): string {
  if (/uncertain|unsure|weak|doubt/i.test(style)) return confidenceOf(0);
  return '';
}

/** A note is text, or the document of an editor (a list of what was inserted). */
function noteWords(note: unknown): string {
  if (typeof note === 'string') return withoutTags(note);
  const delta = z.object({ ops: z.array(z.object({ insert: z.unknown() })) }).safeParse(note);
  if (!delta.success) return '';
  return delta.data.ops
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
    .trim();
}
