import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import type { ThreadKind } from '#app/thread/kinds.ts';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { FixLine, FixNeed, MakeFrom } from './FixForms.tsx';
import type { LineWithoutNeed, NeedWithoutLine, StaleStep } from './gaps.ts';
import type { Gaps, OutdatedEvidence } from './read-gaps.server.ts';
import { SidesPicture } from './SidesPicture.tsx';

export interface GapsProps {
  programmeId: string;
  gaps: Gaps;
  /** The line or need whose forms are open. */
  open: string | null;
  mayEdit: Answer;
  /** On what kinds of things this person may let a step stand. */
  mayStand: ThreadKind[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** Needs and lines side by side: what no family is behind, what no line is in front of, what is stale. */
export function GapsPage(props: GapsProps) {
  const { programmeId, gaps, mayEdit, answer } = props;
  const { linesWithout, needsWithout, stale, outdated } = gaps;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">Needs and lines</Heading>
      <PlanNav programmeId={programmeId} here="thread" />
      <p className="govuk-body-l">
        What families need is on one side, what the plan does is on the other. Here is what lies
        between them, and what is missing.
      </p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="#needs">
            {many(needsWithout.length, 'need')} with no line in front
          </a>
        </li>
        <li>
          <a className="govuk-link" href="#lines">
            {many(linesWithout.length, 'line')} with no family behind
          </a>
        </li>
        <li>
          <a className="govuk-link" href="#stale">
            {many(stale.length + outdated.length, 'step')} that no longer{' '}
            {stale.length + outdated.length === 1 ? 'holds' : 'hold'}
          </a>
        </li>
      </ul>
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      <NeedsWithout {...props} />
      <LinesWithout {...props} />
      <StaleSteps {...props} />
      <SidesPicture picture={gaps.picture} programmeId={programmeId} />
    </>
  );
}

function NeedsWithout(props: GapsProps) {
  const { gaps, programmeId } = props;
  return (
    <section id="needs">
      <h2 className="govuk-heading-l">Needs with no line in front of them</h2>
      {gaps.needsWithout.length === 0 ? (
        <p className="govuk-body">
          {gaps.needs.length === 0
            ? 'No need is written yet.'
            : 'Every need in play has a plan line in front of it.'}
        </p>
      ) : (
        <ul className="govuk-list tl-gaps">
          {gaps.needsWithout.map((need) => (
            <li key={need.id}>
              <a className="govuk-link" href={links.need(programmeId, need.id)}>
                {need.statement}
              </a>
              {need.who === '' ? null : <span className="tl-under">{need.who}</span>}
              <WaysForNeed {...props} need={need} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WaysForNeed({ need, ...props }: GapsProps & { need: NeedWithoutLine }) {
  const { programmeId, mayEdit, open, gaps, answer } = props;
  if (!mayEdit.yes) return null;
  if (open === need.id) return <FixNeed {...{ programmeId, need, lines: gaps.lines, answer }} />;
  return (
    <div className="govuk-body tl-gaps__ways">
      {need.activities.map((activity) => (
        <MakeFrom key={activity.id} activity={activity} />
      ))}
      <a className="govuk-link" href={links.fixNeed(programmeId, need.id)}>
        Make or tie a line<span className="govuk-visually-hidden">: {need.statement}</span>
      </a>
      <a className="govuk-link" href={links.need(programmeId, need.id)}>
        Record why not now<span className="govuk-visually-hidden">: {need.statement}</span>
      </a>
    </div>
  );
}

function LinesWithout(props: GapsProps) {
  const { gaps, programmeId, mayEdit, open, answer } = props;
  return (
    <section id="lines">
      <h2 className="govuk-heading-l">Lines with no family behind them</h2>
      {gaps.linesWithout.length === 0 ? (
        <p className="govuk-body">
          {gaps.lines.length === 0
            ? 'The plan has no line yet.'
            : 'A need stands behind every line, or the line has a reason of its own.'}
        </p>
      ) : (
        <ul className="govuk-list tl-gaps">
          {gaps.linesWithout.map((line) => (
            <li key={line.id}>
              <LineAndItsWhy {...{ line, programmeId }} />
              {!mayEdit.yes ? null : open === line.id ? (
                <FixLine {...{ programmeId, line, needs: gaps.needs, answer }} />
              ) : (
                <p className="govuk-body tl-gaps__ways">
                  <a className="govuk-link" href={links.fixLine(programmeId, line.id)}>
                    Tie a need, or say why it is in the plan
                    <span className="govuk-visually-hidden">: {line.title}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <KeptLines {...props} />
    </section>
  );
}

function LineAndItsWhy({ line, programmeId }: { line: LineWithoutNeed; programmeId: string }) {
  const { activities, requirements } = line;
  return (
    <>
      <a className="govuk-link" href={links.thread(programmeId, 'plan-line', line.id)}>
        {line.title}
      </a>
      <span className="tl-under">
        {activities.length === 0
          ? 'It delivers no activity of the theory.'
          : `It delivers “${activities.join('”, “')}”, which leads to no need.`}
        {requirements.length === 0
          ? ''
          : ` It helps to cover ${requirements.map((one) => one.split(':')[0]).join(', ')}.`}
      </span>
    </>
  );
}

/** Lines that are kept for another reason than a need, each with it. */
function KeptLines({ gaps, programmeId, mayEdit }: GapsProps) {
  if (gaps.kept.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">Kept for another reason</h3>
      <ul className="govuk-list tl-gaps">
        {gaps.kept.map((line) => (
          <li key={line.id}>
            <a className="govuk-link" href={links.thread(programmeId, 'plan-line', line.id)}>
              {line.title}
            </a>
            <span className="tl-under">
              {line.reason.because} ({line.reason.by}, {sayMoment(line.reason.at)})
            </span>
            {mayEdit.yes ? (
              <Form>
                <input type="hidden" name="line" value={line.id} />
                <button type="submit" name="intent" value="ask-again" className="tl-textbutton">
                  Take the reason back
                  <span className="govuk-visually-hidden"> for “{line.title}”</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function StaleSteps(props: GapsProps) {
  const { gaps, programmeId, mayStand } = props;
  return (
    <section id="stale">
      <h2 className="govuk-heading-l">What no longer holds</h2>
      {gaps.stale.length + gaps.outdated.length === 0 ? (
        <p className="govuk-body">
          Everything that the plan rests on says what it said when it was tied.
        </p>
      ) : null}
      <ul className="govuk-list tl-gaps">
        {gaps.stale.map((step) => (
          <li key={`${step.from.id} ${step.to.id}`}>
            <OneStale {...{ step, programmeId }} may={mayStand.includes(step.to.kind)} />
          </li>
        ))}
        {gaps.outdated.map((one) => (
          <li key={one.id}>
            <OneOutdated {...{ one, programmeId }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneStale(props: { step: StaleStep; programmeId: string; may: boolean }) {
  const { step, programmeId, may } = props;
  const { from, to } = step;
  return (
    <>
      <a className="govuk-link" href={links.thread(programmeId, to.kind, to.id)}>
        {step.sentence}
      </a>
      <span className="tl-under">
        {step.says} {step.who === '' ? '' : `(${step.who})`}
      </span>
      <span className="tl-under">
        It carries {many(step.lines.length, 'line')}:{' '}
        {step.lines.slice(0, 3).map(({ id, title }, at) => (
          <span key={id}>
            {at === 0 ? '' : ', '}
            <a className="govuk-link" href={links.planLine(programmeId, id)}>
              {title}
            </a>
          </span>
        ))}
        {step.lines.length > 3 ? ` and ${step.lines.length - 3} more` : ''}.
      </span>
      {step.mayStand && may ? (
        <Form>
          <input type="hidden" name="from" value={`${from.kind} ${from.id}`} />
          <input type="hidden" name="to" value={`${to.kind} ${to.id}`} />
          <button type="submit" name="intent" value="stand" className="tl-textbutton">
            I looked again: let it stand
            <span className="govuk-visually-hidden">: {step.sentence}</span>
          </button>
        </Form>
      ) : null}
    </>
  );
}

function OneOutdated({ one, programmeId }: { one: OutdatedEvidence; programmeId: string }) {
  return (
    <>
      <a className="govuk-link" href={links.thread(programmeId, 'evidence', one.id)}>
        {one.sentence}
      </a>
      <span className="tl-under">
        {one.now === null
          ? 'Its source is gone, or says nothing that may be shown any more.'
          : `Its source says now: ${one.now}`}
      </span>
      {one.needs.map((need) => (
        <span className="tl-under" key={need.id}>
          Evidence of the need{' '}
          <a className="govuk-link" href={links.need(programmeId, need.id)}>
            {need.statement}
          </a>
        </span>
      ))}
    </>
  );
}
