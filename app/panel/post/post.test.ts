import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelFor, CHANNELS } from './channel.ts';
import { MOST_TRIES, nextTry } from './next-try.ts';
import { whatNotifySaid } from './notify.server.ts';
import { askedOf, countOutbox, queryOf, sayState, type Told } from './outbox.ts';
import { readReach } from './reach.ts';
import { REASONS } from './reasons.ts';
import { whatFailed } from './smtp.server.ts';
import { outboxWaits } from './what-waits.ts';
import { loggedPath } from '#app/http/log.server.ts';

const at = new Date('2026-06-01T09:00:00Z');

describe('the next try', () => {
  test('comes after 1, 5, 30 minutes, 3 and 12 hours, then never', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7].map((tries) => {
      const next = nextTry(tries, at);
      return next && (next.getTime() - at.getTime()) / 60_000;
    });
    expect(minutes).toEqual([1, 5, 30, 180, 720, null, null]);
    expect(MOST_TRIES).toBe(6);
  });

  test('is never sooner than the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (tries) => {
        const [one, two] = [nextTry(tries, at), nextTry(tries + 1, at)];
        return two === null || (one !== null && two > one);
      }),
    );
  });
});

describe('the way a message goes', () => {
  const reach = { email: 'a@example.org', phone: '07700 900 1', preferred: '' };

  test('is the one that the person wants, where it can be gone', () => {
    const by = (preferred: string, change = {}) => channelFor({ ...reach, preferred, ...change });
    expect(['email', 'text', 'phone', 'post', ''].map((one) => by(one))).toEqual([
      'email',
      'text',
      'phone',
      'letter',
      'email',
    ]);
    expect(by('text', { phone: '' })).toBe('email');
    expect(by('email', { email: '' })).toBe('text');
    expect(by('phone', { phone: '', email: '' })).toBe('none');
    expect(channelFor(undefined, 'email')).toBe('none');
  });

  test('is never one without an address or a number', () => {
    const text = fc.constantFrom('', 'x');
    fc.assert(
      fc.property(
        text,
        text,
        fc.string(),
        fc.option(fc.string()),
        (email, phone, preferred, by) => {
          const channel = channelFor({ email, phone, preferred }, by ?? undefined);
          expect(CHANNELS).toContain(channel);
          if (channel === 'email') expect(email).not.toBe('');
          if (channel === 'text' || channel === 'phone') expect(phone).not.toBe('');
        },
      ),
    );
  });
});

test('what a carrier says is for good only where trying again cannot help', () => {
  const smtp = [
    [{ responseCode: 550, code: 'EENVELOPE', command: 'RCPT TO' }, 'refused', 'no-such-address'],
    [{ responseCode: 554, code: 'EMESSAGE', command: 'DATA' }, 'refused', 'refused'],
    [{ responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' }, 'try-again', 'sign-in-refused'],
    [{ responseCode: 451, code: 'EENVELOPE', command: 'RCPT TO' }, 'try-again', 'busy'],
    [{ code: 'EENVELOPE' }, 'refused', 'bad-address'],
    [{ code: 'ETIMEDOUT' }, 'try-again', 'no-answer'],
    [{ code: 'EDNS' }, 'try-again', 'no-connection'],
    [{}, 'try-again', 'no-connection'],
  ] as const;
  for (const [failure, outcome, reason] of smtp) {
    expect(whatFailed(failure)).toEqual({ outcome, reason });
  }
  expect(whatNotifySaid({ code: 'ECONNREFUSED' })).toMatchObject({ outcome: 'try-again' });
  expect(whatNotifySaid({ code: 'ECONNABORTED' })).toMatchObject({ reason: 'no-answer' });
  expect(whatNotifySaid({ response: { status: 400 } })).toMatchObject({ outcome: 'refused' });
});

describe('an address or a number', () => {
  test('is read however it is written', () => {
    expect(readReach('  Aisha@Example.ORG ')).toEqual({ email: 'aisha@example.org' });
    const all = readReach('07700 900 982');
    for (const written of ['+44 7700 900982', '0044 7700-900982', '(07700) 900982']) {
      expect(readReach(written)).toEqual(all);
    }
    for (const wrong of ['', 'aisha', '@', 'a@b', '123', '07700 900x', '1'.repeat(30)]) {
      expect(readReach(wrong), wrong).toBeUndefined();
    }
  });
});

describe('how a message stands', () => {
  const told: Told = {
    state: 'waiting',
    channel: 'email',
    reason: '',
    attempts: 0,
    sendAfter: at,
    settledAt: null,
    lease: null,
  };
  const say = (change: Partial<Told>, ways = ['email']) =>
    sayState({ ...told, ...change }, ways, at);

  test('is said in a sentence', () => {
    expect(say({})).toBe('It goes within a minute.');
    expect(say({}, [])).toBe('It stays here: no mail server is set up.');
    expect(say({ channel: 'letter' })).toBe('It waits for you to print and post it.');
    expect(say({ lease: 'x' })).toBe('It is being sent at this moment.');
    const next = new Date('2026-06-01T09:05:00Z');
    expect(say({ attempts: 2, reason: 'busy', sendAfter: next })).toBe(
      `Tried 2 times. ${REASONS.busy} Next try: 1 June 2026 at 10:05.`,
    );
    expect(say({ state: 'failed', reason: 'bad-address', settledAt: at })).toContain(
      'we stopped trying',
    );
    expect(say({ state: 'sent', reason: 'by-hand', settledAt: at })).toContain('by hand');
    expect(say({ state: 'cancelled', reason: 'gone' })).toBe(REASONS.gone);
  });

  test('is counted by what has to be done', () => {
    const rows = [
      { state: 'waiting', channel: 'email', n: 3 },
      { state: 'waiting', channel: 'letter', n: 2 },
      { state: 'waiting', channel: 'none', n: 1 },
      { state: 'failed', channel: 'text', n: 4 },
    ];
    expect(countOutbox(rows)).toEqual({ waiting: 3, letters: 2, calls: 1, sent: 0, failed: 4 });
  });

  test('is on the home page of the panel where staff have to do something', () => {
    const waits = outboxWaits('p', [
      { state: 'failed', channel: 'email', n: 2 },
      { state: 'waiting', channel: 'letter', n: 1 },
      { state: 'waiting', channel: 'email', n: 9 },
    ]);
    expect(waits.map(({ words }) => words)).toEqual([
      '2 messages could not be sent',
      '1 letter to print and post',
    ]);
    expect(outboxWaits('p', [])).toEqual([]);
  });

  test('is filtered by what there is, whatever the address says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (kind, state, page) => {
        const asked = askedOf(new URLSearchParams({ kind, state, page }));
        expect(askedOf(new URLSearchParams(queryOf(asked)))).toEqual(asked);
        expect(asked.page).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('no token of a link is logged, whatever the page is called', () => {
  const token = 'aB3_-'.repeat(8) + 'xyz';
  for (const path of ['/m/', '/invitation/', '/meeting/', '/anything/new/']) {
    expect(loggedPath(`${path}${token}?a=b`)).toBe(`${path}…`);
    expect(loggedPath(`${path}${token}.data`)).not.toContain(token);
    expect(loggedPath(`${path}${token}/more`)).not.toContain(token);
  }
  expect(loggedPath('/programmes/0199a0b0-0000-7000-8000-000000000000/panel')).toContain(
    '0199a0b0',
  );
});
