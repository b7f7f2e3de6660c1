import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { LibraryMeasure } from '#templates/measures/index.ts';
import { Stamp } from '../BoxFields.tsx';
import type { Conflict, Removal } from '../conflict.ts';
import { Conflicts, Deleted } from '../Conflicts.tsx';
import type { Theory } from '../graph.ts';
import { AboutMeasure } from './Library.tsx';
import { MeasureFields } from './MeasureFields.tsx';

type Answer =
  { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;

interface OfMeasure {
  programmeId: string;
  theory: Theory;
  mark: string;
  shared: readonly { id: string; label: string }[];
  values: Readonly<Record<string, string>>;
  /** The measure of the library that it is taken from. */
  from: LibraryMeasure | null;
  answer: Answer;
}

/** A new measure, filled in from the library as far as the library knows. */
export function NewMeasurePage(props: OfMeasure) {
  const { programmeId, theory, mark, answer, from } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={[{ href: links.measures(programmeId), words: 'Measures' }]} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={from === null ? 'In your own words' : 'From the library'}>
          Add a measure
        </Heading>
        {from === null ? null : <AboutMeasure measure={from} />}
        <Form>
          <Stamp theory={theory} mark={mark} />
          <MeasureFields {...props} />
          <Button>Add the measure</Button>
        </Form>
      </div>
    </div>
  );
}

/** Everything about a measure but its figures, and deleting it. */
export function ChangeMeasurePage(
  props: OfMeasure & { measureId: string; removed: Removal | null; figures: number },
) {
  const { programmeId, theory, mark, values, answer, removed } = props;
  const conflicts = answer?.conflicts ?? [];
  const trail = [
    { href: links.measures(programmeId), words: 'Measures' },
    ...(removed === null
      ? [{ href: links.measure(programmeId, props.measureId), words: values['label'] ?? '' }]
      : []),
  ];
  const mine = answer?.typed['intent'] === 'remove' ? undefined : answer;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={trail} />
        <ErrorSummary problems={answer?.problems} />
        <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
        <Heading caption="Change the measure">{values['label']}</Heading>
        {removed === null ? (
          <>
            <Form>
              <Stamp theory={theory} mark={`${mark}-edit`} />
              <input type="hidden" name="was" value={JSON.stringify(values)} />
              <MeasureFields {...props} answer={mine} />
              <Button intent="edit">Save the measure</Button>
            </Form>
            <Form>
              <Stamp theory={theory} mark={`${mark}-remove`} />
              {props.figures === 0 ? null : (
                <p className="govuk-body">
                  Its figures are kept. They are there again when the deletion is undone.
                </p>
              )}
              <Button intent="remove" kind="warning">
                Delete this measure
              </Button>
            </Form>
          </>
        ) : conflicts.length === 0 ? (
          <Deleted what="this measure" removal={removed} theory={theory} mark={mark} />
        ) : null}
      </div>
    </div>
  );
}
