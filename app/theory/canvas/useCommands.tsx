import { useCallback, useEffect, useRef, useState } from 'react';
import type { TheoryLook } from '#app/http/links.ts';
import { BAND_TYPES, lastPosition, typeName, type BoxType, type More } from '../graph.ts';
import { layout, USUAL_COLUMNS } from '../layout.ts';
import { addingBox, addingLink, sameEnds } from '../operations.ts';
import { partsOf, viewOf } from '../parts.ts';
import { dropping, moving, movingTier, placeInColumn } from '../reorder.ts';
import { needBoxes, needsNotIn } from '../starting.ts';
import { tidying } from '../tidy.ts';
import { firstBox, neighbour } from '../walk.ts';
import type { EditorStore } from './editor-store.ts';
import { focusSoon } from './focus.ts';
import type { Hands } from './Inspector.tsx';
import type { ShowBox } from './Canvas.tsx';
import type { Way } from './keys.ts';
import { useGone } from './useGone.tsx';

/** How the canvas is laid out: the usual columns are there to add to, and long labels are cut. */
export const ON_CANVAS = { always: [...USUAL_COLUMNS, ...BAND_TYPES], maxLines: 6 } as const;

type Register = Parameters<typeof needsNotIn>[1];

/**
 * Everything that can be done on the canvas page, by mouse or by key: changes go to the store, the
 * selection and the place of the keyboard are kept here, and what happened is said in words.
 */
