import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as lostLink from '#app/routes/lost-link/route.tsx';
import * as personalLink from '#app/routes/m.$token/route.tsx';
import * as message from '#app/routes/programmes.$programmeId.panel.messages.$messageId/route.tsx';
import * as messagesPage from '#app/routes/programmes.$programmeId.panel.messages._index/route.tsx';
import * as letterFile from '#app/routes/programmes.$programmeId.panel.messages.letters[.]pdf/route.tsx';
import * as letters from '#app/routes/programmes.$programmeId.panel.messages.letters/route.tsx';
import { addMember } from '#app/panel/add-member.server.ts';
import { changeMember } from '#app/panel/change-member.server.ts';
import { makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { carriersOf } from '#app/panel/post/carriers.server.ts';
import type { Carrier } from '#app/panel/post/carrier.ts';
import { findLink, spendLink } from '#app/panel/post/find-link.server.ts';
import { makeLink } from '#app/panel/post/make-link.server.ts';
import { WAITS } from '#app/panel/post/next-try.ts';
import { LEASE_MS, sendNext } from '#app/panel/post/send-messages.server.ts';
import { recordLeaving } from '#app/panel/record-leaving.server.ts';
import { startPost } from '#app/send-post.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { outboxOf } from '#db/outbox.ts';
import { auditOf } from '#db/people.ts';
import { queueMessage } from '#db/post.ts';
import { messages } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { MailServer, NotifyServer, notifySettings } from '../mail-servers.ts';
import { makeBorough, type Borough } from '../people.ts';

const BASE = 'https://hubs.example.org';
let store: Store;
let borough: Borough;
let mail: MailServer;
let notify: NotifyServer;
let carriers: Carrier[];

beforeAll(async () => {
  store = await freshStore();
  mail = await MailServer.start();
  notify = await NotifyServer.start();
  carriers = carriersOf({
    smtp: { url: mail.url, from: 'Family Hubs <hubs@example.gov.uk>' },
    notify: notifySettings(notify.url),
  });
});
afterAll(async () => {
  await mail.stop();
  await notify.stop();
  await store.close();
});
beforeEach(async () => {
  borough = await makeBorough();
  mail.answers = () => 250;
  notify.answers = () => ({ status: 201 });
  mail.arrived.length = 0;
  notify.asked.length = 0;
});

/** Somebody on the panel who can be reached as said, and a message that waits for them. */
async function waitingFor(contact: object, at = new Date()): Promise<{ memberId: string }> {
  const joined = { name: 'Aisha Khan', kind: 'parent-or-carer', joinedOn: '2026-05-01' };
  const fields = MemberForm.parse({ ...joined, ...contact });
  const { memberId } = await addMember(borough.tom, borough.programme, fields);
  await queue(memberId, at);
  return { memberId };
}

const queue = (memberId: string, at = new Date(), onceKey?: string) =>
  store.write(null, (tx) =>
    queueMessage(tx, {
      authorityId: borough.authorityId,
      programmeId: borough.programme.id,
      to: { member: memberId },
      kind: 'new-link',
      at,
      ...(onceKey === undefined ? {} : { onceKey }),
    }),
  );

const queueMany = (memberId: string, n: number) =>
  store.write(null, async (tx) => {
    for (let one = 0; one < n; one += 1) {
      await queueMessage(tx, {
        authorityId: borough.authorityId,
        programmeId: borough.programme.id,
        to: { member: memberId },
        kind: 'new-link',
      });
    }
  });

const send = (at: Date = new Date(), by: readonly Carrier[] = carriers) =>
  sendNext(borough.authorityId, { carriers: by, base: BASE, now: () => at });

/** The outbox of this borough, the newest first. */
async function outbox() {
  const all = { kind: '', state: '' };
  const page = { number: 0, size: 100 };
  const rows = await outboxOf(store.read, borough.authorityId, borough.programme.id, all, page);
  return rows.map(({ message }) => message);
}

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

describe('a message', () => {
  test('goes by e-mail with a link that lets its member in, and is marked as sent', async () => {
    await waitingFor({ email: 'aisha@example.org', preferred: 'email' });
    expect(await send()).toEqual({ did: 'sent', reason: '' });
    expect(await send()).toEqual({ did: 'nothing' });
    const [only] = mail.arrived;
    expect(only?.to).toBe('aisha@example.org');
    const subject = /^Subject: (.*(?:\r\n .*)*)/m.exec(only?.raw ?? '')?.[1] ?? '';
    expect(subject).toContain('Testborough');
    expect(subject).not.toMatch(/Aisha|Khan/);
    expect(only?.raw).toContain('Dear Aisha Khan,');
    const token = /https:\/\/hubs\.example\.org\/m\/([\w-]{43})\b/.exec(only?.raw ?? '')?.[1] ?? '';
    const aisha = new BrowserOf();
    expect((await aisha.post(personalLink.action, '/m/x', {}, { token })).location).toBe('/panel');

    const rows = await store.read.select().from(messages);
    expect(JSON.stringify(rows)).not.toMatch(/aisha|khan/i);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 1, lease: null }]);
  });

  test('goes by text message where the member wants that', async () => {
    await waitingFor({ phone: '07700 900 982', preferred: 'text' });
    await send();
    expect(mail.arrived).toEqual([]);
    expect(notify.asked).toMatchObject([
      {
        path: '/v2/notifications/sms',
        body: { phone_number: '07700 900 982', template_id: notifySettings('').textTemplate },
      },
    ]);
    const [row] = await outbox();
    expect(row).toMatchObject({ state: 'sent', channel: 'text', carrierRef: 'notify-1' });
    expect(notify.asked[0]?.body.reference).toBe(row?.id);
  });

  test('waits for a person where somebody wants a letter, until they want something else', async () => {
    const { memberId } = await waitingFor({ preferred: 'post' });
    expect(await send()).toEqual({ did: 'nothing' });
    expect(await outbox()).toMatchObject([{ state: 'waiting', channel: 'letter', attempts: 0 }]);
    const known = { name: 'Aisha Khan', kind: 'parent-or-carer', joinedOn: '2026-05-01' };
    const changed = MemberForm.parse({ ...known, email: 'a@example.org', preferred: 'email' });
    await changeMember(borough.tom, borough.programme, memberId, changed);
    expect(await send()).toEqual({ did: 'sent', reason: '' });
  });

  test('of one key is queued once', async () => {
    const { memberId } = await waitingFor({ email: 'aisha@example.org' });
    expect(await queue(memberId, new Date(), 'reminder:1')).not.toBeNull();
    expect(await queue(memberId, new Date(), 'reminder:1')).toBeNull();
    expect(await outbox()).toHaveLength(2);
  });

  test('is not sent to somebody who has left meanwhile', async () => {
    const { memberId } = await waitingFor({ email: 'aisha@example.org' });
    const today = dayOf(new Date());
    const why = await recordLeaving(borough.tom, borough.programme, memberId, today);
    expect(why).toEqual([]);
    await send();
    expect(mail.arrived).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'cancelled', reason: 'gone' }]);
  });
});

