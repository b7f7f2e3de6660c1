import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Meeting } from '#db/meetings.ts';
import { londonMoment } from './clock.ts';
import { sayWhere, wayOf } from './meeting.ts';

/**
 * A meeting as a calendar file (RFC 5545). Times are in UTC, which every calendar shows in the time
 * of the place. The UID stays the same and the sequence counts changes, so that a calendar that takes
 * the file again moves the entry, or strikes it out when the meeting is cancelled.
 *
 * @param address where the meeting stands on the member's page
 */
export function calendarOf(
  meeting: Meeting,
  { address, at }: { address: string; at: Date },
): string {
  const { id, title, heldOn, startsAt, endsAt, joiningLink, how, state, sequence } = meeting;
  const start = londonMoment(heldOn, startsAt);
  const end = londonMoment(heldOn, endsAt);
  if (!start || !end) throw new Error('A meeting is stored at an hour that there is not.');
  const cancelled = state === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Throughline', product: 'Throughline', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@throughline`,
    sequence,
    start,
    end,
    stamp: at,
    summary: title,
    location: sayWhere(meeting),
    description: [
      ...(joiningLink === '' || wayOf(how) === 'in-person' ? [] : [`Join online: ${joiningLink}`]),
      `All about it: ${address}`,
    ].join('\n'),
    url: address,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