export function useCommands(store: EditorStore, mayEdit: boolean, look: TheoryLook = {}) {
  const [selected, setSelected] = useState<string | null>(look.box ?? look.link ?? null);
  const [here, setHere] = useState<string | null>(() => boxOf(store, look));
  const [linking, setLinking] = useState<string | null>(null);
  const [spoken, say] = useState('');
  const [adding, setAdding] = useState<BoxType>('activity');
  const showBox = useRef<ShowBox>(() => undefined);
  const canvas = useRef<HTMLDivElement>(null);
  const show = useCallback(
    (id: string | null) => {
      setSelected(id);
      if (id !== null) setHere(boxOf(store, { box: id, link: id }));
      store.endGesture();
    },
    [store],
  );
  const focusBox = useCallback((id: string) => {
    setHere(id);
    showBox.current(id);
    canvas.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }, []);
  // A box that goes to another column is drawn anew: the focus goes with it.
  const focusSoonOn = useCallback(
    (id: string) => {
      requestAnimationFrame(() => requestAnimationFrame(() => focusBox(id)));
    },
    [focusBox],
  );
  const close = useCallback(() => show(null), [show]);
  useGone(store, { selected, part: look.part, close, say, goTo: focusSoonOn });
  const startAdding = useCallback((type: BoxType) => {
    setAdding(type);
    document.getElementById('add-label')?.focus();
  }, []);
  const drop = useCallback(
    (id: string, x: number, y: number) => {
      const { theory } = store.snapshot();
      const seen = layout(viewOf(theory, look.part), ON_CANVAS);
      store.change(dropping(theory, seen, id, x, y));
    },
    [store, look.part],
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
  const link = linkingOf(store, { linking, setLinking, say, connect });
  // While a box is being linked, pressing another one links it: nothing needs to be dragged.
  const select = useCallback(
    (id: string | null) => {
      const onBox = store.snapshot().theory.boxes.some((box) => box.id === id);
      if (linking === null || id === null || id === linking || !onBox) show(id);
      else link.linkTo(id);
    },
    [store, linking, show, link],
  );
  return {
    selected,
    select,
    ...link,
    /** The box or link that another view should open at. */
    at: selected ?? here,
    spoken,
    say,
    adding,
    setAdding,
    startAdding,
    drop,
    connect,
    focusBox,
    focusSoonOn,
    showBox,
    canvas,
    /** The one tab stop of the canvas: where the keyboard was last, or the first box. */
    tabStop: (): string | null => {
      const theory = viewOf(store.snapshot().theory, look.part);
      return theory.boxes.some(({ id }) => id === here) ? here : firstBox(theory);
    },
    ...changing(store, mayEdit, {
      setSelected,
      setHere,
      say,
      focusBox,
      focusSoonOn,
      adding,
      part: look.part,
    }),
  };
}

/** The box that a look means: the one that is selected, or where the selected link starts. */
function boxOf(store: EditorStore, { box, link }: TheoryLook): string | null {
  const { theory } = store.snapshot();
  if (theory.boxes.some(({ id }) => id === box)) return box ?? null;
  return theory.links.find(({ id }) => id === link)?.source ?? null;
}

/** Linking in two steps: from this box, then to that one, by keys or by presses. */
function linkingOf(
  store: EditorStore,
  page: {
    linking: string | null;
    setLinking: (id: string | null) => void;
    say: (words: string) => void;
    connect: (source: string, target: string) => void;
  },
) {
  const label = (id: string) => {
    const box = store.snapshot().theory.boxes.find((each) => each.id === id);
    return box === undefined ? '' : `“${box.label}”`;
  };
  return {
    /** The box from which a link is being made; null when none is. */
    linking: page.linking,
    linkFrom: (id: string): void => {
      page.setLinking(id);
      page.say(`Linking ${label(id)}. Arrows choose what it leads to, Enter links, Escape ends.`);
    },
    linkTo: (id: string): void => {
      const from = page.linking;
      if (from === null || from === id) return page.say('Choose another box.');
      page.setLinking(null);
      page.connect(from, id);
    },
    endLinking: (): void => {
      page.setLinking(null);
      page.say('No link is made.');
    },
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
    focusSoonOn: (id: string) => void;
    adding: BoxType;
    part: string | undefined;
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
    move: (id: string, way: Way): void => {
      if (!mayEdit) return;
      const moved = store.change(moving(store.snapshot().theory, id, way), `move:${id}`);
      const { theory } = store.snapshot();
      const type = theory.boxes.find((box) => box.id === id)?.type ?? 'activity';
      const where = `${typeName(theory, type).many}, ${placeInColumn(theory, id)}.`;
      const end = way === 'up' || way === 'top' ? 'top' : 'bottom';
      if (!moved) return page.say(`It is at the ${end} already: ${where}`);
      page.say(way === 'up' || way === 'down' ? `Moved ${way} in ${where}` : `Moved in ${where}`);
    },
    moveTier: (id: string, way: 'earlier' | 'later'): void => {
      if (!mayEdit) return;
      const moved = store.change(movingTier(store.snapshot().theory, id, way));
      const { theory } = store.snapshot();
      const type = theory.boxes.find((box) => box.id === id)?.type ?? 'activity';
      const where = `${typeName(theory, type).many}, ${placeInColumn(theory, id)}.`;
      page.say(moved ? `Moved to ${where}` : `There is no column to move it to: ${where}`);
      page.focusSoonOn(id);
    },
    add: (label: string): void => {
      const type = page.adding;
      const id = crypto.randomUUID();
      const position = lastPosition(store.snapshot().theory, type);
      // Added while a part is looked at, it stands in that part.
      const parts = partsOf(store.snapshot().theory);
      const more: More = parts.some((part) => part.id === page.part)
        ? { part: page.part ?? '' }
        : {};
      const box = { id, type, label, detail: '', more, x: null, y: null, position };
      if (!store.change([addingBox(box)])) return;
      page.setHere(id);
      page.say(`${typeName(store.snapshot().theory, type).one} added: ${label}`);
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
  const { select, connect, remove, move, moveTier, linkFrom } = commands;
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
    moveTier,
    linkFrom: (id) => {
      linkFrom(id);
      commands.focusBox(id);
    },
  };
}

/** Whoever comes from another view stands on the box that was selected there. */
export function useFirstFocus(commands: Commands, { box, link }: TheoryLook): void {
  const first = useRef(box ?? link);
  const { focusSoonOn, tabStop } = commands;
  useEffect(() => {
    const stop = first.current === undefined ? null : tabStop();
    first.current = undefined;
    if (stop !== null) focusSoonOn(stop);
  }, [focusSoonOn, tabStop]);
}