describe('mail that fails', () => {
  test('is tried again after growing waits, then given up, and says why in our words', async () => {
    const at = new Date('2026-06-01T09:00:00Z');
    await waitingFor({ email: 'aisha@example.org' }, at);
    mail.answers = () => 451;
    let now = at;
    for (const wait of WAITS) {
      expect(await send(now)).toEqual({ did: 'try-again', reason: 'busy' });
      expect(await send(later(now, wait - 0.5))).toEqual({ did: 'nothing' });
      now = later(now, wait);
    }
    expect(await send(now)).toEqual({ did: 'failed', reason: 'busy' });
    expect(await send(later(now, 10_000))).toEqual({ did: 'nothing' });
    const [row] = await outbox();
    expect(row).toMatchObject({ state: 'failed', reason: 'busy', attempts: 6 });
    expect(JSON.stringify(row)).not.toContain('aisha');
  });

  test('gets through at a later try', async () => {
    const at = new Date('2026-06-01T09:00:00Z');
    await waitingFor({ email: 'aisha@example.org' }, at);
    mail.answers = () => 421;
    await send(at);
    mail.answers = () => 250;
    expect(await send(later(at, 1))).toEqual({ did: 'sent', reason: '' });
    expect(await outbox()).toMatchObject([{ state: 'sent', reason: '', attempts: 2 }]);
  });

  test('for good is not tried again', async () => {
    await waitingFor({ email: 'nobody@example.org' });
    mail.answers = () => 550;
    expect(await send()).toEqual({ did: 'failed', reason: 'no-such-address' });
    expect(await send(later(new Date(), 10_000))).toEqual({ did: 'nothing' });
  });

  test('because no server answers is tried again', async () => {
    await waitingFor({ email: 'aisha@example.org' });
    const nowhere = carriersOf({
      smtp: { url: 'smtp://127.0.0.1:9', from: 'hubs@example.gov.uk' },
      notify: undefined,
    });
    expect(await send(new Date(), nowhere)).toEqual({ did: 'try-again', reason: 'no-connection' });
  });

  test.each([
    [400, 'phone_number Not enough digits', 'failed', 'bad-address'],
    [400, 'Can’t send to this recipient using a team-only API key', 'failed', 'not-allowed'],
    [400, 'Template not found', 'try-again', 'settings'],
    [403, 'Invalid token: API key not found', 'try-again', 'sign-in-refused'],
    [429, 'Exceeded rate limit for key type LIVE', 'try-again', 'too-many'],
    [500, 'Internal server error', 'try-again', 'their-fault'],
  ])('by Notify with %i, “%s”: %s, %s', async (status, message, did, reason) => {
    await waitingFor({ phone: '07700 900 982', preferred: 'text' });
    notify.answers = () => ({ status, message });
    expect(await send()).toEqual({ did, reason });
  });
});

