import { links } from '#app/http/links.ts';
import type { Station } from '#app/ui/stations.ts';
import { many, sayMoment } from '#app/ui/words.ts';
import { PRIVATE, type ThreadEnd, type ThreadKind } from './kinds.ts';
import type { SeenThread } from './see-thread.server.ts';
import { sayStale, sayWho } from './sentences.ts';
import { STRETCH_TITLES } from './stretch-titles.ts';
import type { Stale } from './stale.ts';
import type { Step, Stretch, Thing, TracedHop } from './trace.ts';

/** The colour of each stretch: that of the station which it belongs to. */
const STATION: Readonly<Record<ThreadKind, Station>> = {
  response: 'needs',
  note: 'needs',
  'meeting-note': 'panel',
  poll: 'panel',
  vote: 'panel',
  asked: 'panel',
  theme: 'panel',
  evidence: 'needs',
  need: 'needs',
  box: 'theory',
  link: 'theory',
  'plan-line': 'plan',
  measure: 'plan',
  requirement: 'plan',
  reply: 'back',
};

const PRINTED = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['html', 'web page'],
] as const;

/** The vertical line: what the object rests on above it, what came of it below. */
export function ThreadLine({ programmeId, seen }: { programmeId: string; seen: SeenThread }) {
  const { trace, more, hidden } = seen;
  const { object, upstream, downstream } = trace;
  return (
    <>
      <span className="govuk-caption-l">Thread of: {object.what.toLowerCase()}</span>
      <h1 className="govuk-heading-l">{object.title}</h1>
      <MeasuresOfBox thing={object} />
      <NewestOf thing={object} />
      {trace.stale === 0 ? null : (
        <p className="govuk-body">
          <strong className="tl-lacks">
            {many(trace.stale, 'step of this thread is broken', 'steps of this thread are broken')}:
          </strong>{' '}
          what it rests on has changed or gone since.
        </p>
      )}
      {hidden === null ? null : <p className="govuk-body tl-reason">{hidden}</p>}
      <p className="govuk-body tl-noprint">
        Print as evidence:{' '}
        {PRINTED.map(([format, words], at) => (
          <span key={format}>
            {at === 0 ? '' : ', '}
            <a
              className="govuk-link"
              href={links.printedThread(programmeId, format, object.end.kind, object.end.id)}
            >
              {words}
            </a>
          </span>
        ))}
      </p>
      <h2 className="govuk-heading-m">What it rests on</h2>
      {upstream.length === 0 && hidden !== null ? (
        <p className="govuk-body">Single answers or comments, which are not shown to you.</p>
      ) : null}
      {upstream.length === 0 && hidden === null ? (
        <p className="govuk-body">Nothing yet: nobody is known to have asked for this.</p>
      ) : null}
      <ol className="tl-thread">
        {upstream.map((stretch) => (
          <StretchOf key={stretch.kind} {...{ stretch, programmeId }} />
        ))}
        <li
          className={`tl-thread__stretch tl-thread__stretch--object tl-${STATION[object.end.kind]}`}
        >
          <div className="tl-thread__object">
            <p className="govuk-body govuk-!-margin-bottom-1">
              <span className="tl-tag">{object.what}</span>
            </p>
            <p className="govuk-body-l">
              <Opened {...{ programmeId, end: object.end, title: object.title }} />
            </p>
          </div>
        </li>
      </ol>
      <h2 className="govuk-heading-m">What came of it</h2>
      {downstream.length === 0 ? <p className="govuk-body">Nothing yet.</p> : null}
      <ol className="tl-thread">
        {downstream.map((stretch) => (
          <StretchOf key={stretch.kind} {...{ stretch, programmeId }} />
        ))}
      </ol>
      {more ? (
        <p className="govuk-body tl-reason">
          There is more on this thread than one page can hold. Open a thing on it to see the rest.
        </p>
      ) : null}
    </>
  );
}

