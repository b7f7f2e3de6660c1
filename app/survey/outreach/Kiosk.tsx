import { useCallback, useEffect, useState } from 'react';
import { keepAnswers } from './keep-answers.client.ts';
import type { TabletDatabase } from './tablet-store.client.ts';
import type { Pack } from './tablet.ts';
import { TabletSurvey } from './TabletSurvey.tsx';

/** When nobody touches the questions for so long, what was begun is forgotten: the next one comes. */
const IDLE_MS = 5 * 60_000;
/** The reference stays on the screen for so long. */
const THANKS_MS = 90_000;

type Screen =
  | { at: 'welcome' }
  | { at: 'questions' }
  | { at: 'thanks'; reference: string }
  | { at: 'not-kept'; answers: Record<string, unknown> };

/** What families see: why they are asked, the questions, and their reference. */
export function Kiosk(props: { db: TabletDatabase; pack: Pack; onKept: () => void }) {
  const { db, pack, onKept } = props;
  const [screen, setScreen] = useState<Screen>({ at: 'welcome' });
  const welcome = useCallback(() => setScreen({ at: 'welcome' }), []);
  const keep = async (answers: Record<string, unknown>) => {
    try {
      const reference = await keepAnswers(db, pack, answers);
      setScreen({ at: 'thanks', reference });
      onKept();
    } catch {
      setScreen({ at: 'not-kept', answers });
    }
  };
  switch (screen.at) {
    case 'welcome':
      return <Welcome pack={pack} onStart={() => setScreen({ at: 'questions' })} />;
    case 'questions':
      return (
        <Questions pack={pack} onFinished={(answers) => void keep(answers)} onStop={welcome} />
      );
    case 'thanks':
      return <Thanks reference={screen.reference} onNext={welcome} />;
    case 'not-kept':
      return <NotKept onAgain={() => void keep(screen.answers)} />;
  }
}

function Welcome({ pack, onStart }: { pack: Pack; onStart: () => void }) {
  const { survey } = pack;
  return (
    <>
      <h1 className="govuk-heading-xl">{survey.title}</h1>
      <p className="govuk-body-l">
        It takes about {survey.minutes} minutes. You can leave out any question and stop at any
        time.
      </p>
      <button type="button" className="govuk-button tl-tablet__start" onClick={onStart}>
        Start
      </button>
      <h2 className="govuk-heading-m">What happens to your answers</h2>
      {survey.notice.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="govuk-body">
        On this tablet your answers are sealed at once: nobody who uses it after you can see them.
      </p>
    </>
  );
}

function Questions(props: {
  pack: Pack;
  onFinished: (answers: Record<string, unknown>) => void;
  onStop: () => void;
}) {
  const { pack, onStop } = props;
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    let timer = window.setTimeout(onStop, IDLE_MS);
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(onStop, IDLE_MS);
    };
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [onStop]);
  return (
    <>
      <h1 className="govuk-heading-l">{pack.survey.title}</h1>
      <TabletSurvey definition={pack.definition} onFinished={props.onFinished} />
      <div className="govuk-button-group govuk-!-margin-top-6">
        {stopping ? (
          <>
            <button type="button" className="govuk-button govuk-button--warning" onClick={onStop}>
              Yes, forget my answers
            </button>
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => setStopping(false)}
            >
              No, go on
            </button>
          </>
        ) : (
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => setStopping(true)}
          >
            Stop without sending
          </button>
        )}
      </div>
    </>
  );
}

function Thanks({ reference, onNext }: { reference: string; onNext: () => void }) {
  useEffect(() => {
    const timer = window.setTimeout(onNext, THANKS_MS);
    return () => window.clearTimeout(timer);
  }, [onNext]);
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">Thank you</h1>
        <div className="govuk-panel__body">
          Your reference
          <br />
          <strong className="tl-tablet__reference">{reference}</strong>
        </div>
      </div>
      <p className="govuk-body">
        Write it down or take a picture of it. If you change your mind, tell us the reference and we
        delete your answers. We cannot find them without it.
      </p>
      <button type="button" className="govuk-button" onClick={onNext}>
        Finish: ready for the next family
      </button>
    </>
  );
}

function NotKept({ onAgain }: { onAgain: () => void }) {
  return (
    <div role="alert">
      <h1 className="govuk-heading-l">Your answers are not stored yet</h1>
      <p className="govuk-body">
        The tablet has no room left. Please give it to the member of staff as it is, without closing
        anything. When other things on the tablet are deleted, press the button.
      </p>
      <button type="button" className="govuk-button" onClick={onAgain}>
        Store my answers
      </button>
    </div>
  );
}
