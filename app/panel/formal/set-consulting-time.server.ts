import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { putConsultingTime } from '#db/formal.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { ConsultingTime } from './time.ts';

/** Sets how long formal consultations of an authority are open at least. */
export async function setConsultingTime(
  by: Person,
  { leastDays, why, elections }: ConsultingTime,
  at = new Date(),
): Promise<void> {
  allow(by, 'authority.edit', by);
  const { authorityId } = by;
  await theStore().write(`authority:${authorityId}`, async (tx) => {
    const row = { authorityId, leastDays, why, elections: [...elections], changedOn: dayOf(at) };
    await putConsultingTime(tx, row);
    const thing = { kind: 'authority', id: authorityId };
    await record(tx, by, 'consulting-time.changed', thing, { days: leastDays });
  });
}
