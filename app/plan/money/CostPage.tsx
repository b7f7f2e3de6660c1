import { links } from '#app/http/links.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { LineAnswer } from '#app/plan/lines/LinePage.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Facts } from './Facts.tsx';
import { CostFields } from './CostFields.tsx';
import type { CostPageProps } from './costs-pages.ts';

/** A cost of the plan: to add, to change or to remove. */
export function CostPage(props: { page: CostPageProps; answer: LineAnswer | undefined }) {
  const { page, answer } = props;
  const { programmeId, cost, mayEdit } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.money(programmeId), words: 'Money' },
          { href: links.costs(programmeId), words: 'Costs' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Cost">{cost === null ? 'Add a cost' : cost.what}</Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      {mayEdit.yes ? (
        <Form className="tl-form">
          <input type="hidden" name="version" value={answer?.version ?? cost?.version ?? 0} />
          <CostFields values={page.values} choices={page.choices} answer={answer} />
          <Button intent="save">{cost === null ? 'Add the cost' : 'Save the cost'}</Button>
        </Form>
      ) : (
        <>
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
          <Facts facts={cost?.facts ?? []} />
        </>
      )}
      {cost === null || !mayEdit.yes ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Remove this cost</span>
          </summary>
          <div className="govuk-details__text">
            <p className="govuk-body">It leaves every total. Its plan line stays.</p>
            <Form>
              <Button intent="remove" kind="warning">
                Remove the cost
              </Button>
            </Form>
          </div>
        </details>
      )}
    </>
  );
}
