import type { CsvCell } from '#app/survey/csv.ts';
import { BOARD_KINDS, CYCLES, labelIn, OUTCOMES, PUT_BY, SEAT_ROLES } from './board.ts';
import {
  countSeats,
  isVacant,
  lacks,
  sayTerm,
  termOf,
  type BoardCount,
  type Seat,
} from './seats.ts';

/** A board as it is kept, as far as pages need it. */
export interface KeptBoard {
  id: string;
  name: string;
  kind: string;
  purpose: string;
  terms: string;
  cycle: string;
  quorum: number | null;
  reportsTo: string | null;
  closedOn: string | null;
}

export interface KeptSeat extends Omit<Seat, 'held'> {
  memberId: string | null;
  memberName: string | null;
}

export interface KeptMatter {
  id: string;
  putOn: string;
  putBy: string;
  put: string;
  outcome: string;
  decided: string;
  decidedOn: string | null;
}

export interface KeptGovernance {
  board: KeptBoard;
  seats: readonly KeptSeat[];
  matters: readonly KeptMatter[];
}

/**
 * A seat as somebody may read it: who of the panel sits on it is named only to those who may see who
 * is on the panel.
 */
export function seatFor(seat: KeptSeat, maySeePanel: boolean): Seat {
  const { memberId, memberName, ...rest } = seat;
  const name = memberId === null ? seat.name : maySeePanel ? (memberName ?? '') : '';
  return { ...rest, name, held: memberId !== null };
}

export const seatWords = (seat: Seat): string =>
  isVacant(seat) ? 'Vacant' : seat.name || 'A member of the panel';

export interface BoardLine {
  id: string;
  name: string;
  kind: string;
  cycle: string;
  reportsTo: string | null;
  reportsToName: string;
  closedOn: string | null;
  count: BoardCount;
  lacks: string[];
}

/** How the panel was heard on all boards together. */
export interface Heard {
  put: number;
  agreed: number;
  notAgreed: number;
  waiting: number;
}

/** Every board in one line, and how the panel was heard. */
export function governancePage(
  all: readonly KeptGovernance[],
  today: string,
  maySeePanel: boolean,
): {
  boards: BoardLine[];
  heard: Heard;
  ending: { board: string; boardId: string; words: string }[];
} {
  const seatsOf = (one: KeptGovernance) => one.seats.map((seat) => seatFor(seat, maySeePanel));
  const boards = all.map((one): BoardLine => {
    const { id, name, kind, cycle, reportsTo, closedOn } = one.board;
    const seats = seatsOf(one);
    return {
      ...{ id, name, reportsTo, closedOn },
      kind: labelIn(BOARD_KINDS, kind),
      cycle: labelIn(CYCLES, cycle),
      reportsToName: all.find(({ board }) => board.id === reportsTo)?.board.name ?? '',
      count: countSeats(seats, today),
      lacks: lacks(one.board, seats, today),
    };
  });
  const ending = all
    .filter(({ board }) => board.closedOn === null)
    .flatMap((one) =>
      seatsOf(one)
        .filter((seat) => ['ends-soon', 'over'].includes(termOf(seat, today)))
        .map((seat) => ({
          board: one.board.name,
          boardId: one.board.id,
          words: `${seatWords(seat)}${seat.organisation ? `, ${seat.organisation}` : ''}: ${beginningSmall(sayTerm(seat, today))}`,
        })),
    );
  return { boards, heard: heardOf(all.flatMap(({ matters }) => [...matters])), ending };
}

const beginningSmall = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function heardOf(matters: readonly KeptMatter[]): Heard {
  const ours = matters.filter(({ putBy }) => putBy === 'panel');
  const of = (...outcomes: string[]) =>
    ours.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    put: ours.length,
    agreed: of('agreed', 'changed'),
    notAgreed: of('not-agreed'),
    waiting: of('open', 'deferred'),
  };
}

/** The register of boards, seats and matters as rows of a file. */
export function registerRows(
  all: readonly KeptGovernance[],
  today: string,
  maySeePanel: boolean,
): CsvCell[][] {
  const head = [
    'What',
    'Board',
    'Who or what',
    'Organisation',
    'Role',
    'Vote',
    'From',
    'Until',
    'Outcome',
  ];
  const rows = all.flatMap(({ board, seats, matters }): CsvCell[][] => [
    [
      ...['board', board.name, board.purpose, '', labelIn(BOARD_KINDS, board.kind), ''],
      ...['', board.closedOn ?? '', labelIn(CYCLES, board.cycle)],
    ],
    ...seats
      .map((seat) => seatFor(seat, maySeePanel))
      .map((seat): CsvCell[] => [
        ...['seat', board.name, seatWords(seat), seat.organisation],
        ...[labelIn(SEAT_ROLES, seat.role), seat.voting ? 'yes' : 'no'],
        ...[seat.fromOn ?? '', seat.untilOn ?? '', sayTerm(seat, today)],
      ]),
    ...matters.map((matter): CsvCell[] => [
      ...['matter', board.name, matter.put, '', labelIn(PUT_BY, matter.putBy), ''],
      ...[matter.putOn, matter.decidedOn ?? ''],
      `${labelIn(OUTCOMES, matter.outcome)}${matter.decided === '' ? '' : `: ${matter.decided}`}`,
    ]),
  ]);
  return [head, ...rows];
}

/** Organisations by how many seats they hold, most first. */
export function organisationsOf(seats: readonly Seat[]): { name: string; seats: number }[] {
  const counts = new Map<string, number>();
  for (const { organisation } of seats) {
    if (organisation !== '') counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, seats: count }))
    .sort((a, b) => b.seats - a.seats || a.name.localeCompare(b.name, 'en-GB'));
}
