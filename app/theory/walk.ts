import { BOX_TYPES, boxesById, column, drawn, type Box, type Theory } from './graph.ts';

/** Going from box to box by the arrow keys, along the graph and not along the screen. */
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * Where an arrow leads from a box: right to what it leads to, left to what leads to it, up and down
 * within its column. Without such a link, right and left go to the next column that holds a box.
 * Null when there is nowhere to go.
 */
export function neighbour(theory: Theory, id: string, arrow: Arrow): string | null {
  const box = theory.boxes.find((each) => each.id === id);
  if (box === undefined) return null;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const own = column(theory, box.type);
    const at = own.findIndex((each) => each.id === id);
    return own[arrow === 'ArrowUp' ? at - 1 : at + 1]?.id ?? null;
  }
  return linked(theory, box, arrow) ?? nextColumn(theory, box, arrow);
}

/**
 * Where an arrow leads while a box is being linked: to the columns beside, whether there is a link or
 * not, so that every box can be reached.
 */
export function stepFrom(theory: Theory, id: string, arrow: Arrow): string | null {
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return neighbour(theory, id, arrow);
  const box = theory.boxes.find((each) => each.id === id);
  return box === undefined ? null : nextColumn(theory, box, arrow);
}

function linked(theory: Theory, box: Box, arrow: Arrow): string | null {
  const byId = boxesById(theory);
  const right = arrow === 'ArrowRight';
  const others = theory.links.flatMap((link) => {
    const { from, to } = drawn(link, byId);
    const other = byId.get(right ? to : from);
    return (right ? from : to) === box.id && other !== undefined ? [other] : [];
  });
  return others.sort(byPlace)[0]?.id ?? null;
}

function nextColumn(theory: Theory, box: Box, arrow: Arrow): string | null {
  const step = arrow === 'ArrowRight' ? 1 : -1;
  for (let at = BOX_TYPES.indexOf(box.type) + step; BOX_TYPES[at] !== undefined; at += step) {
    const first = column(theory, BOX_TYPES[at] ?? box.type)[0];
    if (first !== undefined) return first.id;
  }
  return null;
}

/** The box where the keyboard first enters a theory: the first of the first column. */
export function firstBox(theory: Theory): string | null {
  return theory.boxes.toSorted(byPlace)[0]?.id ?? null;
}

function byPlace(a: Box, b: Box): number {
  return BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) || a.position - b.position;
}
