import { links } from '#app/http/links.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { dayOf, many, sayDay } from '#app/ui/words.ts';
import { dayIn, phrasesIn } from './answer/phrases.ts';
import type { AnswersPage, ShownAnswer } from './answer/public-answers.ts';
import type { PublicReply } from './member-home.ts';
import { REPLY_NAMES } from './reply.ts';

/** An answer on a member's own page, under their own words. */
export function Promised({ reply, theme }: { reply: PublicReply; theme: string }) {
  return (
    <>
      <p className="govuk-body">
        We put it with what others said about <strong>{theme}</strong>.
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{reply.what}</h3>
      <p className="govuk-body tl-lines">{reply.words}</p>
      {reply.because === '' ? null : (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Because</h3>
          <p className="govuk-body tl-lines">{reply.because}</p>
        </>
      )}
      <WhoAndWhen
        who={reply.owner}
        by={reply.dueOn && sayDay(reply.dueOn)}
        lang="en"
        what={reply.what === REPLY_NAMES.thinking ? 'thinking' : ''}
      />
    </>
  );
}

/** Who does it and by when, where it is a promise. */
function WhoAndWhen(props: { who: string; by: string | null; lang: string; what: string }) {
  const say = phrasesIn(props.lang);
  const parts = [
    props.who === '' ? null : `${say.who}: ${props.who}`,
    props.by === null ? null : `${props.what === 'thinking' ? say.hearBy : say.by}: ${props.by}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="govuk-body tl-who">{parts.join('. ')}.</p>;
}

/** "You said, we did, because": three columns, one under another on a telephone. */
export function YouSaid({ programmeId, page }: { programmeId: string; page: AnswersPage }) {
  if (page.all === 0) {
    return (
      <p className="govuk-body">
        Nothing stands here yet. When we have something to tell you about what families said, it is
        on this page first.
      </p>
    );
  }
  return (
    <>
      <Narrowing programmeId={programmeId} page={page} />
      {page.inEnglish === 0 ? null : (
        <p className="govuk-body">
          {many(page.inEnglish, 'answer')} of {page.answers.length} not yet written in{' '}
          <span lang={page.lang}>{languageOf(page.lang).ownName}</span>:{' '}
          {page.inEnglish === 1 ? 'it stands' : 'they stand'} in English.
        </p>
      )}
      <ul className="tl-yousaid">
        {page.answers.map((answer) => (
          <li key={answer.id} lang={answer.lang} dir={answer.dir}>
            <OneAnswer answer={answer} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneAnswer({ answer }: { answer: ShownAnswer }) {
  const say = phrasesIn(answer.lang);
  return (
    <>
      <div>
        <h2 className="govuk-heading-s tl-yousaid__said">{say.youSaid}</h2>
        <p className="govuk-body tl-lines">{answer.youSaid}</p>
        <RestsOn answer={answer} />
      </div>
      <div>
        <h2 className={`govuk-heading-s tl-yousaid__did tl-yousaid--${answer.status}`}>
          {say.what[answer.status]}
        </h2>
        <p className="govuk-body tl-lines">{answer.words}</p>
        <WhoAndWhen
          who={answer.owner}
          by={answer.dueOn && dayIn(answer.lang, answer.dueOn)}
          lang={answer.lang}
          what={answer.status}
        />
        <Before answer={answer} />
      </div>
      <div>
        {answer.because === '' ? null : (
          <>
            <h2 className="govuk-heading-s">{say.because}</h2>
            <p className="govuk-body tl-lines">{answer.because}</p>
          </>
        )}
      </div>
    </>
  );
}

/** What it rests on: how many, and where it was said. Our own titles are English. */
function RestsOn({ answer: { voices, places, inPlan } }: { answer: ShownAnswer }) {
  if (voices === '' && places.length === 0 && inPlan.length === 0) return null;
  return (
    <div lang="en" dir="ltr">
      {voices === '' ? null : (
        <p className="govuk-body-s tl-who govuk-!-margin-bottom-1">{voices}</p>
      )}
      {places.length === 0 ? null : (
        <p className="govuk-body-s tl-who govuk-!-margin-bottom-1">Said in: {places.join('; ')}</p>
      )}
      {inPlan.length === 0 ? null : (
        <p className="govuk-body-s tl-who">In our plan: {inPlan.join('; ')}</p>
      )}
    </div>
  );
}

/** What families were told before: a promise stays readable after it was kept or put off. */
function Before({ answer: { before } }: { answer: ShownAnswer }) {
  if (before.length === 0) return null;
  return (
    <details className="govuk-details" lang="en" dir="ltr">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What we told you before</span>
      </summary>
      <div className="govuk-details__text">
        {before.map(({ what, words, dueOn, at }, n) => (
          <p className="tl-lines" key={n}>
            {sayDay(dayOf(at))}: <strong>{what}.</strong> {words}
            {dueOn === null ? '' : ` (by ${sayDay(dueOn)})`}
          </p>
        ))}
      </div>
    </details>
  );
}

/** Kinds of answers and languages, as ordinary links: each says which of them one looks at. */
function Narrowing({ programmeId, page }: { programmeId: string; page: AnswersPage }) {
  const asked = page.lang === 'en' ? {} : { lang: page.lang };
  return (
    <div className="tl-noprint">
      {page.kinds.length < 2 ? null : (
        <nav aria-label="Which answers">
          <ul className="tl-narrow">
            <Choice
              href={links.youSaid(programmeId, asked)}
              words={`All (${page.all})`}
              now={page.show === null}
            />
            {page.kinds.map(({ status, count }) => (
              <Choice
                key={status}
                href={links.youSaid(programmeId, { ...asked, show: status })}
                words={`${REPLY_NAMES[status]} (${count})`}
                now={page.show === status}
              />
            ))}
          </ul>
        </nav>
      )}
      {page.languages.length < 2 ? null : (
        <nav aria-label="Languages">
          <ul className="tl-narrow">
            {page.languages.map((code) => (
              <Choice
                key={code}
                href={links.youSaid(programmeId, {
                  ...(page.show === null ? {} : { show: page.show }),
                  ...(code === 'en' ? {} : { lang: code }),
                })}
                words={languageOf(code).ownName}
                now={page.lang === code}
                lang={code}
              />
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Choice(props: { href: string; words: string; now: boolean; lang?: string }) {
  return (
    <li>
      <a
        className="govuk-link"
        href={props.href}
        aria-current={props.now ? 'true' : undefined}
        lang={props.lang}
      >
        {props.words}
      </a>
    </li>
  );
}
