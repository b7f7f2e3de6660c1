import { drawn, boxesById, type Box, type Link, type Theory } from './graph.ts';

/**
 * Theories within a theory: a programme has strands, a strand has services. They are parts of one
 * graph, and the theory of a part is a view of it: its own boxes and what it shares with others, so
 * that an outcome which two strands work towards is one box and never a copy.
 */

export const PART_KINDS = ['programme', 'strand', 'service', 'stage'] as const;

export type PartKind = (typeof PART_KINDS)[number];

export const PART_KIND_WORDS: Readonly<Record<PartKind, string>> = {
  programme: 'Programme',
  strand: 'Strand',
  service: 'Service',
  stage: 'Age or stage',
};

export interface Part {
  id: string;
  name: string;
  kind: PartKind;
  /** The part that it stands in; null for one that stands in none. */
  within: string | null;
  /** How many parts it stands in. */
  depth: number;
}

/** The parts of a theory, each after the one that it stands in. A ring of parts is cut open. */
export function partsOf(theory: Pick<Theory, 'pieces'>): Part[] {
  const found = theory.pieces.flatMap(({ id, kind, more }): Part[] => {
    if (kind !== 'part') return [];
    const known = PART_KINDS.find((each) => each === more['kind']) ?? 'strand';
    const name = more['name']?.trim() || 'A part without a name';
    return [{ id, name, kind: known, within: more['within'] ?? null, depth: 0 }];
  });
  found.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
  const ids = new Set(found.map(({ id }) => id));
  const childrenOf = (id: string | null) =>
    found.filter(
      (part) => (part.within !== null && ids.has(part.within) ? part.within : null) === id,
    );
  const ordered: Part[] = [];
  const placed = new Set<string>();
  const place = (part: Part, within: string | null, depth: number) => {
    if (placed.has(part.id)) return;
    placed.add(part.id);
    ordered.push({ ...part, within, depth });
    for (const child of childrenOf(part.id)) place(child, part.id, depth + 1);
  };
  for (const part of childrenOf(null)) place(part, null, 0);
  for (const part of found) place(part, null, 0);
  return ordered;
}

/** A part and all that stand within it, by id; empty when there is no such part. */
export function within(parts: readonly Part[], partId: string): Set<string> {
  const found = new Set(parts.filter(({ id }) => id === partId).map(({ id }) => id));
  for (const part of parts) if (part.within !== null && found.has(part.within)) found.add(part.id);
  return found;
}

/** The parts that a part stands in, by id, the nearest first. */
function around(parts: readonly Part[], partId: string): string[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const found: string[] = [];
  for (let at = byId.get(partId)?.within ?? null; at !== null; at = byId.get(at)?.within ?? null) {
    found.push(at);
  }
  return found;
}

/** The part that a box stands in; null for none, and for one that is not there any more. */
export function partOfBox(parts: readonly Part[], box: Box): string | null {
  const id = box.more['part'];
  return id !== undefined && parts.some((part) => part.id === id) ? id : null;
}

/**
 * The boxes of a part: its own with those of the parts within it, and what it shares with the rest.
 * Shared are boxes of no part, or of the part around it, that it leads to, on and on; and the needs,
 * inputs, assumptions, factors and risks of no part that bear on its own boxes. None when there is no
 * such part.
 */
export function boxesOfPart(theory: Theory, partId: string): { own: Box[]; shared: Box[] } {
  const parts = partsOf(theory);
  const inside = within(parts, partId);
  const outside = new Set<string | null>([null, ...around(parts, partId)]);
  const byId = boxesById(theory);
  const own = theory.boxes.filter((box) => inside.has(partOfBox(parts, box) ?? ''));
  const mayShare = (box: Box | undefined): box is Box =>
    box !== undefined && outside.has(partOfBox(parts, box));
  const ownIds = new Set(own.map(({ id }) => id));
  const shared = new Set<string>();
  const waiting = [...ownIds];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { target } of theory.links.filter((link) => leads(link, id))) {
      const box = byId.get(target);
      if (!mayShare(box) || ownIds.has(target) || shared.has(target)) continue;
      shared.add(target);
      waiting.push(target);
    }
  }
  for (const link of theory.links) {
    const { from, to } = drawn(link, byId);
    const box = byId.get(from);
    // Drawn links run from a need, an assumption, a factor or a risk to what it bears on.
    if (ownIds.has(to) && mayShare(box) && (link.kind !== 'leadsTo' || box.type === 'input')) {
      shared.add(from);
    }
  }
  return { own, shared: theory.boxes.filter(({ id }) => shared.has(id)) };
}

