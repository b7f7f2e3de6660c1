import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Differences } from '#app/plan/lines/Differences.tsx';
import type { PublishedResult } from '#templates/costs/index.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { DISCOUNT_SOURCE, DISCOUNT_URL } from './benefit.ts';
import { sayRough } from './benefit-words.ts';
import { CaseFields, ItemFields } from './CaseFields.tsx';
import type { AvoidedCost } from './case-rows.ts';
import type { Values } from './case-typed.ts';
import type { CaseView } from './case-view.ts';
import type { EditAnswer } from './EditPage.tsx';
import { Facts } from './Facts.tsx';
import { MoneyNav } from './MoneyNav.tsx';

type FormAnswer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The cases for the plan in money: each as a range with what it takes to pay back. */
export function BenefitPage(props: {
  programmeId: string;
  cases: readonly CaseView[];
  published: readonly PublishedResult[];
  values: Values;
  years: readonly string[];
  mayEdit: Answer;
  answer: FormAnswer;
}) {
  const { programmeId, cases, mayEdit } = props;
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <Heading size="xl">What the plan may save</Heading>
      <MoneyNav programmeId={programmeId} here="benefit" />
      <p className="govuk-body-l">
        A case reckons what is avoided against what is put in. It is always a range, and says what
        it would take to pay back.
      </p>
      <p className="govuk-body">
        Every case takes its costs from{' '}
        <a className="govuk-link" href={links.avoidedCosts(programmeId)}>
          the authority’s list of costs that may be avoided
        </a>
        , each with its source.
      </p>
      {cases.length === 0 ? <p className="govuk-body">There is no case yet.</p> : null}
      {cases.map(({ id, name, sentences }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">
            <a className="govuk-link" href={links.benefitCase(programmeId, id)}>
              {name}
            </a>
          </h2>
          <Sentences sentences={sentences} />
        </section>
      ))}
      <Published results={props.published} />
      <section className="tl-noprint">
        <h2 className="govuk-heading-m">Add a case</h2>
        {mayEdit.yes ? (
          <Form className="tl-form">
            <CaseFields values={props.values} years={props.years} answer={props.answer} />
            <Button>Add the case</Button>
          </Form>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
      </section>
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) {
    return <p className="govuk-body">Nothing is entered yet that the plan avoids.</p>;
  }
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Published({ results }: { results: readonly PublishedResult[] }) {
  return (
    <Table
      caption="What evaluations elsewhere found, to compare with and never to add up"
      rows={results}
      rowKey={({ what }) => what}
      columns={[
        { header: 'What', rowHeader: true, cell: ({ what }) => what },
        { header: 'Lowest', numeric: true, cell: ({ low }) => sayRough(BigInt(low) * 100n) },
        { header: 'Highest', numeric: true, cell: ({ high }) => sayRough(BigInt(high) * 100n) },
        { header: 'Source', cell: ({ source, grade }) => `${source} (grade ${grade})` },
      ]}
    />
  );
}

/** One case: its result, what moves it, what it rests on, and its forms. */
export function CasePage(props: {
  programmeId: string;
  view: CaseView;
  avoided: readonly AvoidedCost[];
  years: readonly string[];
  values: Values;
  /** What is typed about the item that is being changed, or about a new one. */
  item: Values;
  itemVersion: number;
  mayEdit: Answer;
  answer: (EditAnswer & { form?: 'case' | 'item' }) | undefined;
}) {
  const { programmeId, view, mayEdit, answer } = props;
  const ofCase = answer?.form === 'case' ? answer : undefined;
  const ofItem = answer?.form === 'item' ? answer : undefined;
  const isNew = (props.item['itemId'] ?? '') === '';
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.money(programmeId), words: 'Money' },
          { href: links.benefit(programmeId), words: 'What it may save' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Case for the plan in money">{view.name}</Heading>
      {answer?.differences ? <Differences differences={answer.differences} /> : null}
      <Sentences sentences={view.sentences} />
      <Result view={view} programmeId={programmeId} mayEdit={mayEdit} />
      {mayEdit.yes ? (
        <div className="tl-noprint">
          <h2 className="govuk-heading-m" id="item">
            {isNew ? 'Add something that is avoided' : 'Change what is avoided'}
          </h2>
          {props.avoided.length === 0 ? (
            <p className="govuk-body">
              <a className="govuk-link" href={links.avoidedCosts(programmeId)}>
                Begin with the list of costs that may be avoided
              </a>
            </p>
          ) : (
            <Form className="tl-form">
              <input type="hidden" name="itemId" value={props.item['itemId'] ?? ''} />
              <input type="hidden" name="version" value={ofItem?.version ?? props.itemVersion} />
              <ItemFields values={props.item} avoided={props.avoided} answer={ofItem} />
              <Button intent="save-item">{isNew ? 'Add it' : 'Save it'}</Button>
            </Form>
          )}
          <details className="govuk-details" open={ofCase !== undefined}>
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">Change or remove the case</span>
            </summary>
            <div className="govuk-details__text">
              <Form className="tl-form">
                <input type="hidden" name="version" value={ofCase?.version ?? view.version} />
                <CaseFields values={props.values} years={props.years} answer={ofCase} />
                <Button intent="save">Save the case</Button>
              </Form>
              <Form>
                <Button intent="remove" kind="warning">
                  Remove the case
                </Button>
              </Form>
            </div>
          </details>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}

function Result(props: { view: CaseView; programmeId: string; mayEdit: Answer }) {
  const { view, programmeId, mayEdit } = props;
  return (
    <>
      {view.beware.length === 0 ? null : (
        <section className="govuk-inset-text">
          <h2 className="govuk-heading-s">Before you use it</h2>
          <Sentences sentences={view.beware} />
        </section>
      )}
      <Facts facts={view.facts} />
      <Table
        caption="What is avoided"
        rows={view.items}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            header: 'What',
            rowHeader: true,
            cell: ({ id, what, basis, counts }) => (
              <>
                {mayEdit.yes ? (
                  <a
                    className="govuk-link"
                    href={`${links.benefitCase(programmeId, view.id)}?item=${id}#item`}
                  >
                    {what}
                  </a>
                ) : (
                  what
                )}
                {[basis, counts].filter(Boolean).map((under) => (
                  <span className="tl-under" key={under}>
                    {under}
                  </span>
                ))}
              </>
            ),
          },
          { header: 'A year', numeric: true, cell: ({ count }) => count },
          { header: 'One costs', numeric: true, cell: ({ value }) => value },
          { header: 'Due to the plan', numeric: true, cell: ({ attribution }) => attribution },
          { header: 'Anyway', numeric: true, cell: ({ deadweight }) => deadweight },
          ...(mayEdit.yes
            ? [
                {
                  header: <span className="govuk-visually-hidden">Remove</span>,
                  cell: ({ id, what }: CaseView['items'][number]) => (
                    <Form>
                      <input type="hidden" name="itemId" value={id} />
                      <Button intent="remove-item" kind="secondary">
                        Remove<span className="govuk-visually-hidden"> “{what}”</span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {view.who.length < 2 ? null : (
        <Table
          caption="Who saves"
          rows={view.who}
          rowKey={({ who }) => who}
          columns={[
            { header: 'Who', rowHeader: true, cell: ({ who }) => who },
            { header: 'Lowest', numeric: true, cell: ({ low }) => low },
            { header: 'Highest', numeric: true, cell: ({ high }) => high },
          ]}
        />
      )}
      {view.tornado === null ? null : (
        <>
          <h2 className="govuk-heading-m">What moves the result most</h2>
          <div
            className="tl-money-picture"
            role="region"
            aria-label="Picture of what moves the result: it scrolls sideways"
            tabIndex={0}
            dangerouslySetInnerHTML={{ __html: view.tornado }}
          />
          <Table
            caption="Saved less put in, with one thing at a time at its worst and at its best"
            rows={view.sensitivity}
            rowKey={({ what }) => what}
            columns={[
              { header: 'What is varied', rowHeader: true, cell: ({ what }) => what },
              { header: 'From', numeric: true, cell: ({ from }) => from },
              { header: 'To', numeric: true, cell: ({ to }) => to },
              { header: 'At its worst', numeric: true, cell: ({ worst }) => worst },
              { header: 'At its best', numeric: true, cell: ({ best }) => best },
            ]}
          />
        </>
      )}
      <p className="govuk-body-s">
        Money of later years counts for less at the discount rate (
        <a className="govuk-link" href={DISCOUNT_URL} rel="noreferrer">
          {DISCOUNT_SOURCE}
        </a>
        ).
      </p>
    </>
  );
}
