import { changeMessage, nextDue, settleInterrupted } from '#db/outbox.ts';
import { newId } from '#db/ids.ts';
import { recipientOf } from '#db/post.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import type { Carried, Carrier, Outgoing } from './carrier.ts';
import { channelFor, isCarried } from './channel.ts';
import { compose } from './compose.server.ts';
import { nextTry } from './next-try.ts';
import type { Reason } from './reasons.ts';
import { asPlainText } from './words.ts';

/** Longer than any carrier takes to give up: after it, who had the message in hand is not there. */
export const LEASE_MS = 5 * 60_000;

export interface Sender {
  carriers: readonly Carrier[];
  /** The address that families see, for the links. */
  base: string;
  /** The clock. */
  now: () => Date;
}

/** What became of one message, as it may be logged. */
export type Sent =
  { did: 'nothing' } | { did: 'sent' | 'try-again' | 'failed' | 'put-aside'; reason: Reason | '' };

/**
 * Sends the message of an authority that has waited longest, if one is due. It is marked as taken in
 * hand before it leaves, so that of several servers one sends it; a server that stops in between
 * leaves it marked, and after five minutes it is shown as interrupted and never sent by itself again.
 */
export async function sendNext(authorityId: string, sender: Sender): Promise<Sent> {
  const lease = newId();
  const taken = await theStore().write(scopeOf(authorityId), (tx) =>
    takeNext(tx, authorityId, sender, lease),
  );
  if (taken === undefined) return { did: 'nothing' };
  if ('putAside' in taken) return { did: 'put-aside', reason: taken.putAside };
  const carrier = sender.carriers.find(({ channel }) => channel === taken.outgoing.channel);
  const carried = await (carrier?.carry(taken.outgoing) ?? noCarrier());
  const settled = settledAs(carried, taken.tries, sender.now());
  await theStore().write(scopeOf(authorityId), (tx) =>
    changeMessage(
      tx,
      { authorityId, id: taken.outgoing.id, state: ['waiting'], lease },
      { ...settled.change, lease: null, leasedUntil: null },
    ),
  );
  return { did: settled.did, reason: settled.change.reason };
}

const scopeOf = (authorityId: string) => `post:${authorityId}`;
const noCarrier = (): Carried => ({ outcome: 'try-again', reason: 'settings' });

type Taken = { outgoing: Outgoing; tries: number } | { putAside: Reason | '' };

async function takeNext(
  tx: Writer,
  authorityId: string,
  sender: Sender,
  lease: string,
): Promise<Taken | undefined> {
  const now = sender.now();
  await settleInterrupted(tx, authorityId, now);
  const channels = sender.carriers.map(({ channel }) => channel);
  const message = await nextDue(tx, authorityId, channels, now);
  if (!message) return undefined;
  const at = { authorityId, id: message.id, state: ['waiting'], lease: null };
  const channel = channelFor(await recipientOf(tx, authorityId, message), message.data['by']);
  if (channel === 'none') return putAside('cancelled', 'gone');
  if (!isCarried(channel) || !channels.includes(channel)) {
    // They want to hear in another way by now: it waits for that one.
    await changeMessage(tx, at, { channel });
    return { putAside: '' };
  }
  const composed = await compose(tx, message, sender.base, now);
  if (composed === 'gone') return putAside('cancelled', composed);
  if (composed === 'not-known') return putAside('failed', composed);
  const { recipient, words } = composed;
  const tries = message.attempts + 1;
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  await changeMessage(tx, at, { channel, lease, leasedUntil, attempts: tries });
  const { id } = message;
  const outgoing: Outgoing =
    channel === 'email'
      ? { id, channel, to: recipient.email, subject: words.subject, body: asPlainText(words) }
      : { id, channel, to: recipient.phone, subject: '', body: words.text };
  return { outgoing, tries };

  async function putAside(state: string, reason: Reason): Promise<Taken> {
    await changeMessage(tx, at, { state, reason, settledAt: now });
    return { putAside: reason };
  }
}

/** What is kept of a try. */
function settledAs(carried: Carried, tries: number, now: Date) {
  switch (carried.outcome) {
    case 'sent': {
      const reason: Reason | '' = '';
      const change = { state: 'sent', reason, settledAt: now, carrierRef: carried.ref };
      return { did: 'sent' as const, change };
    }
    case 'refused':
      return {
        did: 'failed' as const,
        change: { state: 'failed', reason: carried.reason, settledAt: now },
      };
    case 'try-again': {
      const sendAfter = nextTry(tries, now);
      const reason = carried.reason;
      if (sendAfter !== null) return { did: 'try-again' as const, change: { sendAfter, reason } };
      return { did: 'failed' as const, change: { state: 'failed', reason, settledAt: now } };
    }
  }
}
