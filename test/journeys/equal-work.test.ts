import { afterAll, beforeAll, expect, test } from 'vitest';
import { resetPassword } from '#app/people/run-people.server.ts';
import * as lostLink from '#app/routes/lost-link/route.tsx';
import * as signIn from '#app/routes/sign-in._index/route.tsx';
import { personById, updatePerson } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';
import { heldUp } from '../held-up.ts';
import { processorTime } from '../processor-time.ts';
import { sentBy } from '../sent-by.ts';

// Who tries addresses learns nothing from the work that is done: counted as processor time, which is not the
// time by the clock, and as statements. A personal link: secret-links.test.ts. Nobody sets a password anew by
// themselves: an administrator gives one. Mutations tried, each alone, on SQLite: `signIn` answering at once
// where there is no account, where it is closed, and where it has no password; `inEvenTime` left out of the route.

const PASSWORD = 'teapot lemon gravel';
let store: Store;
let ours: Borough;
let addresses: Record<'known' | 'closed' | 'without a password', string>;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  const { asha, priya, tom, dan, authorityId } = ours;
  for (const { id } of [priya, tom]) await resetPassword(asha, id, PASSWORD);
  await store.write(null, (tx) => updatePerson(tx, authorityId, tom.id, { closedAt: new Date() }));
  const addressOf = async ({ id }: { id: string }) =>
    (await personById(store.read, authorityId, id))?.email ?? '';
  addresses = {
    known: await addressOf(priya),
    closed: await addressOf(tom),
    'without a password': await addressOf(dan),
  };
});
afterAll(() => store.close());

/** Tries an address with a wrong password, fewer times than may be; gives the processor time when that is done. */
async function refused(email: string): Promise<number> {
  const fields = { email, password: 'not the password' };
  const { data } = await new BrowserOf().post(signIn.action, '/sign-in', fields);
  expect(data.problems[0]?.message).toMatch(/is wrong/);
  return processorTime();
}

const nobody = () => `nobody.${Math.random()}@ourborough.example`;

test('an address that cannot come in costs the work of one that can', async () => {
  const kinds = Object.keys(addresses) as (keyof typeof addresses)[];
  const cost = new Map<string, number[]>();
  await refused(nobody());
  for (let round = 0; round < 8; round += 1) {
    for (const kind of [...kinds, 'nobody'] as const) {
      const email = kind === 'nobody' ? nobody() : addresses[kind];
      const before = processorTime();
      cost.set(kind, [...(cost.get(kind) ?? []), (await refused(email)) - before]);
    }
  }
  const middle = (kind: string) => (cost.get(kind) ?? []).sort((a, b) => a - b)[4] ?? 0;
  // Without the work of the hash it is a third or less.
  for (const kind of ['closed', 'without a password', 'nobody']) {
    expect(middle(kind) / middle('known'), kind).toBeGreaterThan(0.6);
  }
});

test('the same statements are sent for each', async () => {
  const known = await sentBy(() => refused(addresses.known));
  expect(known.length).toBeGreaterThan(0);
  for (const email of [addresses.closed, addresses['without a password'], nobody()]) {
    expect(await sentBy(() => refused(email)), email).toEqual(known);
  }
});

// That a wait ends at a full step whatever was done before it stands in app/http/even-time.test.ts.
test('a lost link is answered at a full step of time, whether the address is known or not', async () => {
  const waits = await heldUp(async () => {
    for (const reach of [addresses.known, nobody()]) {
      const { data } = await new BrowserOf().post(lostLink.action, '/lost-link', { reach });
      expect(data.asked).toBe(true);
    }
  });
  expect(waits).toHaveLength(2);
  for (const ms of waits) expect(ms).toBeGreaterThan(0);
});
