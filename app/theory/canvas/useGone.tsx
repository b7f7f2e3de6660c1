import { useEffect } from 'react';
import type { EditorStore } from './editor-store.ts';
import { focusSoon } from './focus.ts';
import { whenGone } from './gone.ts';

/**
 * When somebody else deletes what is selected here, it is said, and whoever was on it or in its fields
 * goes on at a neighbour that is named. Who is elsewhere on the page is left there.
 */
export function useGone(
  store: EditorStore,
  {
    selected,
    part,
    close,
    say,
    goTo,
  }: {
    selected: string | null;
    part: string | undefined;
    close: () => void;
    say: (words: string) => void;
    goTo: (id: string) => void;
  },
): void {
  useEffect(
    () =>
      whenGone(store, selected, part, ({ words, next }) => {
        const at = document.activeElement;
        const wasOnIt = at === document.body || at?.closest('.tl-canvas, #beside-canvas') !== null;
        close();
        if (!wasOnIt) return say(words);
        say(next === null ? words : `${words} You are on “${next.label}” now.`);
        if (next === null) focusSoon('add-label', 'beside-canvas');
        else goTo(next.id);
      }),
    [store, selected, part, close, say, goTo],
  );
}
