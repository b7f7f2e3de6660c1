import { z } from 'zod';
import { BOX_TYPES, LIMITS } from '../graph.ts';
import { MoreKey } from '../shapes.ts';

/**
 * A theory as somebody else's file has it: boxes in groups of their own, which a person says the
 * meaning of before anything is stored. Every reader of a format that is not ours ends here.
 */

/** The most that is kept of a file between the two steps, long before anybody draws so much. */
export const MOST = { words: 20_000, title: 2_000, nodes: 20_000, links: 50_000 } as const;

const Words = z.string().max(MOST.words);
const Key = z.string().min(1).max(300);
const More = z.record(MoreKey, z.string().max(LIMITS.more));

const GroupShape = z.object({
  key: Key,
  /** As the file calls it: a style, a layer, a type. */
  name: z.string().max(300),
  /** What its boxes are taken for; `measure` makes measures of the boxes that they are linked to. */
  type: z.enum([...BOX_TYPES, 'measure']).nullable(),
  /** The name is one of ours: nobody has to look at it again. */
  sure: z.boolean(),
});

const NodeShape = z.object({
  id: Key,
  group: Key,
  label: Words,
  detail: Words,
  more: More,
  /** Where it stands in the file, to keep the order of a column; never taken as a place. */
  order: z.number(),
  /** The diagrams that it stands in, where a file holds several. */
  diagrams: z.array(Key).max(200),
});

const ForeignLinkShape = z.object({
  id: Key,
  source: Key,
  target: Key,
  reason: Words,
  more: More,
  diagrams: z.array(Key).max(200),
});

const ForeignPieceShape = z.object({
  id: Key,
  kind: z.enum(['evidence', 'measure']),
  on: Key,
  more: More,
});

export const MapShape = z.object({
  /** What the file is, in words: `A map of PRSM`. */
  what: z.string().max(200),
  title: z.string().max(MOST.title),
  groups: z.array(GroupShape).max(500),
  /** Diagrams of a file that holds several, each with whether it is brought in at first. */
  diagrams: z.array(z.object({ id: Key, name: z.string().max(300), chosen: z.boolean() })).max(200),
  nodes: z.array(NodeShape).max(MOST.nodes),
  links: z.array(ForeignLinkShape).max(MOST.links),
  pieces: z.array(ForeignPieceShape).max(20_000),
  notes: z.array(z.string().max(2_000)).max(500),
});

export type ForeignMap = z.infer<typeof MapShape>;
export type ForeignGroup = z.infer<typeof GroupShape>;
export type ForeignLink = z.infer<typeof ForeignLinkShape>;
/** A map, or why the file cannot be read, by line or element. */
export type ReadMap =
  { ok: true; map: ForeignMap } | { ok: false; problems: { where: string; message: string }[] };

export const refusedMap = (where: string, message: string): ReadMap => ({
  ok: false,
  problems: [{ where, message }],
});

/**
 * A map as it can be kept between the two steps. Words that go on for pages are cut, as they would be in
 * the theory; whatever else is more than can be kept is refused here, and not when it is brought in.
 */
export function kept(map: ForeignMap): ReadMap {
  const cut = (words: string) => words.slice(0, MOST.words);
  const read = MapShape.safeParse({
    ...map,
    title: map.title.slice(0, MOST.title),
    nodes: map.nodes.map((node) => ({
      ...node,
      label: cut(node.label),
      detail: cut(node.detail),
    })),
    links: map.links.map((link) => ({ ...link, reason: cut(link.reason) })),
  });
  if (read.success) return { ok: true, map: read.data };
  const [list = '', at, field = ''] = read.error.issues[0]?.path ?? [];
  if (typeof at === 'number') {
    const thing = `${PARTS[String(list)] ?? String(list)} ${at + 1}`;
    return refusedMap(thing, `Its “${String(field)}” is missing or longer than can be kept.`);
  }
  const message = `It has more than can be looked through: too many of its ${String(list)}.`;
  return refusedMap('file', message);
}

/** What one of each list is called where one is pointed at. */
const PARTS: Readonly<Record<string, string>> = {
  groups: 'group',
  diagrams: 'diagram',
  nodes: 'box',
  links: 'link',
  pieces: 'piece',
};

/** Words of a file in one line: line breaks of a drawing tool mean nothing; items are parted. */
export function inOneLine(words: string): string {
  const items: string[] = [];
  const lines = words
    .trim()
    .split(/\n/)
    .map((each) => each.trim());
  for (const line of lines) {
    // One line alone is no list: its first sign is somebody's own.
    const item = lines.length > 1 ? /^[-•*]\s+(.*)$/.exec(line)?.[1] : undefined;
    if (item !== undefined || items.length === 0) items.push(item ?? line);
    else items[items.length - 1] = `${items.at(-1) ?? ''} ${line}`;
  }
  return items
    .map((item) => item.trim().replace(/\s+/g, ' '))
    .filter((item) => item !== '')
    .join('; ');
}

/** Text out of the little HTML that some tools keep in their notes: tags go, words stay. */
export function withoutTags(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How sure a link is, from a number between 0 and 100. */
export function confidenceOf(percent: number): 'low' | 'medium' | 'high' {
  if (percent < 34) return 'low';
  return percent < 67 ? 'medium' : 'high';
}

/** Facts without those that say nothing, cut to what can be kept. */
export function filled(
  facts: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const entries = Object.entries(facts).flatMap(([key, value]): [string, string][] => {
    const words = value?.trim() ?? '';
    return words === '' ? [] : [[key, words.slice(0, LIMITS.more)]];
  });
  return Object.fromEntries(entries);
}
