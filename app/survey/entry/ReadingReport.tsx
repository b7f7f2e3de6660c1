import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { ERROR_LIMIT, type ErrorRate, type ReadingReport } from './readings.ts';

const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;

/** What the second reading of the sample says about the whole batch. */
export function ReadingReportView(props: { report: ReadingReport; rate: ErrorRate | null }) {
  const { report, rate } = props;
  const apart = report.questions.filter((question) => question.apart > 0);
  return (
    <section>
      <h2 className="govuk-heading-m">How well it was entered</h2>
      <p className="govuk-body">
        {many(report.forms, 'form')} {report.forms === 1 ? 'was' : 'were'} entered twice, with{' '}
        {many(report.fields, 'field')}. The two readings differ in {many(report.apart, 'field')} on{' '}
        {many(report.formsApart, 'form')}.
      </p>
      {rate === null ? null : <Verdict report={report} rate={rate} />}
      <Table
        caption="Where the readings differ"
        captionSize="s"
        rows={apart}
        rowKey={({ name }) => name}
        empty={<p className="govuk-body">The two readings are the same in every field.</p>}
        columns={[
          {
            header: 'Question',
            rowHeader: true,
            cell: ({ number, title }) => `${number}. ${title}`,
          },
          { header: 'Fields', numeric: true, cell: ({ fields }) => fields },
          { header: 'Differ', numeric: true, cell: ({ apart: n }) => n },
          {
            header: 'Share',
            numeric: true,
            cell: ({ fields, apart: n }) => percent(n / fields),
          },
        ]}
      />
    </section>
  );
}

function Verdict({ report, rate }: { report: ReadingReport; rate: ErrorRate }) {
  const { low, high } = rate.interval;
  const limit = percent(ERROR_LIMIT);
  if (rate.verdict === 'unsettled') {
    return (
      <p className="govuk-body">
        How often the first reading was wrong can be said when {many(report.unsettled, 'field')}{' '}
        {report.unsettled === 1 ? 'is' : 'are'} settled with the form in hand.
      </p>
    );
  }
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        The first reading was wrong in <strong>{many(report.wrong, 'field')}</strong> of{' '}
        {report.fields.toLocaleString('en-GB')}: {percent(rate.rate)}. Chance alone leaves{' '}
        {percent(low)} to {percent(high)} plausible for the forms that were read once.
      </p>
      <p className="govuk-body">{WHAT_TO_DO[rate.verdict](limit)}</p>
      <p className="govuk-body-s">
        The range takes the fields as independent. Errors come in clumps, so it is rather too narrow
        than too wide. A field is one box that could be read wrongly: one for each option where
        several may be ticked.
      </p>
    </div>
  );
}

const WHAT_TO_DO: Readonly<
  Record<Exclude<ErrorRate['verdict'], 'unsettled'>, (limit: string) => string>
> = {
  good: (limit) => `That is within the limit of ${limit}. The batch can be closed.`,
  bad: (limit) =>
    `That is over the limit of ${limit}. Look at the questions below: is a number on the form easily misread? Then enter every form of this batch a second time, or correct those questions on every form.`,
  'cannot-tell': (limit) =>
    `The range reaches across the limit of ${limit}: the sample is too small to tell. Choose a larger share for the next batch, or enter this one a second time if much depends on it.`,
};
