import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import type { ConsultingTime } from './time.ts';

/** How long an authority's formal consultations are open at least, and when its elections are. */
export function TimePage(props: {
  time: ConsultingTime & { changedOn: string | null };
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { time, mayEdit, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={[{ href: links.programmes(), words: 'Programmes' }]} />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Time for formal consultations</Heading>
        <p className="govuk-body">
          A formal consultation opens only if it is open for this long, or if somebody has written
          down why less is enough. The law names no number of days; courts ask whether people had
          time to hear of it, think and answer.
        </p>
        {mayEdit.yes ? (
          <Form>
            <TextField
              name="leastDays"
              label="Least number of days"
              width={4}
              inputMode="numeric"
              value={String(time.leastDays)}
              answer={answer}
            />
            <TextArea
              name="why"
              label="Why not less"
              hint="The decision record prints it"
              value={time.why}
              answer={answer}
            />
            <TextArea
              name="elections"
              label="Days of elections"
              hint="Each as year-month-day, such as 2027-05-06. A consultation that runs through the six weeks before one gets a warning. Leave it empty to be asked about each first Thursday of May."
              rows={3}
              value={time.elections.join('\n')}
              answer={answer}
              optional
            />
            <Button>Set the time</Button>
          </Form>
        ) : (
          <>
            <dl className="govuk-summary-list">
              <div className="govuk-summary-list__row">
                <dt className="govuk-summary-list__key">Least time</dt>
                <dd className="govuk-summary-list__value">
                  {time.leastDays} days. {time.why}
                </dd>
              </div>
              <div className="govuk-summary-list__row">
                <dt className="govuk-summary-list__key">Elections</dt>
                <dd className="govuk-summary-list__value">
                  {time.elections.map(sayDay).join('; ') || 'None entered'}
                </dd>
              </div>
            </dl>
            <p className="govuk-body tl-reason">{mayEdit.reason}</p>
          </>
        )}
        <p className="govuk-body tl-reason">
          {time.changedOn === null
            ? 'Nobody has set it yet: this is the usual rule.'
            : `Set on ${sayDay(time.changedOn)}.`}
        </p>
      </div>
    </div>
  );
}
