import { lazy, Suspense, type ReactNode } from 'react';
import type { TheoryLook } from '#app/http/links.ts';
import type { Stage } from '#app/people/programme.ts';
import type { Accepted } from '../accept/accepted.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { Theory } from '../graph.ts';
import { PeopleProvider } from '../live/useLive.tsx';
import { WhoIsHere } from '../live/WhoIsHere.tsx';
import { needsNotIn } from '../starting.ts';
import { Canvas } from './Canvas.tsx';
import { onKey } from './on-key.tsx';
import { Choices, Toolbar } from './Toolbar.tsx';
import { handsOf, useCommands, useFirstFocus, type Commands } from './useCommands.tsx';
import { useEditor } from './useEditor.tsx';
import { useOthers } from './useOthers.tsx';
import { useSeen } from './useSeen.tsx';
import { useSwitch } from './useSwitch.tsx';

// The checks and the fields are a fifth of the script, and nobody needs them to see the theory.
const Beside = lazy(() =>
  import('./Beside.tsx').catch(() => ({
    default: () => (
      <Waiting>
        What stands here could not be fetched. The canvas goes on working; load the page again to
        have the fields and the checks.
      </Waiting>
    ),
  })),
);

/** The canvas with its toolbar and the panel beside it: coach, or what is selected. */
export function Editor(props: {
  programmeId: string;
  personId: string;
  theory: Theory;
  stage: Stage;
  accepted: readonly Accepted[];
  /** What stands around the theory, as it was when the page was opened. */
  around: Surroundings | null;
  needs: Parameters<typeof needsNotIn>[1];
  mayEdit: boolean;
  /** What was selected in the view from which somebody came. */
  look: TheoryLook;
  onLook: (look: Pick<TheoryLook, 'box' | 'link'>) => void;
}) {
  const { mayEdit, stage, needs, accepted, around } = props;
  const { store, now } = useEditor(props.programmeId, props.theory, props.personId);
  const { theory } = now;
  const commands = useCommands(store, mayEdit, props.look);
  useSwitch(store, commands.at, props.onLook);
  useFirstFocus(commands, props.look);
  const { others, marks, labelOf, telling } = useOthers(
    props.programmeId,
    store,
    now,
    commands.selected,
  );
  const seen = useSeen(props.programmeId, theory, mayEdit, props.look);
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
      {seen.choices}
      <WhoIsHere now={others} labelOf={labelOf} />
      <Choices conflicts={now.conflicts} choose={(...choice) => store.choose(...choice)} />
      <p className="govuk-visually-hidden" aria-live="polite">
        {commands.spoken}
      </p>
      <p className="govuk-visually-hidden" aria-live="polite">
        {others.spoken}
      </p>
      <Linking theory={theory} commands={commands} />
      <a className="govuk-skip-link" href="#beside-canvas">
        Skip the canvas
      </a>
      <div className="tl-editor__room">
        <div
          className="tl-canvas"
          ref={commands.canvas}
          onKeyDown={(event) => onKey(event, store, commands, props)}
        >
          <p className="govuk-visually-hidden" id="canvas-help">
            Arrows go from box to box, Enter opens a box{mayEdit ? ', C links it, N adds one' : ''},
            the question mark shows all keys.
          </p>
          <Canvas
            theory={seen.theory}
            layout={seen.layout}
            marks={marks}
            overlay={seen.overlay}
            sharedBy={seen.sharedBy}
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
        <PeopleProvider value={others.people}>
          <Suspense fallback={<Waiting>Looking at it…</Waiting>}>
            <Beside
              theory={theory}
              latest={() => store.snapshot().theory}
              stage={stage}
              accepted={accepted}
              around={around}
              programmeId={props.programmeId}
              mayEdit={mayEdit}
              hands={telling(handsOf(store, commands, props.programmeId, mayEdit))}
              commands={commands}
            />
          </Suspense>
        </PeopleProvider>
      </div>
    </div>
  );
}

/** The place of the panel while the panel is not there. */
function Waiting({ children }: { children: ReactNode }) {
  return (
    <aside
      className="tl-editor__panel"
      id="beside-canvas"
      tabIndex={-1}
      aria-label="The selected box, or what to look at next"
    >
      <p className="govuk-body" role="status">
        {children}
      </p>
    </aside>
  );
}

/** While a box is being linked: what to do, where everybody sees it, and the way out. */
function Linking({ theory, commands }: { theory: Theory; commands: Commands }) {
  const from = theory.boxes.find(({ id }) => id === commands.linking);
  if (from === undefined) return null;
  return (
    <p className="tl-linking">
      Linking <strong>{from.label}</strong>: press the box that it leads to, or go there by the
      arrows and press Enter.{' '}
      <button type="button" className="tl-linkbutton" onClick={commands.endLinking}>
        Stop linking
      </button>
    </p>
  );
}
