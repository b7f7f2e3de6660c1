import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { labelIn, OUTCOMES, PUT_BY, SEAT_ROLES } from './board.ts';
import { seatWords, type BoardLine, type KeptBoard, type KeptMatter } from './governance-page.ts';
import { MatterFields } from './MatterFields.tsx';
import { sayTerm, type Seat } from './seats.ts';

const SEATS_A_PAGE = 50;

interface Props {
  programmeId: string;
  board: KeptBoard;
  line: BoardLine;
  seats: Seat[];
  /** Organisations with the most seats, largest first. */
  organisations: { name: string; seats: number }[];
  matters: KeptMatter[];
  meetings: { id: string; title: string; heldOn: string }[];
  page: number;
  today: string;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** One board: what it is for, who sits on it, what was put to it and what it decided. */
export function BoardPage(props: Props) {
  const { programmeId, board, line, mayEdit } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.boards(programmeId), words: 'Boards and groups' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={props.answer?.problems} />
        <Heading caption={line.kind}>{board.name}</Heading>
        {board.purpose === '' ? null : <p className="govuk-body tl-lines">{board.purpose}</p>}
        <Facts {...props} />
        {line.lacks.length > 0 ? (
          <div className="govuk-inset-text">
            <ul className="govuk-list govuk-!-margin-bottom-0">
              {line.lacks.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {mayEdit.yes ? (
          <ButtonLink href={links.editBoard(programmeId, board.id)} secondary>
            Change this board
          </ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
        {board.terms === '' ? null : (
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">Terms of reference</span>
            </summary>
            <div className="govuk-details__text tl-lines">{board.terms}</div>
          </details>
        )}
      </div>
      <Seats {...props} />
      <Matters {...props} />
      {mayEdit.yes ? <EndBoard board={board} /> : null}
    </>
  );
}

function Facts({ programmeId, board, line, meetings }: Props) {
  const { count } = line;
  const rows = [
    ['Chair', count.chair ?? 'None'],
    ['Meets', line.cycle],
    [
      'Members',
      `${many(count.seats, 'seat')}, ${count.voting} with a vote${count.vacant > 0 ? `, ${count.vacant} vacant` : ''}`,
    ],
    ['Quorum', board.quorum === null ? 'None set' : many(board.quorum, 'member')],
    ['Reports to', line.reportsToName || 'No other board here'],
    ...(board.closedOn === null ? [] : [['Ended', sayShortDay(board.closedOn)]]),
  ] as const;
  return (
    <dl className="govuk-summary-list">
      {rows.map(([key, value]) => (
        <div className="govuk-summary-list__row" key={key}>
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
      <div className="govuk-summary-list__row">
        <dt className="govuk-summary-list__key">Meetings</dt>
        <dd className="govuk-summary-list__value">
          {meetings.length === 0
            ? 'None recorded'
            : meetings.slice(0, 4).map(({ id, title, heldOn }) => (
                <div key={id}>
                  <a className="govuk-link" href={links.meeting(programmeId, id)}>
                    {title}, {sayShortDay(heldOn)}
                  </a>
                </div>
              ))}
        </dd>
      </div>
    </dl>
  );
}

function Seats({ programmeId, board, seats, organisations, page, today, mayEdit }: Props) {
  const pages = Math.max(1, Math.ceil(seats.length / SEATS_A_PAGE));
  const at = Math.min(page, pages - 1);
  const edit = (seat: Seat) => links.boardSeat(programmeId, board.id, seat.id);
  return (
    <section>
      <h2 className="govuk-heading-l">Members</h2>
      {seats.length > SEATS_A_PAGE ? (
        <p className="govuk-body">
          {many(seats.length, 'seat')} of {many(organisations.length, 'organisation')}. Most:{' '}
          {organisations
            .slice(0, 5)
            .map((one) => `${one.name} (${one.seats})`)
            .join(', ')}
          .
        </p>
      ) : null}
      {mayEdit.yes ? (
        <ButtonLink href={links.boardSeats(programmeId, board.id)} secondary>
          Add members
        </ButtonLink>
      ) : null}
      <Table
        caption={pages > 1 ? `Who sits on it, page ${at + 1} of ${pages}` : 'Who sits on it'}
        rows={seats.slice(at * SEATS_A_PAGE, (at + 1) * SEATS_A_PAGE)}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">Nobody yet. Add members one by one, or a list at once.</p>}
        columns={[
          {
            header: 'Name',
            rowHeader: true,
            cell: (row) =>
              mayEdit.yes ? (
                <a className="govuk-link" href={edit(row)}>
                  {seatWords(row)}
                  <span className="govuk-visually-hidden">: change this seat</span>
                </a>
              ) : (
                seatWords(row)
              ),
          },
          { header: 'Organisation', cell: (row) => row.organisation || '–' },
          {
            header: 'Role',
            cell: (row) => (
              <>
                {labelIn(SEAT_ROLES, row.role)}
                {row.ofPanel ? (
                  <>
                    {' '}
                    <strong className="govuk-tag govuk-tag--purple">Panel</strong>
                  </>
                ) : null}
              </>
            ),
          },
          { header: 'Vote', cell: (row) => (row.voting ? 'Yes' : 'No') },
          { header: 'Term', cell: (row) => sayTerm(row, today) },
        ]}
      />
      <Pages page={at} pages={pages} href={(to) => links.board(programmeId, board.id, to)} />
    </section>
  );
}

function Matters({ programmeId, board, matters, mayEdit, answer, today }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-l">What was put to it, and what it decided</h2>
      <Table
        caption="Matters, latest first"
        rows={matters}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            Nothing is recorded. Record what the panel put to this board, and what came of it.
          </p>
        }
        columns={[
          {
            header: 'What was put',
            rowHeader: true,
            cell: (row) => <div className="tl-wide-cell tl-lines">{row.put}</div>,
          },
          { header: 'By', cell: (row) => labelIn(PUT_BY, row.putBy) },
          { header: 'On', cell: (row) => sayShortDay(row.putOn) },
          {
            header: 'What was decided',
            cell: (row) => (
              <div className="tl-wide-cell">
                <strong>{labelIn(OUTCOMES, row.outcome)}</strong>
                {row.decidedOn === null ? '' : `, ${sayShortDay(row.decidedOn)}`}
                {row.decided === '' ? null : (
                  <>
                    <br />
                    <span className="tl-lines">{row.decided}</span>
                  </>
                )}
              </div>
            ),
          },
          ...(mayEdit.yes
            ? [
                {
                  header: 'Change',
                  cell: (row: KeptMatter) => (
                    <a
                      className="govuk-link"
                      href={links.boardMatter(programmeId, board.id, row.id)}
                    >
                      Change<span className="govuk-visually-hidden"> “{row.put}”</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayEdit.yes ? (
        <details className="govuk-details" open={answer !== undefined || matters.length === 0}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Record something that was put to it</span>
          </summary>
          <div className="govuk-details__text">
            <Form>
              <MatterFields answer={answer} today={today} />
              <Button intent="matter">Record it</Button>
            </Form>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function EndBoard({ board }: { board: KeptBoard }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {board.closedOn === null ? 'This board has ended' : 'This board meets again'}
        </span>
      </summary>
      <div className="govuk-details__text">
        <p>What is recorded about it stays.</p>
        <Form>
          {board.closedOn === null ? (
            <Button intent="end" kind="warning">
              It ended today
            </Button>
          ) : (
            <Button intent="reopen" kind="secondary">
              It meets again
            </Button>
          )}
        </Form>
      </div>
    </details>
  );
}
