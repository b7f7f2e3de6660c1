import { useState } from 'react';
import { tryPin } from './lock.ts';
import { keepLock, lockOf, type TabletDatabase } from './tablet-store.client.ts';

/** Where staff come out of the questions. */
export function StaffDoor(props: { db: TabletDatabase; onOpen: () => void; onBack: () => void }) {
  const [problem, setProblem] = useState('');
  const open = async (pin: string) => {
    const lock = await lockOf(props.db);
    if (!lock) return setProblem('This tablet has no PIN: prepare it again.');
    const tried = await tryPin(lock, pin, Date.now());
    await keepLock(props.db, tried.lock);
    if (tried.opened) return props.onOpen();
    setProblem(
      tried.waitSeconds > 0
        ? `Too many wrong PINs. Wait ${tried.waitSeconds} seconds, then try again.`
        : 'That is not the PIN. Try again.',
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const pin = new FormData(event.currentTarget).get('pin');
        event.currentTarget.reset();
        void open(typeof pin === 'string' ? pin : '');
      }}
    >
      <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
        <h1 className="govuk-label-wrapper">
          <label className="govuk-label govuk-label--l" htmlFor="pin">
            PIN of this tablet
          </label>
        </h1>
        {problem === '' ? null : (
          <p className="govuk-error-message" id="pin-error" role="alert">
            {problem}
          </p>
        )}
        <input
          className="govuk-input govuk-input--width-5"
          id="pin"
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={problem === '' ? undefined : 'pin-error'}
          autoFocus
        />
      </div>
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button">
          Open
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={props.onBack}
        >
          Back to the questions
        </button>
      </div>
      <p className="govuk-body-s">
        Forgotten it? With a network, sign in on this tablet and prepare it again: nothing that
        waits on it is lost.
      </p>
    </form>
  );
}
