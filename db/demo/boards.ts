import type { MatterFields, SeatFields } from '#app/panel/governance/board.ts';
import { addBoard, addMatter, addSeats } from '#app/panel/governance/run-board.server.ts';
import { readSeatList } from '#app/panel/governance/seats.ts';
import { membersOf } from '../panel.ts';
import { theStore } from '../store.server.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';

export interface DemoBoards {
  /** Signs off the plan: fifteen with a vote, every quarter. */
  boardId: string;
}

const STRATEGIC = `Councillor Ruth Adeyemi, Wexcombe Borough Council, chair
Martin Hale, Wexcombe Borough Council, vice-chair
Grace Whitfield, Wexcombe Borough Council
Dr Sunita Rao, Integrated care board
Helen Frost, Midwifery
Joanne Pike, Health visiting
Carl Denny, Perinatal mental health
Alice Munroe, Schools forum
Ibrahim Khan, Nurseries and childminders
Beth Lomax, Home-Start Wexcombe
Father Sean Doyle, Faith forum
Nadia Petrova, Domestic abuse service
Owen Price, Job centre
Raj Patel, Public health, adviser, no`;

const LEADERSHIP = `Priya Shah, Wexcombe Borough Council, chair
Joanne Pike, Health visiting
Helen Frost, Midwifery
Kelly Marsh, Aldermere hub
Dean Willis, Canal Quarter hub
Beth Lomax, Home-Start Wexcombe`;

/** The borough's boards: who reports to whom, who sits on them, and how the panel was heard. */
export async function demoBoards(d: Demonstration): Promise<DemoBoards> {
  const add = (name: string, kind: string, cycle: string, more: Partial<Board> = {}) =>
    addBoard(d.lead, d.programme, { ...BLANK, name, kind, cycle, ...more }, d.now);
  const health = await add('Health and Wellbeing Board', 'partnership', 'quarterly');
  const boardId = await add('Best Start Family Hubs Board', 'decides', 'quarterly', {
    purpose: 'Signs off the delivery plan, holds the money, and answers for both.',
    terms:
      'The board decides by consensus, and by a vote where that fails. Its papers go out a week before, in plain English. The panel’s seats have the same say and the same vote as every other. The board looks at these terms each April.',
    quorum: 8,
    reportsTo: health,
  });
  const leadership = await add('Hubs leadership team', 'delivers', 'monthly', {
    purpose: 'Runs the hubs from month to month.',
    terms: 'The team carries out the plan, and takes to the board what it cannot settle.',
    reportsTo: boardId,
  });
  await add('Start for Life offer group', 'advises', 'six-weekly', { reportsTo: boardId });
  await list(d, boardId, STRATEGIC);
  await list(d, leadership, LEADERSHIP);
  await seatPanel(d, boardId);
  for (const matter of MATTERS(d)) await addMatter(d.lead, d.programme, boardId, matter);
  return { boardId };
}

interface Board {
  purpose: string;
  terms: string;
  quorum: number | null;
  reportsTo: string | null;
}
const BLANK: Board = { purpose: '', terms: '', quorum: null, reportsTo: null };

async function list(d: Demonstration, boardId: string, text: string): Promise<void> {
  const read = readSeatList(text);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  await addSeats(d.lead, d.programme, boardId, read.seats);
}

/** One of the panel's two seats is held; the other is vacant, as it often is. */
async function seatPanel(d: Demonstration, boardId: string): Promise<void> {
  const members = await membersOf(theStore().read, d.authorityId, d.programme.id);
  const leanne = members.find(({ name }) => name === 'Leanne Moss');
  const seat: SeatFields = {
    ...{ name: '', organisation: 'Parent carer panel', role: 'member', voting: 'yes' },
    ...{
      ofPanel: 'yes',
      memberId: leanne?.id ?? '',
      fromOn: dayFrom(d, -200),
      untilOn: dayFrom(d, 60),
    },
  };
  const vacant: SeatFields = { ...seat, memberId: '', fromOn: null, untilOn: null };
  await addSeats(d.lead, d.programme, boardId, [seat, vacant]);
}

const MATTERS = (d: Demonstration): MatterFields[] => [
  {
    ...{ putOn: dayFrom(d, -12), putBy: 'panel', outcome: 'changed', decidedOn: dayFrom(d, -12) },
    put: 'Open one hub until 7 pm on one evening each week, so that working parents can come.',
    decided:
      'Agreed for Aldermere from January, for six months. The board looks at who came before it says more.',
  },
  {
    ...{
      putOn: dayFrom(d, -12),
      putBy: 'panel',
      outcome: 'not-agreed',
      decidedOn: dayFrom(d, -12),
    },
    put: 'Pay the bus fare of every family that comes to a hub.',
    decided:
      'Not agreed: it would cost more than the outreach worker. Fares are paid for families who are referred.',
  },
  {
    ...{ putOn: dayFrom(d, -12), putBy: 'officer', outcome: 'noted', decidedOn: dayFrom(d, -12) },
    put: 'What families said in the survey, and who is missing from it.',
    decided: 'Noted. The board asked for the answers of fathers apart.',
  },
];
