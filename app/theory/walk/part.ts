import {
  boxesById,
  drawn,
  OUTCOME_TYPES,
  tierOf,
  type Box,
  type BoxType,
  type Link,
  type Theory,
} from '../graph.ts';

/** Types of box that a walk can lead to, and that are asked about by themselves. */
export const GOAL_TYPES = [...OUTCOME_TYPES, 'impact', 'aim'] as const satisfies readonly BoxType[];

function isGoal({ type }: Pick<Box, 'type'>): boolean {
  return (GOAL_TYPES as readonly BoxType[]).includes(type);
}

/**
 * The part of a theory that is about some outcomes: these boxes, everything that leads to them, what
 * that answers and what it assumes, and the links between all of these. No goals: all of it.
 */
export function partOf(theory: Theory, goals: readonly string[]): Theory {
  if (goals.length === 0) return theory;
  const byId = boxesById(theory);
  const before = new Map<string, string[]>();
  for (const link of theory.links) {
    const { from, to } = drawn(link, byId);
    before.set(to, [...(before.get(to) ?? []), from]);
  }
  const inside = new Set(goals.filter((id) => byId.has(id)));
  const waiting = [...inside];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const from of before.get(id) ?? []) {
      if (inside.has(from) || !byId.has(from)) continue;
      inside.add(from);
      waiting.push(from);
    }
  }
  return {
    ...theory,
    boxes: theory.boxes.filter(({ id }) => inside.has(id)),
    links: theory.links.filter(({ source, target }) => inside.has(source) && inside.has(target)),
  };
}

/** A box or a link, in the order in which a walk comes to it. */
export type Stop = { box: Box } | { link: Link; source: Box; target: Box };

/**
 * What a walk asks about, in an order that tells a story: from needs through what is done to what
 * changes, each outcome just before the links that lead to it. Assumptions are no stops of their own:
 * they are told beside the links that rest on them.
 */
export function stopsOf(theory: Theory): Stop[] {
  const byId = boxesById(theory);
  const steps = theory.links.flatMap((link) => {
    if (link.kind === 'assumes' || link.kind === 'threatens') return [];
    const { from, to } = drawn(link, byId);
    const [first, last] = [byId.get(from), byId.get(to)];
    const [source, target] = [byId.get(link.source), byId.get(link.target)];
    if (!first || !last || !source || !target) return [];
    return [{ link, source, target, first, last }];
  });
  steps.sort(
    (a, b) => byPlace(a.last, b.last) || byPlace(a.first, b.first) || byIds(a.link, b.link),
  );
  const told = new Set<string>();
  const stops: Stop[] = [];
  for (const { link, source, target, last } of steps) {
    if (isGoal(last) && !told.has(last.id)) {
      told.add(last.id);
      stops.push({ box: last });
    }
    stops.push({ link, source, target });
  }
  const alone = theory.boxes.filter((box) => isGoal(box) && !told.has(box.id)).sort(byPlace);
  return [...stops, ...alone.map((box) => ({ box }))];
}

function byPlace(a: Box, b: Box): number {
  return (tierOf(a.type) ?? -1) - (tierOf(b.type) ?? -1) || a.position - b.position || byIds(a, b);
}

const byIds = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
