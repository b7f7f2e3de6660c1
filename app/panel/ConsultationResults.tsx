import type { MayOnWords } from '#app/care/care.ts';
import { WordLinks } from '#app/care/WordLinks.tsx';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { STATION_COLOURS } from '#app/ui/stations.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Results } from './results.ts';
import { VOTE_NAMES, VOTES } from './tally.ts';

/** What came of a consultation: the table first, then each statement with its bars and comments. */
export function ConsultationResults(props: {
  programmeId: string;
  results: Results;
  may: MayOnWords;
}) {
  const { programmeId, results, may } = props;
  const hidden = results.statements.some((one) => Object.values(one.counts).includes(HIDDEN));
  return (
    <>
      {results.closely ? <InShort results={results} /> : null}
      <Table
        caption="Answers to each statement"
        rows={results.statements}
        rowKey={(row) => row.statementId}
        columns={[
          {
            header: 'Statement',
            rowHeader: true,
            cell: (row) => <div className="tl-wide-cell">{`${row.number}. ${row.text}`}</div>,
          },
          ...VOTES.map((vote) => ({
            header: VOTE_NAMES[vote],
            numeric: true,
            cell: (row: Row) => (
              <span className="tl-nowrap">{inWords(row.counts[vote], row.shares[vote])}</span>
            ),
          })),
          { header: 'People', numeric: true, cell: (row) => row.base },
          { header: 'What it does', cell: (row) => row.leaning },
        ]}
      />
      <p className="govuk-body">
        Percentages are of the people who voted on that statement, unsure included. Practitioners
        who voted are counted too.
        {hidden ? ` ${HIDDEN} stands for a small number, or one that would give it away.` : null}
        {results.closely
          ? ' Small numbers are shown to you because you may read single answers: do not publish them.'
          : null}
      </p>
      <h2 className="govuk-heading-l">Statement by statement</h2>
      {results.statements.map((row) => (
        <Statement key={row.statementId} {...{ programmeId, may, row }} closely={results.closely} />
      ))}
    </>
  );
}

type Row = Results['statements'][number];

const percent = (share: number) => `${Math.round(share * 100)}%`;

function inWords(count: Shown, share: number | null): string {
  return share === null ? String(count) : `${count} (${percent(share)})`;
}

function InShort({ results }: { results: Results }) {
  const list = (numbers: readonly number[]) =>
    numbers.flatMap((number) => results.statements.filter((one) => one.number === number));
  const [unites, divides] = [list(results.unites), list(results.divides)];
  if (unites.length + divides.length === 0) return null;
  return (
    <div className="tl-columns tl-panel govuk-!-margin-bottom-6">
      <Short title="What unites" rows={unites} none="No statement unites the panel clearly." />
      <Short title="What divides" rows={divides} none="No statement divides the panel clearly." />
    </div>
  );
}

function Short({ title, rows, none }: { title: string; rows: readonly Row[]; none: string }) {
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {rows.map((row) => (
            <li key={row.statementId}>
              {row.text}
              <br />
              <span className="tl-reason">
                {row.counts.agree} agree, {row.counts.disagree} disagree, {row.counts.unsure} unsure
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Statement(props: { programmeId: string; may: MayOnWords; row: Row; closely: boolean }) {
  const { programmeId, may, row, closely } = props;
  const shown = VOTES.some((vote) => row.shares[vote] !== null);
  return (
    <section className="govuk-!-margin-bottom-6">
      <h3 className="govuk-heading-m govuk-!-margin-bottom-2">
        {row.number}. {row.text}
      </h3>
      <p className="govuk-body">
        <strong>{row.leaning}</strong>
        {row.base === HIDDEN ? null : ` (${many(row.base, 'person', 'people')} voted)`}
      </p>
      {shown ? (
        <Bars
          title={row.text}
          max={1}
          bars={VOTES.map((vote) => ({
            label: VOTE_NAMES[vote],
            value: row.shares[vote],
            words: inWords(row.counts[vote], row.shares[vote]),
          }))}
          colour={STATION_COLOURS.panel}
        />
      ) : null}
      {closely && row.comments.length > 0 ? (
        <details className="govuk-details govuk-!-margin-top-2">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {many(row.comments.length, 'comment')}
              <span className="govuk-visually-hidden"> on statement {row.number}</span>
            </span>
          </summary>
          <div className="govuk-details__text">
            <ul className="govuk-list govuk-list--spaced">
              {row.comments.map((remark, at) => (
                <li key={at}>
                  <strong>{VOTE_NAMES[remark.vote]}:</strong>{' '}
                  <span className="tl-lines">{remark.words}</span>
                  {remark.place ? (
                    <WordLinks
                      {...{ programmeId, may }}
                      place={remark.place}
                      words={remark.words}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        </details>
      ) : null}
    </section>
  );
}
