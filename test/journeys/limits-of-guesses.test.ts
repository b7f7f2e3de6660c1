import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '#app/people/codes.server.ts';
import { resetPassword } from '#app/people/run-people.server.ts';
import { setPasswords } from '#app/people/set-sign-in.server.ts';
import * as codes from '#app/routes/account.codes/route.tsx';
import * as lostLink from '#app/routes/lost-link/route.tsx';
import * as erase from '#app/routes/s.$code.erase/route.tsx';
import * as taking from '#app/routes/s.$code.return/route.tsx';
import * as signIn from '#app/routes/sign-in._index/route.tsx';
import * as confirm from '#app/routes/sign-in.confirm/route.tsx';
import * as setUpCode from '#app/routes/sign-in.set-up-code/route.tsx';
import { openSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { personById } from '#db/people.ts';
import { sessions } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { heldUp } from '../held-up.ts';
import { makeBorough, type Borough } from '../people.ts';
import { sentBy } from '../sent-by.ts';

// Each form at which somebody could guess stops after a few wrong ones, and for nobody else. Signing in:
// people.test.ts; its codes: second-step.test.ts; many at once: shared-limit.test.ts. Mutations tried, each alone:
// the look at the limit out of each of the routes below, and the limit of an address out of lost-link.

const PASSWORD = 'teapot lemon gravel';
let store: Store;
let ours: Borough;
let code: string;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  const { priya, programme } = ours;
  for (const who of [ours.tom, ours.grace]) await resetPassword(ours.asha, who.id, PASSWORD);
  const id = await startSurvey(priya, programme, {
    ...{ templateId: 'event-poll', title: 'How was today?', opensOn: null, closesOn: null },
    privacyNotice: 'We ask how it was. Staff see the answers. We delete them after {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, id, dayOf(new Date()));
  ({ code } = await surveyOf(store.read, programme, id));
});
afterAll(() => store.close());

interface Answered {
  problems: { message: string }[];
}

/** The first problem that each of so many tries is told. */
async function told(tries: number, one: () => Promise<{ data: unknown }>): Promise<string[]> {
  const messages: string[] = [];
  for (let at = 0; at < tries; at += 1) {
    messages.push(((await one()).data as Answered).problems[0]?.message ?? 'nothing');
  }
  return messages;
}

/** The same action, asked from a network of its own: counts of '' are shared with other tests. */
const from =
  <T>(network: string, action: (args: ActionFunctionArgs) => Promise<T>) =>
  (args: ActionFunctionArgs) =>
    action({ ...args, context: { network } });

const WAIT = /Wait 15 minutes/;

test.each([
  ['a phrase', taking.action, { phrase: '1 2 3 4' }],
  ['a reference to erase', erase.action, { reference: 'K7QM-4RXD' }],
] as const)('%s that nobody has: twenty from a network', async (what, action, fields) => {
  const to = { code };
  const tries = (network: string) => () =>
    new BrowserOf().post(from(network, action as typeof erase.action), '/x', fields, to);
  const messages = await told(21, tries(`192.0.2.10 ${what}`));
  expect(messages[0]).not.toMatch(WAIT);
  expect(new Set(messages.slice(0, 20)).size).toBe(1);
  expect(messages[20]).toMatch(WAIT);
  expect(await told(1, tries(`192.0.2.11 ${what}`))).toEqual([messages[0]]);
});

test('new links: twenty from a network', async () => {
  const ask = (network: string) => () => {
    const reach = `nobody.${Math.random()}@example.org`;
    return new BrowserOf().post(from(network, lostLink.action), '/lost-link', { reach });
  };
  await heldUp(async () => {
    const messages = await told(21, ask('192.0.2.20'));
    expect(new Set(messages.slice(0, 20))).toEqual(new Set(['nothing']));
    expect(messages[20]).toMatch(/Wait 15 minutes/);
    expect(await told(1, ask('192.0.2.21'))).toEqual(['nothing']);
  });
});

test('new links for one address: three, and nobody is told', async () => {
  const reach = 'somebody.asked@example.org';
  const counts: number[] = [];
  for (let at = 0; at < 4; at += 1) {
    const ask = from(`192.0.2.3${at}`, lostLink.action);
    const sent = await sentBy(() =>
      heldUp(async () => {
        const { data } = await new BrowserOf().post(ask, '/lost-link', { reach });
        expect(data.asked).toBe(true);
      }),
    );
    // Whether anybody is looked for: several servers tell one another of limits by statements too.
    counts.push(sent.filter((statement) => statement.includes('"panel_members"')).length);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts).toEqual([counts[0], counts[0], counts[0], 0]);
});

test('a code that sets codes up in one’s account: five', async () => {
  const priya = await BrowserOf.signedIn(ours.priya);
  await priya.get(codes.loader, '/account/codes');
  const messages = await told(6, () =>
    priya.post(codes.action, '/account/codes', { intent: 'set-up', code: '000000' }),
  );
  expect(messages.map((message) => WAIT.test(message))).toEqual([...five(false), true]);
});

const five = (value: boolean) => Array.from({ length: 5 }, () => value);

test('a password that confirms who somebody is: ten', async () => {
  const tom = new BrowserOf();
  await signsIn(tom, ours.tom.id);
  await longAgo();
  const messages = await told(11, () =>
    tom.post(confirm.action, '/sign-in/confirm', { password: 'not this one' }),
  );
  const waits = messages.map((message) => WAIT.test(message));
  expect(waits).toEqual([...five(false), ...five(false), true]);
});

test('a code that sets codes up at signing in: five', async () => {
  await setPasswords(ours.asha, { passwordsAllowed: true, codeRequired: true });
  const grace = new BrowserOf();
  expect(await signsIn(grace, ours.grace.id)).toBe('/sign-in/set-up-code');
  const { data: shown } = await grace.get(setUpCode.loader, '/sign-in/set-up-code');
  const typed = (value: string) =>
    grace.post(setUpCode.action, '/sign-in/set-up-code', { code: value });
  const messages = await told(5, () => typed('000000'));
  expect(messages.map((message) => WAIT.test(message))).toEqual(five(false));
  // Not even the right one goes on from there.
  const right = codeAt(shown?.key4.replaceAll(' ', '') ?? '', new Date());
  expect(await told(1, () => typed(right))).toEqual([expect.stringMatching(WAIT)]);
});

async function signsIn(browser: BrowserOf, id: string) {
  const email = (await personById(store.read, ours.authorityId, id))?.email ?? '';
  return (await browser.post(signIn.action, '/sign-in', { email, password: PASSWORD })).location;
}

/** Every session was begun and confirmed an hour ago. */
const longAgo = () =>
  store.write(null, async (tx) => {
    const at = new Date(Date.now() - 3_600_000);
    await tx.update(sessions).set({ createdAt: at, confirmedAt: at });
  });
