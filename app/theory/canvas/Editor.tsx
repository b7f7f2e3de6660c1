import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Stage } from '#app/people/programme.ts';
import { checkTheory } from '../checks/check-theory.ts';
import { Coach } from '../Coach.tsx';
import { BAND_TYPES, lastPosition, TYPE_WORDS, type BoxType, type Theory } from '../graph.ts';
import { layout as layoutOf, tidying, USUAL_COLUMNS } from '../layout.ts';
import { addingBox, addingLink } from '../operations.ts';
import { dropping, moving, placeInColumn } from '../reorder.ts';
import { needBoxes, needsNotIn } from '../starting.ts';
import { firstBox, neighbour } from '../walk.ts';
import { Canvas, type ShowBox } from './Canvas.tsx';
import { keyOf } from './keys.ts';
import { BoxInspector, LinkInspector, type Hands } from './Inspector.tsx';
import { Choices, Toolbar } from './Toolbar.tsx';
import { useEditor } from './useEditor.tsx';

const COLUMNS = [...USUAL_COLUMNS, ...BAND_TYPES];
const LINES = 6;

/** The canvas with its toolbar and the panel beside it: coach, or what is selected. */
export function Editor(props: {
  programmeId: string;
  personId: string;
  theory: Theory;
  stage: Stage;
  needs: readonly { id: string; statement: string; who: string; notNowBecause: string }[];
  mayEdit: boolean;
}) {
  const { mayEdit } = props;
  const { store, now } = useEditor(props.programmeId, props.theory, props.personId);
  const { theory } = now;
  const placed = useMemo(
    () => layoutOf(theory, { always: mayEdit ? COLUMNS : [], maxLines: LINES }),
    [theory, mayEdit],
  );
  const checked = useDeferredValue(theory);
  const findings = useMemo(() => checkTheory(checked, props.stage), [checked, props.stage]);
  const [selected, setSelected] = useState<string | null>(null);
  const [here, setHere] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const [adding, setAdding] = useState<BoxType>('activity');
  const showBox = useRef<ShowBox>(() => undefined);
  const canvas = useRef<HTMLDivElement>(null);
  const tabStop = theory.boxes.some(({ id }) => id === here) ? here : firstBox(theory);

  const select = useCallback(
    (id: string | null) => {
      setSelected(id);
      if (id !== null) setHere(id);
      store.endGesture();
    },
    [store],
  );
  const focusBox = (id: string) => {
    setHere(id);
    showBox.current(id);
    canvas.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const drop = useCallback(
    (id: string, x: number, y: number) => {
      const { theory: current } = store.snapshot();
      const at = layoutOf(current, { always: COLUMNS, maxLines: LINES });
      store.change(dropping(current, at, id, x, y));
    },
    [store],
  );
  const connect = useCallback(
    (source: string, target: string, reason = '') => {
      const id = crypto.randomUUID();
      const link = { id, kind: 'leadsTo' as const, source, target, reason, more: {} };
      if (!store.change([addingLink(link)])) return;
      if (!store.snapshot().theory.links.some((each) => each.id === id)) return;
      setSpoken('The link is added.');
      if (reason !== '') return;
      setSelected(id);
      focusSoon('link-reason');
    },
    [store],
  );
  const remove = (id: string) => {
    const box = theory.boxes.find((each) => each.id === id);
    if (box === undefined || !mayEdit) return;
    const next = (['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const)
      .map((arrow) => neighbour(theory, id, arrow))
      .find((each) => each !== null);
    store.change([{ kind: 'removeBox', id }]);
    setSelected(null);
    setSpoken(`“${box.label}” is deleted. Undo brings it back.`);
    if (next) focusBox(next);
    else document.getElementById('add-label')?.focus();
  };
  const move = (id: string, way: 'up' | 'down') => {
    if (!mayEdit || !store.change(moving(theory, id, way))) return;
    const after = store.snapshot().theory;
    const type = after.boxes.find((box) => box.id === id)?.type ?? 'activity';
    setSpoken(`Moved ${way} in ${TYPE_WORDS[type].many}, ${placeInColumn(after, id)}.`);
  };
  const startAdding = useCallback((type: BoxType) => {
    setAdding(type);
    document.getElementById('add-label')?.focus();
  }, []);
  const add = (label: string) => {
    const id = crypto.randomUUID();
    const position = lastPosition(theory, adding);
    const box = { id, type: adding, label, detail: '', more: {}, x: null, y: null, position };
    if (!store.change([addingBox(box)])) return;
    setHere(id);
    setSpoken(`${TYPE_WORDS[adding].one} added: ${label}`);
  };
  const addNeeds = () => {
    const boxes = needBoxes(
      needsNotIn(theory, props.needs),
      () => crypto.randomUUID(),
      lastPosition(theory, 'need') - 1,
    );
    store.change(boxes.map(addingBox));
    setSpoken(`${boxes.length} needs are added.`);
  };
  const hands: Hands = {
    theory,
    mayEdit,
    change: (operations, gesture) => store.change(operations, gesture ?? null),
    endGesture: () => store.endGesture(),
    select,
    connect,
    remove,
    move,
  };
  const onKey = (event: React.KeyboardEvent) => {
    const id =
      (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null;
    const key = keyOf(event, id !== null);
    if (key === null) return;
    event.preventDefault();
    switch (key.does) {
      case 'undo':
        return store.undo();
      case 'redo':
        return store.redo();
      case 'leave':
        return setSelected(null);
      case 'walk': {
        const next = neighbour(theory, id ?? '', key.arrow);
        if (next !== null) focusBox(next);
        return;
      }
      case 'move':
        return move(id ?? '', key.way);
      case 'open':
        select(id);
        return focusSoon('box-label');
      case 'connect':
        select(id);
        return focusSoon('connect-to');
      case 'delete':
        return remove(id ?? '');
      case 'add':
        return startAdding(theory.boxes.find((box) => box.id === id)?.type ?? 'activity');
    }
  };
  const box = theory.boxes.find(({ id }) => id === selected);
  const link = theory.links.find(({ id }) => id === selected);
  return (
    <div className="tl-editor">
      <Toolbar
        now={now}
        mayEdit={mayEdit}
        adding={adding}
        setAdding={setAdding}
        add={add}
        waiting={needsNotIn(theory, props.needs).length}
        addNeeds={addNeeds}
        undo={() => store.undo()}
        redo={() => store.redo()}
        tidy={() => {
          if (store.change(tidying(theory)))
            setSpoken('The boxes are tidied up. Undo puts them back.');
        }}
      />
      <Choices conflicts={now.conflicts} choose={(...choice) => store.choose(...choice)} />
      <p className="govuk-visually-hidden" aria-live="polite">
        {spoken}
      </p>
      <div className="tl-editor__room">
        <div className="tl-canvas" ref={canvas} onKeyDown={onKey}>
          <Canvas
            theory={theory}
            layout={placed}
            selected={selected}
            here={tabStop}
            mayEdit={mayEdit}
            onSelect={select}
            onDrop={drop}
            onConnect={connect}
            onAdd={startAdding}
            showBox={showBox}
          />
        </div>
        <aside
          className="tl-editor__panel"
          id="panel"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || tabStop === null) return;
            setSelected(null);
            focusBox(tabStop);
          }}
          onClick={(event) => {
            const shown = (event.target as HTMLElement).closest<HTMLAnchorElement>(
              'a[href^="#at-"]',
            );
            if (shown === null) return;
            event.preventDefault();
            const id = decodeURIComponent(shown.hash.slice('#at-'.length));
            select(id);
            const at = theory.links.find((each) => each.id === id)?.source ?? id;
            showBox.current(at);
            focusSoon('inspector-title');
          }}
        >
          {box === undefined && link === undefined ? (
            <Coach
              findings={findings}
              empty={theory.boxes.length === 0}
              hrefOf={(id) =>
                theory.boxes.some((each) => each.id === id) ||
                theory.links.some((each) => each.id === id)
                  ? { href: `#at-${encodeURIComponent(id)}`, words: 'Show it' }
                  : null
              }
            />
          ) : (
            <button type="button" className="tl-linkbutton" onClick={() => setSelected(null)}>
              Back to what to look at next
            </button>
          )}
          {box === undefined ? null : <BoxInspector key={box.id} box={box} hands={hands} />}
          {link === undefined ? null : <LinkInspector key={link.id} link={link} hands={hands} />}
        </aside>
      </div>
    </div>
  );
}

/** Puts the focus on something that is about to be drawn. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  });
}
