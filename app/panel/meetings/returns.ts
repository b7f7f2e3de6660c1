import { wasThere } from './attendance.ts';
import { wayOf, type Way } from './meeting.ts';

/** What a quarterly return asks of meetings. Counts of members present are not shown when small. */
export interface QuarterOfMeetings {
  held: number;
  cancelled: number;
  /** How the held meetings were held. */
  routes: Record<Way, number>;
  /** Times that a member was there: somebody at two meetings counts twice. */
  attendances: number;
  /** Different members who were at one meeting or more. */
  members: number;
  parents: number;
  practitioners: number;
  /** Parents and carers who came as guests, meeting by meeting. */
  guestParents: number;
  comments: number;
  decisions: number;
}

/**
 * What the meetings between two days come to, both days included.
 *
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD
 */
export function meetingsInQuarter(
  all: {
    meetings: readonly { id: string; heldOn: string; state: string; how: string }[];
    attendances: readonly { meetingId: string; memberId: string; how: string; kind: string }[];
    guests: readonly { meetingId: string; category: string; count: number }[];
    notes: readonly { meetingId: string; kind: string }[];
    decisions: readonly { meetingId: string }[];
  },
  from: string,
  to: string,
): QuarterOfMeetings {
  const within = all.meetings.filter(({ heldOn }) => heldOn >= from && heldOn <= to);
  const held = within.filter(({ state }) => state === 'held');
  const ids = new Set(held.map(({ id }) => id));
  const here = <Row extends { meetingId: string }>(rows: readonly Row[]) =>
    rows.filter(({ meetingId }) => ids.has(meetingId));
  const there = here(all.attendances).filter(({ how }) => wasThere(how));
  const kinds = new Map(there.map(({ memberId, kind }) => [memberId, kind]));
  const parents = [...kinds.values()].filter((kind) => kind === 'parent-or-carer').length;
  const routes = { 'in-person': 0, online: 0, both: 0 };
  for (const { how } of held) routes[wayOf(how)] += 1;
  return {
    held: held.length,
    cancelled: within.filter(({ state }) => state === 'cancelled').length,
    routes,
    attendances: there.length,
    members: kinds.size,
    parents,
    practitioners: kinds.size - parents,
    guestParents: here(all.guests)
      .filter(({ category }) => category === 'parent')
      .reduce((sum, { count }) => sum + count, 0),
    comments: here(all.notes).filter(({ kind }) => kind === 'comment').length,
    decisions: here(all.decisions).length,
  };
}
