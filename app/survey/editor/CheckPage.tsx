import { NobodyNamed } from '#app/care/NobodyNamed.tsx';
import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { sayCheck, type Check, type Level } from './finding.ts';
import type { ElementDifference } from './difference.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { EditorTrail } from './EditorNav.tsx';
import type { HowLong } from './length.ts';
import type { Reading } from '../wording/reading.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string; status: string; minutes: number };
  seen: number;
  checks: Check[];
  /** Whether somebody is named whom staff tell about worrying words. */
  dutyNamed: boolean;
  reading: Reading;
  length: HowLong;
  /** What the next version is, and what it changes. */
  next: { number: number; same: boolean; difference: ElementDifference[] };
  elements: string[];
  problems: Problem[] | undefined;
}

const HEADINGS: Readonly<Record<Level, { title: string; lead: string }>> = {
  obstacle: { title: 'Must be mended', lead: 'Nobody can be asked before these are put right.' },
  warning: {
    title: 'Think about these',
    lead: 'You may publish in spite of them. What you accepted is kept with the version.',
  },
  hint: { title: 'Hints', lead: 'A program noticed these; it can be wrong.' },
};

/** Everything that stands against publishing, on one page, and the button. */
export function CheckPage(props: Props) {
  const { programmeId, survey, checks } = props;
  const of = (level: Level) => checks.filter((check) => check.level === level);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds" id="checks">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={props.problems} />
        <Heading caption={survey.title}>Check and publish</Heading>
        <Measures {...props} />
        {(['obstacle', 'warning', 'hint'] as const).map((level) =>
          of(level).length === 0 ? null : (
            <section key={level}>
              <h2 className="govuk-heading-m">
                {HEADINGS[level].title} ({of(level).length})
              </h2>
              <p className="govuk-body">{HEADINGS[level].lead}</p>
              <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
                {of(level).map((check, at) => (
                  <li key={at} className="tl-address">
                    <Where {...props} check={check} />: {check.message}.
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        {checks.length === 0 ? (
          <p className="govuk-body">
            Nothing stands against it. A program cannot tell whether families understand: try it
            with three of them first.
          </p>
        ) : null}
        <WhatChanges {...props} />
        <NobodyNamed programmeId={programmeId} named={props.dutyNamed} />
        <Publish {...props} warnings={of('warning')} obstacles={of('obstacle').length} />
      </div>
    </div>
  );
}

function Measures({ reading, length, survey, programmeId }: Props) {
  return (
    <dl className="govuk-summary-list tl-short-list">
      <Row name="Questions">
        {length.fewest === length.most
          ? many(length.most, 'question')
          : `${length.fewest} asked of everybody, ${length.most} in all`}
      </Row>
      <Row name="Time, estimated">
        {length.shortest === length.longest
          ? many(length.longest, 'minute')
          : `${length.shortest} to ${length.longest} minutes`}
        . Families are told {many(survey.minutes, 'minute')} (
        <a className="govuk-link" href={links.editSurvey(programmeId, survey.id)}>
          change
        </a>
        )
      </Row>
      <Row name="Reading age">
        {reading.age === null
          ? `Too short to say: ${many(reading.words, 'word')}`
          : `About ${reading.age} years, by the length of words and sentences (Coleman–Liau, 1975). It was made for school texts, not for questions: take it as a sign`}
      </Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

function Where({ programmeId, survey, elements, check }: Props & { check: Check }) {
  if (check.about === 'survey') {
    const languages = check.code === 'translation';
    const href = languages
      ? links.surveyLanguages(programmeId, survey.id)
      : links.editSurvey(programmeId, survey.id);
    return (
      <a className="govuk-link" href={href}>
        {languages ? 'Languages' : 'The survey'}
      </a>
    );
  }
  const condition = check.code === 'never-asked' || check.code === 'not-judged';
  const href = !elements.includes(check.about)
    ? links.surveyQuestionPage(programmeId, survey.id, check.about)
    : condition
      ? links.askWhen(programmeId, survey.id, 'element', check.about)
      : links.surveyQuestion(programmeId, survey.id, check.about);
  return (
    <a className="govuk-link" href={href}>
      {check.called}
    </a>
  );
}

function WhatChanges({ next }: Props) {
  if (next.number === 1) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What changes for families</h2>
      {next.same ? (
        <p className="govuk-body">Nothing: they are asked exactly this already.</p>
      ) : (
        <DifferenceList differences={next.difference} />
      )}
    </>
  );
}

function Publish(props: Props & { warnings: Check[]; obstacles: number }) {
  const { survey, next, warnings, obstacles, seen } = props;
  if (next.same && survey.status === 'open') return null;
  if (obstacles > 0) {
    return (
      <p className="govuk-body tl-reason">
        It can be published when{' '}
        {obstacles === 1 ? 'the obstacle is' : `all ${obstacles} obstacles are`} mended.
      </p>
    );
  }
  return (
    <Form>
      <input type="hidden" name="seen" value={seen} />
      {warnings.map((warning, at) => (
        <input key={at} type="hidden" name="shown" value={sayCheck(warning)} />
      ))}
      <p className="govuk-body">
        {next.number === 1
          ? 'What is asked becomes version 1 and never changes again. When you change the questions later, that makes the next version; every answer stays with the one it was given to.'
          : 'Whoever has begun finishes on the version with which they began. Every answer stays with the version it was given to.'}
      </p>
      {warnings.length === 0 ? null : (
        <div className="govuk-form-group">
          <div className="govuk-checkboxes">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id="accept"
                name="accept"
                value="yes"
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor="accept">
                I have read {warnings.length === 1 ? 'the point' : `the ${warnings.length} points`}{' '}
                above and publish it as it is
              </label>
            </div>
          </div>
        </div>
      )}
      <Button>
        {survey.status === 'open'
          ? `Publish version ${next.number}`
          : next.number === 1
            ? 'Publish and open the survey'
            : 'Publish and open again'}
      </Button>
    </Form>
  );
}
