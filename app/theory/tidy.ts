import { BAND_TYPES, BOX_TYPES, column, type Box, type BoxType, type Theory } from './graph.ts';
import { heightsOf } from './heights.ts';
import { SIZE, sized, top } from './layout.ts';
import type { Operation } from './operations.ts';
import { ordered, woven, type Edge } from './order.ts';

const CHAIN = BOX_TYPES.filter((type) => !(BAND_TYPES as readonly BoxType[]).includes(type));

/** Room that a link needs between two boxes, in CSS pixels. */
const PASSAGE = 8;

/** Where a tidied box stands: its order in its column, and how far down; null in a band. */
type Standing = Pick<Box, 'id' | 'y' | 'position'>;

/**
 * The operations that tidy a theory up: boxes go back to their columns, in an order with few
 * crossing links and beside what they are linked to. Only at somebody's command; one step to take
 * back.
 */
export function tidying(theory: Theory): Operation[] {
  const byId = new Map(theory.boxes.map((box) => [box.id, box]));
  return standings(theory).flatMap(({ id, y, position }): Operation[] => {
    const box = byId.get(id);
    const stands = box?.x === null && box.y === y && box.position === position;
    return stands ? [] : [{ kind: 'moveBox', id, x: null, y, position }];
  });
}

/** The same for boxes and links that are in no theory yet: a starter, or what a file brought. */
export function tidied<T extends Pick<Theory, 'boxes' | 'links'>>(content: T): T {
  const stands = new Map(standings(content).map((each) => [each.id, each]));
  const boxes = content.boxes.map((box) => ({ ...box, x: null, ...stands.get(box.id) }));
  return { ...content, boxes };
}

function standings(theory: Pick<Theory, 'boxes' | 'links'>): Standing[] {
  const idsOf = (type: BoxType) => column(theory, type).map(({ id }) => id);
  const edges = theory.links.map(({ source, target }): Edge => [source, target]);
  const columns = ordered(
    CHAIN.map(idsOf).filter((ids) => ids.length > 0),
    edges,
  );
  const heights = new Map(theory.boxes.map((box) => [box.id, sized(box).height]));
  const tops = heightsOf(woven(columns, edges), heights, {
    rowGap: SIZE.rowGap,
    passage: PASSAGE,
  });
  const standing = (ids: readonly string[], inColumn: boolean) =>
    ids.map((id, index): Standing => {
      const y = inColumn ? (tops.get(id) ?? 0) + top() : null;
      return { id, y, position: index + 1 };
    });
  return [
    ...columns.flatMap((ids) => standing(ids, true)),
    ...BAND_TYPES.flatMap((type) => standing(idsOf(type), false)),
  ];
}