const leads = ({ kind, source }: Link, id: string) => kind === 'leadsTo' && source === id;

/**
 * The theory of a part, to be shown in the place of the whole: its boxes, the links between them and
 * the pieces that are about these. Without a part, or for one that is not there, the whole theory.
 */
export function viewOf(theory: Theory, partId: string | null | undefined): Theory {
  const part = partsOf(theory).find(({ id }) => id === partId);
  if (part === undefined) return theory;
  const { own, shared } = boxesOfPart(theory, part.id);
  const ids = new Set([...own, ...shared].map(({ id }) => id));
  const links = theory.links.filter((link) => ids.has(link.source) && ids.has(link.target));
  const about = new Set([...ids, ...links.map(({ id }) => id)]);
  return {
    ...theory,
    boxes: theory.boxes.filter(({ id }) => ids.has(id)),
    links,
    pieces: theory.pieces.filter(({ kind, on }) => kind === 'part' || on === null || about.has(on)),
  };
}

/** By the id of each box that two or more parts share, the names of the outermost of these. */
export function sharing(theory: Theory): Map<string, string[]> {
  const parts = partsOf(theory);
  const found = new Map<string, Part[]>();
  for (const part of parts) {
    for (const { id } of boxesOfPart(theory, part.id).shared) {
      const already = found.get(id) ?? [];
      const inside = around(parts, part.id).some((outer) => already.some(({ id }) => id === outer));
      if (!inside) found.set(id, [...already, part]);
    }
  }
  return new Map(
    [...found].flatMap(([id, by]) => (by.length < 2 ? [] : [[id, by.map(({ name }) => name)]])),
  );
}

/**
 * Rows for a picture: one for each outermost part, and one for what several share. A box of no part
 * that bears on one part alone, such as a need that only this part answers, stands in its row.
 */
export function lanesOf(theory: Theory): { title: string; boxes: Set<string> }[] {
  const outermost = partsOf(theory).filter((part) => part.within === null);
  const all = outermost.map((part) => ({ part, ...boxesOfPart(theory, part.id) }));
  const rows = all.map(({ part, own, shared }) => {
    const alone = shared.filter(
      ({ id }) =>
        !all.some((other) => other.part !== part && other.shared.some((box) => box.id === id)),
    );
    return { title: part.name, boxes: new Set([...own, ...alone].map(({ id }) => id)) };
  });
  const taken = new Set(rows.flatMap(({ boxes }) => [...boxes]));
  const rest = theory.boxes.filter(({ id }) => !taken.has(id)).map(({ id }) => id);
  return [...rows, { title: 'Shared, or in no part', boxes: new Set(rest) }].filter(
    ({ boxes }) => boxes.size > 0,
  );
}

/** The id of the box that stands for a whole part. */
export const wholePart = (partId: string) => `part:${partId}`;

/**
 * The theory with each of these parts as one box, so that a large theory fits a page. Links that led
 * into a part or out of it lead to its box; those inside it are not shown. Only for looking at.
 */
export function collapsed(theory: Theory, partIds: readonly string[]): Theory {
  const parts = partsOf(theory);
  const standsFor = new Map<string, string>();
  const wholes: Box[] = [];
  for (const part of parts) {
    if (!partIds.includes(part.id)) continue;
    const inside = within(parts, part.id);
    const own = theory.boxes.filter(
      (box) => !standsFor.has(box.id) && inside.has(partOfBox(parts, box) ?? ''),
    );
    if (own.length === 0) continue;
    for (const { id } of own) standsFor.set(id, wholePart(part.id));
    wholes.push(wholeBox(part, own, wholes.length));
  }
  const seen = new Set<string>();
  const links = theory.links.flatMap((link): Link[] => {
    const source = standsFor.get(link.source) ?? link.source;
    const target = standsFor.get(link.target) ?? link.target;
    if (source === link.source && target === link.target) return [link];
    const pair = `${source} ${target}`;
    if (source === target || seen.has(pair)) return [];
    seen.add(pair);
    return [{ ...link, id: `${link.id} together`, source, target, reason: '', more: {} }];
  });
  const boxes = [...theory.boxes.filter(({ id }) => !standsFor.has(id)), ...wholes];
  return { ...theory, boxes, links };
}

function wholeBox(part: Part, own: readonly Box[], before: number): Box {
  const words = own.length === 1 ? '1 box' : `${own.length} boxes`;
  return {
    id: wholePart(part.id),
    type: 'activity',
    label: `${part.name} (${words})`,
    detail: '',
    more: { part: part.id },
    x: null,
    y: null,
    position: before,
  };
}
