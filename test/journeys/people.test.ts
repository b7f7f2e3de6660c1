import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resetPassword } from '#app/people/run-people.server.ts';
import * as account from '#app/routes/account._index/route.tsx';
import * as authority from '#app/routes/authority._index/route.tsx';
import * as history from '#app/routes/history/route.tsx';
import * as onePerson from '#app/routes/people.$personId/route.tsx';
import * as people from '#app/routes/people._index/route.tsx';
import * as editProgramme from '#app/routes/programmes.$programmeId.edit/route.tsx';
import * as programme from '#app/routes/programmes.$programmeId/route.tsx';
import * as newProgramme from '#app/routes/programmes.new/route.tsx';
import * as setUp from '#app/routes/set-up/route.tsx';
import * as signIn from '#app/routes/sign-in._index/route.tsx';
import * as signOut from '#app/routes/sign-out/route.tsx';
import { accountOf, peopleOf, programmesOf } from '#db/people.ts';
import { sessions } from '#db/schema/index.ts';
import { sessionsOf } from '#db/sessions.ts';
import { theStore, type Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
const PASSWORD = 'correct horse battery';

beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('an installation without the demonstration', () => {
  const form = {
    authorityName: 'Newborough',
    colour: '#00703C',
    name: 'Nell Carr',
    email: 'Nell.Carr@example.org',
    password: PASSWORD,
  };

  test('is set up by its first administrator, who is then signed in', async () => {
    const nell = new BrowserOf();
    const wrong = await nell.post(setUp.action, '/set-up', { ...form, password: 'short' });
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'password' }],
      typed: { authorityName: 'Newborough', email: 'Nell.Carr@example.org' },
    });
    expect(JSON.stringify(wrong.data)).not.toContain('short');

    const done = await nell.post(setUp.action, '/set-up', form);
    expect(done.location).toBe('/programmes/new');
    const page = await nell.get(people.loader, '/people');
    expect(page.data.people).toMatchObject([{ name: 'Nell Carr', role: 'Administrator' }]);
  });

  test('is set up once only', async () => {
    const late = new BrowserOf();
    expect((await late.get(setUp.loader, '/set-up')).location).toBe('/sign-in');
    const again = await late.post(setUp.action, '/set-up', { ...form, email: 'late@example.org' });
    expect(again.status).toBe(403);
    expect(await accountOf(theStore().read, 'late@example.org')).toBeUndefined();
  });
});

describe('signing in', () => {
  test('with the right password, in any case of the address, leads to the page that was asked for', async () => {
    const browser = new BrowserOf();
    const came = await browser.post(signIn.action, '/sign-in?next=%2Fpeople', {
      email: 'NELL.CARR@example.org',
      password: PASSWORD,
    });
    expect(came.location).toBe('/people');
    expect((await browser.get(people.loader, '/people')).status).toBe(200);
  });

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ])('never leads away to %j', async (next) => {
    const url = `/sign-in?next=${encodeURIComponent(next)}`;
    const fields = { email: 'nell.carr@example.org', password: PASSWORD };
    expect((await new BrowserOf().post(signIn.action, url, fields)).location).toBe('/');
  });

  test('says the same of an unknown address as of a wrong password, and keeps the address', async () => {
    const unknown = await tries('nobody@example.org');
    const wrong = await tries('nell.carr@example.org');
    expect(unknown.data.problems).toEqual(wrong.data.problems);
    expect(wrong.data.typed).toEqual({ email: 'nell.carr@example.org' });
  });

  test('stops guessing after ten wrong passwords for one account, not for the others', async () => {
    for (let n = 0; n < 10; n += 1) await tries('guessed@example.org');
    const eleventh = await tries('guessed@example.org');
    expect(eleventh.data.problems[0]?.message).toMatch(/Wait 15 minutes/);
    expect((await tries('another@example.org')).data.problems[0]?.message).toMatch(/is wrong/);
  });

  test('changes the session, so that one planted beforehand is worth nothing', async () => {
    const browser = new BrowserOf();
    const planted = browser.request('/').headers.get('cookie');
    await browser.post(signIn.action, '/sign-in', {
      email: 'nell.carr@example.org',
      password: PASSWORD,
    });
    expect(browser.request('/').headers.get('cookie')).not.toBe(planted);
  });

  const tries = (email: string) =>
    new BrowserOf().post(signIn.action, '/sign-in', { email, password: 'not this one!' });
});

