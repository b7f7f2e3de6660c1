import { useCallback, useEffect, useMemo, useState } from 'react';
import { makeSpeaker, type Speaker } from '../languages/speaker.ts';
import { keepAnswers } from './keep-answers.client.ts';
import type { TabletDatabase } from './tablet-store.client.ts';
import type { Pack, TabletLanguage } from './tablet.ts';
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
  const [code, setCode] = useState<string | null>(null);
  const spoken = pack.languages.find(({ language }) => language.code === code) ?? pack.languages[0];
  const speaker = useMemo(() => spoken && makeSpeaker(spoken.language, spoken.words), [spoken]);
  const welcome = useCallback(() => {
    setCode(null);
    setScreen({ at: 'welcome' });
  }, []);
  if (!spoken || !speaker) return null;
  const keep = async (answers: Record<string, unknown>) => {
    try {
      const reference = await keepAnswers(db, pack, answers, spoken.language.code);
      setScreen({ at: 'thanks', reference });
      onKept();
    } catch {
      setScreen({ at: 'not-kept', answers });
    }
  };
  return (
    <div lang={spoken.language.code} dir={spoken.language.dir}>
      {screen.at === 'welcome' ? (
        <Welcome
          pack={pack}
          spoken={spoken}
          speaker={speaker}
          onLanguage={setCode}
          onStart={() => setScreen({ at: 'questions' })}
        />
      ) : null}
      {screen.at === 'questions' ? (
        <Questions
          pack={pack}
          title={spoken.title}
          speaker={speaker}
          onFinished={(answers) => void keep(answers)}
          onStop={welcome}
        />
      ) : null}
      {screen.at === 'thanks' ? (
        <Thanks reference={screen.reference} speaker={speaker} onNext={welcome} />
      ) : null}
      {screen.at === 'not-kept' ? <NotKept onAgain={() => void keep(screen.answers)} /> : null}
    </div>
  );
}

function Welcome(props: {
  pack: Pack;
  spoken: TabletLanguage;
  speaker: Speaker;
  onLanguage: (code: string) => void;
  onStart: () => void;
}) {
  const { pack, spoken, speaker } = props;
  const { words, say } = speaker;
  const { minutes } = pack.survey;
  return (
    <>
      {pack.languages.length > 1 ? (
        <nav className="tl-tablet__languages" aria-label={words.language}>
          {pack.languages.map(({ language }) => (
            <button
              type="button"
              key={language.code}
              lang={language.code}
              dir={language.dir}
              aria-pressed={language.code === spoken.language.code}
              onClick={() => props.onLanguage(language.code)}
            >
              {language.ownName}
            </button>
          ))}
        </nav>
      ) : null}
      <h1 className="govuk-heading-xl">{spoken.title}</h1>
      {spoken.unchecked ? <p className="govuk-inset-text">{words.unchecked}</p> : null}
      <p className="govuk-body-l">{minutes === 1 ? words.takesOne : say('takes', { minutes })}</p>
      <button type="button" className="govuk-button tl-tablet__start" onClick={props.onStart}>
        {words.startNow}
      </button>
      <h2 className="govuk-heading-m">{words.yourAnswers}</h2>
      {spoken.notice.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="govuk-body" lang="en" dir="ltr">
        On this tablet your answers are sealed at once: nobody who uses it after you can see them.
      </p>
    </>
  );
}

function Questions(props: {
  pack: Pack;
  title: string;
  speaker: Speaker;
  onFinished: (answers: Record<string, unknown>) => void;
  onStop: () => void;
}) {
  const { pack, onStop } = props;
  useIdle(IDLE_MS, onStop);
  return (
    <>
      <h1 className="govuk-heading-l">{props.title}</h1>
      <TabletSurvey
        definition={pack.definition}
        speaker={props.speaker}
        onFinished={props.onFinished}
      />
      <StopButton onStop={onStop} />
    </>
  );
}

/** Calls `onIdle` when nobody touched the tablet or typed for so long. */
function useIdle(ms: number, onIdle: () => void): void {
  useEffect(() => {
    let timer = window.setTimeout(onIdle, ms);
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(onIdle, ms);
    };
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [ms, onIdle]);
}

function StopButton({ onStop }: { onStop: () => void }) {
  const [stopping, setStopping] = useState(false);
  if (!stopping) {
    return (
      <button
        type="button"
        lang="en"
        dir="ltr"
        className="govuk-button govuk-button--secondary govuk-!-margin-top-6"
        onClick={() => setStopping(true)}
      >
        Stop without sending
      </button>
    );
  }
  return (
    <div className="govuk-button-group govuk-!-margin-top-6" lang="en" dir="ltr">
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
    </div>
  );
}

function Thanks(props: { reference: string; speaker: Speaker; onNext: () => void }) {
  const { reference, onNext } = props;
  const { words } = props.speaker;
  useEffect(() => {
    const timer = window.setTimeout(onNext, THANKS_MS);
    return () => window.clearTimeout(timer);
  }, [onNext]);
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{words.paperLastPage}</h1>
        <div className="govuk-panel__body">
          {words.reference}
          <br />
          <strong className="tl-tablet__reference" dir="ltr">
            {reference}
          </strong>
        </div>
      </div>
      {/* Not “your answers have arrived”: they lie on the tablet until it has a network. */}
      <p className="govuk-body">{words.keepReference}</p>
      <button type="button" className="govuk-button" lang="en" dir="ltr" onClick={onNext}>
        Finish: ready for the next family
      </button>
    </>
  );
}

function NotKept({ onAgain }: { onAgain: () => void }) {
  return (
    <div role="alert" lang="en" dir="ltr">
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
