import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayQuarter, type Quarter } from './quarters.ts';
import type { StandingLine } from './return.ts';

/** Puts another figure in place of the counted one, with the reason. */
export function CorrectLine(props: {
  programmeId: string;
  quarter: Quarter;
  line: StandingLine;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, quarter, line, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.participation(programmeId), words: 'Participation return' },
          {
            href: links.participationReturn(programmeId, quarter),
            words: sayQuarter(quarter),
          },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={`${line.code}, ${sayQuarter(quarter)}`}>{line.label}</Heading>
        <p className="govuk-body">
          Counted: <strong>{line.computed}</strong> ({line.working}).
        </p>
        {line.code === 'SPCP04' ? (
          <p className="govuk-body">
            A route counts as used when its number is above 0. Enter 1 for a route that was used
            outside this system.
          </p>
        ) : null}
        <p className="govuk-body">
          Where something is missing here, record it where it belongs: the figure then comes out by
          itself. Correct it only where that cannot be.
        </p>
        <Form>
          <TextField
            name="value"
            label="The figure"
            inputMode="numeric"
            width={5}
            value={String(line.value)}
            answer={answer}
          />
          <TextArea
            name="reason"
            label="Why it is another"
            hint="It stands beside the figure. Write no names"
            value={line.correction?.reason}
            answer={answer}
            rows={3}
          />
          <Button intent="correct">Correct the figure</Button>
        </Form>
        {line.correction ? (
          <Form>
            <Button intent="undo" kind="secondary">
              Let the counted figure stand
            </Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}
