import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { FamiliesSay } from '#app/panel/answer/FamiliesSay.tsx';
import type { FamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { Clash } from './clashes.ts';
import type { Difference } from './differences.ts';
import { Differences } from './Differences.tsx';
import type { Drift } from './drift.ts';
import { costsGoing } from './line-in-words.ts';
import { LineStanding } from './LineStanding.tsx';
import type { Report } from './progress.ts';
import type { Tags } from './line-page.ts';
import { LineFields, MoreRows } from './LineFields.tsx';
import { LineWords } from './LineWords.tsx';
import type { CostLine } from '#app/plan/money/costs.ts';
import { LineCosts } from '#app/plan/money/LineCosts.tsx';
import { LineRegisters } from '#app/plan/registers/LineRegisters.tsx';
import type { OfLine } from '#app/plan/registers/of-line.ts';
import { LineReviews } from '#app/plan/review/LineReviews.tsx';
import type { LineReview } from '#app/plan/review/review.ts';
import { Comments, type PlanComment } from '#app/plan/versions/Comments.tsx';
import type { PlanLine } from '#app/plan/plan.ts';

export interface LinePageModel {
  programmeId: string;
  line: PlanLine;
  values: Typed;
  tags: Tags;
  clashes: readonly Clash[];
  drift: readonly Drift[];
  reports: readonly Report[];
  mayEdit: Answer;
  /** What the panel said about it, and whether this person may ask it. */
  reviews: LineReview[];
  costs: readonly CostLine[];
  /** What it needs to be shared, and what families are told about it. */
  registers: OfLine;
  /** Under which themes families speak about it. */
  families: readonly FamiliesSaid[];
  mayAsk: Answer;
  comments: readonly PlanComment[];
  mayComment: Answer;
}

export interface LineAnswer {
  problems: Problem[];
  typed: Typed;
  /** Asked for more empty rows: nothing was saved and nothing is wrong. */
  more?: boolean;
  differences?: Difference[];
  version?: number;
}

/** A line of the plan: to change for those who may, to read for everybody else. */
export function LinePage({
  page,
  answer,
}: {
  page: LinePageModel;
  answer: LineAnswer | undefined;
}) {
  const { programmeId, line, mayEdit } = page;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.plan(programmeId), words: 'Delivery plan' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Plan line">{line.title}</Heading>
      <p className="govuk-body">
        <a className="govuk-link" href={links.thread(programmeId, 'plan-line', line.id)}>
          What it rests on and what came of it
        </a>
      </p>
      <FamiliesSay programmeId={programmeId} said={page.families} />
      {answer === undefined ? (
        <LineStanding
          {...{ programmeId, line }}
          clashes={page.clashes}
          drift={page.drift}
          reports={page.reports}
          mayReport={mayEdit.yes}
        />
      ) : null}
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      {mayEdit.yes ? (
        <Edit {...{ page, answer }} />
      ) : (
        <>
          <LineWords programmeId={programmeId} line={page.line} tags={page.tags} />
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        </>
      )}
      {answer === undefined ? (
        <LineCosts lineId={line.id} costs={page.costs} {...{ programmeId, mayEdit }} />
      ) : null}
      <LineRegisters programmeId={programmeId} found={page.registers} />
      <Comments
        {...{ programmeId }}
        answer={undefined}
        aboutLine={line.id}
        comments={page.comments}
        mayPutUp={mayEdit}
        mayComment={page.mayComment}
      />
      <LineReviews
        programmeId={programmeId}
        lineId={line.id}
        reviews={page.reviews}
        mayAsk={page.mayAsk}
      />
    </>
  );
}

function Edit({ page, answer }: { page: LinePageModel; answer: LineAnswer | undefined }) {
  return (
    <>
      <Form className="tl-form">
        <input type="hidden" name="version" value={answer?.version ?? page.line.version} />
        <LineFields values={page.values} tags={page.tags} answer={answer} />
        <div className="govuk-button-group">
          <Button intent="save">Save the line</Button>
          <MoreRows />
        </div>
      </Form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Take this line out of the plan</span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">
            The line goes, with its steps and with what it is tied to. {costsGoing(page.costs)} What
            it covered may no longer be covered. Choose “Stopped” instead to keep it in sight.
          </p>
          <Form>
            <Button intent="remove" kind="warning">
              Take it out of the plan
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}