describe('the outbox', () => {
  const at = () => ({ programmeId: borough.programme.id });
  const press = async (who: Person, id: string, intent: string) =>
    (await BrowserOf.signedIn(who)).post(
      message.action,
      'http://hubs.example.org/x',
      { intent },
      {
        ...at(),
        messageId: id,
      },
    );

  test('shows what stands where, to those who may see who is on the panel', async () => {
    const { memberId } = await waitingFor({ email: 'aisha@example.org', preferred: 'email' });
    mail.answers = () => 550;
    await send();
    await queueMany(memberId, 60);
    const priya = await BrowserOf.signedIn(borough.priya);
    const all = (await priya.get(messagesPage.loader, '/x', at())).data;
    expect(all).toMatchObject({ found: 61, pages: 2, counts: { waiting: 60, failed: 1 } });
    expect(JSON.stringify(all)).not.toContain('aisha@');
    const failed = (await priya.get(messagesPage.loader, '/x?state=failed&kind=new-link', at()))
      .data;
    expect(failed.rows).toMatchObject([{ name: 'Aisha Khan', state: 'failed' }]);
    expect(failed.rows[0]?.says).toContain('does not know the address');
    const odd = await priya.get(messagesPage.loader, '/x?state=%00&kind=toString&page=-1e9', at());
    expect(odd.data).toMatchObject({ found: 61, asked: { kind: '', state: '', page: 0 } });
    const grace = await BrowserOf.signedIn(borough.grace);
    expect((await grace.get(messagesPage.loader, '/x', at())).status).toBe(403);
  });

  test('opens a message that nothing carries, with a link that works, and notes who did', async () => {
    await waitingFor({ phone: '07700 900 982', preferred: 'phone' });
    const [row] = await outbox();
    const tom = await BrowserOf.signedIn(borough.tom);
    const params = { ...at(), messageId: row?.id ?? '' };
    const page = (await tom.get(message.loader, 'http://hubs.example.org/x', params)).data;
    expect(page.message).toMatchObject({ name: 'Aisha Khan', mayOpen: true, state: 'waiting' });
    expect(page.message.preview?.body).toContain('their own link');
    const { data } = await press(borough.tom, row?.id ?? '', 'open');
    const token = /\/m\/([\w-]{43})/.exec(data.opened?.body ?? '')?.[1] ?? '';
    const aisha = new BrowserOf();
    expect((await aisha.post(personalLink.action, '/m/x', {}, { token })).location).toBe('/panel');
    expect((await auditOf(store.read, borough.authorityId, 0, 1))[0]?.action).toBe(
      'message.opened',
    );
    await press(borough.tom, row?.id ?? '', 'passed-on');
    expect(await outbox()).toMatchObject([{ state: 'sent', reason: 'by-hand' }]);
    expect((await press(borough.tom, row?.id ?? '', 'open')).status).toBe(409);
    expect((await press(borough.priya, row?.id ?? '', 'again')).status).toBe(403);
  });

  test('sends again what failed, and stops what waits', async () => {
    await waitingFor({ email: 'aisha@example.org' });
    mail.answers = () => 550;
    await send();
    const [row] = await outbox();
    await press(borough.tom, row?.id ?? '', 'again');
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 0, reason: '' }]);
    await press(borough.tom, row?.id ?? '', 'cancel');
    expect(await send(later(new Date(), 10))).toEqual({ did: 'nothing' });
    expect(await outbox()).toMatchObject([{ state: 'cancelled', reason: 'by-staff' }]);
  });

  test('prints letters as one tagged PDF, each with a link of its own', async () => {
    const one = await waitingFor({ preferred: 'post' });
    const two = await waitingFor({ email: 'beth@example.org', preferred: 'email' });
    const tom = await BrowserOf.signedIn(borough.tom);
    const none = await tom.post(letters.action, '/x', { intent: 'write' }, at());
    expect(none).toMatchObject({ status: 422, data: { problems: [{ field: 'members' }] } });
    const members = [one.memberId, two.memberId, 'nobody'];
    await tom.post(letters.action, '/x', { intent: 'write', members }, at());
    expect((await tom.get(letters.loader, '/x', at())).data.waiting).toHaveLength(3);
    const pdf = await tom.post(letterFile.action, 'http://hubs.example.org/x', {}, at());
    const bytes = Buffer.from((await pdf.response?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(/\/Type\s*\/StructTreeRoot|\/MarkInfo/);
    const listed = (await tom.get(letters.loader, '/x', at())).data.waiting.map(({ id }) => id);
    // A reminder that comes to wait after the page was shown was neither printed nor posted.
    await queue(one.memberId);
    const posted = { intent: 'posted', letters: listed };
    await tom.post(letters.action, '/x', posted, at());
    const left = (await tom.get(letters.loader, '/x', at())).data.waiting;
    expect(left.map(({ id }) => listed.includes(id))).toEqual([false]);
    expect(await outboxStates()).toEqual(['sent', 'sent', 'sent', 'waiting', 'waiting']);
    await tom.post(letters.action, '/x', { ...posted, once: 'again' }, at());
    const [last] = await auditOf(store.read, borough.authorityId, 0, 1);
    expect(last).toMatchObject({ action: 'letters.posted', details: { count: 3 } });
  });

  const outboxStates = async () => (await outbox()).map(({ state }) => state).sort();
});

