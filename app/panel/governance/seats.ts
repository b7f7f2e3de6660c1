import { many, sayShortDay } from '#app/ui/words.ts';
import { SEAT_ROLES } from './board.ts';

/** A seat as it is read: who sits on it, with what say, and until when. */
export interface Seat {
  id: string;
  /** The member of the panel where one holds it; empty where it is vacant. */
  name: string;
  organisation: string;
  role: string;
  voting: boolean;
  ofPanel: boolean;
  /** Somebody of the panel sits on it, whose name may not be for everybody. */
  held: boolean;
  fromOn: string | null;
  untilOn: string | null;
}

/** Terms that end within so many days are said beforehand. */
const SOON = 90;

export type Term = 'open' | 'ends-soon' | 'over' | 'to-come';

/** Where a term stands on a day (both YYYY-MM-DD). */
export function termOf({ fromOn, untilOn }: Pick<Seat, 'fromOn' | 'untilOn'>, today: string): Term {
  if (untilOn !== null && untilOn < today) return 'over';
  if (fromOn !== null && fromOn > today) return 'to-come';
  if (untilOn === null) return 'open';
  const days = (Date.parse(untilOn) - Date.parse(today)) / 86_400_000;
  return days <= SOON ? 'ends-soon' : 'open';
}

export function sayTerm(seat: Pick<Seat, 'fromOn' | 'untilOn'>, today: string): string {
  const { fromOn, untilOn } = seat;
  switch (termOf(seat, today)) {
    case 'over':
      return `Ended ${sayShortDay(untilOn)}`;
    case 'ends-soon':
      return `Ends soon: ${sayShortDay(untilOn)}`;
    case 'to-come':
      return `From ${sayShortDay(fromOn)}`;
    case 'open':
      return untilOn === null ? 'No end set' : `Until ${sayShortDay(untilOn)}`;
  }
}

export const isVacant = (seat: Pick<Seat, 'name' | 'held'>): boolean =>
  seat.name === '' && !seat.held;

export interface BoardCount {
  /** Seats whose term is not over. */
  seats: number;
  voting: number;
  vacant: number;
  panel: number;
  /** Seats whose term ends soon or is over. */
  ending: number;
  /** The chair, or null. */
  chair: string | null;
}

export function countSeats(seats: readonly Seat[], today: string): BoardCount {
  const here = seats.filter((seat) => termOf(seat, today) !== 'over');
  const chair = here.find(({ role }) => role === 'chair');
  return {
    seats: here.length,
    voting: here.filter(({ voting }) => voting).length,
    vacant: here.filter(isVacant).length,
    panel: here.filter(({ ofPanel }) => ofPanel).length,
    ending: seats.filter((seat) => ['over', 'ends-soon'].includes(termOf(seat, today))).length,
    chair: chair ? chair.name || chair.organisation || 'The panel’s seat' : null,
  };
}

/** What a board lacks, each as a sentence. */
export function lacks(
  board: { quorum: number | null; terms: string; kind: string; closedOn: string | null },
  seats: readonly Seat[],
  today: string,
): string[] {
  if (board.closedOn !== null || board.kind === 'partnership') return [];
  const count = countSeats(seats, today);
  const over = seats.filter((seat) => termOf(seat, today) === 'over').length;
  return [
    ...(count.chair === null ? ['It has no chair.'] : []),
    ...(board.terms === '' ? ['It has no terms of reference.'] : []),
    ...(board.quorum !== null && board.quorum > count.seats - count.vacant
      ? [`Its quorum is ${board.quorum} and it has ${many(count.seats - count.vacant, 'member')}.`]
      : []),
    ...(count.panel === 0 ? ['Parents and carers have no seat on it.'] : []),
    ...(count.vacant > 0
      ? [`${count.vacant === 1 ? 'One seat is' : `${count.vacant} seats are`} vacant.`]
      : []),
    ...(over > 0 ? [`${over === 1 ? 'One term has' : `${over} terms have`} ended.`] : []),
  ];
}

/** A line of a typed or pasted list. */
export interface ListedSeat {
  name: string;
  organisation: string;
  role: string;
  voting: boolean;
}

const MOST_AT_ONCE = 300;

/**
 * Reads members as they are pasted: one a line, "Name, organisation, role, vote", or out of a
 * spreadsheet with tabs between. Role and vote may be left out: a member with a vote.
 */
export function readSeatList(
  text: string,
):
  { ok: true; seats: ListedSeat[] } | { ok: false; problems: { line: number; message: string }[] } {
  const problems: { line: number; message: string }[] = [];
  const seats = text.split('\n').flatMap((row, at): ListedSeat[] => {
    if (row.trim() === '') return [];
    const cells = row.split(row.includes('\t') ? '\t' : ',').map((cell) => cell.trim());
    const [name = '', organisation = '', role = '', vote = ''] = cells;
    const tell = (message: string) => problems.push({ line: at + 1, message });
    const named = SEAT_ROLES.find(({ value, label }) =>
      [value, label.toLowerCase()].includes(role.toLowerCase()),
    );
    if (name === '' && organisation === '') tell('Enter a name or an organisation first.');
    if (name.length > 120 || organisation.length > 160) tell('The name is too long.');
    if (cells.length > 4) tell('It has more than four parts: name, organisation, role, vote.');
    if (role !== '' && !named) {
      tell(
        `“${role}” is no role: ${SEAT_ROLES.map(({ label }) => label.toLowerCase()).join(', ')}.`,
      );
    }
    if (!/^(|yes|no|voting|non-voting|vote|no vote)$/i.test(vote))
      tell('The vote must be yes or no.');
    return [
      {
        name,
        organisation,
        role: named?.value ?? 'member',
        voting:
          vote === '' ? !['adviser', 'observer'].includes(named?.value ?? '') : !/^no/i.test(vote),
      },
    ];
  });
  if (seats.length === 0) problems.push({ line: 0, message: 'Enter at least one member.' });
  if (seats.length > MOST_AT_ONCE) {
    problems.push({ line: 0, message: `Enter ${MOST_AT_ONCE} members or fewer at a time.` });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, seats };
}
