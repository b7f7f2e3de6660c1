import { lines as asLines, type Block } from '#app/documents/blocks.ts';
import { labelIn } from '#app/panel/member-lists.ts';
import { many, sayShortDay } from '#app/ui/words.ts';
import { CONDITIONS, DPIA } from './agreement.ts';
import { calendarSvg, onCalendar } from './calendar.ts';
import { communicationLines } from './communications-page.ts';
import { inTree, sayPanelSeats, type BoardInPlan } from './governance.ts';
import { governanceSvg, sayGovernance } from './governance-picture.ts';
import type { PlanRegisters } from './plan-registers.ts';
import { agreementLines } from './sharing-page.ts';

/** The sections of the delivery plan that its registers write. */

interface Registered {
  registers: PlanRegisters;
  lines: readonly { id: string; title: string }[];
  programme: { startsOn: string; endsOn: string };
}

const say = (text: string, tone?: 'note' | 'strong'): Block =>
  tone === undefined ? { type: 'paragraph', text } : { type: 'paragraph', text, tone };

/** Who decides: the boards, who reports to whom, the panel’s seats, what was decided, what is missing. */
export function governanceBlocks({ registers }: Registered): Block[] {
  const { boards } = registers;
  if (boards.length === 0) return [say('This plan names no board yet.')];
  return [
    {
      type: 'picture',
      svg: governanceSvg(boards),
      alt: `${sayGovernance(boards)} The table below says the same.`,
      caption: 'Who reports to whom',
    },
    {
      type: 'table',
      caption: 'Boards and groups',
      columns: [
        { title: 'Board or group', share: 5 },
        { title: 'Reports to', share: 4 },
        { title: 'Meets', share: 3 },
        { title: 'Last met', share: 2.5 },
        { title: 'Members', share: 2, numeric: true },
        { title: 'With a vote', share: 2, numeric: true },
        { title: 'Quorum', share: 2, numeric: true },
        { title: 'Seats of the panel', share: 3 },
      ],
      rows: inTree(boards).map(({ board }) => [
        asLines([board.name, board.kindWords, ...(board.purpose === '' ? [] : [board.purpose])]),
        board.reportsToName || '–',
        board.cycle,
        sayShortDay(board.lastMet),
        String(board.count.seats),
        String(board.count.voting),
        board.quorum === null ? '–' : String(board.quorum),
        sayPanelSeats(board),
      ]),
    },
    ...boards.flatMap(seatsTable),
    ...decisionsTable(boards),
    ...gaps(boards),
  ];
}

/** Larger boards are told by their counts: the register itself names everybody. */
const MOST_SEATS = 40;

function seatsTable(board: BoardInPlan): Block[] {
  if (board.seats.length === 0) return [];
  if (board.seats.length > MOST_SEATS) {
    return [say(`${board.name} has ${many(board.seats.length, 'seat')}: the register names them.`)];
  }
  return [
    {
      type: 'table',
      caption: `Who sits on the ${board.name}`,
      columns: [
        { title: 'Who', share: 4 },
        { title: 'From', share: 5 },
        { title: 'Role', share: 2 },
        { title: 'Vote', share: 1.5 },
        { title: 'Term', share: 3 },
      ],
      rows: board.seats.map((seat) => [
        seat.who,
        seat.organisation || '–',
        seat.role,
        seat.voting ? 'Yes' : 'No',
        seat.term,
      ]),
    },
  ];
}

function decisionsTable(boards: readonly BoardInPlan[]): Block[] {
  const decided = boards
    .flatMap((board) => board.decisions.map((one) => ({ ...one, board: board.name })))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  if (decided.length === 0) return [say('No decision of a board is recorded yet.')];
  return [
    {
      type: 'table',
      caption: 'Decided last',
      columns: [
        { title: 'On', share: 2 },
        { title: 'What was put, and by whom', share: 6 },
        { title: 'Board', share: 3 },
        { title: 'What came of it', share: 6 },
      ],
      rows: decided
        .slice(0, 10)
        .map((one) => [
          sayShortDay(one.on),
          `${one.put}\n${one.putBy}`,
          one.board,
          asLines([one.outcome, ...(one.decided === '' ? [] : [one.decided])]),
        ]),
    },
  ];
}

