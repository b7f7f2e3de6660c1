import { z } from 'zod';
import type { BoxType } from '../graph.ts';
import {
  confidenceOf,
  filled,
  inOneLine,
  refusedMap,
  type ForeignGroup,
  type ForeignMap,
  type ReadMap,
} from './foreign.ts';
import { guessType } from './guess-type.ts';

/** A theory of the ToC Maker: sections of columns of boxes, with confidence and evidence on links. */

const Text = z.string().nullish();
const Connection = z.object({
  targetId: z.string(),
  confidence: z.number().nullish(),
  evidence: Text,
  assumptions: Text,
});
const Node = z.object({
  id: z.string().min(1),
  title: Text,
  text: Text,
  connectionIds: z.array(z.string()).optional(),
  connections: z.array(Connection).optional(),
  yPosition: z.number().nullish(),
});
const File = z.object({
  title: z.string().optional(),
  sections: z.array(
    z.object({
      title: Text,
      columns: z.array(z.object({ nodes: z.array(z.unknown()).default([]) })).default([]),
    }),
  ),
});

/** Whether parsed JSON is a theory of the ToC Maker. */
export function isTocMaker(value: object): boolean {
  return 'sections' in value;
}

/** Reads a theory of the ToC Maker: its sections, or the columns of outcomes, are the groups. */
export function readTocMaker(value: unknown, fallbackTitle: string): ReadMap {
  const read = File.safeParse(value);
  if (!read.success) return refusedMap('file', 'Its sections hold no columns of boxes.');
  const map: ForeignMap = {
    what: 'A theory of the ToC Maker',
    title: read.data.title ?? fallbackTitle,
    groups: [],
    diagrams: [],
    nodes: [],
    links: [],
    pieces: [],
    notes: [],
  };
  const titles = read.data.sections.map(({ title }) => title ?? '');
  read.data.sections.forEach(({ title, columns }, section) => {
    const name = inOneLine(title ?? '') || `Section ${section + 1}`;
    const used = columns.filter(({ nodes }) => nodes.length > 0);
    const outcomes = /outcome/i.test(name) && used.length > 1;
    used.forEach(({ nodes }, column) => {
      const key = outcomes ? `${section}-${column}` : `${section}`;
      if (!map.groups.some((group) => group.key === key)) {
        map.groups.push({
          key,
          name: outcomes ? `${name}, column ${column + 1}` : name,
          ...(outcomes ? outcomeOf(column, used.length) : sectionMeans(name, titles)),
        });
      }
      nodes.forEach((raw, index) => readNode(map, key, raw, column * 100_000 + index));
    });
  });
  if (map.nodes.some(({ id }) => map.links.some(({ source }) => source === id))) {
    map.notes.push(
      'Confidence stands there as a number: below 34 is taken for low, below 67 for medium, the rest for high.',
    );
  }
  return { ok: true, map };
}

/** Outcomes in several columns come one after another. */
function outcomeOf(column: number, columns: number): Pick<ForeignGroup, 'type' | 'sure'> {
  const steps: readonly BoxType[] =
    columns === 2
      ? ['intermediateOutcome', 'longTermOutcome']
      : ['earlyOutcome', 'intermediateOutcome', 'longTermOutcome'];
  return { type: steps[Math.min(column, steps.length - 1)] ?? 'longTermOutcome', sure: false };
}

/** A goal is the impact there; where a mission stands behind it, that is the aim. */
function sectionMeans(name: string, all: readonly string[]): Pick<ForeignGroup, 'type' | 'sure'> {
  if (/goal/i.test(name)) return { type: 'impact', sure: false };
  const goal = all.some((title) => /goal/i.test(title));
  if (/mission|vision/i.test(name)) return { type: goal ? 'aim' : 'impact', sure: false };
  return guessType(name);
}

function readNode(map: ForeignMap, group: string, raw: unknown, order: number): void {
  const read = Node.safeParse(raw);
  if (!read.success) {
    map.notes.push(`A box in “${group}” is left out: it has no id.`);
    return;
  }
  const { id, title, text, yPosition, connections = [], connectionIds = [] } = read.data;
  map.nodes.push({
    id,
    group,
    label: inOneLine(title ?? ''),
    detail: (text ?? '').trim(),
    more: {},
    order: yPosition ?? order,
    diagrams: [],
  });
  const told = new Set(connections.map(({ targetId }) => targetId));
  const bare = connectionIds.filter((each) => !told.has(each)).map((targetId) => ({ targetId }));
  for (const one of [...connections, ...bare] as z.infer<typeof Connection>[]) {
    const link = `${id} > ${one.targetId}`;
    map.links.push({
      id: link,
      source: id,
      target: one.targetId,
      reason: '',
      more: filled({
        confidence: typeof one.confidence === 'number' ? confidenceOf(one.confidence) : '',
        assumes: one.assumptions ?? '',
      }),
      diagrams: [],
    });
    if ((one.evidence ?? '').trim() !== '') {
      map.pieces.push({
        id: `evidence ${link}`,
        kind: 'evidence',
        on: link,
        more: filled({ what: one.evidence ?? '', direction: 'for' }),
      });
    }
  }
}