function StretchOf({ stretch, programmeId }: { stretch: Stretch; programmeId: string }) {
  const broken = stretch.steps.some(
    ({ thing, hops }) => thing.outdated !== undefined || hops.some((hop) => hop.stale !== null),
  );
  return (
    <li
      className={`tl-thread__stretch tl-${STATION[stretch.kind]}${broken ? ' tl-thread__stretch--stale' : ''}`}
    >
      <h3 className="govuk-heading-s govuk-!-margin-bottom-2">{STRETCH_TITLES[stretch.kind]}</h3>
      <ul className="tl-thread__steps">
        {stretch.steps.map((step) => (
          <li key={step.thing.end.id}>
            <StepOf {...{ step, programmeId }} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** How many hops to one thing are told: a box that serves six outcomes need not say so six times. */
const TOLD = 3;

function StepOf({ step, programmeId }: { step: Step; programmeId: string }) {
  const { thing, hops } = step;
  const more = hops.length - TOLD;
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {/* What an answer is called says what it is: the word in front would say it twice. */}
        {PRIVATE.has(thing.end.kind) ? null : (
          <>
            <span className="tl-reason">{thing.what}:</span>{' '}
          </>
        )}
        <a className="govuk-link" href={links.thread(programmeId, thing.end.kind, thing.end.id)}>
          {thing.title}
        </a>
      </p>
      <EvidenceOf thing={thing} />
      <MeasuresOfBox thing={thing} />
      <NewestOf thing={thing} />
      {hops.slice(0, TOLD).map((hop, at) => (
        <HopOf key={at} hop={hop} />
      ))}
      {more > 0 ? <p className="tl-thread__who">And {many(more, 'more tie')} like it.</p> : null}
    </>
  );
}

/** What measures a box, and how it stands. */
function MeasuresOfBox({ thing: { measures = [] } }: { thing: Thing }) {
  if (measures.length === 0) return null;
  return (
    <ul className="govuk-list tl-thread__who">
      {measures.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** What a measure promises, its newest figure, and who gave it when. */
function NewestOf({ thing: { newest, says = '' } }: { thing: Thing }) {
  if (newest === undefined) return null;
  return (
    <p className="tl-thread__who">
      {says}.{' '}
      {newest === null ? (
        'No figure yet.'
      ) : (
        <>
          Newest figure: <strong>{newest.words}</strong> ({newest.by}, {sayMoment(newest.at)}).
        </>
      )}
    </p>
  );
}

/** Where evidence was taken from, its figures as they stood, and whether they still hold. */
function EvidenceOf({ thing }: { thing: Thing }) {
  const { origin, figures = [], outdated } = thing;
  return (
    <>
      {origin ? <p className="tl-thread__who">{origin}.</p> : null}
      {figures.length === 0 ? null : (
        <details className="govuk-details govuk-!-margin-bottom-2">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">The figures as they stood</span>
          </summary>
          <div className="govuk-details__text">
            <dl className="tl-figures">
              {figures.map(({ label, value }, at) => (
                <div key={at}>
                  <dt>{label}</dt>
                  <dd className="tl-numbers">{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
      )}
      {outdated === undefined ? null : (
        <div className="tl-thread__stale govuk-body">
          <strong className="tl-lacks">Out of date.</strong>{' '}
          {outdated.now === null
            ? 'Its source is gone, or says nothing that may be shown any more.'
            : `Its source says now: ${outdated.now}`}
        </div>
      )}
    </>
  );
}

function HopOf({ hop }: { hop: TracedHop }) {
  return (
    <>
      {hop.quote === null ? null : (
        <blockquote className="tl-thread__quote govuk-body">{hop.quote}</blockquote>
      )}
      <p className="tl-thread__who">
        {hop.sentence}
        {hop.note === '' ? null : <> Why: {hop.note}</>} {bracketed(sayWho(hop))}
      </p>
      {hop.stale === null ? null : <StaleOf stale={hop.stale} />}
    </>
  );
}

const bracketed = (words: string) => (words === '' ? '' : `(${words})`);

function StaleOf({ stale }: { stale: Stale }) {
  return (
    <div className="tl-thread__stale govuk-body">
      <strong className="tl-lacks">Broken.</strong> {sayStale(stale)}
    </div>
  );
}

/** The thing on its own page, where it has one. */
function Opened(props: { programmeId: string; end: ThreadEnd; title: string }) {
  const href = pageOf(props.programmeId, props.end);
  if (href === null) return <>{props.title}</>;
  return (
    <a className="govuk-link" href={href}>
      {props.title}
    </a>
  );
}

function pageOf(programmeId: string, { kind, id }: ThreadEnd): string | null {
  switch (kind) {
    case 'need':
      return links.need(programmeId, id);
    case 'theme':
      return links.theme(programmeId, id);
    case 'box':
      return `${links.theoryOutline(programmeId)}#box-${id}`;
    case 'link':
      return links.theoryLink(programmeId, id);
    case 'plan-line':
      return links.planLine(programmeId, id);
    case 'measure':
      return links.measure(programmeId, id);
    case 'asked':
      return links.consultation(programmeId, id.split(':')[0] ?? '');
    case 'requirement': {
      const [packId = '', requirementId = ''] = id.split(':');
      return links.requirement(programmeId, packId, requirementId);
    }
    case 'response':
    case 'note':
    case 'meeting-note':
    case 'poll':
    case 'vote':
    case 'evidence':
    case 'reply':
      return null;
  }
}
