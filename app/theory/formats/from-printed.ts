import { emptyTheory, type Box, type BoxType, type Theory } from '../graph.ts';
import type { PrintedTheory } from '../printed-theory.ts';

/**
 * A printed theory as boxes without links: none is printed, and rows that stand side by side are
 * not links. Ids follow from type and order, so that the same table gives the same theory.
 */
export function theoryOfPrinted(printed: PrintedTheory, title: string): Theory {
  const counts = new Map<BoxType, number>();
  const boxes = printed.boxes.map(({ type, label }): Box => {
    const position = (counts.get(type) ?? 0) + 1;
    counts.set(type, position);
    const id = type === 'aim' && position === 1 ? 'aim' : `${type}-${position}`;
    return { id, type, label, detail: '', more: {}, x: null, y: null, position };
  });
  return { ...emptyTheory('', title), boxes };
}