function gaps(boards: readonly BoardInPlan[]): Block[] {
  const lacking = boards.filter((board) => board.lacks.length > 0);
  if (lacking.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: 'What is missing' },
    { type: 'list', items: lacking.map((board) => `${board.name}: ${board.lacks.join(' ')}`) },
  ];
}

/** Data sharing: what is blocked and what waits for it first, then every agreement. */
export function sharingBlocks({ registers, lines }: Registered): Block[] {
  const { agreements, today } = registers;
  if (agreements.length === 0) return [say('This plan holds no agreement on data sharing yet.')];
  const rows = agreementLines(agreements, lines, today);
  const kept = new Map(agreements.map((one) => [one.id, one]));
  const blocked = rows.filter(({ state }) => state === 'blocked');
  const overdue = rows.filter(({ review }) => review === 'overdue');
  return [
    ...blocked.map((one) =>
      say(
        `Blocked: ${one.title}. ${one.blockedBy} ${one.lines.length === 0 ? 'No plan line is said to need it.' : `These lines wait for it: ${one.lines.map(({ title }) => title).join('; ')}.`}`,
        'note',
      ),
    ),
    ...(overdue.length === 0
      ? []
      : [say(`Review overdue: ${overdue.map(({ title }) => title).join('; ')}.`, 'note')]),
    {
      type: 'table',
      caption: `${many(agreements.length, 'agreement')} on data sharing`,
      columns: [
        { title: 'Agreement and partners', share: 5 },
        { title: 'What is shared, and what for', share: 6 },
        { title: 'Ground', share: 5 },
        { title: 'How far', share: 2.5 },
        { title: 'Impact assessment', share: 2.5 },
        { title: 'Next review', share: 2.5 },
        { title: 'Plan lines that need it', share: 5 },
      ],
      rows: rows.map((row) => {
        const one = kept.get(row.id);
        return [
          asLines([
            row.title,
            row.partners,
            ...(one?.owner ? [`Looked after by ${one.owner}`] : []),
          ]),
          asLines([one?.data ?? '', one?.purpose ?? ''].filter((words) => words !== '')),
          asLines([
            row.basis || 'No lawful basis yet',
            one?.condition
              ? labelIn(CONDITIONS, one.condition)
              : 'Special categories: not said yet',
          ]),
          row.stateWords,
          one?.dpia ? labelIn(DPIA, one.dpia) : 'Not said yet',
          row.reviewWords,
          asLines(row.lines.map(({ title }) => title)),
        ];
      }),
    },
  ];
}

/** The communications plan: its calendar, and each row with its reach against its target. */
export function communicationsBlocks({ registers, lines, programme }: Registered): Block[] {
  const { communications, today } = registers;
  if (communications.length === 0) return [say('This plan holds no communications plan yet.')];
  const consultations = new Map(Object.entries(registers.consultations));
  const rows = communicationLines(communications, { lines, consultations }, today);
  const picture: Block[] =
    onCalendar(communications).length === 0
      ? []
      : [
          {
            type: 'picture',
            svg: calendarSvg(communications, programme, today),
            alt: 'A bar for each communication from its first to its last day, month by month. The table below says the same.',
            caption: 'When families are told what',
          },
        ];
  return [
    ...picture,
    {
      type: 'table',
      caption: `${many(communications.length, 'communication')}, those behind their target first`,
      columns: [
        { title: 'What, and for whom', share: 5 },
        { title: 'What it says', share: 6 },
        { title: 'Channel and languages', share: 4 },
        { title: 'From', share: 2.2 },
        { title: 'Until', share: 2.2 },
        { title: 'Who does it', share: 3 },
        { title: 'Reached so far', share: 4 },
        { title: 'Families saw it first', share: 3.5 },
      ],
      rows: rows.map((row) => [
        `${row.title}\nFor ${row.audience}`,
        row.message,
        asLines([
          row.channelWords,
          ...(row.languages.length === 0 ? [] : [row.languages.join(', ')]),
        ]),
        sayShortDay(row.fromOn),
        sayShortDay(row.untilOn),
        row.owner || 'Nobody yet',
        `${row.reach}\n${row.courseWords}`,
        row.tested ?? 'Not yet',
      ]),
    },
  ];
}