describe('a lost link', () => {
  const ask = (reach: string) => new BrowserOf().post(lostLink.action, '/x', { reach });
  const kindsWaiting = async () =>
    (await outbox()).filter(({ kind }) => kind === 'lost-link').map(({ channel }) => channel);

  test('is asked for by address or number, and the answer is the same for everybody', async () => {
    const address = `aisha.${Date.now()}@example.org`;
    await waitingFor({ email: address, phone: '07700 900 981', preferred: 'post' });
    const known = await ask(` ${address.toUpperCase()} `);
    const unknown = await ask(`nobody.${Date.now()}@example.org`);
    expect(known).toEqual(unknown);
    expect(known.data.asked).toBe(true);
    // By e-mail, because that is where they are looking; once, however often it is asked.
    await ask(address);
    expect(await kindsWaiting()).toEqual(['email']);
    expect((await ask('nonsense')).data.problems[0]?.field).toBe('reach');
  });

  test('finds a number however it is written', async () => {
    await waitingFor({ phone: '07700 (900) 977', preferred: 'text' });
    await ask('+44 7700 900-977');
    expect(await kindsWaiting()).toEqual(['text']);
  });

  test('ends the earlier links only when the new one is used', async () => {
    const address = `beth.${Date.now()}@example.org`;
    const { memberId } = await waitingFor({ email: address, preferred: 'email' });
    const before = await makePersonalLink(borough.tom, borough.programme, memberId);
    await ask(address);
    const opens = async (token: string) =>
      (await new BrowserOf().get(personalLink.loader, '/m/x', { token })).status === 200;
    expect(await opens(before.token)).toBe(true);
    await send();
    await send();
    const lost =
      mail.arrived.find(({ raw }) => raw.includes('You asked for a new link'))?.raw ?? '';
    const token = /\/m\/([\w-]{43})/.exec(lost)?.[1] ?? '';
    expect(await opens(before.token)).toBe(true);
    await new BrowserOf().post(personalLink.action, '/m/x', {}, { token });
    expect([await opens(before.token), await opens(token)]).toEqual([false, true]);
  });
});

