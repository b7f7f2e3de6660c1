import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import { fixedAt } from '#app/plan/fixed-at.ts';
import { STATUS_NAMES } from '#app/plan/plan.ts';
import type { Station } from '#app/ui/stations.ts';
import { many } from '#app/ui/words.ts';
import type { Home, LargestOutcome } from './home.ts';

interface Part {
  programmeId: string;
  home: Home;
}

function Column(props: { station: Station; title: string; children: ReactNode }) {
  return (
    <section className={`tl-column tl-${props.station}`} aria-labelledby={`home-${props.station}`}>
      <h2 className="govuk-heading-m" id={`home-${props.station}`}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function More(props: { href: string; n: number; words: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={props.href}>
        {props.n > 0 ? `${props.n} more ${props.words}` : `All ${props.words}`}
      </a>
    </p>
  );
}

/** The three largest needs, each with who and the figure behind it. */
export function WhatFamiliesSaid({ programmeId, home }: Part) {
  return (
    <Column station="needs" title="What families told us">
      {home.needs.length === 0 ? (
        <p className="govuk-body">
          No need is written yet.{' '}
          <a className="govuk-link" href={links.needs(programmeId)}>
            Begin with a survey or with official figures
          </a>
        </p>
      ) : (
        <>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">
            {home.needs.map((need) => (
              <li key={need.id}>
                <a className="govuk-link" href={links.need(programmeId, need.id)}>
                  {need.statement}
                </a>
                <span className="tl-small">{need.evidence ?? need.who}</span>
                <span className="tl-small tl-reason">{need.restsOn}</span>
              </li>
            ))}
          </ol>
          <More href={links.register(programmeId)} n={home.needsMore} words="needs" />
        </>
      )}
    </Column>
  );
}

/** The three outcomes that most of the plan serves, with how far their lines are. */
export function WhatWeWillDo({ programmeId, home }: Part) {
  return (
    <Column station="theory" title="What we will do about it">
      {home.outcomes.length === 0 ? (
        <p className="govuk-body">
          No line of the plan serves an outcome yet.{' '}
          <a className="govuk-link" href={links.theory(programmeId)}>
            Draw what should change
          </a>
        </p>
      ) : (
        <>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">
            {home.outcomes.map((outcome) => (
              <li key={outcome.id}>
                <a className="govuk-link" href={links.thread(programmeId, 'box', outcome.id)}>
                  {outcome.label}
                </a>
                <Progress outcome={outcome} />
                <span className="tl-small tl-reason">{outcome.holds}</span>
              </li>
            ))}
          </ol>
          <More href={links.plan(programmeId)} n={home.outcomesMore} words="outcomes in the plan" />
        </>
      )}
    </Column>
  );
}

const FILLS = { done: '#00703c', 'under-way': '#5694ca', planned: '#b1b4b6', stopped: '#505a5f' };

/** The lines of an outcome by how far they are: a bar, and the same in words. */
function Progress({ outcome }: { outcome: LargestOutcome }) {
  const all = outcome.progress.reduce((sum, [, n]) => sum + n, 0);
  const words = outcome.progress.map(([status, n]) => `${n} ${STATUS_NAMES[status].toLowerCase()}`);
  let from = 0;
  return (
    <>
      <svg className="tl-progress" viewBox="0 0 240 10" aria-hidden="true">
        {outcome.progress.map(([status, n]) => {
          const x = (from / all) * 240;
          from += n;
          return (
            <rect key={status} x={x} width={(n / all) * 240 - 1} height={10} fill={FILLS[status]} />
          );
        })}
      </svg>
      <span className="tl-small">{words.join(', ')}</span>
    </>
  );
}

/** What stands between the plan and its sign-off, first thing first, each a link. */
export function NextSteps({ programmeId, home }: Part) {
  return (
    <Column station="plan" title="What stands between us and sign-off">
      {home.obstacles.length === 0 ? (
        <p className="govuk-body">
          Nothing.{' '}
          <a className="govuk-link" href={links.exportPlan(programmeId)}>
            Export the plan for the board
          </a>
        </p>
      ) : (
        <>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">
            {home.obstacles.map((obstacle) => (
              <li key={obstacle.id}>
                <a className="govuk-link" href={fixedAt(programmeId, obstacle)}>
                  {obstacle.says}
                </a>
                <span className="tl-small tl-reason">{obstacle.todo}</span>
              </li>
            ))}
          </ol>
          {home.obstaclesMore > 0 ? (
            <p className="govuk-body">
              <a className="govuk-link" href={links.readiness(programmeId)}>
                {many(home.obstaclesMore, 'more thing')}
              </a>
            </p>
          ) : null}
        </>
      )}
    </Column>
  );
}
