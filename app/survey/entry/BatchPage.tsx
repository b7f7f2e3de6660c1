import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import { CHANNEL_NAMES, type Channel } from '../channels.ts';
import { formNoun, SHARE_NAMES, STATUS_NAMES, type BatchStatus } from './batch.ts';
import { BatchFieldsForm } from './BatchFields.tsx';
import type { BatchRead } from './read-batch.server.ts';
import { ReadingReportView } from './ReadingReport.tsx';

const FORMS_A_PAGE = 100;

interface Props extends BatchRead {
  programmeId: string;
  mayEnter: Answer;
  page: number;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** A batch: how far it is, what to do next, and every form in it. */
export function BatchPage(props: Props) {
  const { programmeId, survey, batch, forms, report, answer } = props;
  const noun = formNoun(batch.channel);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">{CHANNEL_NAMES[batch.channel as Channel]}</span>
      <h1 className="govuk-heading-l govuk-!-margin-bottom-4">
        {batch.place}, {sayDay(batch.receivedOn)}
      </h1>
      <p className="govuk-body-l">
        <strong>{STATUS_NAMES[batch.status as BatchStatus]}.</strong> {entered(forms.length, batch)}
      </p>
      <NextStep {...props} />
      {report.forms > 0 ? <ReadingReportView report={report} rate={props.rate} /> : null}
      <Forms {...props} noun={noun} />
      <Details {...props} />
    </>
  );
}

function entered(forms: number, batch: BatchRead['batch']): string {
  const noun = formNoun(batch.channel);
  if (batch.expected === null) return `${many(forms, noun)} entered.`;
  if (forms > batch.expected) {
    return `${many(forms, noun)} entered, and only ${batch.expected} were counted: one may be in twice.`;
  }
  return `${forms} of ${many(batch.expected, noun)} entered.`;
}

function NextStep({ programmeId, survey, batch, forms, mayEnter }: Props) {
  if (!mayEnter.yes) return <p className="govuk-body tl-reason">{mayEnter.reason}</p>;
  const noun = formNoun(batch.channel);
  switch (batch.status as BatchStatus) {
    case 'open':
      return (
        <div className="govuk-button-group">
          <ButtonLink href={links.enterForm(programmeId, survey.id, batch.id)}>
            Enter {forms.length === 0 ? `the first ${noun}` : `the next ${noun}`}
          </ButtonLink>
          {forms.length > 0 ? (
            <Form>
              <Button intent="finish" kind="secondary">
                {batch.sampleShare > 0 && batch.sampleSeed === null
                  ? 'All are entered: draw the sample'
                  : 'All are entered'}
              </Button>
            </Form>
          ) : null}
        </div>
      );
    case 'checking':
      return <Checking programmeId={programmeId} survey={survey} batch={batch} forms={forms} />;
    case 'closed':
      return (
        <Form>
          <Button intent="reopen" kind="secondary">
            Open it again: more turned up
          </Button>
        </Form>
      );
  }
}

function Checking(props: Pick<Props, 'programmeId' | 'survey' | 'batch' | 'forms'>) {
  const { programmeId, survey, batch, forms } = props;
  const waiting = forms.filter((form) => form.sampled && !form.readAgain);
  const apart = forms.filter((form) => form.readAgain && !form.settled);
  const noun = formNoun(batch.channel);
  if (waiting.length + apart.length === 0) {
    return (
      <Form>
        <p className="govuk-body">The sample is entered a second time and settled.</p>
        <Button intent="close">Close the batch</Button>
      </Form>
    );
  }
  return (
    <>
      {waiting.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Enter these a second time</h2>
          <p className="govuk-body">
            Drawn by chance. Take the paper from the pile; whoever entered it first does not enter
            it again.
          </p>
          <ul className="govuk-list">
            {waiting.map((form) => (
              <li key={form.id}>
                {form.own ? (
                  <span className="tl-reason">
                    {noun} {form.number}: you entered it, so somebody else reads it again
                  </span>
                ) : (
                  <a
                    className="govuk-link"
                    href={links.enterAgain(programmeId, survey.id, batch.id, form.id)}
                  >
                    {noun} {form.number}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {forms.some(({ readAgain }) => readAgain) ? null : (
            <Form>
              <Button intent="reopen" kind="secondary">
                Not all were entered: go back to entering
              </Button>
            </Form>
          )}
        </>
      ) : null}
      {apart.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Settle where the two readings differ</h2>
          <ul className="govuk-list">
            {apart.map((form) => (
              <li key={form.id}>
                <a
                  className="govuk-link"
                  href={links.settleForm(programmeId, survey.id, batch.id, form.id)}
                >
                  {noun} {form.number}: {many(form.apart, 'question')}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Forms({
  programmeId,
  survey,
  batch,
  forms,
  mayEnter,
  page,
  noun,
}: Props & { noun: string }) {
  const pages = Math.ceil(forms.length / FORMS_A_PAGE);
  const at = Math.min(page, Math.max(pages - 1, 0));
  const shown = forms.slice(at * FORMS_A_PAGE, (at + 1) * FORMS_A_PAGE);
  return (
    <>
      <Table
        caption={`What is in this batch`}
        rows={shown}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nothing was entered yet.</p>}
        columns={[
          {
            header: 'Number',
            rowHeader: true,
            cell: ({ id, number }) =>
              mayEnter.yes ? (
                <a
                  className="govuk-link"
                  href={links.enteredForm(programmeId, survey.id, batch.id, id)}
                >
                  {number}
                  <span className="govuk-visually-hidden">: look at this {noun}</span>
                </a>
              ) : (
                number
              ),
          },
          { header: 'Reference', cell: ({ reference }) => reference },
          { header: 'Entered by', cell: ({ by }) => (by === '' ? 'Somebody who left' : by) },
          { header: 'On', cell: ({ enteredOn }) => sayShortDay(enteredOn) },
          { header: 'Second reading', cell: secondReading },
        ]}
      />
      <Pages
        page={at}
        pages={pages}
        href={(to) => `${links.batch(programmeId, survey.id, batch.id)}?page=${to}`}
      />
    </>
  );
}

function secondReading(form: Props['forms'][number]): string {
  if (!form.sampled) return '–';
  if (!form.readAgain) return 'Waiting';
  if (form.apart === 0) return 'The same';
  return `${many(form.apart, 'question')} differed${form.settled ? ', settled' : ''}`;
}

function Details({ batch, forms, mayEnter, answer }: Props) {
  const share = SHARE_NAMES[String(batch.sampleShare)] ?? '';
  if (!mayEnter.yes) return null;
  const values = {
    channel: batch.channel,
    place: batch.place,
    receivedOn: batch.receivedOn,
    expected: batch.expected === null ? '' : String(batch.expected),
    sampleShare: String(batch.sampleShare),
  };
  return (
    <details className="govuk-details" open={answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Change what is said about this batch</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">Entered a second time: {share}.</p>
        <Form>
          <input type="hidden" name="version" value={batch.version} />
          <BatchFieldsForm
            answer={answer}
            values={values}
            channel={false}
            share={batch.status === 'open' && batch.sampleSeed === null}
          />
          <Button intent="change" kind="secondary">
            Save
          </Button>
        </Form>
        {forms.length === 0 ? (
          <Form>
            <Button intent="remove" kind="warning">
              Remove this batch: there is nothing in it
            </Button>
          </Form>
        ) : null}
      </div>
    </details>
  );
}
