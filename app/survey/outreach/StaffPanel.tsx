import { useEffect, useState } from 'react';
import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';
import { forgetWorker } from './keep-page.client.ts';
import type { Sent } from './send-queue.client.ts';
import { wipe, type TabletDatabase, type Waiting } from './tablet-store.client.ts';
import type { Pack } from './tablet.ts';
import type { TabletState } from './useTablet.tsx';

/** What staff see between families: what waits, what was sent, and how the day ends. */
export function StaffPanel(props: {
  tablet: TabletState;
  db: TabletDatabase;
  pack: Pack;
  onBack: () => void;
}) {
  const { tablet, db, pack } = props;
  const { count, sent } = tablet;
  const kept = useKept(db, count.kept);
  const waiting = count.waiting + count.kept;
  return (
    <>
      <span className="govuk-caption-l">{pack.place}</span>
      <h1 className="govuk-heading-l">{pack.survey.title}</h1>
      <dl className="govuk-summary-list">
        <Row name="Waiting on this tablet" value={String(count.waiting)} id="waiting" />
        <Row name="Sent and stored" value={String(count.sent)} id="sent" />
        {count.kept > 0 ? <Row name="Not taken" value={String(count.kept)} id="kept" /> : null}
      </dl>
      <Outcome sent={sent} pack={pack} waiting={waiting} />
      {kept.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {kept.map(({ key, reason }) => (
            <li key={key}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={props.onBack}>
          Give it to a family
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => void tablet.send('kept-too')}
        >
          Send now
        </button>
      </div>
      <p className="govuk-body">
        You were signed out on this tablet, so that nobody who holds it comes further than the
        questions. A page cannot lock a tablet: switch on “screen pinning” (Android) or “guided
        access” (iPad) before you give it away.
      </p>
      <EndOfDay
        waiting={waiting}
        onEnd={async () => {
          await wipe(db);
          await forgetWorker();
          window.location.assign(links.survey(pack.survey.programmeId, pack.survey.id));
        }}
      />
    </>
  );
}

function Row({ name, value, id }: { name: string; value: string; id: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value" data-count={id}>
        {value}
      </dd>
    </div>
  );
}

function useKept(db: TabletDatabase, count: number): Waiting[] {
  const [kept, setKept] = useState<Waiting[]>([]);
  useEffect(() => {
    void db.getAll('queue').then((all) => setKept(all.filter(({ state }) => state === 'kept')));
  }, [db, count]);
  return kept;
}

function Outcome(props: { sent: Sent | null; pack: Pack; waiting: number }) {
  const { sent, pack, waiting } = props;
  if (sent?.outcome === 'sign-in') {
    return (
      <div className="govuk-inset-text" role="status">
        This tablet was prepared too long ago, or by somebody who is not here any more.{' '}
        <a className="govuk-link" href={links.outreach(pack.survey.programmeId, pack.survey.id)}>
          Sign in and carry on with the same batch
        </a>
        . Nothing that waits is lost.
      </div>
    );
  }
  if (waiting === 0) {
    return (
      <p className="govuk-body" role="status">
        Everything is sent. Nothing that families answered is on this tablet.
      </p>
    );
  }
  return (
    <p className="govuk-body" role="status">
      {sent?.outcome === 'later'
        ? 'There is no network, or the server did not answer. It is tried again by itself.'
        : 'It is sent by itself as soon as there is a network. Keep this page open.'}
    </p>
  );
}

function EndOfDay({ waiting, onEnd }: { waiting: number; onEnd: () => Promise<void> }) {
  const [sure, setSure] = useState(false);
  if (waiting === 0) {
    return (
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        onClick={() => void onEnd()}
      >
        End the day: wipe this tablet
      </button>
    );
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Give up what was not sent</span>
      </summary>
      <div className="govuk-details__text">
        <div className="govuk-checkboxes govuk-!-margin-bottom-4">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id="sure"
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor="sure">
              I know that {many(waiting, 'set')} of answers {waiting === 1 ? 'is' : 'are'} lost
            </label>
          </div>
        </div>
        <button
          type="button"
          className="govuk-button govuk-button--warning"
          disabled={!sure}
          onClick={() => void onEnd()}
        >
          Wipe this tablet all the same
        </button>
      </div>
    </details>
  );
}
