import { useState } from 'react';
import { many } from '#app/ui/words.ts';
import { Kiosk } from './Kiosk.tsx';
import { SetUpTablet } from './SetUpTablet.tsx';
import { StaffDoor } from './StaffDoor.tsx';
import { StaffPanel } from './StaffPanel.tsx';
import { useTablet } from './useTablet.tsx';

type At = 'families' | 'door' | 'staff';

/**
 * A tablet that goes from hand to hand. Families see the questions and nothing else; staff come out
 * by a PIN. What is on it is sealed, so that neither sees what others answered.
 */
export default function Tablet() {
  const tablet = useTablet();
  const [at, setAt] = useState<At>('families');
  const [batchId, setBatchId] = useState(() =>
    new URLSearchParams(window.location.search).get('batch'),
  );
  const { db, pack, count } = tablet;
  if (!db) return <p className="govuk-body">One moment.</p>;
  if (batchId !== null) {
    const ready = () => {
      // The address of a prepared tablet, which opens without a network.
      window.history.replaceState(null, '', '/outreach/tablet');
      setBatchId(null);
      setAt('staff');
      void tablet.look();
    };
    return <SetUpTablet db={db} batchId={batchId} onReady={ready} />;
  }
  if (!pack) return <NotPrepared />;
  return (
    <div style={{ '--authority': pack.authority.colour } as React.CSSProperties}>
      <header className="tl-band">
        <div className="govuk-width-container">
          <span className="tl-band__name">{pack.authority.name}</span>
        </div>
      </header>
      {pack.authority.isDemonstration ? (
        <aside className="tl-demonstration" aria-label="Demonstration">
          <p className="govuk-width-container">
            <strong>Demonstration.</strong> {pack.authority.name} is a fictional place.
          </p>
        </aside>
      ) : null}
      <main className="govuk-width-container govuk-main-wrapper" id="main">
        {at === 'families' ? <Kiosk db={db} pack={pack} onKept={() => void tablet.send()} /> : null}
        {at === 'door' ? (
          <StaffDoor db={db} onOpen={() => setAt('staff')} onBack={() => setAt('families')} />
        ) : null}
        {at === 'staff' ? (
          <StaffPanel tablet={tablet} db={db} pack={pack} onBack={() => setAt('families')} />
        ) : null}
      </main>
      {at === 'families' ? (
        <footer className="govuk-width-container tl-tablet__foot">
          <span data-waiting={count.waiting}>
            {count.waiting === 0
              ? 'Nothing waits on this tablet.'
              : `${many(count.waiting, 'set')} of answers ${count.waiting === 1 ? 'waits' : 'wait'} on this tablet, sealed, until there is a network.`}
          </span>{' '}
          <button type="button" className="tl-tablet__staff" onClick={() => setAt('door')}>
            For staff
          </button>
        </footer>
      ) : null}
    </div>
  );
}

function NotPrepared() {
  return (
    <main className="govuk-width-container govuk-main-wrapper" id="main">
      <h1 className="govuk-heading-l">This tablet is not prepared</h1>
      <p className="govuk-body">
        Sign in, open the survey’s page and choose “Enter paper forms, calls and visits”, then “Take
        a tablet out”.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          Sign in
        </a>
      </p>
    </main>
  );
}
