import { useId, useState } from 'react';
import { saidWithNext } from '../accept/ways.ts';
import { answering, askOf, type Ask } from '../checks/asks.ts';
import type { Finding } from '../checks/finding.ts';
import { fixesFor } from '../checks/fixes.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { Theory } from '../graph.ts';
import type { Operation } from '../operations.ts';
import { focusSoon } from './focus.ts';

/** The ways to put findings right on the canvas: one press is one step to take back. */
export function fixButtons(props: {
  theory: Theory;
  around: Surroundings | null;
  change: (operations: readonly Operation[]) => boolean;
  say: (words: string) => void;
  /** What the coach would say first now. */
  next: () => Finding | null;
}) {
  const { theory, around } = props;
  const press = (operations: readonly Operation[], said: string) => {
    if (!props.change(operations)) return;
    props.say(saidWithNext(said, props.next()));
    focusSoon('coach-title');
  };
  return (finding: Finding, whole: boolean) => {
    const fixes = fixesFor(finding, theory, around, () => crypto.randomUUID());
    const ask = whole ? askOf(finding, theory) : null;
    if (fixes.length === 0 && ask === null) return null;
    return (
      <div className="tl-fixes">
        {fixes.map(({ kind, words, said, operations }) => (
          <button
            key={kind}
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => press(operations, said)}
          >
            {words}
            <span className="govuk-visually-hidden"> ({finding.message})</span>
          </button>
        ))}
        {ask === null ? null : (
          <AskHere
            key={`${finding.key} ${ask.value}`}
            ask={ask}
            save={(words) => {
              const operation = answering(ask, words);
              if (operation !== null) press([operation], 'It is saved.');
            }}
          />
        )}
      </div>
    );
  };
}

function AskHere({ ask, save }: { ask: Ask; save: (words: string) => void }) {
  const [words, setWords] = useState(ask.value);
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(words);
      }}
    >
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={id}>
          {ask.label}
        </label>
        <textarea
          className="govuk-textarea"
          id={id}
          rows={2}
          value={words}
          maxLength={ask.most}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Save
      </button>
    </form>
  );
}
