import type { ReactNode } from 'react';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { VOTE_NAMES, VOTES } from '../tally.ts';
import { GroupsView } from './GroupsView.tsx';
import type { Opinions } from './opinions.ts';

type Statement = Opinions['statements'][number];

/** Statements on one page of the tables. */
const STATEMENTS_A_PAGE = 100;
/** Statements in each short list. */
const SHORT = 5;

/** What unites first, then what divides, then who thinks alike, then every statement. */
export function OpinionView(props: {
  opinions: Opinions;
  page: number;
  href: (page: number) => string;
  /** What the tool that held it counted, where it was another one: by the place of the statement. */
  cast?: readonly string[];
}) {
  const { opinions, page, href, cast } = props;
  const asked = opinions.statements.flatMap((one, at) => (one.asked ? [{ ...one, at }] : []));
  const refused = opinions.statements.flatMap((one, at) => (one.asked ? [] : [{ ...one, at }]));
  const pages = Math.max(1, Math.ceil(asked.length / STATEMENTS_A_PAGE));
  const from = Math.min(page, pages - 1) * STATEMENTS_A_PAGE;
  const here = asked.slice(from, from + STATEMENTS_A_PAGE);
  return (
    <>
      <div className="tl-columns tl-panel govuk-!-margin-bottom-6">
        <Short
          title="What unites people"
          rows={listed(opinions, opinions.unites)}
          none="No statement unites people clearly."
        />
        <Short
          title="What divides people"
          rows={listed(opinions, opinions.divides)}
          none="No statement divides people clearly."
        />
      </div>
      <GroupsView opinions={opinions} here={here.map(({ at }) => at)} />
      <h2 className="govuk-heading-l">Every statement</h2>
      <Statements caption="Answers of everybody" rows={here} cast={cast} />
      <Pages page={Math.min(page, pages - 1)} pages={pages} href={href} />
      {refused.length > 0 ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {many(refused.length, 'statement')} refused by the moderators
            </span>
          </summary>
          <div className="govuk-details__text">
            <p>Votes on them are counted here. They are in no list and in no comparison.</p>
            <Statements caption="Refused by the moderators" rows={refused} cast={cast} />
          </div>
        </details>
      ) : null}
      <HowItIsCounted closely={opinions.closely} />
    </>
  );
}

const listed = (opinions: Opinions, places: readonly number[]) =>
  places.slice(0, SHORT).flatMap((at) => opinions.statements[at] ?? []);

const percent = (share: number) => `${Math.round(share * 100)}%`;
const inWords = (count: Shown, share: number | null) =>
  share === null ? String(count) : `${count} (${percent(share)})`;

function Short({ title, rows, none }: { title: string; rows: Statement[]; none: string }) {
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <ol className="govuk-list govuk-list--spaced">
          {rows.map((row) => (
            <li key={row.statementId}>
              <span dir="auto">{row.text}</span>
              <br />
              <span className="tl-reason">
                {VOTES.map((vote) => `${row.counts[vote]} ${VOTE_NAMES[vote].toLowerCase()}`).join(
                  ', ',
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Statements(props: {
  caption: string;
  rows: readonly (Statement & { at: number })[];
  cast?: readonly string[] | undefined;
}) {
  const { cast } = props;
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.statementId}
      empty={<p className="govuk-body">There is no statement.</p>}
      columns={[
        { header: 'Statement', rowHeader: true, cell: (row) => <Words row={row} /> },
        ...VOTES.map((vote) => ({
          header: VOTE_NAMES[vote],
          numeric: true,
          cell: (row: Statement): ReactNode => (
            <span className="tl-nowrap">{inWords(row.counts[vote], row.shares[vote])}</span>
          ),
        })),
        { header: 'People', numeric: true, cell: (row) => row.base },
        ...(cast
          ? [
              {
                header: 'Votes cast',
                numeric: true,
                cell: (row: { at: number }): ReactNode => (
                  <span className="tl-nowrap">{cast[row.at]}</span>
                ),
              },
            ]
          : []),
        { header: 'What it does', cell: (row) => row.leaning },
      ]}
    />
  );
}

export function Words({ row }: { row: { number: number; text: string } }) {
  return (
    <div className="tl-wide-cell">
      {row.number}. <span dir="auto">{row.text}</span>
    </div>
  );
}

function HowItIsCounted({ closely }: { closely: boolean }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">How this is worked out</span>
      </summary>
      <div className="govuk-details__text">
        <p>
          Each person counts once for each statement, by their last vote. Percentages are of the
          people who voted on it, unsure included.
        </p>
        <p>
          A statement unites when more than half go one way and chance alone would bring that about
          less than one time in ten. It divides when neither side does and each holds a quarter or
          more. Shares are drawn towards a half while few have voted.
        </p>
        <p>
          Groups are looked for among more than 50 people who voted on 7 statements or more: those
          who voted alike stand close together (two principal components), and the number of groups,
          2 to 5, is the one that sets them apart best. No group has fewer than 10 people. A
          statement stands for a group when its people take that side, and take it more than the
          others do: both with one chance in ten of being mistaken. With many statements some will
          stand out by chance.
        </p>
        <p>
          The people who took part chose to. This says what they think, not what all families think.
          {closely
            ? ' Small numbers are shown to you because you may read single answers: do not publish them.'
            : ` ${HIDDEN} stands for a small number, or one that would give it away; a statement with one is in no list.`}
        </p>
      </div>
    </details>
  );
}
