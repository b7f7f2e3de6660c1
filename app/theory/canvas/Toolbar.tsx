import { useState } from 'react';
import { BOX_TYPES, TYPE_WORDS, typeName, type BoxType } from '../graph.ts';
import type { Conflict } from '../conflict.ts';
import type { SaveState, Snapshot } from './editor-store.ts';
import { KEYS_HELP } from './keys.ts';

/** Adding, taking back, tidying up, and whether all is saved. */
export function Toolbar(props: {
  now: Snapshot;
  mayEdit: boolean;
  adding: BoxType;
  setAdding: (type: BoxType) => void;
  add: (label: string) => void;
  /** How many needs of the register are not in the theory. */
  waiting: number;
  addNeeds: () => void;
  undo: () => void;
  redo: () => void;
  tidy: () => void;
}) {
  const { now, mayEdit } = props;
  return (
    <div className="tl-toolbar">
      {mayEdit ? <AddForm {...props} /> : null}
      {mayEdit ? (
        <div className="tl-toolbar__buttons" role="group" aria-label="Changes">
          <ToolButton onClick={props.undo} enabled={now.canUndo}>
            Undo
          </ToolButton>
          <ToolButton onClick={props.redo} enabled={now.canRedo}>
            Redo
          </ToolButton>
          <ToolButton onClick={props.tidy} enabled>
            Tidy up
          </ToolButton>
          {props.waiting === 0 ? null : (
            <ToolButton onClick={props.addNeeds} enabled>
              {props.waiting === 1
                ? 'Add the need left out'
                : `Add ${props.waiting} needs left out`}
            </ToolButton>
          )}
        </div>
      ) : null}
      <p className={`tl-saved tl-saved--${now.save.kind}`} role="status">
        {mayEdit ? saveWords(now.save) : ''}
      </p>
      {now.notice === null ? null : (
        <p className="tl-notice" role="alert">
          {now.notice}
        </p>
      )}
      <details className="govuk-details tl-toolbar__keys">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Keys</span>
        </summary>
        <dl>
          {KEYS_HELP.map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function saveWords(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return save.at === null ? 'All saved' : `Saved ${TIME.format(save.at)}`;
    case 'saving':
      return 'Saving';
    case 'waiting':
      return 'Not saved yet';
    case 'not-saved':
      return save.message;
  }
}

function ToolButton(props: { onClick: () => void; enabled: boolean; children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="tl-tool"
      aria-disabled={!props.enabled}
      onClick={() => {
        if (props.enabled) props.onClick();
      }}
    >
      {props.children}
    </button>
  );
}

/** Adds a box and stays where it is: in a workshop the next one follows at once. */
function AddForm(props: {
  now: Snapshot;
  adding: BoxType;
  setAdding: (type: BoxType) => void;
  add: (label: string) => void;
}) {
  const [label, setLabel] = useState('');
  return (
    <form
      className="tl-toolbar__add"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() === '') return;
        props.add(label.trim());
        setLabel('');
      }}
    >
      <label className="govuk-label" htmlFor="add-type">
        Add
      </label>
      <select
        className="govuk-select"
        id="add-type"
        value={props.adding}
        onChange={({ target }) => {
          const type = BOX_TYPES.find((each) => each === target.value);
          if (type !== undefined) props.setAdding(type);
        }}
      >
        {BOX_TYPES.map((type) => (
          <option key={type} value={type}>
            {typeName(props.now.theory, type).one}
          </option>
        ))}
      </select>
      <label className="govuk-visually-hidden" htmlFor="add-label">
        What the new box says
      </label>
      <input
        className="govuk-input"
        id="add-label"
        type="text"
        value={label}
        maxLength={1_000}
        placeholder={TYPE_WORDS[props.adding].example}
        autoComplete="off"
        onChange={({ target }) => setLabel(target.value)}
      />
      <button type="submit" className="govuk-button">
        Add
      </button>
    </form>
  );
}

/** Two people changed the same thing: both values, a button each. */
export function Choices(props: {
  conflicts: readonly Conflict[];
  choose: (conflict: Conflict, choice: 'theirs' | 'yours') => void;
}) {
  if (props.conflicts.length === 0) return null;
  return (
    <div className="govuk-error-summary" role="alert">
      <h2 className="govuk-error-summary__title">Somebody else changed this first</h2>
      {props.conflicts.map((conflict) => (
        <section key={conflict.clientOpId}>
          <p className="govuk-body govuk-!-font-weight-bold">Which should stay: {conflict.about}</p>
          <p className="govuk-body">
            {conflict.by ?? 'Somebody else'}:{' '}
            {conflict.theirs === null ? <em>deleted it</em> : <q>{conflict.theirs}</q>}
          </p>
          <p className="govuk-body">
            You: {conflict.yours === null ? <em>delete it</em> : <q>{conflict.yours}</q>}
          </p>
          <div className="govuk-button-group">
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => props.choose(conflict, 'theirs')}
            >
              Keep theirs
            </button>
            {conflict.insist.length === 0 ? null : (
              <button
                type="button"
                className="govuk-button govuk-button--secondary"
                onClick={() => props.choose(conflict, 'yours')}
              >
                Use mine
              </button>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
