import type { ReactNode } from 'react';
import { many } from '#app/ui/words.ts';
import { linesByOutcome, type PublicLine, type PublicPlan } from './public-plan.ts';
import { courseOf, moneyWords, stepOf, versionWords, whenOf } from './public-words.ts';

/** A published plan for everybody, telephone first: short sections, plain words, one column. */
export function PublicPlanBody({ plan }: { plan: PublicPlan }) {
  const money = moneyWords(plan);
  return (
    <>
      <p className="govuk-body-l tl-lines" dir="auto">
        {plan.summary}
      </p>
      <p className="govuk-body">{versionWords(plan)}</p>
      <Contents plan={plan} />
      <Needs plan={plan} />
      <Section id="our-what" title="What we will do, and when">
        {linesByOutcome(plan).map(({ outcome, lines }) => (
          <Lines key={outcome} outcome={outcome} lines={lines} />
        ))}
      </Section>
      {money === null ? null : (
        <Section id="our-money" title="What it costs">
          <p className="govuk-body">{money.all}</p>
          {money.streams.length === 0 ? null : (
            <>
              <p className="govuk-body">The money comes from:</p>
              <ul className="govuk-list govuk-list--bullet">
                {money.streams.map((stream) => (
                  <li key={stream} dir="auto">
                    {stream}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      <Measures plan={plan} />
      <Cannot plan={plan} />
      {plan.say === '' ? null : (
        <Section id="our-say" title="Have your say">
          <p className="govuk-body tl-lines" dir="auto">
            {plan.say}
          </p>
        </Section>
      )}
    </>
  );
}

const has = (plan: PublicPlan) => [
  ...(plan.needs.length > 0 ? [['our-told', 'What families told us'] as const] : []),
  ['our-what', 'What we will do, and when'] as const,
  ...(plan.money === null ? [] : [['our-money', 'What it costs'] as const]),
  ...(plan.measures.length > 0 ? [['our-know', 'How we will know whether it helps'] as const] : []),
  ...(plan.cannot.length > 0 ? [['our-cannot', 'What we cannot do, and why'] as const] : []),
  ...(plan.say === '' ? [] : [['our-say', 'Have your say'] as const]),
];

function Contents({ plan }: { plan: PublicPlan }) {
  return (
    <nav aria-label="On this page" className="tl-noprint">
      <ul className="govuk-list">
        {has(plan).map(([id, words]) => (
          <li key={id} className="tl-public-jump">
            <a className="govuk-link" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Section(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 className="govuk-heading-l" id={props.id}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Needs({ plan: { needs } }: { plan: PublicPlan }) {
  if (needs.length === 0) return null;
  return (
    <Section id="our-told" title="What families told us">
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {needs.map(({ statement, howMany }) => (
          <li key={statement} dir="auto">
            {statement}
            {howMany === '' ? null : <span className="tl-public-count">{howMany}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lines({ outcome, lines }: { outcome: string; lines: readonly PublicLine[] }) {
  return (
    <>
      <h3 className="govuk-heading-m" dir="auto">
        {outcome === '' ? 'What else we will do' : `So that: ${outcome}`}
      </h3>
      {lines.map((line) => (
        <div className="tl-public-box" key={line.id}>
          <h4 className="govuk-heading-s govuk-!-margin-bottom-1" dir="auto">
            {line.title}
          </h4>
          <p className="govuk-body govuk-!-margin-bottom-1">{whenOf(line)}</p>
          {[
            ['', line.objective],
            ['Who does it: ', line.who],
            ['With: ', line.partners],
            ['It has worked when: ', line.success],
          ].map(([before, said]) =>
            said === '' ? null : (
              <p className="govuk-body govuk-!-margin-bottom-1 tl-lines" dir="auto" key={before}>
                {before}
                {said}
              </p>
            ),
          )}
          <Steps steps={line.steps} />
        </div>
      ))}
    </>
  );
}

/** The steps of a line, folded away so that the page stays short on a telephone. */
function Steps({ steps }: Pick<PublicLine, 'steps'>) {
  if (steps.length === 0) return null;
  return (
    <details className="govuk-body">
      <summary className="tl-public-jump">{many(steps.length, 'step')} on the way</summary>
      <ul className="govuk-list govuk-list--bullet">
        {steps.map((step) => (
          <li key={step.title} dir="auto">
            {stepOf(step)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Measures({ plan: { measures } }: { plan: PublicPlan }) {
  if (measures.length === 0) return null;
  return (
    <Section id="our-know" title="How we will know whether it helps">
      <dl className="govuk-body">
        {measures.map((measure) => (
          <div key={measure.id} className="tl-public-box">
            <dt className="govuk-heading-s govuk-!-margin-bottom-1" dir="auto">
              {measure.label}
            </dt>
            <dd className="tl-public-said">
              {measure.newest === '' ? 'No figure yet.' : `Now: ${measure.newest}.`}
            </dd>
            {courseOf(measure) === '' ? null : (
              <dd className="tl-public-said">It should go: {lower(courseOf(measure))}.</dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

function Cannot({ plan: { cannot } }: { plan: PublicPlan }) {
  if (cannot.length === 0) return null;
  return (
    <Section id="our-cannot" title="What we cannot do, and why">
      {cannot.map(({ what, why }) => (
        <div className="tl-public-box" key={what}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1" dir="auto">
            {what}
          </h3>
          <p className="govuk-body tl-lines" dir="auto">
            Because: {why}
          </p>
        </div>
      ))}
    </Section>
  );
}
