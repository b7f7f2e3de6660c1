import type { Carried, Carrier } from '#app/panel/post/carrier.ts';
import { writeLetters } from '#app/panel/post/letters.server.ts';
import { sendNext } from '#app/panel/post/send-messages.server.ts';
import { settleByHand } from '#app/panel/post/run-outbox.server.ts';
import { membersOf } from '../panel.ts';
import { queueMessage } from '../post.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';

/** What became of the first links: all went but one, to an address with a slip of the pen in it. */
const CAME: Readonly<Record<string, Carried>> = {
  'Priti Desai': { outcome: 'refused', reason: 'no-such-address' },
};

/** Nothing leaves the demonstration: this one only says what would have come of it. */
const madeUp = (channel: 'email' | 'text', carried: Carried): Carrier => ({
  channel,
  called: 'nothing: this is the demonstration',
  carry: () => Promise.resolve(carried),
});

/**
 * The demonstration's outbox: links that were sent six weeks ago, one that did not get through, one
 * that was passed on by hand, and a letter and a message that wait.
 */
export async function demoPost(d: Demonstration): Promise<void> {
  const { authorityId, programme } = d;
  const members = await membersOf(theStore().read, authorityId, programme.id);
  const sixWeeksAgo = new Date(d.now.getTime() - 41 * 86_400_000);
  const idOf = (name: string) => members.find((member) => member.name === name)?.id;
  for (const name of ['Leanne Moss', 'Daniel Obi', 'Samina Akhtar', 'Priti Desai']) {
    const id = await queue(d, idOf(name), sixWeeksAgo);
    if (id === null) continue;
    const carried = CAME[name] ?? { outcome: 'sent', ref: '' };
    const carriers = [madeUp('email', carried), madeUp('text', carried)];
    const sender = { carriers, base: 'https://hubs.wexcombe.example', now: () => sixWeeksAgo };
    await sendNext(authorityId, sender);
  }
  const byHand = await queue(d, idOf('Rhiannon Cole'), sixWeeksAgo);
  if (byHand !== null) {
    await settleByHand(d.facilitator, programme, byHand, 'passed-on', sixWeeksAgo);
  }
  const maureen = idOf('Maureen Hibbert');
  if (maureen !== undefined) await writeLetters(d.facilitator, programme, [maureen], d.now);
  await queue(d, idOf('Gareth Pugh'), d.now);
}

async function queue(d: Demonstration, memberId: string | undefined, at: Date) {
  if (memberId === undefined) return null;
  const { authorityId, programme } = d;
  const to = { member: memberId };
  const programmeId = programme.id;
  return theStore().write(null, (tx) =>
    queueMessage(tx, { authorityId, programmeId, to, kind: 'new-link', at }),
  );
}
