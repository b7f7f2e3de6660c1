import { BOX_TYPES, column, tierOf, type Box, type BoxType, type Theory } from './graph.ts';
import { SIZE, USUAL_COLUMNS, type Layout } from './layout.ts';
import type { Operation } from './operations.ts';

/**
 * The operations that move a box one place up or down in its column, or to its top or bottom, back
 * among the others if it had been put elsewhere; none at the end of the column.
 */
export function moving(
  theory: Theory,
  id: string,
  way: 'up' | 'down' | 'top' | 'bottom',
): Operation[] {
  const box = theory.boxes.find((each) => each.id === id);
  if (box === undefined) return [];
  const order = column(theory, box.type);
  const at = order.findIndex((each) => each.id === id);
  const to = { up: at - 1, down: at + 1, top: 0, bottom: order.length - 1 }[way];
  return to === at || to < 0 || to >= order.length ? [] : placedAt(theory, box, to);
}

/**
 * The operations that put a box into its column so that `index` others stand above it. One is
 * enough, a place between two others, unless two boxes claim the same place.
 */
function placedAt(theory: Theory, box: Box, index: number): Operation[] {
  const others = column(theory, box.type).filter((each) => each.id !== box.id);
  const above = others[index - 1]?.position;
  const below = others[index]?.position;
  if (above !== undefined && above === below) {
    const wanted = [...others.slice(0, index), box, ...others.slice(index)];
    return wanted
      .map((each, at) => (each === box ? placing(each, at + 1) : staying(each, at + 1)))
      .filter((operation, at) => wanted[at] === box || wanted[at]?.position !== operation.position);
  }
  if (above === undefined) return [placing(box, below === undefined ? box.position : below - 1)];
  return [placing(box, below === undefined ? above + 1 : (above + below) / 2)];
}

/**
 * The column before or after a box's own, of those that hold boxes or are always there; null at the
 * ends and for what stands beneath the columns.
 */
export function tierBeside(
  theory: Theory,
  type: BoxType,
  way: 'earlier' | 'later',
): BoxType | null {
  const columns = BOX_TYPES.filter(
    (each) =>
      tierOf(each) !== null &&
      (each === type ||
        USUAL_COLUMNS.includes(each) ||
        theory.boxes.some((box) => box.type === each)),
  );
  const at = columns.indexOf(type);
  return at === -1 ? null : (columns[way === 'earlier' ? at - 1 : at + 1] ?? null);
}

/** The operations that move a box to the column before or after its own; none at the ends. */
export function movingTier(theory: Theory, id: string, way: 'earlier' | 'later'): Operation[] {
  const box = theory.boxes.find((each) => each.id === id);
  const to = box === undefined ? null : tierBeside(theory, box.type, way);
  if (box === undefined || to === null) return [];
  const edit: Operation = { kind: 'editBox', id, field: 'type', from: box.type, to };
  // A box that had been put somewhere by hand goes back among the others.
  return box.x === null && box.y === null ? [edit] : [edit, placing(box, box.position)];
}

/**
 * What dropping a box at a place on the canvas means: in its own column it goes between the others,
 * anywhere else it stands where it was dropped.
 */
export function dropping(
  theory: Theory,
  placed: Layout,
  id: string,
  x: number,
  y: number,
): Operation[] {
  const box = theory.boxes.find((each) => each.id === id);
  const size = placed.boxes.get(id);
  if (box === undefined || size === undefined) return [];
  const own = placed.columns.find(({ type }) => type === box.type);
  if (own === undefined || Math.abs(x - own.x) > SIZE.boxWidth / 2) {
    return [{ ...placing(box, box.position), x: Math.round(x), y: Math.round(y) }];
  }
  const middle = y + size.height / 2;
  // Where only a part is looked at, it goes before the next box that can be seen.
  const others = column(theory, box.type).filter((each) => each.id !== id);
  const below = others.findIndex((each) => {
    const other = placed.boxes.get(each.id);
    return other !== undefined && other.y + other.height / 2 >= middle;
  });
  const index = below === -1 ? others.length : below;
  // It stays as far down as it was put, where the order leaves room.
  return placedAt(theory, box, index).map((operation) =>
    operation.kind === 'moveBox' && operation.id === id
      ? { ...operation, y: Math.round(y) }
      : operation,
  );
}

/** Others keep their own height: only their order is written down. */
function staying({ id, x, y }: Box, position: number) {
  return { kind: 'moveBox' as const, id, x, y, position };
}

function placing({ id }: { id: string }, position: number) {
  return { kind: 'moveBox' as const, id, x: null, y: null, position };
}

/** Where a box stands among its own, for saying it aloud: `2 of 5`. */
export function placeInColumn(theory: Theory, id: string): string {
  const box = theory.boxes.find((each) => each.id === id);
  if (box === undefined) return '';
  const order = column(theory, box.type);
  return `${order.findIndex((each) => each.id === id) + 1} of ${order.length}`;
}

/**
 * The box that gets the focus when a box goes: the next of its column, or the one before, or else any;
 * null when there is no other.
 */
export function beside(theory: Theory, id: string): string | null {
  const box = theory.boxes.find((each) => each.id === id);
  const own = box === undefined ? [] : column(theory, box.type);
  const at = own.findIndex((each) => each.id === id);
  const next = own[at + 1] ?? own[at - 1] ?? theory.boxes.find((each) => each.id !== id);
  return next?.id ?? null;
}
