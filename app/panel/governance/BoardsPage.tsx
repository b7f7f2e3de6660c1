import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import type { BoardLine, Heard } from './governance-page.ts';
import { ReportingPicture } from './ReportingPicture.tsx';

interface Props {
  programmeId: string;
  boards: BoardLine[];
  heard: Heard;
  ending: { board: string; boardId: string; words: string }[];
  mayEdit: Answer;
}

/** Boards and groups: who reports to whom, what each lacks, and how the panel was heard. */
export function BoardsPage(props: Props) {
  const { programmeId, boards, mayEdit } = props;
  const open = boards.filter(({ closedOn }) => closedOn === null);
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Boards and groups</Heading>
      {mayEdit.yes ? (
        <ButtonLink href={links.newBoard(programmeId)}>Add a board or group</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      {open.length > 0 ? (
        <>
          <h2 className="govuk-heading-l">Who reports to whom</h2>
          <ReportingPicture boards={open} />
        </>
      ) : null}
      <Table
        caption="Boards and groups"
        rows={boards}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            None yet. Begin with the board that signs off the delivery plan, then say which group
            leads the work and to whom it reports.
          </p>
        }
        columns={[
          {
            header: 'Board or group',
            rowHeader: true,
            cell: (row) => <Name {...{ programmeId, row }} />,
          },
          { header: 'Meets', cell: (row) => row.cycle },
          { header: 'Members', numeric: true, cell: (row) => row.count.seats },
          { header: 'With a vote', numeric: true, cell: (row) => row.count.voting },
          { header: 'Of the panel', numeric: true, cell: (row) => row.count.panel },
          { header: 'Reports to', cell: (row) => row.reportsToName || '–' },
          { header: 'What it lacks', cell: (row) => <Lacks row={row} /> },
        ]}
      />
      {boards.length > 0 ? <HeardAndEnding {...props} /> : null}
    </>
  );
}

function Name({ programmeId, row }: { programmeId: string; row: BoardLine }) {
  return (
    <div className="tl-wide-cell">
      <a className="govuk-link" href={links.board(programmeId, row.id)}>
        {row.name}
      </a>
      <br />
      <span className="tl-reason">
        {row.closedOn === null ? row.kind : `Ended ${sayShortDay(row.closedOn)}`}
      </span>
    </div>
  );
}

function Lacks({ row }: { row: BoardLine }) {
  if (row.lacks.length === 0) return <>–</>;
  return (
    <ul className="govuk-list tl-wide-cell">
      {row.lacks.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function HeardAndEnding({ programmeId, heard, ending }: Props) {
  return (
    <>
      <div className="tl-columns tl-panel">
        <section className="tl-column">
          <h2 className="govuk-heading-m">How the panel was heard</h2>
          {heard.put === 0 ? (
            <p className="govuk-body">
              Nothing is recorded that the panel put to a board. Record it on the page of the board.
            </p>
          ) : (
            <p className="govuk-body">
              The panel put {many(heard.put, 'matter')} to boards: {heard.agreed} agreed,{' '}
              {heard.notAgreed} not agreed, {heard.waiting} without a decision.
            </p>
          )}
        </section>
        <section className="tl-column">
          <h2 className="govuk-heading-m">Terms that end</h2>
          {ending.length === 0 ? (
            <p className="govuk-body">No term ends in the next three months.</p>
          ) : (
            <ul className="govuk-list govuk-list--spaced">
              {ending.slice(0, 10).map(({ board, boardId, words }, at) => (
                <li key={at}>
                  {words}
                  <br />
                  <a className="govuk-link" href={links.board(programmeId, boardId)}>
                    {board}
                  </a>
                </li>
              ))}
              {ending.length > 10 ? <li>and {ending.length - 10} more</li> : null}
            </ul>
          )}
        </section>
      </div>
      <ButtonLink href={links.boardFile(programmeId)} secondary>
        Take the register away as CSV
      </ButtonLink>
    </>
  );
}
