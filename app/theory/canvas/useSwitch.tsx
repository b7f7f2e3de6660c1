import { useEffect } from 'react';
import type { TheoryLook } from '#app/http/links.ts';
import type { Theory } from '../graph.ts';
import type { EditorStore } from './editor-store.ts';

/** Longest wait for a save before another view opens all the same; the outbox keeps the rest. */
const LONGEST_WAIT = 3_000;

/** Links of the page that lead away from the canvas, and not to a place on it. */
const WAYS = '.tl-views a, .tl-editor__panel a:not([href^="#"])';

/**
 * Switching to another view: the ways there know what is selected here, and a view opens only when
 * what was just done is saved, so that it shows there too.
 */
export function useSwitch(
  store: EditorStore,
  at: string | null,
  onLook: (look: Pick<TheoryLook, 'box' | 'link'>) => void,
): void {
  useEffect(() => {
    const look = lookAt(store.snapshot().theory, at);
    onLook(look);
    const here = new URL(window.location.href);
    for (const name of ['box', 'link'] as const) {
      if (look[name] === undefined) here.searchParams.delete(name);
      else here.searchParams.set(name, look[name]);
    }
    window.history.replaceState(window.history.state, '', here);
  }, [store, at, onLook]);
  useEffect(() => {
    const leaving = (event: MouseEvent) => {
      const way = (event.target as HTMLElement).closest<HTMLAnchorElement>(WAYS);
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (way === null || !plain || store.snapshot().save.kind === 'saved') return;
      event.preventDefault();
      goWhenSaved(store, way.href);
    };
    document.addEventListener('click', leaving);
    return () => document.removeEventListener('click', leaving);
  }, [store]);
}

function lookAt(theory: Theory, id: string | null): Pick<TheoryLook, 'box' | 'link'> {
  if (theory.boxes.some((box) => box.id === id)) return { box: id ?? undefined };
  return theory.links.some((link) => link.id === id) ? { link: id ?? undefined } : {};
}

/** Opens another page as soon as what was done here is saved. */
export function goWhenSaved(store: EditorStore, href: string): void {
  const go = () => window.location.assign(href);
  if (store.snapshot().save.kind === 'saved') return go();
  store.flush();
  const stop = store.subscribe(() => {
    if (store.snapshot().save.kind === 'saved') done();
  });
  const timer = window.setTimeout(() => done(), LONGEST_WAIT);
  const done = () => {
    stop();
    window.clearTimeout(timer);
    go();
  };
}
