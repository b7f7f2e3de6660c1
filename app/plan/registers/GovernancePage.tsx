import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { inTree, sayPanelSeats, type BoardInPlan } from './governance.ts';
import { RegistersNav } from './RegistersNav.tsx';

interface Shown {
  programmeId: string;
  boards: BoardInPlan[];
  svg: string;
  says: string;
  mayEdit: Answer;
}

/** Who decides on the plan: as the plan’s own section says it, with what is missing first. */
export function GovernancePage(props: Shown) {
  const { programmeId, boards, mayEdit } = props;
  return (
    <>
      <Heading>Who decides</Heading>
      <RegistersNav programmeId={programmeId} here="governance" />
      {boards.length === 0 ? (
        <>
          <p className="govuk-inset-text">
            No board is recorded yet. Begin with the board that signs off this plan, then say who
            leads the work and to whom they report.
          </p>
          {mayEdit.yes ? (
            <ButtonLink href={links.newBoard(programmeId)}>Add a board or group</ButtonLink>
          ) : (
            <p className="govuk-body tl-reason">{mayEdit.reason}</p>
          )}
        </>
      ) : (
        <Register {...props} />
      )}
    </>
  );
}

function Register(props: Shown) {
  const { programmeId, boards, svg, says } = props;
  const decisions = boards
    .flatMap((board) => board.decisions.map((one) => ({ ...one, board: board.name })))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <>
      <p className="govuk-body">
        This is what the plan says of its boards. They are kept under{' '}
        <a className="govuk-link" href={links.boards(programmeId)}>
          boards and groups
        </a>{' '}
        in the panel’s room.
      </p>
      <Gaps {...props} />
      <h2 className="govuk-heading-m">Who reports to whom</h2>
      <div className="tl-scroll" role="region" aria-label="Who reports to whom" tabIndex={0}>
        <div role="img" aria-label={says} dangerouslySetInnerHTML={{ __html: svg }} />
      </div>
      <Table
        caption="Boards and groups"
        rows={inTree(boards)}
        rowKey={({ board }) => board.id}
        columns={[
          {
            header: 'Board or group',
            rowHeader: true,
            cell: ({ board }) => (
              <div className="tl-wide-cell">
                <a className="govuk-link" href={links.board(programmeId, board.id)}>
                  {board.name}
                </a>
                <br />
                <span className="tl-reason">{board.kindWords}</span>
              </div>
            ),
          },
          { header: 'Reports to', cell: ({ board }) => board.reportsToName || '–' },
          { header: 'Meets', cell: ({ board }) => board.cycle },
          { header: 'Last met', cell: ({ board }) => sayShortDay(board.lastMet) },
          { header: 'Members', numeric: true, cell: ({ board }) => board.count.seats },
          { header: 'With a vote', numeric: true, cell: ({ board }) => board.count.voting },
          { header: 'Quorum', numeric: true, cell: ({ board }) => board.quorum ?? '–' },
          { header: 'Of the panel', cell: ({ board }) => sayPanelSeats(board) },
        ]}
      />
      <Table
        caption="Decided last"
        rows={decisions.slice(0, 10)}
        rowKey={(row) => `${row.board} ${row.on} ${row.put}`}
        empty={<p className="govuk-body">No decision is recorded yet.</p>}
        columns={[
          { header: 'On', cell: (row) => sayShortDay(row.on) },
          {
            header: 'What was put',
            rowHeader: true,
            cell: (row) => <div className="tl-wide-cell">{row.put}</div>,
          },
          { header: 'By', cell: (row) => row.putBy },
          { header: 'Board', cell: (row) => row.board },
          {
            header: 'What came of it',
            cell: (row) => (
              <div className="tl-wide-cell">
                {row.outcome}
                <br />
                <span className="tl-reason">{row.decided}</span>
              </div>
            ),
          },
        ]}
      />
    </>
  );
}

function Gaps({ programmeId, boards }: Shown) {
  const gaps = boards.filter((board) => board.lacks.length > 0);
  if (gaps.length === 0) return <p className="govuk-body">No board lacks anything.</p>;
  return (
    <section>
      <h2 className="govuk-heading-m">
        {many(gaps.length, 'board or group lacks', 'boards and groups lack')} something
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {gaps.map((board) => (
          <li key={board.id}>
            <a className="govuk-link" href={links.board(programmeId, board.id)}>
              {board.name}
            </a>
            <br />
            {board.lacks.join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
