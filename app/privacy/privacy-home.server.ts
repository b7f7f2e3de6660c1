import { theStore } from '#db/store.server.ts';
import { openRequests } from '#db/data-requests.ts';
import { howManyReadings } from '#db/readings.ts';
import { programmesOf } from '#db/people.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { dueOn } from './requests.ts';

const WEEK = 7 * 86_400_000;

/** What an administrator sees first: what is asked and due, and where the rest stands. */
export async function privacyHome(by: Person, today: string) {
  allow(by, 'privacy.manage', by);
  const { read } = theStore();
  const open = await openRequests(read, by.authorityId);
  const late = open.filter((one) => dueOn(one.receivedOn, one.extendedBy) < today).length;
  const from = new Date(new Date(`${today}T12:00:00Z`).getTime() - WEEK);
  const programmes = await programmesOf(read, by.authorityId);
  return {
    open: open.length,
    late,
    readThisWeek: await howManyReadings(read, by.authorityId, { from }),
    programmes: programmes.map(({ id, title }) => ({ id, title })),
  };
}
