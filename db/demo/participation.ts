import { daysOf, quarterOf } from '#app/panel/participation/quarters.ts';
import { readReturn } from '#app/panel/participation/read-return.server.ts';
import {
  correctLine,
  saveAnswers,
  submitReturn,
} from '#app/panel/participation/run-return.server.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';

/** The return of the last quarter that is over: counted, corrected once, and submitted. */
export async function demoParticipation(d: Demonstration): Promise<void> {
  const { from } = daysOf(quarterOf(d.now.toISOString().slice(0, 10)));
  const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const quarter = quarterOf(dayBefore);
  await saveAnswers(d.facilitator, d.programme, quarter, 0, {
    offer: 'both',
    influenced: 'yes',
    example:
      'Parents said that they could not come while they were at work. One hub now opens until 7 pm on Tuesdays. “Mel”, a mother in her twenties, came for the first time.',
    otherRoute: 'Town halls and group discussions',
  });
  const correction = { value: 3, reason: 'Three hubs keep their drop-ins in their own diaries' };
  await correctLine(d.facilitator, d.programme, quarter, 'SPCP04.drop-ins', correction, d.now);
  const { row } = await readReturn(theStore().read, d.programme, quarter);
  const errors = await submitReturn(d.lead, d.programme, quarter, row?.version ?? 0, d.now);
  if (errors.length > 0) throw new Error(errors[0]?.message);
}
