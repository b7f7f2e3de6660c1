import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { Difference } from '#app/plan/lines/differences.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

export interface EditAnswer {
  problems: readonly Problem[];
  typed: Typed;
  differences?: readonly Difference[];
  version?: number;
}

/** One record of the money's registers: to change or to remove. */
export function EditPage(props: {
  programmeId: string;
  /** The list to which it belongs. */
  trail: { href: string; words: string };
  caption: string;
  title: string;
  version: number;
  fields: ReactNode;
  remove: string;
  answer: EditAnswer | undefined;
}) {
  const { answer, remove } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(props.programmeId), words: 'Delivery plan' },
          { href: links.money(props.programmeId), words: 'Money' },
          props.trail,
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={props.caption}>{props.title}</Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      <Form className="tl-form">
        <input type="hidden" name="version" value={answer?.version ?? props.version} />
        {props.fields}
        <Button intent="save">Save</Button>
      </Form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{remove}</span>
        </summary>
        <div className="govuk-details__text">
          <Form>
            <Button intent="remove" kind="warning">
              {remove}
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}
