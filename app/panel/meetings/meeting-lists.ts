import { many } from '#app/ui/words.ts';
import type { MeetingWhen } from './meeting.ts';

export interface ListedMeeting extends MeetingWhen {
  id: string;
  title: string;
  how: string;
  place: string;
  state: string;
  groupId: string | null;
}

/** The meetings of a programme as they are looked for. */
export interface MeetingLists<Meeting extends ListedMeeting> {
  /** Planned, from today on; next first. */
  coming: Meeting[];
  /** Planned, and their day has passed: were they held? Latest first. */
  unsaid: Meeting[];
  /** Latest first. */
  held: Meeting[];
  /** Latest first. */
  cancelled: Meeting[];
}

export function meetingLists<Meeting extends ListedMeeting>(
  meetings: readonly Meeting[],
  today: string,
): MeetingLists<Meeting> {
  const when = ({ heldOn, startsAt, id }: ListedMeeting) => `${heldOn} ${startsAt} ${id}`;
  const latestFirst = [...meetings].sort((a, b) => when(b).localeCompare(when(a)));
  const of = (state: string) => latestFirst.filter((one) => one.state === state);
  return {
    coming: of('planned')
      .filter(({ heldOn }) => heldOn >= today)
      .reverse(),
    unsaid: of('planned').filter(({ heldOn }) => heldOn < today),
    held: of('held'),
    cancelled: of('cancelled'),
  };
}

/** The same day a year before: what "over the year" begins with. 29 February begins on the 28th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.slice(5) === '02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** What of the meetings waits for somebody, each a sentence with where it is done. */
export function meetingsWaiting(
  lists: Pick<MeetingLists<ListedMeeting>, 'unsaid'>,
  lateActions: number,
): { what: 'unsaid' | 'late'; words: string }[] {
  return [
    ...(lateActions > 0
      ? [
          {
            what: 'late' as const,
            words: `${many(lateActions, 'action')} of meetings ${lateActions === 1 ? 'is' : 'are'} past the day`,
          },
        ]
      : []),
    ...(lists.unsaid.length > 0
      ? [
          {
            what: 'unsaid' as const,
            words: `Say whether ${many(lists.unsaid.length, 'meeting')} took place`,
          },
        ]
      : []),
  ];
}
