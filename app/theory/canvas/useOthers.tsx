import { useEffect, useMemo } from 'react';
import type { Theory } from '../graph.ts';
import { marksOf } from '../live/here.ts';
import type { LiveStore } from '../live/live-store.ts';
import { useLive } from '../live/useLive.tsx';
import type { EditorStore } from './editor-store.ts';
import type { Hands } from './Inspector.tsx';
import type { Snapshot } from './surroundings.ts';

/** Who else is in the theory, and what others are told of this person: where they are and type. */
export function useOthers(
  programmeId: string,
  store: EditorStore,
  now: Snapshot,
  selected: string | null,
) {
  const { live, now: others } = useLive(programmeId, now.theory.id, store);
  const marks = useMemo(() => marksOf(others.people), [others.people]);
  useEffect(() => live.goTo(selected), [live, selected]);
  const saved = now.save.kind === 'saved';
  useEffect(() => {
    if (saved) live.typed();
  }, [live, saved]);
  return {
    others,
    marks,
    labelOf: (id: string) => labelOf(now.theory, id),
    telling: (hands: Hands) => telling(hands, live),
  };
}

/** The same hands, and others are told in which field this person types. */
function telling(hands: Hands, live: LiveStore): Hands {
  return {
    ...hands,
    change: (operations, gesture) => {
      if (gesture !== undefined) live.types(gesture);
      return hands.change(operations, gesture);
    },
    endGesture: () => {
      live.typed();
      hands.endGesture();
    },
  };
}

/** What a box says, or what a link leads to; null when it is gone. */
function labelOf(theory: Theory, id: string): string | null {
  const box = theory.boxes.find((each) => each.id === id);
  if (box !== undefined) return box.label;
  const link = theory.links.find((each) => each.id === id);
  const end = theory.boxes.find((each) => each.id === link?.target);
  return end === undefined ? null : `the link to ${end.label}`;
}
