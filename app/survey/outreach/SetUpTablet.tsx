import { useEffect, useState } from 'react';
import { canWorkOffLine, keepPage } from './keep-page.client.ts';
import { hashPin, PIN } from './lock.ts';
import { toBase64 } from './sealing.ts';
import { askAbout, fetchPack, Refused } from './server-door.client.ts';
import { keepPack, type TabletDatabase } from './tablet-store.client.ts';

interface About {
  csrf: string;
  title: string;
  place: string;
}

type Stage = 'asking' | 'ready-to-prepare' | 'preparing';

/** Preparing a tablet, with a network and signed in: everything for the day is put on it. */
export function SetUpTablet(props: { db: TabletDatabase; batchId: string; onReady: () => void }) {
  const { db, batchId } = props;
  const [about, setAbout] = useState<About | null>(null);
  const [stage, setStage] = useState<Stage>('asking');
  const [problem, setProblem] = useState('');

  useEffect(() => {
    if (!canWorkOffLine()) {
      return setProblem(
        'This browser cannot work off line here. Open Throughline by its https address, and not in a private window.',
      );
    }
    askAbout(batchId).then(
      (found) => {
        setAbout(found);
        setStage('ready-to-prepare');
      },
      (error: unknown) => setProblem(reasonOf(error)),
    );
  }, [batchId]);

  const prepare = async (pin: string) => {
    if (!PIN.test(pin)) return setProblem('Choose a PIN of 4 to 8 digits');
    if (!about) return;
    setProblem('');
    setStage('preparing');
    try {
      // The page and its files first: whatever fails so far leaves you signed in, to try again.
      await keepPage(batchId + String(Date.now()));
      const pack = await fetchPack(batchId, about.csrf);
      const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
      const hash = await hashPin(pin, salt);
      await keepPack(db, pack, { salt, hash, wrong: 0, waitUntil: 0 });
      props.onReady();
    } catch (error) {
      setProblem(reasonOf(error));
      setStage('ready-to-prepare');
    }
  };

  return (
    <main className="govuk-width-container govuk-main-wrapper" id="main">
      <span className="govuk-caption-l">{about?.place}</span>
      <h1 className="govuk-heading-l">{about?.title ?? 'Prepare this tablet'}</h1>
      {problem === '' ? null : (
        <p className="govuk-error-message" id="pin-error" role="alert">
          {problem}
        </p>
      )}
      {about ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const pin = new FormData(event.currentTarget).get('pin');
            void prepare(typeof pin === 'string' ? pin : '');
          }}
        >
          <div className="govuk-form-group">
            <label className="govuk-label govuk-label--s" htmlFor="pin">
              Choose a PIN for this tablet
            </label>
            <div className="govuk-hint" id="pin-hint">
              4 to 8 digits. With it you come out of the questions again. You are signed out here,
              so that nobody who holds the tablet comes further.
            </div>
            <input
              className="govuk-input govuk-input--width-5"
              id="pin"
              name="pin"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={problem === '' ? 'pin-hint' : 'pin-hint pin-error'}
            />
          </div>
          <button type="submit" className="govuk-button" disabled={stage === 'preparing'}>
            {stage === 'preparing' ? 'Preparing …' : 'Prepare this tablet'}
          </button>
        </form>
      ) : null}
      <p className="govuk-body" role="status">
        {stage === 'asking' && problem === '' ? 'One moment.' : null}
      </p>
    </main>
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return 'This tablet has no room left. Delete something on it, then try again.';
  }
  return 'It could not be prepared: the network broke off. Try again.';
}
