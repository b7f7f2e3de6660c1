import type { Theory } from '../graph.ts';
import { viewOf } from '../parts.ts';
import { firstBox, neighbour } from '../walk.ts';
import type { EditorStore } from './editor-store.ts';

/** What somebody else deleted while it was selected here, and where to go on. */
export interface Gone {
  words: string;
  /** The box to go to; null when there is none left. */
  next: { id: string; label: string } | null;
}

const ARROWS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const;

/**
 * Tells when the selected box or link goes because of what others did. What this person deletes or
 * takes back goes before the history moves on, and is told by whatever does it.
 */
export function whenGone(
  store: EditorStore,
  selected: string | null,
  part: string | undefined,
  tell: (gone: Gone) => void,
): () => void {
  let { theory } = store.snapshot();
  let { sequence } = store;
  return store.subscribe(() => {
    const [before, after] = [theory, store.snapshot().theory];
    const byOthers = store.sequence !== sequence;
    theory = after;
    sequence = store.sequence;
    if (!byOthers || selected === null) return;
    const gone = goneFrom(viewOf(before, part), viewOf(after, part), selected);
    if (gone !== null) tell(gone);
  });
}

/** What went and the nearest that is left, by the arrow keys; null where it was not there or still is. */
export function goneFrom(before: Theory, after: Theory, id: string): Gone | null {
  const there = (each: string | null | undefined) => after.boxes.find((box) => box.id === each);
  const box = before.boxes.find((each) => each.id === id);
  const link = before.links.find((each) => each.id === id);
  if ([...after.boxes, ...after.links].some((each) => each.id === id)) return null;
  const near = (of: string) => ARROWS.map((arrow) => there(neighbour(before, of, arrow)));
  const named = (of: string) => before.boxes.find((each) => each.id === of)?.label ?? '…';
  if (box !== undefined) {
    return { words: `Somebody has deleted “${box.label}”.`, next: toGo(near(id)) };
  }
  if (link === undefined) return null;
  const { source, target } = link;
  const words = `Somebody has deleted the link from “${named(source)}” to “${named(target)}”.`;
  return { words, next: toGo([there(source), there(target), ...near(source)]) };

  function toGo(boxes: ReturnType<typeof there>[]): Gone['next'] {
    const found = boxes.find((each) => each !== undefined) ?? there(firstBox(after));
    return found === undefined ? null : { id: found.id, label: found.label };
  }
}
