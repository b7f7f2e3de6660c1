import { useCallback, useRef, useState } from 'react';
import { BAND_TYPES, lastPosition, TYPE_WORDS, type BoxType } from '../graph.ts';
import { layout, tidying, USUAL_COLUMNS } from '../layout.ts';
import { addingBox, addingLink, sameEnds } from '../operations.ts';
import { dropping, moving, placeInColumn } from '../reorder.ts';
import { needBoxes, needsNotIn } from '../starting.ts';
import { firstBox, neighbour } from '../walk.ts';
import type { EditorStore } from './editor-store.ts';
import type { Hands } from './Inspector.tsx';
import type { ShowBox } from './Canvas.tsx';

/** How the canvas is laid out: the usual columns are there to add to, and long labels are cut. */
export const ON_CANVAS = { always: [...USUAL_COLUMNS, ...BAND_TYPES], maxLines: 6 } as const;

type Register = Parameters<typeof needsNotIn>[1];

/**
 * Everything that can be done on the canvas page, by mouse or by key: changes go to the store, the
 * selection and the place of the keyboard are kept here, and what happened is said in words.
 */
export function useCommands(store: EditorStore, mayEdit: boolean) {
  const [selected, setSelected] = useState<string | null>(null);
  const [here, setHere] = useState<string | null>(null);
  const [spoken, say] = useState('');
  const [adding, setAdding] = useState<BoxType>('activity');
  const showBox = useRef<ShowBox>(() => undefined);
  const canvas = useRef<HTMLDivElement>(null);
  const select = useCallback(
    (id: string | null) => {
      setSelected(id);
      if (id !== null) setHere(id);
      store.endGesture();
    },
    [store],
  );
  const focusBox = useCallback((id: string) => {
    setHere(id);
    showBox.current(id);
    canvas.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }, []);
  const startAdding = useCallback((type: BoxType) => {
    setAdding(type);
    document.getElementById('add-label')?.focus();
  }, []);
  const drop = useCallback(
    (id: string, x: number, y: number) => {
      const { theory } = store.snapshot();
      store.change(dropping(theory, layout(theory, ON_CANVAS), id, x, y));
    },
    [store],
  );
  const connect = useCallback(
    (source: string, target: string, reason = '') => {
      const id = crypto.randomUUID();
      const link = { id, kind: 'leadsTo' as const, source, target, reason, more: {} };
      store.change([addingLink(link)]);
      const drawn = store.snapshot().theory.links.find((each) => sameEnds(each, link));
      if (drawn === undefined) return;
      say(drawn.id === id ? 'The link is added.' : 'These boxes are linked already.');
      if (reason !== '') return;
      setSelected(drawn.id);
      focusSoon('link-reason');
    },
    [store],
  );
  return {
    selected,
    select,
    spoken,
    say,
    adding,
    setAdding,
    startAdding,
    drop,
    connect,
    focusBox,
    showBox,
    canvas,
    /** The one tab stop of the canvas: where the keyboard was last, or the first box. */
    tabStop: (): string | null => {
      const { theory } = store.snapshot();
      return theory.boxes.some(({ id }) => id === here) ? here : firstBox(theory);
    },
    ...changing(store, mayEdit, { setSelected, setHere, say, focusBox, adding }),
  };
}

/** The changes that are made by a button or a key. */
function changing(
  store: EditorStore,
  mayEdit: boolean,
  page: {
    setSelected: (id: string | null) => void;
    setHere: (id: string) => void;
    say: (words: string) => void;
    focusBox: (id: string) => void;
    adding: BoxType;
  },
) {
  return {
    remove: (id: string): void => {
      const { theory } = store.snapshot();
      const box = theory.boxes.find((each) => each.id === id);
      if (box === undefined || !mayEdit) return;
      const next = (['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const)
        .map((arrow) => neighbour(theory, id, arrow))
        .find((each) => each !== null);
      store.change([{ kind: 'removeBox', id }]);
      page.setSelected(null);
      page.say(`“${box.label}” is deleted. Undo brings it back.`);
      if (next) page.focusBox(next);
      else document.getElementById('add-label')?.focus();
    },
    move: (id: string, way: 'up' | 'down'): void => {
      if (!mayEdit || !store.change(moving(store.snapshot().theory, id, way))) return;
      const { theory } = store.snapshot();
      const type = theory.boxes.find((box) => box.id === id)?.type ?? 'activity';
      page.say(`Moved ${way} in ${TYPE_WORDS[type].many}, ${placeInColumn(theory, id)}.`);
    },
    add: (label: string): void => {
      const type = page.adding;
      const id = crypto.randomUUID();
      const position = lastPosition(store.snapshot().theory, type);
      const box = { id, type, label, detail: '', more: {}, x: null, y: null, position };
      if (!store.change([addingBox(box)])) return;
      page.setHere(id);
      page.say(`${TYPE_WORDS[type].one} added: ${label}`);
    },
    addNeeds: (register: Register): void => {
      const { theory } = store.snapshot();
      const after = lastPosition(theory, 'need') - 1;
      const boxes = needBoxes(needsNotIn(theory, register), () => crypto.randomUUID(), after);
      store.change(boxes.map(addingBox));
      page.say(boxes.length === 1 ? 'The need is added.' : `${boxes.length} needs are added.`);
    },
    tidy: (): void => {
      if (!store.change(tidying(store.snapshot().theory))) return;
      page.say('The boxes are tidied up. Undo puts them back.');
    },
  };
}

export type Commands = ReturnType<typeof useCommands>;

/** The part of it that the panel needs. */
export function handsOf(
  store: EditorStore,
  commands: Commands,
  programmeId: string,
  mayEdit: boolean,
): Hands {
  const { select, connect, remove, move } = commands;
  return {
    programmeId,
    theory: store.snapshot().theory,
    mayEdit,
    change: (operations, gesture) => store.change(operations, gesture ?? null),
    endGesture: () => store.endGesture(),
    select,
    connect,
    remove,
    move,
  };
}

/** Puts the focus on something that is about to be drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}