describe('a link for one thing', () => {
  test('opens that only, once if so made, and never signs anybody in', async () => {
    const { memberId } = await waitingFor({ email: 'aisha@example.org' });
    const make = (once: boolean, days = 30) =>
      store.write(null, (tx) =>
        makeLink(tx, {
          authorityId: borough.authorityId,
          person: { member: memberId },
          purpose: 'notice-stop',
          about: { kind: 'notice', id: 'n1' },
          days,
          once,
        }),
      );
    const token = await make(true);
    expect(await findLink(token, 'notice-stop')).toMatchObject({ memberId, about: { id: 'n1' } });
    expect(await findLink(token, 'invitation')).toBeUndefined();
    expect((await new BrowserOf().get(personalLink.loader, '/m/x', { token })).status).toBe(404);
    const spend = (one: string) => store.write(null, (tx) => spendLink(tx, one, 'notice-stop'));
    expect(await spend(token)).toBeDefined();
    expect([await spend(token), await findLink(token, 'notice-stop')]).toEqual([
      undefined,
      undefined,
    ]);
    const often = await make(false);
    expect([await spend(often), await spend(often)].every(Boolean)).toBe(true);
    expect(await findLink(await make(false, -1), 'notice-stop')).toBeUndefined();
    expect(await findLink(`${often.slice(0, -1)}~`, 'notice-stop')).toBeUndefined();
    const today = dayOf(new Date());
    await recordLeaving(borough.tom, borough.programme, memberId, today);
    expect(await findLink(often, 'notice-stop')).toBeUndefined();
  });
});

describe('several servers', () => {
  test('send each message once', async () => {
    const { memberId } = await waitingFor({ email: 'aisha@example.org' });
    await queueMany(memberId, 11);
    const one = async () => {
      while ((await send()).did !== 'nothing');
    };
    await Promise.all([one(), one(), one()]);
    expect(mail.arrived).toHaveLength(12);
    expect(new Set(mail.arrived.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])).size).toBe(
      12,
    );
  });

  test('empty the outbox by themselves, and stop when they are told to', async () => {
    // What the other stories left waiting is not of this one.
    await store.write(null, (tx) => tx.update(messages).set({ state: 'cancelled' }));
    const email = `loop.${Date.now()}@example.org`;
    const { memberId } = await waitingFor({ email, preferred: 'email' });
    await queueMany(memberId, 4);
    const postmen = [1, 2].map(() => startPost(BASE, { carriers, perMinute: 60_000 }));
    const mine = () => mail.arrived.filter(({ to }) => to === email).length;
    await expect.poll(mine, { timeout: 60_000 }).toBe(5);
    await Promise.all(postmen.map((one) => one.stop()));
    expect(new Set((await outbox()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
      new Set(['sent 1']),
    );
    await queueMany(memberId, 1);
    expect(mine()).toBe(5);
  });

  test('leave what one of them had in hand when it stopped, and say that nobody knows', async () => {
    const at = new Date('2026-06-01T09:00:00Z');
    await waitingFor({ email: 'aisha@example.org' }, at);
    const stopped: Carrier = {
      channel: 'email',
      called: 'e-mail',
      carry: () => new Promise(() => undefined),
    };
    void send(at, [stopped]);
    await expect.poll(async () => (await outbox())[0]?.lease).toMatch(/./);
    expect(await send(later(at, 1))).toEqual({ did: 'nothing' });
    await send(new Date(at.getTime() + LEASE_MS + 1));
    expect(mail.arrived).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'failed', reason: 'interrupted' }]);
  });
});
