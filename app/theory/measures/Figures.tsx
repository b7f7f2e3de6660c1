import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { Breakdown } from './BreakdownField.tsx';
import type { Measure } from './measure.ts';
import { sayPeriod } from './periods.ts';
import { outOf, sayFigure } from './units.ts';
import type { KeptValue } from './values.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** One figure, typed in: a period and a value or two counts, for everybody or for one group. */
export function AddFigure(props: { programmeId: string; measure: Measure; answer: Answer }) {
  return (
    <section aria-labelledby="add-figure">
      <h2 className="govuk-heading-m" id="add-figure">
        Add a figure
      </h2>
      <Form>
        <FigureFields measure={props.measure} answer={props.answer} values={{}} />
        <div className="govuk-button-group">
          <Button>Add the figure</Button>
          <a className="govuk-link" href={links.bringFigures(props.programmeId, props.measure.id)}>
            Paste a table or bring in a file
          </a>
        </div>
      </Form>
    </section>
  );
}

function FigureFields(props: {
  measure: Measure;
  answer: Answer;
  values: Readonly<Record<string, string>>;
}) {
  const { measure, answer, values } = props;
  const isShare = measure.unit === '' || outOf(measure.unit) !== null;
  return (
    <>
      <TextField
        name="period"
        width={20}
        label="Period"
        hint="For example Apr to Jun 2026, 2026/27, or 1/4/2026 to 30/6/2026"
        answer={answer}
        value={values['period']}
      />
      <TextField
        name="value"
        width={10}
        inputMode="decimal"
        label={measure.unit === '' ? 'Figure' : `Figure (${measure.unit})`}
        hint={isShare ? 'Leave it empty where you give both counts: it is worked out' : undefined}
        answer={answer}
        value={values['value']}
      />
      {isShare ? <Counts {...props} /> : null}
      <Breakdown measure={measure} answer={answer} values={values} />
      <TextField name="note" optional label="Note" answer={answer} value={values['note']} />
    </>
  );
}

/** The two counts behind a share: with them the range that chance leaves can be worked out. */
function Counts(props: { answer: Answer; values: Readonly<Record<string, string>> }) {
  return (
    <>
      <TextField
        name="numerator"
        width={10}
        optional
        inputMode="decimal"
        label="Number that it is true of"
        answer={props.answer}
        value={props.values['numerator']}
      />
      <TextField
        name="denominator"
        width={10}
        optional
        inputMode="decimal"
        label="Out of how many"
        answer={props.answer}
        value={props.values['denominator']}
      />
    </>
  );
}

/** A figure to put right, or to take out with the reason. */
export function CorrectFigurePage(props: {
  programmeId: string;
  measure: Measure;
  value: KeptValue;
  values: Readonly<Record<string, string>>;
  answer: Answer;
}) {
  const { programmeId, measure, value, answer } = props;
  const of = (intent: string) => (answer?.typed['intent'] === intent ? answer : undefined);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.measures(programmeId), words: 'Measures' },
            { href: links.measure(programmeId, measure.id), words: measure.label },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={measure.label}>
          Correct the figure of {sayPeriod(value)}
          {value.group === '' ? '' : `, ${value.group}`}
        </Heading>
        <p className="govuk-body">What stands now is kept, with who entered it and when.</p>
        <Form>
          <FigureFields measure={measure} answer={of('correct')} values={props.values} />
          <Button intent="correct">Save the correction</Button>
        </Form>
        <h2 className="govuk-heading-m">Take it out</h2>
        <Form>
          <TextArea name="why" rows={2} label="Why?" answer={of('withdraw')} />
          <Button intent="withdraw" kind="warning">
            Take out this figure
          </Button>
        </Form>
      </div>
    </div>
  );
}

/** What was corrected or taken out, newest first, for whoever may enter figures. */
export function FiguresBefore(props: { measure: Measure; values: readonly KeptValue[] }) {
  const { measure, values } = props;
  const before = values.filter(({ replacedBy, withdrawn }) => replacedBy !== '' && !withdrawn);
  const byId = new Map(values.map((value) => [value.id, value]));
  if (before.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Figures that were corrected or taken out ({before.length})
        </span>
      </summary>
      <div className="govuk-details__text">
        <Table
          caption="What stood before"
          captionSize="s"
          rows={before.toReversed()}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Period',
              rowHeader: true,
              cell: (value) => `${sayPeriod(value)}${value.group === '' ? '' : `, ${value.group}`}`,
            },
            {
              header: 'Figure',
              numeric: true,
              cell: ({ value }) => sayFigure(value, measure.unit),
            },
            { header: 'Entered', cell: ({ personName, at }) => `${personName}, ${sayMoment(at)}` },
            {
              header: 'What became of it',
              cell: ({ replacedBy }) => becameOf(byId.get(replacedBy), measure),
            },
          ]}
        />
      </div>
    </details>
  );
}

function becameOf(now: KeptValue | undefined, measure: Measure): string {
  if (now === undefined) return '';
  const who = `${now.personName}, ${sayMoment(now.at)}`;
  return now.withdrawn
    ? `Taken out by ${who}: ${now.note}`
    : `${sayFigure(now.value, measure.unit)} by ${who}`;
}
