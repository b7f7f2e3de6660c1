import {
  BOARD_KINDS,
  CYCLES,
  labelIn,
  OUTCOMES,
  PUT_BY,
  SEAT_ROLES,
} from '#app/panel/governance/board.ts';
import {
  seatFor,
  seatWords,
  type KeptGovernance,
  type KeptMatter,
} from '#app/panel/governance/governance-page.ts';
import {
  countSeats,
  isVacant,
  lacks,
  sayTerm,
  type BoardCount,
} from '#app/panel/governance/seats.ts';
import { many, sayShortDay } from '#app/ui/words.ts';

/** A board as the plan tells of it. */
export interface BoardInPlan {
  id: string;
  name: string;
  kind: string;
  /** In words. */
  kindWords: string;
  purpose: string;
  cycle: string;
  quorum: number | null;
  reportsTo: string | null;
  reportsToName: string;
  count: BoardCount;
  seats: {
    who: string;
    organisation: string;
    role: string;
    voting: boolean;
    ofPanel: boolean;
    vacant: boolean;
    term: string;
  }[];
  /** Null where no meeting is recorded. */
  lastMet: string | null;
  /** The newest matters on which something was decided. */
  decisions: { on: string; put: string; putBy: string; outcome: string; decided: string }[];
  /** Each as a sentence. */
  lacks: string[];
}

/** How many days may lie between two meetings of a cycle. */
const CYCLE_DAYS: Readonly<Record<string, number>> = {
  monthly: 31,
  'six-weekly': 42,
  'two-monthly': 62,
  quarterly: 92,
  'twice-a-year': 184,
  yearly: 366,
};

/** Meetings move by a week or two: a board is late only after that. */
const GRACE_DAYS = 14;

/**
 * What is said of a board that has met for longer than its cycle allows, or of which no meeting is
 * recorded; null where it is in time, has no fixed cycle or meets for others.
 *
 * @param lastMet the day of its newest recorded meeting, YYYY-MM-DD
 */
export function lateness(
  { cycle, kind }: { cycle: string; kind: string },
  lastMet: string | null,
  today: string,
): string | null {
  const most = CYCLE_DAYS[cycle];
  if (most === undefined || kind === 'partnership') return null;
  if (lastMet === null) return 'No meeting of it is recorded.';
  const days = Math.round((Date.parse(today) - Date.parse(lastMet)) / 86_400_000);
  if (days <= most + GRACE_DAYS) return null;
  return `It last met ${many(days, 'day')} ago, on ${sayShortDay(lastMet)}; it should meet ${labelIn(CYCLES, cycle).toLowerCase()}.`;
}

/** How many decisions are told of each board. */
const DECISIONS = 5;

const decidedOn = (matters: readonly KeptMatter[]) =>
  matters
    .filter(({ outcome }) => outcome !== 'open')
    .slice(0, DECISIONS)
    .map((matter) => ({
      on: matter.decidedOn ?? matter.putOn,
      put: matter.put,
      putBy: labelIn(PUT_BY, matter.putBy),
      outcome: labelIn(OUTCOMES, matter.outcome),
      decided: matter.decided,
    }));

/** The boards of a programme that have not ended, as the plan tells of them; the largest say first. */
export function governanceInPlan(
  all: readonly KeptGovernance[],
  today: string,
  maySeePanel: boolean,
): BoardInPlan[] {
  const open = all.filter(({ board }) => board.closedOn === null);
  return open.map(({ board, seats: kept, matters }): BoardInPlan => {
    const seats = kept.map((seat) => seatFor(seat, maySeePanel));
    const met = matters.map(({ putOn }) => putOn).filter((on) => on <= today);
    const lastMet = met.length === 0 ? null : met.reduce((a, b) => (a > b ? a : b));
    const late = lateness(board, lastMet, today);
    return {
      ...{ id: board.id, name: board.name, kind: board.kind, purpose: board.purpose },
      ...{ quorum: board.quorum, reportsTo: board.reportsTo, lastMet },
      kindWords: labelIn(BOARD_KINDS, board.kind),
      cycle: labelIn(CYCLES, board.cycle),
      reportsToName: open.find((one) => one.board.id === board.reportsTo)?.board.name ?? '',
      count: countSeats(seats, today),
      seats: seats.map((seat) => ({
        who: seatWords(seat),
        organisation: seat.organisation,
        role: labelIn(SEAT_ROLES, seat.role),
        voting: seat.voting,
        ofPanel: seat.ofPanel,
        vacant: isVacant(seat),
        term: sayTerm(seat, today),
      })),
      decisions: decidedOn(matters),
      lacks: [...lacks(board, seats, today), ...(late === null ? [] : [late])],
    };
  });
}

/** Boards that steer, decide or deliver and on which parents and carers have no seat. */
export function withoutPanel(boards: readonly BoardInPlan[]): BoardInPlan[] {
  return boards.filter(
    ({ kind, count }) => (kind === 'decides' || kind === 'steers') && count.panel === 0,
  );
}

/** The panel's seats in words: "2 seats of the panel, 1 vacant". */
export function sayPanelSeats(board: BoardInPlan): string {
  const { panel } = board.count;
  if (panel === 0) return 'None';
  const vacant = board.seats.filter((seat) => seat.ofPanel && seat.vacant).length;
  return vacant === 0 ? String(panel) : `${panel}, ${vacant} vacant`;
}

/** Who reports to whom as a list with its depth, those that are reported to first. */
export function inTree(boards: readonly BoardInPlan[]): { board: BoardInPlan; depth: number }[] {
  const ids = new Set(boards.map(({ id }) => id));
  const rows: { board: BoardInPlan; depth: number }[] = [];
  const below = (id: string | null, depth: number): void => {
    for (const board of boards) {
      const top = board.reportsTo === null || !ids.has(board.reportsTo);
      if (id === null ? !top : board.reportsTo !== id) continue;
      if (rows.some((row) => row.board.id === board.id)) continue;
      rows.push({ board, depth });
      below(board.id, depth + 1);
    }
  };
  below(null, 0);
  // Boards that report to each other in a ring have no top: they come last.
  for (const board of boards) {
    if (!rows.some((row) => row.board.id === board.id)) rows.push({ board, depth: 0 });
  }
  return rows;
}
