import type { ReactNode } from 'react';
import type { Problem, Typed } from '#app/http/problems.ts';
import { RegisterFields } from '#app/needs/registers/RegisterForm.tsx';
import type { RegisterRow } from '#app/needs/registers/row.ts';
import type { ListsByName, RowSpec } from '#app/needs/registers/spec.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import type { Answer } from '#app/people/can.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { Difference } from '#app/plan/lines/differences.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayInWords } from './row-differences.ts';

export interface RowAnswer {
  problems: readonly Problem[];
  typed: Typed;
  differences?: readonly Difference[] | undefined;
  version?: number | undefined;
}

interface Shown {
  spec: RowSpec;
  /** "agreement". */
  one: string;
  /** The pages above: the last is the register. */
  trail: { href: string; words: string }[];
  heading: string;
  caption: string;
  /** Null for a new row. */
  row: (RegisterRow & { version: number }) | null;
  lists: ListsByName;
  mayEdit: Answer;
  answer: RowAnswer | undefined;
  /** What is wrong in another form of the page. */
  problems?: readonly Problem[] | undefined;
  /** What stands above the form. */
  children?: ReactNode;
}

/** One row of a register of the plan: what is recorded, and the form to add or change it. */
export function PlanRow(props: Shown) {
  const { spec, one, row, lists, mayEdit, answer } = props;
  return (
    <>
      <Breadcrumbs trail={props.trail} />
      <ErrorSummary problems={answer?.problems ?? props.problems} />
      <Heading caption={props.caption}>{props.heading}</Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      {props.children}
      {mayEdit.yes ? (
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <Form>
              {row ? (
                <input type="hidden" name="version" value={answer?.version ?? row.version} />
              ) : null}
              <RegisterFields spec={spec} lists={lists} row={row} answer={answer} />
              <Button intent="save">{row ? `Save this ${one}` : `Add this ${one}`}</Button>
            </Form>
            {row ? (
              <TakeOut what={`this ${one}`} stays="It goes for good; the history keeps its name." />
            ) : null}
          </div>
        </div>
      ) : (
        <>
          {row ? <Recorded spec={spec} row={row} lists={lists} /> : null}
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        </>
      )}
    </>
  );
}

function Recorded({ spec, row, lists }: { spec: RowSpec; row: RegisterRow; lists: ListsByName }) {
  return (
    <dl className="govuk-summary-list">
      {spec.fields.map(({ key, label }) => {
        const words = sayInWords(spec, key, row, lists);
        return words === '' ? null : (
          <div className="govuk-summary-list__row" key={key}>
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value">{words}</dd>
          </div>
        );
      })}
    </dl>
  );
}
