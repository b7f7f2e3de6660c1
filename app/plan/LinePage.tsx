import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { FamiliesSay } from '#app/panel/answer/FamiliesSay.tsx';
import type { FamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import type { Difference } from './differences.ts';
import { Differences } from './Differences.tsx';
import { tagNames, type Tags } from './line-page.ts';
import { LineFields, type LineValues } from './LineFields.tsx';
import { LineReviews } from './review/LineReviews.tsx';
import type { LineReview } from './review/review.ts';
import { Comments, type PlanComment } from './versions/Comments.tsx';
import { STATUS_NAMES, type LineStatus } from './plan.ts';

export interface LinePageModel {
  programmeId: string;
  line: { id: string; title: string; version: number };
  values: LineValues;
  tags: Tags;
  mayEdit: Answer;
  /** What the panel said about it, and whether this person may ask it. */
  reviews: LineReview[];
  /** Under which themes families speak about it. */
  families: readonly FamiliesSaid[];
  mayAsk: Answer;
  comments: readonly PlanComment[];
  mayComment: Answer;
}

export interface LineAnswer {
  problems: Problem[];
  typed: Typed;
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
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      {mayEdit.yes ? (
        <Edit {...{ page, answer }} />
      ) : (
        <>
          <Read page={page} />
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        </>
      )}
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
        <Button intent="save">Save the line</Button>
      </Form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Take this line out of the plan</span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">
            The line goes, with what it is tied to. What it covered may no longer be covered. Choose
            “Stopped” instead to keep it in sight.
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

function Read({ page: { values, tags } }: { page: LinePageModel }) {
  const nameOf = tagNames(tags);
  const stream = tags.streams.find(({ id }) => id === values.streamId)?.name;
  const rows: [string, string][] = [
    ['Owner', values.owner || 'No owner yet'],
    ['Starts', sayDay(values.startsOn)],
    ['Ends', sayDay(values.endsOn)],
    ['Milestone', values.milestone || 'No milestone yet'],
    ['Cost', values.cost === '' ? 'Not known' : `£${values.cost}`],
    ['Paid from', stream ?? 'No stream yet'],
    ['How far it is', STATUS_NAMES[values.status as LineStatus]],
    ['Activities', values.activities.map(nameOf).join('; ') || 'None yet'],
    ['Requirements', values.requirements.map(nameOf).join(', ') || 'None yet'],
  ];
  return (
    <dl className="govuk-summary-list">
      {rows.map(([label, value]) => (
        <div className="govuk-summary-list__row" key={label}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
