import { z } from 'zod';
import {
  filled,
  inOneLine,
  refusedMap,
  withoutTags,
  type ForeignMap,
  type ReadMap,
} from './foreign.ts';
import { groupsOf, UNTOLD } from './groups.ts';

/**
 * A blueprint of Kumu (docs.kumu.io/guides/import/blueprints): elements by label or id, connections
 * between them. A project's backup keeps the same under `attributes`; both are read.
 */

const Id = z.union([z.string(), z.number()]).transform(String);
const Attributes = z.record(z.string(), z.unknown());
const File = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  elements: z.array(Attributes),
  connections: z.array(Attributes),
});

/** Whether parsed JSON is a blueprint of Kumu. */
export function isKumu(value: object): boolean {
  return 'elements' in value && 'connections' in value;
}

/** Reads a blueprint: the types of elements are the groups. */
export function readKumu(value: unknown, fallbackTitle: string): ReadMap {
  const read = File.safeParse(value);
  if (!read.success) {
    return refusedMap('file', 'The blueprint has no list of elements and of connections.');
  }
  const notes: string[] = [];
  const byName = new Map<string, string>();
  const nodes = read.data.elements.map((raw, index): ForeignMap['nodes'][number] => {
    const said = saidOf(raw);
    const label = inOneLine(said('label') || said('name'));
    const id = said('id') || said('_id') || label || `element-${index + 1}`;
    byName.set(label, id);
    const group = said('element type') || said('type') || 'none';
    return {
      id,
      group,
      label,
      detail: withoutTags(said('description')),
      more: filled({ lead: said('lead'), benefits: said('benefits') }),
      order: Number(said('position')) || index,
      diagrams: [],
    };
  });
  const ids = new Set(nodes.map(({ id }) => id));
  const end = (words: string) => (ids.has(words) ? words : (byName.get(inOneLine(words)) ?? words));
  const links = read.data.connections.flatMap((raw, index): ForeignMap['links'] => {
    const said = saidOf(raw);
    const [from, to] = [said('from'), said('to')];
    if (from === '' || to === '') {
      notes.push(`Connection ${index + 1} is left out: it says not from where to where.`);
      return [];
    }
    const [source, target] = [end(from), end(to)];
    const kind = `${said('connection type')} ${said('type')} ${said('label')}`.trim();
    const id = said('id') || said('_id') || `connection-${index + 1}`;
    const reason = withoutTags(said('description') || said('label'));
    const link = {
      id,
      source,
      target,
      reason: /^[-–−+]$/.test(reason) ? '' : reason,
      more: filled({
        sign: /^(-|–|−|negative|opposite)\b|^[-–−]/i.test(kind) ? 'less' : '',
        delay: said('delay'),
        assumes: said('assumes') || said('assumptions'),
        confidence: /^(low|medium|high)$/i.exec(said('confidence'))?.[1]?.toLowerCase(),
      }),
      diagrams: [],
    };
    if (!/mutual/i.test(said('direction'))) return [link];
    return [link, { ...link, id: `${id}-back`, source: target, target: source, reason: '' }];
  });
  return {
    ok: true,
    map: {
      what: 'A map of Kumu',
      title: read.data.name ?? read.data.title ?? fallbackTitle,
      groups: groupsOf(nodes.map(({ group }) => [group, group === 'none' ? UNTOLD : group])),
      diagrams: [],
      nodes,
      links,
      pieces: [],
      notes,
    },
  };
}

/** A value by its name, whatever its case, at the top or under `attributes`; lists are joined. */
function saidOf(raw: Record<string, unknown>): (name: string) => string {
  const attributes = Attributes.safeParse(raw['attributes']);
  const all = { ...raw, ...(attributes.success ? attributes.data : {}) };
  const byName = new Map(
    Object.entries(all).map(([name, value]) => [name.toLowerCase(), wordsOf(value)]),
  );
  return (name) => byName.get(name) ?? '';
}

function wordsOf(value: unknown): string {
  const id = Id.safeParse(value);
  if (id.success) return id.data.trim();
  return Array.isArray(value) ? value.map(wordsOf).filter(Boolean).join(', ') : '';
}
