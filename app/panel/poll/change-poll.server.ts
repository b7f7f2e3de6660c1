import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { consultationById } from '#db/consultations.ts';
import { record, type Programme } from '#db/people.ts';
import { pollOf, updatePoll } from '#db/polls.ts';
import { theStore } from '#db/store.server.ts';
import type { PollFields } from './poll.ts';

/** Changes whom a poll speaks to and whether a screen may show its counts while it is open. */
export async function changePoll(
  by: Person,
  programme: Programme,
  consultationId: string,
  fields: PollFields,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  await theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    const poll = await pollOf(tx, authorityId, consultationId);
    if (!consultation || !poll) throw new NotFound('poll');
    await updatePoll(tx, authorityId, consultationId, fields);
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'poll.changed', thing, { title: consultation.title });
  });
}
