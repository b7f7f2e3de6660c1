import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { Stamp } from './BoxFields.tsx';
import { everythingOf, type Conflict, type Removal, type Waiting } from './conflict.ts';

/** Two people changed the same thing: both values, and a plain choice. Nothing is lost. */
export function Conflicts(props: {
  conflicts: readonly Conflict[];
  theory: { id: string; sequence: number };
  mark: string;
}) {
  if (props.conflicts.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} autoFocus role="alert">
      <h2 className="govuk-error-summary__title">Somebody else changed this first</h2>
      <p className="govuk-body">
        Everything else that you changed is saved. Choose which words stay for each of these.
      </p>
      <Form>
        <Stamp theory={props.theory} mark={props.mark} />
        {props.conflicts.map((conflict, index) => (
          <OneConflict key={conflict.clientOpId} conflict={conflict} name={`choice-${index}`} />
        ))}
        <Button intent="settle">Save my choice</Button>
      </Form>
    </div>
  );
}

/** Something that somebody deleted, for whoever was changing it: told, and put back at a press. */
export function Deleted(props: {
  what: string;
  removal: Removal;
  theory: { id: string; sequence: number };
  mark: string;
}) {
  const { removal } = props;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        {removal.by} deleted {props.what} on {sayMoment(removal.at)}.
      </p>
      <Form>
        <Stamp theory={props.theory} mark={`${props.mark}-back`} />
        <input type="hidden" name="choice-0" value={JSON.stringify(removal.putBack)} />
        <Button intent="settle" kind="secondary">
          Put it back
        </Button>
      </Form>
    </div>
  );
}

function OneConflict({ conflict, name }: { conflict: Conflict; name: string }) {
  const who = conflict.by ?? 'Somebody else';
  const when = conflict.at === null ? '' : `, ${sayMoment(conflict.at)}`;
  const waiting = conflict.waiting ?? [];
  const insist = JSON.stringify(everythingOf(conflict));
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-4">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Which should stay: {conflict.about}
      </legend>
      <div className="govuk-radios">
        <Choice name={name} value="" checked words={conflict.theirs}>
          {who}
          {when}
        </Choice>
        {conflict.insist.length === 0 ? (
          <p className="govuk-body">
            Yours cannot be put in any more: <q>{conflict.yours ?? 'deleted'}</q>
          </p>
        ) : (
          <Choice name={name} value={insist} words={conflict.yours}>
            You
          </Choice>
        )}
      </div>
      <WhatWaits waiting={waiting} saved={conflict.insist.length > 0} />
    </fieldset>
  );
}

/** What this person did besides that builds on their change: it is saved with it, or not at all. */
function WhatWaits({ waiting, saved }: { waiting: readonly Waiting[]; saved: boolean }) {
  if (waiting.length === 0) return null;
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {saved ? 'This is saved only if yours stays:' : 'This cannot be saved either:'}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {waiting.map(({ about, yours }, index) => (
          <li key={index}>
            {about}
            {yours === null || yours === '' || about.includes(yours) ? null : (
              <>
                : <q className="tl-prewrap">{yours}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Choice(props: {
  name: string;
  value: string;
  words: string | null;
  checked?: boolean;
  children: React.ReactNode;
}) {
  const id = `${props.name}-${props.checked ? 'theirs' : 'yours'}`;
  return (
    <div className="govuk-radios__item">
      <input
        className="govuk-radios__input"
        type="radio"
        id={id}
        name={props.name}
        value={props.value}
        defaultChecked={props.checked}
      />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        <span className="govuk-!-font-weight-bold">{props.children}:</span>{' '}
        {props.words === null ? <em>delete it</em> : <q className="tl-prewrap">{props.words}</q>}
      </label>
    </div>
  );
}
