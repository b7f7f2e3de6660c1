import { afterAll, beforeAll, expect, test } from 'vitest';
import * as personalLink from '#app/routes/m.$token/route.tsx';
import * as panelHome from '#app/routes/panel._index/route.tsx';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { insertPersonalLink, updatePerson } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';
import { sentBy } from '../sent-by.ts';

// Who tries addresses of personal links learns nothing: one that never was, one that ended, was replaced or
// altered, and one of somebody whose account is closed answer the same, to the letter. A link is found by the
// SHA-256 of its token in one query, so that nothing compares it sign by sign, and none is looked at that is
// not in the index; and whatever is wrong, the same statements are sent in the same order, so that the database does
// the same work. Mutations tried, each alone: expiresAt, replacedAt, closedAt out of signInLinkOf (db/post.ts);
// a link that ended looked for once more by what it was.

const DAY = 24 * 3_600_000;
let store: Store;
let ours: Borough;
let gone: Borough;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  gone = await makeBorough('Theirborough');
  const { authorityId, leanne } = gone;
  await store.write(null, (tx) =>
    updatePerson(tx, authorityId, leanne.id, { closedAt: new Date() }),
  );
});
afterAll(() => store.close());

/** A link of somebody of the panel, as it stands in the database. */
async function aLink(
  { authorityId, leanne }: Borough,
  change: { expiresAt?: Date; replacedAt?: Date } = {},
): Promise<string> {
  const token = newToken();
  const now = Date.now();
  await store.write(null, (tx) =>
    insertPersonalLink(tx, {
      ...{ tokenHash: hashOf(token), authorityId, personId: leanne.id },
      ...{ createdAt: new Date(now - 90 * DAY), expiresAt: new Date(now + DAY) },
      ...{ replacedAt: null, lastUsedAt: null, about: null, endsEarlier: false },
      ...change,
    }),
  );
  return token;
}

/** What somebody is told who opens an address, presses its button, and looks whether they are in. */
async function tells(token: string) {
  const browser = new BrowserOf();
  const opened = await browser.get(personalLink.loader, '/m/x', { token });
  const pressed = await browser.post(personalLink.action, '/m/x', {}, { token });
  const home = await browser.get(panelHome.loader, '/panel');
  return [opened, pressed, home].map(({ status, location, data, text }) => ({
    ...{ status, location, data, text },
  }));
}

test('a link that works lets in', async () => {
  const [opened, pressed, home] = await tells(await aLink(ours));
  expect([opened?.status, pressed?.location, home?.status]).toEqual([200, '/panel', 200]);
});

test('one that does not says the same, whatever is wrong with it', async () => {
  const unknown = await tells(newToken());
  expect(unknown.map(({ status }) => status)).toEqual([404, 404, 302]);
  const past = new Date(Date.now() - 1_000);
  const works = await aLink(ours);
  const others = {
    ended: await aLink(ours, { expiresAt: past }),
    replaced: await aLink(ours, { replacedAt: past }),
    'of a closed account': await aLink(gone),
    altered: `${works.slice(0, -1)}${works.endsWith('A') ? 'B' : 'A'}`,
    shortened: works.slice(0, -1),
    'in capitals': works.toUpperCase(),
    'its hash': hashOf(works),
    nothing: '',
    'a statement': "' or 1=1 --",
  };
  const work = await sentBy(() => tells(newToken()));
  expect(work.length).toBeGreaterThan(1);
  for (const [what, token] of Object.entries(others)) {
    const sent = await sentBy(async () => expect(await tells(token), what).toEqual(unknown));
    expect(sent, what).toEqual(work);
  }
});
