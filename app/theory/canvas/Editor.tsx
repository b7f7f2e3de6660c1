import { useDeferredValue, useMemo } from 'react';
import type { Stage } from '#app/people/programme.ts';
import { sortFindings, type Accepted } from '../accept/accepted.ts';
import { checkTheory } from '../checks/check-theory.ts';
import type { Theory } from '../graph.ts';
import { layout } from '../layout.ts';
import { needsNotIn } from '../starting.ts';
import { neighbour } from '../walk.ts';
import { Canvas } from './Canvas.tsx';
import type { EditorStore } from './editor-store.ts';
import { keyOf } from './keys.ts';
import { Panel } from './Panel.tsx';
import { Choices, Toolbar } from './Toolbar.tsx';
import { focusSoon, handsOf, ON_CANVAS, useCommands, type Commands } from './useCommands.tsx';
import { useEditor } from './useEditor.tsx';

/** The canvas with its toolbar and the panel beside it: coach, or what is selected. */
export function Editor(props: {
  programmeId: string;
  personId: string;
  theory: Theory;
  stage: Stage;
  accepted: readonly Accepted[];
  needs: Parameters<typeof needsNotIn>[1];
  mayEdit: boolean;
}) {
  const { mayEdit, stage, needs, accepted } = props;
  const { store, now } = useEditor(props.programmeId, props.theory, props.personId);
  const { theory } = now;
  const commands = useCommands(store, mayEdit);
  const placed = useMemo(
    () => layout(theory, { ...ON_CANVAS, always: mayEdit ? ON_CANVAS.always : [] }),
    [theory, mayEdit],
  );
  const checked = useDeferredValue(theory);
  const sorted = useMemo(
    () => sortFindings(checkTheory(checked, stage), accepted),
    [checked, stage, accepted],
  );
  return (
    <div className="tl-editor">
      <Toolbar
        now={now}
        mayEdit={mayEdit}
        adding={commands.adding}
        setAdding={commands.setAdding}
        add={commands.add}
        waiting={needsNotIn(theory, needs).length}
        addNeeds={() => commands.addNeeds(needs)}
        undo={() => store.undo()}
        redo={() => store.redo()}
        tidy={commands.tidy}
      />
      <Choices conflicts={now.conflicts} choose={(...choice) => store.choose(...choice)} />
      <p className="govuk-visually-hidden" aria-live="polite">
        {commands.spoken}
      </p>
      <div className="tl-editor__room">
        <div
          className="tl-canvas"
          ref={commands.canvas}
          onKeyDown={(event) => onKey(event, store, commands, mayEdit)}
        >
          <p className="govuk-visually-hidden" id="canvas-help">
            Arrows go from box to box, Enter opens a box{mayEdit ? ', C links it, N adds one' : ''}.
          </p>
          <Canvas
            theory={theory}
            layout={placed}
            selected={commands.selected}
            here={commands.tabStop()}
            mayEdit={mayEdit}
            onSelect={commands.select}
            onDrop={commands.drop}
            onConnect={commands.connect}
            onAdd={commands.startAdding}
            showBox={commands.showBox}
          />
        </div>
        <Panel
          theory={theory}
          sorted={sorted}
          programmeId={props.programmeId}
          mayEdit={mayEdit}
          hands={handsOf(store, commands, props.programmeId, mayEdit)}
          commands={commands}
        />
      </div>
    </div>
  );
}

/** What a key does on the canvas. Keys that change something do nothing for readers. */
function onKey(
  event: React.KeyboardEvent,
  store: EditorStore,
  commands: Commands,
  mayEdit: boolean,
): void {
  const on = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset['id'];
  const key = keyOf(event, on !== undefined);
  const reading = key?.does === 'walk' || key?.does === 'open' || key?.does === 'leave';
  if (key === null || (!mayEdit && !reading)) return;
  event.preventDefault();
  const { theory } = store.snapshot();
  const id = on ?? '';
  switch (key.does) {
    case 'undo':
      return store.undo();
    case 'redo':
      return store.redo();
    case 'leave':
      return commands.select(null);
    case 'walk': {
      const next = neighbour(theory, id, key.arrow);
      return next === null ? undefined : commands.focusBox(next);
    }
    case 'move':
      return commands.move(id, key.way);
    case 'open':
      commands.select(id);
      return focusSoon('box-label');
    case 'connect':
      commands.select(id);
      return focusSoon('connect-to');
    case 'delete':
      return commands.remove(id);
    case 'add':
      return commands.startAdding(theory.boxes.find((box) => box.id === id)?.type ?? 'activity');
  }
}
