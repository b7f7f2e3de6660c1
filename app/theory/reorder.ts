import { column, type Theory } from './graph.ts';
import type { Operation } from './operations.ts';

/**
 * The operations that move a box one place up or down in its column, back among the others if it
 * had been put elsewhere. One is enough, unless two boxes claim the same place; none at the end.
 */
export function moving(theory: Theory, id: string, way: 'up' | 'down'): Operation[] {
  const box = theory.boxes.find((each) => each.id === id);
  if (box === undefined) return [];
  const order = column(theory, box.type);
  const at = order.findIndex((each) => each.id === id);
  const to = way === 'up' ? at - 1 : at + 1;
  const beside = order[to];
  if (beside === undefined) return [];
  const beyond = order[way === 'up' ? at - 2 : at + 2];
  const position =
    beyond === undefined
      ? beside.position + (way === 'up' ? -1 : 1)
      : (beside.position + beyond.position) / 2;
  if (beyond?.position !== beside.position) return [placing(box, position)];
  const others = order.filter((each) => each.id !== id);
  const wanted = [...others.slice(0, to), box, ...others.slice(to)];
  return wanted
    .map((each, index) => placing(each, index + 1))
    .filter((operation, index) => wanted[index]?.position !== operation.position);
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