describe('two authorities in one installation', () => {
  let ours: Borough;
  let theirs: Borough;

  beforeAll(async () => {
    ours = await makeBorough('Ourborough');
    theirs = await makeBorough('Theirborough');
  });

  test('do not see each other’s programmes or people', async () => {
    const priya = await BrowserOf.signedIn(ours.priya);
    const there = { programmeId: theirs.programme.id };
    expect((await priya.get(programme.loader, '/x', there)).status).toBe(404);
    expect((await priya.get(editProgramme.loader, '/x', there)).status).toBe(404);
    const asha = await BrowserOf.signedIn(ours.asha);
    const dan = { personId: theirs.dan.id };
    expect((await asha.get(onePerson.loader, '/x', dan)).status).toBe(404);
    const closing = await asha.post(onePerson.action, '/x', { intent: 'close' }, dan);
    expect(closing.status).toBe(404);
    expect(
      (await peopleOf(theStore().read, theirs.authorityId)).every((p) => p.closedAt === null),
    ).toBe(true);
  });

  test('a programme is started, edited, and an older page does not write over it', async () => {
    const priya = await BrowserOf.signedIn(ours.priya);
    const fields = {
      title: 'Hubs in the north',
      startsOn: '2026-04-01',
      endsOn: '2029-03-31',
      places: 'North\n\nEast ',
      packs: ['bsfh-2026', 'good-practice'],
    };
    const wrong = await priya.post(newProgramme.action, '/x', { ...fields, endsOn: '2026-03-31' });
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'endsOn' }],
      typed: { title: 'Hubs in the north' },
    });
    const started = await priya.post(newProgramme.action, '/x', fields);
    const id = started.location?.split('/').at(-1) ?? '';
    const made = (await programmesOf(theStore().read, ours.authorityId)).find((p) => p.id === id);
    expect(made).toMatchObject({ places: ['North', 'East'], packs: fields.packs, version: 1 });

    const params = { programmeId: id };
    const edit = { ...fields, version: '1', stage: 'consult' };
    const first = await priya.post(editProgramme.action, '/x', { ...edit, title: 'One' }, params);
    expect(first.location).toBe(`/programmes/${id}`);
    const second = await priya.post(editProgramme.action, '/x', { ...edit, title: 'Two' }, params);
    expect(second.status).toBe(422);
    expect(second.data).toMatchObject({ typed: { title: 'Two' } });
    const now = (await programmesOf(theStore().read, ours.authorityId)).find((p) => p.id === id);
    expect(now).toMatchObject({ title: 'One', stage: 'consult', version: 2 });
  });

  test('a partner reads, and gets the reason why they may not change', async () => {
    const dan = await BrowserOf.signedIn(ours.dan);
    expect((await dan.get(programme.loader, '/x', { programmeId: ours.programme.id })).status).toBe(
      200,
    );
    const refused = await dan.get(newProgramme.loader, '/programmes/new');
    expect(refused).toMatchObject({
      status: 403,
      text: 'Only an administrator or a strategic lead can change the programme.',
    });
  });

  test('a panel member is no member of staff', async () => {
    const leanne = await BrowserOf.signedIn(ours.leanne);
    const came = await leanne.get(programme.loader, '/programmes/1', {
      programmeId: ours.programme.id,
    });
    expect(came.location).toMatch(/^\/sign-in/);
  });

  test('the last administrator stays; a closed account is out at once', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    const last = await asha.post(
      onePerson.action,
      '/x',
      { intent: 'close' },
      { personId: ours.asha.id },
    );
    expect(last.data.problems[0]?.message).toContain('only administrator');
    const dan = await BrowserOf.signedIn(ours.dan);
    await asha.post(onePerson.action, '/x', { intent: 'close' }, { personId: ours.dan.id });
    expect((await dan.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    expect(await sessionsOf(store.read, ours.authorityId, ours.dan.id, new Date(0))).toEqual([]);
    // Who was coming in at that very moment is not in either.
    const late = await BrowserOf.signedIn(ours.dan);
    expect((await late.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
  });

  test('a session lasts a working day', async () => {
    const tom = await BrowserOf.signedIn(ours.tom);
    expect((await tom.get(people.loader, '/people')).status).toBe(200);
    const mine = and(
      eq(sessions.authorityId, ours.authorityId),
      eq(sessions.personId, ours.tom.id),
    );
    const [row] = await store.read.select().from(sessions).where(mine);
    const hours = ((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)) / 3_600_000;
    expect(hours).toBe(12);
    await store.write(null, (tx) => tx.update(sessions).set({ expiresAt: new Date() }).where(mine));
    expect((await tom.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
  });

  test('a changed password ends every session; signing out ends this one', async () => {
    await resetPassword(ours.asha, ours.asha.id, PASSWORD);
    const asha = await BrowserOf.signedIn(ours.asha);
    const elsewhere = await BrowserOf.signedIn(ours.asha);
    const change = {
      intent: 'password',
      currentPassword: PASSWORD,
      newPassword: 'three random words',
    };
    expect((await asha.post(account.action, '/account', change)).location).toBe('/sign-in');
    expect((await elsewhere.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);

    const again = await BrowserOf.signedIn(ours.asha);
    const wrong = await again.post(account.action, '/account', {
      ...change,
      currentPassword: 'not it',
    });
    expect(wrong.data).toMatchObject({ problems: [{ field: 'currentPassword' }] });
    const copied = again.copy();
    await again.post(signOut.action, '/sign-out');
    // Not the cookie alone is forgotten: whoever copied it is out too.
    expect((await copied.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    expect((await again.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
  });

  test('every change is in the history as a sentence, for those who may see it', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    await asha.post(authority.action, '/authority', {
      name: 'Ourborough Council',
      colour: '#00703c',
    });
    const { rows } = (await asha.get(history.loader, '/history')).data;
    const said = rows.map((row) => row.what);
    expect(said).toContain('Asha Brandt changed the authority’s name or colour');
    expect(said).toContain('Priya Shah moved “One” to the stage Consulting');
    expect(said.join()).not.toContain('Theirborough');
    const tom = await BrowserOf.signedIn(ours.tom);
    expect((await tom.get(history.loader, '/history')).status).toBe(403);
  });
});
