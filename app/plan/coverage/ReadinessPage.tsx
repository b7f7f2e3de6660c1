import { links } from '#app/http/links.ts';
import { fixedAt } from '#app/plan/fixed-at.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import type { FixedOn, Obstacle } from '#app/plan/sign-off.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import type { Readiness } from './read-readiness.server.ts';
import { byPage, CHAPTER_TITLES, type Chapter, type ChapterId } from './readiness.ts';

const CHAPTER_PAGES: Readonly<Record<ChapterId, (id: string) => string>> = {
  needs: links.register,
  theory: (id) => links.theoryChecks(id),
  lines: links.plan,
  money: links.money,
  coverage: (id) => links.coverage(id),
  duties: links.duties,
  consultation: links.panel,
  'sign-off': links.signOff,
};

const PAGE_TITLES: Readonly<Partial<Record<FixedOn, string>>> = {
  plan: 'In the plan lines',
  coverage: 'In the guidance',
  money: 'In the money',
  theory: 'In the theory of change',
  checks: 'In the checks of the theory',
  register: 'In the needs',
  thread: 'In needs and lines',
  sharing: 'In data sharing',
  governance: 'Among the boards',
  duties: 'In the legal duties',
  timeline: 'In the timeline',
  drift: 'Between the theory and the plan',
};

/** What stands between this plan and its sign-off, and the way onward. */
export function ReadinessPage({ programmeId, page }: { programmeId: string; page: Readiness }) {
  const { obstacles } = page;
  const [first] = obstacles;
  return (
    <>
      <Heading size="xl">Is the plan ready?</Heading>
      <PlanNav programmeId={programmeId} here="readiness" />
      {first === undefined ? (
        <p className="govuk-body-l">Nothing stands between this plan and its sign-off.</p>
      ) : (
        <p className="govuk-body-l">
          {many(obstacles.length, 'thing')} {obstacles.length === 1 ? 'stands' : 'stand'} between
          this plan and its sign-off. First:{' '}
          <a className="govuk-link" href={fixedAt(programmeId, first)}>
            {first.says.charAt(0).toLowerCase() + first.says.slice(1)}
          </a>
          .
        </p>
      )}
      <Onward programmeId={programmeId} page={page} />
      <h2 className="govuk-heading-m">How far each chapter is</h2>
      <ol className="tl-chapters">
        {page.chapters.map((chapter) => (
          <OneChapter key={chapter.id} {...{ chapter, programmeId }} />
        ))}
      </ol>
      {first === undefined ? null : (
        <>
          <h2 className="govuk-heading-m" id="settle">
            What to settle, first thing first
          </h2>
          <p className="govuk-body">
            In the order in which a board would ask, put together by the page where it is done.
          </p>
          {byPage(obstacles).map(({ fixedOn, lead, obstacles: some }) => (
            <section key={fixedOn}>
              <h3 className="govuk-heading-s">
                <a className="govuk-link" href={fixedAt(programmeId, lead)}>
                  {PAGE_TITLES[fixedOn] ?? 'In the plan'}
                </a>
              </h3>
              <ul className="govuk-list govuk-list--spaced">
                {some.map((obstacle) => (
                  <ToSettle key={obstacle.id} obstacle={obstacle} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Onward({ programmeId, page }: { programmeId: string; page: Readiness }) {
  const waiting = page.versions.find(({ state }) => state === 'waiting');
  if (waiting !== undefined) {
    return (
      <p className="govuk-inset-text">
        <a className="govuk-link" href={links.planVersion(programmeId, waiting.id)}>
          Version {waiting.number}: {waiting.name}
        </a>{' '}
        waits for a decision.
      </p>
    );
  }
  return (
    <p className="govuk-body tl-noprint">
      <ButtonLink href={links.signOff(programmeId)}>Put up for sign-off</ButtonLink>
      {page.obstacles.length === 0 ? null : (
        <span className="tl-under">
          A plan can be put up although something is open: the document says what.
        </span>
      )}
    </p>
  );
}

/** A chapter as a bar, with the same in words; what has nothing to count yet has an empty frame. */
function OneChapter({ chapter, programmeId }: { chapter: Chapter; programmeId: string }) {
  const { id, done, of, says } = chapter;
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <li className="tl-chapter">
      <a className="govuk-link" href={CHAPTER_PAGES[id](programmeId)}>
        {CHAPTER_TITLES[id]}
      </a>
      <svg className="tl-chapter__bar" viewBox="0 0 240 14" aria-hidden="true">
        <rect
          x="0.5"
          y="0.5"
          width="239"
          height="13"
          fill={of === 0 ? 'none' : '#f3f2f1'}
          stroke="#505a5f"
          strokeDasharray={of === 0 ? '4 3' : undefined}
        />
        <rect x="0.5" y="0.5" width={(share * 239).toFixed(1)} height="13" fill="#00703c" />
      </svg>
      <span className="tl-chapter__says">{says}</span>
    </li>
  );
}

const NAMED = 5;

function ToSettle({ obstacle: { says, todo, about } }: { obstacle: Obstacle }) {
  return (
    <li>
      <strong>{says}</strong>
      <span className="tl-under">{todo}</span>
      {about.length === 0 ? null : (
        <details className="govuk-details govuk-!-margin-bottom-0">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Which?</span>
          </summary>
          <ul className="govuk-details__text govuk-list govuk-list--bullet">
            {about.slice(0, NAMED).map((words, at) => (
              <li key={at}>{words}</li>
            ))}
            {about.length > NAMED ? <li>and {about.length - NAMED} more</li> : null}
          </ul>
        </details>
      )}
    </li>
  );
}
