import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import type { LineWithoutNeed, NeedWithoutLine } from './gaps.ts';

interface Answered {
  programmeId: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

const chosen = (first: string, rest: readonly { value: string; label: string }[]) => [
  { value: '', label: first },
  ...rest,
];

/** The ways to put a line right that has no family behind it. */
export function FixLine(
  props: Answered & { line: LineWithoutNeed; needs: readonly { id: string; statement: string }[] },
) {
  const { programmeId, line, needs, answer } = props;
  return (
    <div className="tl-gaps__fix" id="fix">
      {needs.length === 0 ? (
        <p className="govuk-body">There is no need in play to tie.</p>
      ) : (
        <Form>
          <input type="hidden" name="line" value={line.id} />
          <Select
            name="need"
            label="Which need does it answer?"
            options={chosen(
              'Choose a need',
              needs.map(({ id, statement }) => ({ value: id, label: statement })),
            )}
            answer={answer}
          />
          <TextField name="why" label="How does it answer the need?" answer={answer} />
          <Button intent="tie-need">Tie the need to the line</Button>
        </Form>
      )}
      <Form>
        <input type="hidden" name="line" value={line.id} />
        <TextField
          name="because"
          label="Or why is it in the plan all the same?"
          hint="Such as a duty in law, or something that the whole plan needs"
          answer={answer}
        />
        <Button intent="keep" kind="secondary">
          Keep the line with this reason
        </Button>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href={links.planThread(programmeId, 'lines')}>
          Leave it for now
        </a>
      </p>
    </div>
  );
}

/** The ways to put a need right that has no line in front of it. */
export function FixNeed(
  props: Answered & { need: NeedWithoutLine; lines: readonly { id: string; title: string }[] },
) {
  const { programmeId, need, lines, answer } = props;
  return (
    <div className="tl-gaps__fix" id="fix">
      {need.activities.map((activity) => (
        <MakeFrom key={activity.id} activity={activity} />
      ))}
      <Form>
        <input type="hidden" name="forNeed" value={need.id} />
        <TextField name="title" label="What will be done about it?" answer={answer} />
        <Button intent="make-line">Make a plan line</Button>
      </Form>
      {lines.length === 0 ? null : (
        <Form>
          <input type="hidden" name="forNeed" value={need.id} />
          <Select
            name="planLine"
            label="Or which line answers it already?"
            options={chosen(
              'Choose a plan line',
              lines.map(({ id, title }) => ({ value: id, label: title })),
            )}
            answer={answer}
          />
          <TextField name="whyLine" label="How does the line answer the need?" answer={answer} />
          <Button intent="tie-line" kind="secondary">
            Tie the line to the need
          </Button>
        </Form>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.planThread(programmeId, 'needs')}>
          Leave it for now
        </a>
      </p>
    </div>
  );
}

/** One press: the activity that answers a need becomes a line of the plan. */
export function MakeFrom({ activity }: { activity: { id: string; label: string } }) {
  return (
    <Form>
      <input type="hidden" name="activity" value={activity.id} />
      <button type="submit" name="intent" value="make-from" className="tl-textbutton">
        Make a line from the activity “{activity.label}”
      </button>
    </Form>
  );
}
