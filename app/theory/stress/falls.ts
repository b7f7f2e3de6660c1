import { reach, read, type Reading } from '../checks/reading.ts';
import { isOutcomeType, type Box, type Theory } from '../graph.ts';
import { hangingOn } from '../operations.ts';

/** What falls when a part of a theory no longer holds: reachability, and nothing that is guessed. */

/** What is taken away: boxes and links by their ids. */
export type Gone = ReadonlySet<string>;

export interface Falls {
  /** Boxes after what is done that had a path from something done, and have none any more. */
  boxes: Box[];
  /** Of these the outcomes and impacts. */
  outcomes: Box[];
  /** Needs that something done answered, and nothing does any more. */
  needs: Box[];
  /** Outcomes and impacts that lose a path and keep another. */
  weakened: Box[];
}

/** Where a chain starts: what is done, and what partners bring about. */
function isSource(box: Box): boolean {
  return box.type === 'activity' || box.more['partnerLed'] === 'yes';
}

/** A theory without some boxes and links, and without the links at those boxes. */
function without(theory: Theory, gone: Gone): Theory {
  const going = new Set(gone);
  for (const id of gone) for (const link of hangingOn(theory, id).links) going.add(link.id);
  return {
    ...theory,
    boxes: theory.boxes.filter(({ id }) => !going.has(id)),
    links: theory.links.filter(({ id }) => !going.has(id)),
    pieces: theory.pieces.filter(({ on }) => on === null || !going.has(on)),
  };
}

/**
 * What falls when some boxes and links are gone. A box falls when it was reached from something
 * that is done along links that lead forward, and is not any more; a box that still has one path
 * never falls. Links that are marked as feedback carry nothing forward.
 */
export function falls(theory: Theory, gone: Gone): Falls {
  const before = read(theory);
  const after = read(without(theory, gone));
  const had = carried(before);
  const has = carried(after);
  const boxes = theory.boxes.filter(
    (box) => had.has(box.id) && !has.has(box.id) && !gone.has(box.id) && !isSource(box),
  );
  const touched = reach(gone, (id) => nextOf(before, id));
  for (const id of linkTargets(theory, gone)) {
    for (const each of reach([id], (next) => nextOf(before, next))) touched.add(each);
  }
  return {
    boxes,
    outcomes: boxes.filter(isResult),
    needs: theory.boxes.filter(
      (box) =>
        box.type === 'need' &&
        !gone.has(box.id) &&
        answered(before, box.id, had) &&
        !answered(after, box.id, has),
    ),
    weakened: theory.boxes.filter(
      (box) => isResult(box) && touched.has(box.id) && has.has(box.id) && !gone.has(box.id),
    ),
  };
}

/** Whether a box is a change for families: an outcome of any tier, or an impact. */
export function isResult({ type }: Box): boolean {
  return isOutcomeType(type) || type === 'impact';
}

const nextOf = (reading: Reading, id: string) =>
  (reading.next.get(id) ?? []).map(({ target }) => target);

function linkTargets({ links }: Theory, gone: Gone): string[] {
  return links.flatMap(({ id, target }) => (gone.has(id) ? [target] : []));
}

/** Those of some boxes to which something done leads, and those that partners bring about. */
export function reachedAmong(theory: Theory, boxes: readonly Box[]): Box[] {
  const had = carried(read(theory));
  return boxes.filter(({ id }) => had.has(id));
}

/** Everything that something done leads to, itself included. */
function carried(reading: Reading): Set<string> {
  const sources = reading.theory.boxes.filter(isSource).map(({ id }) => id);
  return reach(sources, (id) => nextOf(reading, id));
}

/** Whether a need is answered by something done, or by what that leads to. */
function answered(reading: Reading, needId: string, from: ReadonlySet<string>): boolean {
  return (reading.answers.get(needId) ?? []).some((id) => from.has(id));
}
