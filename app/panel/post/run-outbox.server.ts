import { changeMessage, messageById, outboxCounts, outboxOf, howManyMessages } from '#db/outbox.ts';
import { record, type Programme } from '#db/people.ts';
import { queueMessage, type MessageRow } from '#db/post.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { theCarriers } from './carriers.server.ts';
import type { Channel } from './channel.ts';
import { compose, previewOf, whoseOf } from './compose.server.ts';
import { waitsForStaff } from './outbox.ts';
import { asPlainText } from './words.ts';
import type { MessageKind } from './templates/index.ts';

const PAGE = 50;

/** The ways out of the house that are set up; none for the demonstration, whose people are made up. */
export function waysOut(demonstration: boolean): { channel: Channel; called: string }[] {
  if (demonstration) return [];
  return theCarriers().map(({ channel, called }) => ({ channel, called }));
}

/** A page of the outbox. */
export async function readOutbox(
  by: Person,
  programme: Programme,
  asked: { kind: string; state: string; page: number },
) {
  allow(by, 'panel.see', programme);
  const { read } = theStore();
  const { authorityId, id } = programme;
  const found = await howManyMessages(read, authorityId, id, asked);
  const pages = Math.max(1, Math.ceil(found / PAGE));
  const page = Math.min(asked.page, pages - 1);
  const rows = await outboxOf(read, authorityId, id, asked, { number: page, size: PAGE });
  return { rows, found, page, pages, counts: await outboxCounts(read, authorityId, id) };
}

/** A message as it will be read, without the links of its person. */
export async function readMessage(by: Person, programme: Programme, id: string, base: string) {
  allow(by, 'panel.see', programme);
  const { read } = theStore();
  const message = await messageById(read, programme.authorityId, programme.id, id);
  if (!message) throw new NotFound('message');
  const preview = await previewOf(read, message, base);
  return { message, preview };
}

/** Whether staff may open a message with its link in it: to pass it on, or to look around. */
export function mayOpen(message: MessageRow, demonstration: boolean): boolean {
  const ways = waysOut(demonstration).map(({ channel }) => channel);
  return waitsForStaff(message, ways);
}

/**
 * A message with its links, as its person would read it: where no way out of the house leads to them,
 * staff pass it on themselves. Each opening makes new links and stands in the audit trail.
 */
export async function openMessage(
  by: Person,
  programme: Programme,
  id: string,
  { base, demonstration, at = new Date() }: { base: string; demonstration: boolean; at?: Date },
): Promise<{ subject: string; body: string; text: string; link: string }> {
  return change(by, programme, id, async (tx, message) => {
    if (!mayOpen(message, demonstration)) {
      throw new Conflict('This message goes by itself, so that nobody else reads its link.');
    }
    const composed = await compose(tx, message, base, at);
    if (composed === 'gone') throw new Conflict('The person has left or was deleted.');
    if (composed === 'not-known') throw new Conflict('This kind of message is not known any more.');
    noteReading(by, 'contacts', 1);
    await record(tx, by, 'message.opened', { kind: 'message', id });
    const { words, mainLink } = composed;
    return {
      subject: words.subject,
      body: asPlainText(words),
      text: words.text,
      link: mainLink,
    };
  });
}

/** Sends a message again: one that failed or was stopped as it is, one that was sent as a new one. */
export async function sendAgain(
  by: Person,
  programme: Programme,
  id: string,
  at = new Date(),
): Promise<void> {
  await change(by, programme, id, async (tx, message) => {
    await record(tx, by, 'message.again', { kind: 'message', id });
    if (message.state === 'sent') {
      const { authorityId, programmeId, about, data } = message;
      const kind = message.kind as MessageKind;
      await queueMessage(tx, {
        authorityId,
        programmeId,
        to: whoseOf(message),
        kind,
        about,
        data,
        at,
      });
      return;
    }
    const anew = { state: 'waiting', attempts: 0, reason: '', sendAfter: at, settledAt: null };
    const where = { ...message, state: ['waiting', 'failed', 'cancelled'], lease: null };
    if (!(await changeMessage(tx, where, anew))) throw new Conflict(IN_HAND);
  });
}

const IN_HAND = 'This message is being sent at this moment. Load the page again.';

/** Stops a message that waits, or notes that somebody passed it on by hand. */
export async function settleByHand(
  by: Person,
  programme: Programme,
  id: string,
  what: 'cancelled' | 'passed-on',
  at = new Date(),
): Promise<void> {
  await change(by, programme, id, async (tx, message) => {
    const change =
      what === 'cancelled'
        ? { state: 'cancelled', reason: 'by-staff', settledAt: at }
        : { state: 'sent', reason: 'by-hand', settledAt: at };
    const where = { ...message, state: ['waiting', 'failed'], lease: null };
    if (!(await changeMessage(tx, where, change))) throw new Conflict(IN_HAND);
    const action = what === 'cancelled' ? 'message.cancelled' : 'message.passed-on';
    await record(tx, by, action, { kind: 'message', id });
  });
}

async function change<T>(
  by: Person,
  programme: Programme,
  id: string,
  work: (tx: Writer, message: MessageRow) => Promise<T>,
): Promise<T> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  return theStore().write(`post:${authorityId}`, async (tx) => {
    const message = await messageById(tx, authorityId, programme.id, id);
    if (!message) throw new NotFound('message');
    return work(tx, message);
  });
}
