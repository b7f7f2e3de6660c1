import { many, sayMoment } from '#app/ui/words.ts';
import { channelOf, CHANNEL_NAMES, isCarried, type Channel } from './channel.ts';
import { sayReason } from './reasons.ts';
import { TEMPLATES, templateOf } from './templates/index.ts';
import type { Template } from './template.ts';

export const STATES = ['waiting', 'sent', 'failed', 'cancelled'] as const;
export type State = (typeof STATES)[number];

export const STATE_NAMES: Readonly<Record<State, string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
  cancelled: 'Not sent',
};

export function stateOf(word: string): State {
  return STATES.find((state) => state === word) ?? 'waiting';
}

/** What is known of a message, without to whom it goes. */
export interface Told {
  state: string;
  channel: string;
  reason: string;
  attempts: number;
  sendAfter: Date;
  settledAt: Date | null;
  lease: string | null;
}

/** Whether a member of staff has to do something for a message to arrive. */
export function waitsForStaff(
  { state, channel }: Pick<Told, 'state' | 'channel'>,
  ways: readonly string[],
): boolean {
  return state === 'waiting' && !ways.includes(channel);
}

/**
 * How a message stands, in one sentence.
 *
 * @param ways the channels that messages can leave by
 */
export function sayState(told: Told, ways: readonly string[], now: Date): string {
  const when = told.settledAt === null ? '' : `On ${sayMoment(told.settledAt)}`;
  switch (stateOf(told.state)) {
    case 'sent':
      return told.reason === 'by-hand' ? `${when}, passed on by hand.` : `${when}.`;
    case 'failed':
      return `${sayReason(told.reason)} ${when} we stopped trying.`;
    case 'cancelled':
      return sayReason(told.reason);
    case 'waiting':
      return sayWaiting(told, ways, now);
  }
}

function sayWaiting(told: Told, ways: readonly string[], now: Date): string {
  const channel = channelOf(told.channel);
  if (told.lease !== null) return 'It is being sent at this moment.';
  const soon = told.sendAfter <= now;
  if (told.attempts > 0) {
    const next = soon ? 'It is tried again at once.' : `Next try: ${sayMoment(told.sendAfter)}.`;
    return `Tried ${many(told.attempts, 'time')}. ${sayReason(told.reason)} ${next}`;
  }
  if (!ways.includes(channel)) return FOR_STAFF[channel];
  return soon ? 'It goes within a minute.' : `It goes on ${sayMoment(told.sendAfter)}.`;
}

const FOR_STAFF: Readonly<Record<Channel, string>> = {
  email: 'It stays here: no mail server is set up.',
  text: 'It stays here: no service for text messages is set up.',
  letter: 'It waits for you to print and post it.',
  phone: 'It waits for you to call.',
  none: 'We have no address and no number. Ask when you see them.',
};

/** What a kind is called; its own word for one that this version does not know any more. */
export function sayKind(kind: string): string {
  return templateOf(kind)?.called ?? kind;
}

export function sayChannel(word: string): string {
  return CHANNEL_NAMES[channelOf(word)];
}

/** What is asked for in the query of the outbox; anything unknown is as if it were not there. */
export function askedOf(query: URLSearchParams): { kind: string; state: string; page: number } {
  const kind = query.get('kind') ?? '';
  const state = query.get('state') ?? '';
  const page = Number(query.get('page') ?? 0);
  return {
    kind: Object.hasOwn(TEMPLATES, kind) ? kind : '',
    state: STATES.some((one) => one === state) ? state : '',
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 0,
  };
}

export function queryOf(asked: { kind: string; state: string; page: number }): string {
  const given: [string, string][] = [
    ['kind', asked.kind],
    ['state', asked.state],
    ['page', asked.page > 0 ? String(asked.page) : ''],
  ];
  return new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
}

/** The kinds that there are, by what they are called. */
export const KINDS_OF_MESSAGE: readonly { value: string; label: string }[] =
  Object.entries<Template>(TEMPLATES)
    .map(([value, { called }]) => ({ value, label: called }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

export interface OutboxCounts {
  waiting: number;
  letters: number;
  calls: number;
  sent: number;
  failed: number;
}

/** How many messages stand where. */
export function countOutbox(
  counts: readonly { state: string; channel: string; n: number }[],
): OutboxCounts {
  const sum = (which: (row: { state: string; channel: string }) => boolean) =>
    counts.filter(which).reduce((all, { n }) => all + n, 0);
  const waits = (row: { state: string }) => row.state === 'waiting';
  return {
    waiting: sum((row) => waits(row) && isCarried(channelOf(row.channel))),
    letters: sum((row) => waits(row) && row.channel === 'letter'),
    calls: sum((row) => waits(row) && (row.channel === 'phone' || row.channel === 'none')),
    sent: sum((row) => row.state === 'sent'),
    failed: sum((row) => row.state === 'failed'),
  };
}
