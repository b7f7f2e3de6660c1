import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { OnTime, Signals } from './answer/Signals.tsx';
import type { AnswerSignals, QuarterOfAnswers } from './answer/waiting.ts';
import { ANSWER_STATE_NAMES } from './reply.ts';
import { promiseOf } from './ThemePage.tsx';
import type { ThemeLine } from './theme-lists.ts';

/** Every theme and what families have been told of it; what waits longest stands first. */
export function BackToFamilies(props: {
  programmeId: string;
  themes: readonly ThemeLine[];
  signals: AnswerSignals;
  quarters: readonly QuarterOfAnswers[];
  mayReply: Answer;
  maySet: Answer;
}) {
  const { programmeId, themes, signals, quarters, mayReply, maySet } = props;
  const waiting = themes.filter((theme) => theme.state !== 'published').length;
  const order = ['none', 'draft', 'published'];
  const sorted = [...themes].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <>
      <Heading size="xl">Back to families</Heading>
      <p className="govuk-body-l">
        {themes.length === 0
          ? 'There is no theme to answer yet.'
          : waiting === 0
            ? 'Every theme has an answer that families can read.'
            : `${many(waiting, 'theme')} of ${themes.length} without a public answer.`}
      </p>
      <p className="govuk-body">
        Families read it at{' '}
        <a className="govuk-link" href={links.youSaid(programmeId)}>
          You said, we did
        </a>
        , and each panel member on their own page.
      </p>
      <Signals programmeId={programmeId} signals={signals} />
      {mayReply.yes ? null : <p className="govuk-body tl-reason">{mayReply.reason}</p>}
      <Table
        caption="What became of each theme"
        rows={sorted}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            <a className="govuk-link" href={links.themes(programmeId)}>
              Gather comments into themes
            </a>{' '}
            first: each theme gets one answer.
          </p>
        }
        columns={[
          {
            header: 'You said',
            rowHeader: true,
            cell: (row) => (
              <>
                <a className="govuk-link" href={links.theme(programmeId, row.id)}>
                  {row.name}
                </a>
                <br />
                <span className="tl-reason govuk-!-font-weight-regular">
                  {row.comments} comments, {row.people} people
                </span>
              </>
            ),
          },
          { header: 'What became of it', cell: (row) => <Became row={row} /> },
          { header: 'Who and when', cell: (row) => row.reply && promiseOf(row.reply) },
          { header: 'State', cell: (row) => ANSWER_STATE_NAMES[row.state] },
          {
            header: <span className="govuk-visually-hidden">What you can do</span>,
            cell: (row) => (
              <>
                {mayReply.yes ? (
                  <a className="govuk-link" href={links.reply(programmeId, row.id)}>
                    {row.reply ? 'Change' : 'Write an answer'}
                    <span className="govuk-visually-hidden"> to “{row.name}”</span>
                  </a>
                ) : null}
                <br />
                <a className="govuk-link" href={links.thread(programmeId, 'theme', row.id)}>
                  Thread<span className="govuk-visually-hidden"> of “{row.name}”</span>
                </a>
              </>
            ),
          },
        ]}
      />
      <OnTime quarters={quarters} days={signals.daysToAnswer} />
      {maySet.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.answerSettings(programmeId)}>
            Change how soon families hear back
          </a>
        </p>
      ) : null}
      <TakeAway programmeId={programmeId} />
    </>
  );
}

/** The whole log as a file, and the poster for a hub's wall. */
function TakeAway({ programmeId }: { programmeId: string }) {
  const file = (format: string, words: string) => (
    <li key={format}>
      <a className="govuk-link" href={links.exportAnswers(programmeId, format)}>
        {words}
      </a>
    </li>
  );
  return (
    <>
      <h2 className="govuk-heading-m">Take it with you</h2>
      <ul className="govuk-list govuk-list--bullet">
        {file('docx', 'The whole log as a Word document')}
        {file('pdf', 'The whole log as a PDF')}
        {file('html', 'The whole log as a web page')}
        {file('csv', 'The whole log as a spreadsheet')}
        <li>
          <a className="govuk-link" href={links.answersPoster(programmeId, 'a4')}>
            Poster of what is public, A4
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.answersPoster(programmeId, 'large')}>
            The same in large print
          </a>
        </li>
      </ul>
    </>
  );
}

function Became({ row }: { row: ThemeLine }) {
  if (!row.reply) return <>No answer yet</>;
  return (
    <div className="tl-wide-cell">
      <strong>{row.reply.what}:</strong> {row.reply.words}
      {row.reply.because === '' ? null : (
        <>
          <br />
          <strong>Because:</strong> {row.reply.because}
        </>
      )}
    </div>
  );
}
