import { links } from '#app/http/links.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { LineAnswer } from '#app/plan/lines/LinePage.tsx';
import type { StreamValues } from './stream-form.ts';
import { StreamFields } from './StreamFields.tsx';

/** A funding stream, to change or to remove. */
export function StreamPage(props: {
  page: {
    programmeId: string;
    name: string;
    version: number;
    values: StreamValues;
    years: readonly string[];
  };
  answer: LineAnswer | undefined;
}) {
  const { page, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(page.programmeId), words: 'Delivery plan' },
          { href: links.money(page.programmeId), words: 'Money' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Funding stream">{page.name}</Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      <Form className="tl-form">
        <input type="hidden" name="version" value={answer?.version ?? page.version} />
        <StreamFields values={page.values} years={page.years} answer={answer} />
        <Button intent="save">Save the stream</Button>
      </Form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Remove this stream</span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">
            The lines and costs that it pays for stay, and are without a stream.
          </p>
          <Form>
            <Button intent="remove" kind="warning">
              Remove the stream
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}
