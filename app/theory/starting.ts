import type { Box, Theory } from './graph.ts';

/** What a theory can begin with, made ready: pure, so that the same is previewed and saved. */

interface Need {
  id: string;
  statement: string;
  who: string;
  notNowBecause: string;
}

/** A box for each need that is in play, in the order of the register, tied to it by its id. */
export function needBoxes(register: readonly Need[], newId: () => string, after = 0): Box[] {
  return register
    .filter((need) => need.notNowBecause === '')
    .map((need, index) => ({
      id: newId(),
      type: 'need' as const,
      label: need.statement,
      detail: need.who,
      more: { needId: need.id },
      x: null,
      y: null,
      position: after + index + 1,
    }));
}

/** The needs of the register that no box stands for yet, leaving out those that are put aside. */
export function needsNotIn<T extends Need>(theory: Theory, register: readonly T[]): T[] {
  const there = new Set(theory.boxes.map((box) => box.more['needId']));
  return register.filter((need) => need.notNowBecause === '' && !there.has(need.id));
}

/**
 * The same boxes and links under new ids, because ids of a file may stand in another theory. Links
 * to boxes that are not there are left out.
 */
export function withNewIds(
  { boxes, links }: Pick<Theory, 'boxes' | 'links'>,
  newId: () => string,
): Pick<Theory, 'boxes' | 'links'> {
  const ids = new Map(boxes.map(({ id }) => [id, newId()]));
  return {
    boxes: boxes.map((box) => ({ ...box, id: ids.get(box.id) ?? box.id })),
    links: links.flatMap((link) => {
      const [source, target] = [ids.get(link.source), ids.get(link.target)];
      if (source === undefined || target === undefined || source === target) return [];
      return [{ ...link, id: newId(), source, target }];
    }),
  };
}

/** Boxes of a file keep their tie to a need only when the need stands in this register. */
export function withKnownNeeds<T extends Pick<Theory, 'boxes'>>(
  content: T,
  register: readonly { id: string }[],
): T {
  const known = new Set(register.map(({ id }) => id));
  const boxes = content.boxes.map((box) => {
    const { needId, ...more } = box.more;
    return needId === undefined || known.has(needId) ? box : { ...box, more };
  });
  return { ...content, boxes };
}
