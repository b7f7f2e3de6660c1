import type { ActionFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSession } from '#app/http/session.server.ts';
import { codeAt } from '#app/people/codes.server.ts';
import { resetPassword, signOutEverywhere } from '#app/people/run-people.server.ts';
import { setDirectory, setPasswords } from '#app/people/set-sign-in.server.ts';
import * as account from '#app/routes/account._index/route.tsx';
import * as codes from '#app/routes/account.codes/route.tsx';
import * as signingIn from '#app/routes/authority.signing-in/route.tsx';
import * as history from '#app/routes/history/route.tsx';
import * as onePerson from '#app/routes/people.$personId/route.tsx';
import * as people from '#app/routes/people._index/route.tsx';
import * as listening from '#app/routes/programmes.$programmeId.needs.listening.export.$what/route.ts';
import * as answersFile from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.take.$file/route.tsx';
import * as codings from '#app/routes/programmes.$programmeId.needs.themes.export.$what/route.tsx';
import * as redact from '#app/routes/programmes.$programmeId.needs.themes.redact/route.tsx';
import * as consultation from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.take.$file/route.tsx';
import * as members from '#app/routes/programmes.$programmeId.panel.members[.]csv/route.tsx';
import * as signIn from '#app/routes/sign-in._index/route.tsx';
import * as code from '#app/routes/sign-in.code/route.tsx';
import * as confirm from '#app/routes/sign-in.confirm/route.tsx';
import * as setUpCode from '#app/routes/sign-in.set-up-code/route.tsx';
import type { Io } from '#cli/io.ts';
import { throughline } from '#cli/throughline.ts';
import { personById, updatePerson } from '#db/people.ts';
import { authorities, sessions } from '#db/schema/index.ts';
import { secondFactorOf } from '#db/second-steps.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

const PASSWORD = 'teapot lemon gravel';
let store: Store;
let ours: Borough;
let addresses: Record<'asha' | 'priya' | 'tom' | 'grace' | 'dan', string>;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  const entries = (['asha', 'priya', 'tom', 'grace', 'dan'] as const).map(async (who) => {
    await resetPassword(ours.asha, ours[who].id, PASSWORD);
    const row = await personById(store.read, ours.authorityId, ours[who].id);
    return [who, row?.email ?? ''] as const;
  });
  addresses = Object.fromEntries(await Promise.all(entries)) as typeof addresses;
});
afterAll(() => store.close());

const MINUTE = 60_000;

/** Lets time go by for every session: they were begun and confirmed that long ago. */
const timeGoesBy = (minutes: number) =>
  store.write(null, async (tx) => {
    const at = new Date(Date.now() - minutes * MINUTE);
    await tx.update(sessions).set({ createdAt: at, confirmedAt: at });
  });

const withPassword = (browser: BrowserOf, email: string) =>
  browser.post(signIn.action, '/sign-in?next=%2Fpeople', { email, password: PASSWORD });

/** Sets codes up on the account's page, and gives the key and the recovery codes. */
async function setsUp(browser: BrowserOf): Promise<{ key: string; recovery: string[] }> {
  const { shown } = (await browser.get(codes.loader, '/account/codes?anew')).data;
  const key = shown?.key4.replaceAll(' ', '') ?? '';
  const press = () => {
    const fields = { intent: 'set-up', code: codeAt(key, new Date(Date.now() - MINUTE / 2)) };
    return browser.post(codes.action, '/account/codes', fields);
  };
  // The code before is too old where its half minute ends on the way: then the next one is typed.
  let done = await press();
  if (done.status === 422) done = await press();
  return { key, recovery: (done.data as { recovery: string[] }).recovery };
}

describe('one-time codes', () => {
  let tom: BrowserOf;
  let key: string;
  let recovery: string[];

  test('are set up once a code shows that the phone has the key; other sessions end', async () => {
    tom = await BrowserOf.signedIn(ours.tom);
    const thief = await BrowserOf.signedIn(ours.tom);
    const first = (await tom.get(codes.loader, '/account/codes')).data.shown?.key4;
    const wrong = await tom.post(codes.action, '/account/codes', {
      intent: 'set-up',
      code: '000000',
    });
    expect(wrong.status).toBe(422);
    expect((await tom.get(codes.loader, '/account/codes')).data.shown?.key4).toBe(first);
    ({ key, recovery } = await setsUp(tom));
    expect(recovery).toHaveLength(10);
    expect((await thief.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    expect((await tom.get(people.loader, '/people')).status).toBe(200);
    const kept = await secondFactorOf(store.read, ours.authorityId, ours.tom.id);
    expect(kept?.key).not.toContain(key);
  });

  test('are asked for after the password, and each works once', async () => {
    const browser = new BrowserOf();
    expect((await withPassword(browser, addresses.tom)).location).toBe('/sign-in/code');
    // The password alone opens nothing. Protection: `next: 'code'` in app/people/sign-in.server.ts.
    expect((await browser.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    const twice = browser.copy();
    const other = new BrowserOf();
    await withPassword(other, addresses.tom);
    const now = codeAt(key, new Date());
    expect((await browser.post(code.action, '/sign-in/code', { code: now })).location).toBe(
      '/people',
    );
    // Looked at over a shoulder. Protection: lt(lastStep) in useStep (db/second-steps.ts).
    const again = await other.post(code.action, '/sign-in/code', { code: now });
    expect(again.data).toMatchObject({ problems: [{ message: /used already/ }] });
    const earlier = codeAt(key, new Date(Date.now() - MINUTE / 2));
    expect((await other.post(code.action, '/sign-in/code', { code: earlier })).status).toBe(422);
    // Pressed twice, where the first answer never arrived. Mutation: wasPress in run-codes.server.ts.
    const pressed = await twice.post(code.action, '/sign-in/code', { code: now });
    expect(pressed.location).toBe('/people');
    expect((await twice.get(people.loader, '/people')).status).toBe(200);
    const typedAnew = twice.copy();
    await withPassword(typedAnew, addresses.tom);
    expect((await typedAnew.post(code.action, '/sign-in/code', { code: now })).status).toBe(422);
  });

  test('nobody comes to the code without the password', async () => {
    const stranger = new BrowserOf();
    expect((await stranger.get(code.loader, '/sign-in/code')).location).toBe('/sign-in');
    const tried = await stranger.post(code.action, '/sign-in/code', {
      code: codeAt(key, new Date()),
    });
    expect(tried.location).toBe('/sign-in');
  });

  test('a recovery code lets in without the phone, once', async () => {
    const [one = ''] = recovery;
    const browser = new BrowserOf();
    await withPassword(browser, addresses.tom);
    const twice = browser.copy();
    const other = new BrowserOf();
    await withPassword(other, addresses.tom);
    const typed = { code: one.toLowerCase().replaceAll('-', ' ') };
    expect((await browser.post(code.action, '/sign-in/code', typed)).location).toBe('/people');
    // Protection: isNull(usedAt) in useRecoveryCode (db/second-steps.ts).
    expect((await other.post(code.action, '/sign-in/code', typed)).status).toBe(422);
    expect((await twice.post(code.action, '/sign-in/code', typed)).location).toBe('/people');
    expect((await browser.get(account.loader, '/account')).data.codes.recoveryLeft).toBe(9);
  });

  test('guessing stops after five wrong codes, for whoever guesses', async () => {
    const grace = await BrowserOf.signedIn(ours.grace);
    const { key: hers } = await setsUp(grace);
    const browser = new BrowserOf();
    await withPassword(browser, addresses.grace);
    for (let n = 0; n < 5; n += 1)
      await browser.post(code.action, '/sign-in/code', { code: '000000' });
    // Protection: takeCodeTry in the route.
    const right = await browser.post(code.action, '/sign-in/code', {
      code: codeAt(hers, new Date()),
    });
    expect(right.data).toMatchObject({ problems: [{ message: /Wait 15 minutes/ }] });
  });

  test('an administrator takes them away from somebody who lost the phone, and it is written down', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    await asha.post(onePerson.action, '/x', { intent: 'codes' }, { personId: ours.tom.id });
    expect((await tom.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    expect((await withPassword(new BrowserOf(), addresses.tom)).location).toBe('/people');
    const { rows } = (await asha.get(history.loader, '/history')).data;
    expect(rows.map(({ what }) => what)).toContain(
      'Asha Brandt took the one-time codes of Tom Okafor away, so that they can set them up anew',
    );
    const partner = await BrowserOf.signedIn(ours.dan);
    const not = await partner.post(
      onePerson.action,
      '/x',
      { intent: 'codes' },
      { personId: ours.tom.id },
    );
    expect(not.status).toBe(403);
  });

  test('the command line lets somebody in who lost everything, and it is written down', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    await setsUp(asha);
    vi.stubEnv('THROUGHLINE_PASSWORD', PASSWORD);
    const said: string[] = [];
    const io = { print: (line: string) => said.push(line), say: (line: string) => said.push(line) };
    const reset = (email: string) =>
      throughline(['reset', 'sign-in', '--email', email], io as unknown as Io);
    expect(await reset('nobody@example.org')).toBe(1);
    expect(await reset(addresses.asha)).toBe(0);
    vi.unstubAllEnvs();
    expect(said.at(-1)).toMatch(/^Asha Brandt can sign in/);
    expect((await asha.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    const again = new BrowserOf();
    expect((await withPassword(again, addresses.asha)).location).toBe('/people');
    const { rows } = (await again.get(history.loader, '/history')).data;
    expect(rows.map(({ what }) => what)).toContain(
      'The command line gave Asha Brandt a new password, and took their one-time codes and sessions away',
    );
  });

  test('an authority that asks for them has people set them up when they next sign in', async () => {
    await setPasswords(ours.asha, { passwordsAllowed: true, codeRequired: true });
    const browser = new BrowserOf();
    expect((await withPassword(browser, addresses.priya)).location).toBe('/sign-in/set-up-code');
    expect((await browser.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    const shown = (await browser.get(setUpCode.loader, '/sign-in/set-up-code')).data;
    const now = new Date();
    const fields = { code: codeAt(shown?.key4.replaceAll(' ', '') ?? '', now) };
    const twice = browser.copy();
    const done = await browser.post(setUpCode.action, '/sign-in/set-up-code', fields);
    expect(done.data).toMatchObject({ next: '/people' });
    expect((await browser.get(people.loader, '/people')).status).toBe(200);
    // Pressed twice: the same recovery codes, which the first answer may not have shown to anybody.
    const earlier = new Date(now.getTime() - MINUTE / 2);
    const other = { code: codeAt(shown?.key4.replaceAll(' ', '') ?? '', earlier) };
    expect((await twice.post(setUpCode.action, '/sign-in/set-up-code', other)).status).toBe(422);
    const pressed = await twice.post(setUpCode.action, '/sign-in/set-up-code', fields);
    expect(pressed.data).toEqual(done.data);
    for (const each of [browser, twice]) {
      expect((await each.get(people.loader, '/people')).status).toBe(200);
    }
    const [recovery = ''] = (done.data as { codes: string[] }).codes;
    const anew = new BrowserOf();
    await withPassword(anew, addresses.priya);
    const typed = { code: recovery };
    expect((await anew.post(code.action, '/sign-in/code', typed)).location).toBe('/people');
    // Without the key, whoever has codes sets none up.
    const thief = new BrowserOf();
    await withPassword(thief, addresses.priya);
    const tried = await thief.post(setUpCode.action, '/sign-in/set-up-code', fields);
    expect(tried.location).toBe('/sign-in');
    const removing = await browser.post(codes.action, '/account/codes', { intent: 'remove' });
    expect(removing.status).toBe(403);
    await setPasswords(ours.asha, { passwordsAllowed: true, codeRequired: false });
  });
});

describe('recovery codes', () => {
  // Protection: besidePress in account.codes/route.tsx, without which the second press shows no codes.
  test('that work are on the page after a double press, when set up and when made anew', async () => {
    const dan = await BrowserOf.signedIn(ours.dan);
    const { shown } = (await dan.get(codes.loader, '/account/codes?anew')).data;
    const key = shown?.key4.replaceAll(' ', '') ?? '';
    const twice = async (fields: { intent: string; code?: string }) => {
      const press = () =>
        dan.post(codes.action, '/account/codes', { code: '', ...fields, once: fields.intent });
      return (await Promise.all([press(), press()])).map(
        ({ data }) => (data as { recovery?: string[] } | null)?.recovery ?? [],
      );
    };
    const setUp = await twice({ intent: 'set-up', code: codeAt(key, new Date()) });
    expect(setUp[0]).toHaveLength(10);
    expect(setUp[1]).toEqual(setUp[0]);
    const anew = await twice({ intent: 'recovery' });
    for (const made of anew) expect(made).toHaveLength(10);
    const tries = anew.map(async ([first = '']) => {
      const browser = new BrowserOf();
      await withPassword(browser, addresses.dan);
      return (await browser.post(code.action, '/sign-in/code', { code: first })).location;
    });
    expect(await Promise.all(tries)).toContain('/people');
    await dan.post(codes.action, '/account/codes', { intent: 'remove' });
  });
});

describe('nobody is locked out', () => {
  const DIRECTORY = {
    issuer: 'https://login.example.org',
    clientId: 'throughline',
    clientSecret: 'secret',
    domains: [],
    trustsEmail: false,
    mayAsk: false,
    roles: {},
  };

  test('passwords are turned off only while an administrator has a password and codes', async () => {
    const off = { passwordsAllowed: false, codeRequired: false };
    expect(await setPasswords(ours.asha, off)).toMatchObject({ done: false });
    await setDirectory(ours.asha, DIRECTORY);
    // Protection: NOBODY_SURE in setPasswords (app/people/set-sign-in.server.ts).
    expect(await setPasswords(ours.asha, off)).toMatchObject({ done: false, field: 'passwords' });
    const asha = await BrowserOf.signedIn(ours.asha);
    const { key } = await setsUp(asha);
    expect(await setPasswords(ours.asha, off)).toEqual({ done: true });

    expect((await withPassword(new BrowserOf(), addresses.tom)).location).toMatch(
      /^\/sign-in\?of=/,
    );
    const sure = new BrowserOf();
    expect((await withPassword(sure, addresses.asha)).location).toBe('/sign-in/code');
    const typed = { code: codeAt(key, new Date()) };
    expect((await sure.post(code.action, '/sign-in/code', typed)).location).toBe('/people');
    // Protection: keepsAWayIn (app/people/way-in.server.ts), wherever the last of them would go.
    expect((await sure.post(codes.action, '/account/codes', { intent: 'remove' })).status).toBe(
      403,
    );
    expect(await setDirectory(ours.asha, { ...DIRECTORY, issuer: '' })).toMatchObject({
      done: false,
    });
    await setPasswords(ours.asha, { passwordsAllowed: true, codeRequired: false });
    await setDirectory(ours.asha, { ...DIRECTORY, issuer: '' });
  });
});

describe('where one is signed in', () => {
  test('each session is shown by its browser, and ended one by one or all others at once', async () => {
    await signOutEverywhere(ours.dan);
    const here = await BrowserOf.signedIn(ours.dan);
    const phone = await BrowserOf.signedIn(ours.dan);
    const tablet = await BrowserOf.signedIn(ours.dan);
    const list = (await here.get(account.loader, '/account')).data.sessions;
    expect(list).toHaveLength(3);
    expect(list.filter(({ thisOne }) => thisOne)).toHaveLength(1);
    const theirs = (await phone.get(account.loader, '/account')).data.sessions;
    const handle = theirs.find(({ thisOne }) => thisOne)?.handle ?? '';
    await here.post(account.action, '/account', { intent: 'end', handle });
    expect((await phone.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    await here.post(account.action, '/account', { intent: 'others' });
    expect((await tablet.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
    expect((await here.get(people.loader, '/people')).status).toBe(200);
  });

  test('nobody ends somebody else’s session by its name', async () => {
    const dan = await BrowserOf.signedIn(ours.dan);
    const handle = (await dan.get(account.loader, '/account')).data.sessions[0]?.handle ?? '';
    const tom = await BrowserOf.signedIn(ours.tom);
    // Protection: sessionsOf by person in endMySession (app/people/run-sessions.server.ts).
    expect((await tom.post(account.action, '/account', { intent: 'end', handle })).status).toBe(
      404,
    );
    expect((await dan.get(people.loader, '/people')).status).toBe(200);
  });

  test.each(['sessions', 'role', 'password', 'close'])(
    'an administrator’s “%s” ends every session of somebody',
    async (intent) => {
      const dan = await BrowserOf.signedIn(ours.dan);
      const asha = await BrowserOf.signedIn(ours.asha);
      const fields = {
        intent,
        role: intent === 'role' ? 'commissioner' : 'partner',
        password: PASSWORD,
      };
      const came = await asha.post(onePerson.action, '/x', fields, { personId: ours.dan.id });
      expect(came.location).toBe('/people');
      expect((await dan.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
      await store.write(null, (tx) =>
        updatePerson(tx, ours.authorityId, ours.dan.id, { closedAt: null, role: 'partner' }),
      );
    },
  );

  test('only the kind of browser is kept', async () => {
    const request = new Request('http://localhost/', {
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/128.0.6613.84 Safari/537.36' },
    });
    await startSession(request, ours.dan);
    const rows = await store.read.select().from(sessions);
    expect(rows.map(({ device }) => device)).toContain('Chrome on Windows');
    expect(JSON.stringify(rows)).not.toContain('128.0');
  });
});

describe('before answers leave', () => {
  const exports = () => {
    const programmeId = ours.programme.id;
    return [
      [answersFile.loader, { programmeId, surveyId: 'x', file: 'answers.csv' }],
      [answersFile.loader, { programmeId, surveyId: 'x', file: 'own-words.csv' }],
      [codings.loader, { programmeId, what: 'codings.csv' }],
      [listening.loader, { programmeId, what: 'notes.csv' }],
      [consultation.loader, { programmeId, consultationId: 'x', file: 'answers.csv' }],
    ] as const;
  };

  // Protection: requireRecentSignIn in each of these routes.
  test('whoever has not proved for a quarter of an hour who they are is asked to', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    for (const [loader, params] of exports()) {
      expect((await asha.get(loader, '/export?words=with', params)).location).toBeNull();
    }
    await timeGoesBy(16);
    for (const [loader, params] of exports()) {
      const came = await asha.get(loader, '/export?words=with', params);
      expect(came.location, JSON.stringify(params)).toBe(
        '/sign-in/confirm?next=%2Fexport%3Fwords%3Dwith',
      );
    }
    const { programme } = ours;
    const params = { programmeId: programme.id };
    const names = await asha.post(members.action, '/x', { reason: 'Labels' }, params);
    expect(names.location).toMatch(/^\/sign-in\/confirm\?next=/);
    const words = await asha.post(redact.action, '/x?at=y', { intent: 'original' }, params);
    expect(words.location).toBe('/sign-in/confirm?next=%2Fx%3Fat%3Dy');
    expect((await asha.get(signingIn.loader, '/x')).location).toMatch(/^\/sign-in\/confirm/);
    expect((await asha.get(codes.loader, '/x')).location).toMatch(/^\/sign-in\/confirm/);
    expect((await asha.get(people.loader, '/people')).data.confirm).toMatch(/^\/sign-in\/confirm/);
    const adding = { name: 'A', email: 'a@example.org', role: 'lead', password: PASSWORD };
    expect((await asha.post(people.action, '/people', adding)).location).toMatch(/confirm/);
  });

  test('whoever may not do it is told so, and not asked for a password in vain', async () => {
    const grace = await BrowserOf.signedIn(ours.grace);
    await timeGoesBy(16);
    for (const [loader, params] of exports()) {
      expect((await grace.get(loader, '/x', params)).status).toBe(403);
    }
  });

  test('a password confirms it, and leads back here and nowhere else', async () => {
    const tom = await BrowserOf.signedIn(ours.tom);
    await timeGoesBy(16);
    const at = '/sign-in/confirm?next=%2Fpeople%3Fa%3Db';
    expect((await tom.get(confirm.loader, at)).data.ways).toMatchObject({
      password: true,
      press: false,
    });
    expect((await tom.post(confirm.action, at, { password: 'not this one' })).status).toBe(422);
    // A press is for the demonstration only.
    expect((await tom.post(confirm.action, at, { intent: 'press' })).status).toBe(422);
    expect((await tom.post(confirm.action, at, { password: PASSWORD })).location).toBe(at);
    expect((await tom.get(confirm.loader, at)).data).toMatchObject({
      ways: null,
      next: '/people?a=b',
    });
    const elsewhere = '/sign-in/confirm?next=%2F%5Cevil.example';
    expect((await tom.get(confirm.loader, elsewhere)).data.next).toBe('/');
  });

  test('with one-time codes the password alone does not', async () => {
    const priya = await BrowserOf.signedIn(ours.priya);
    const { key } = await setsUp(priya);
    await timeGoesBy(16);
    const at = '/sign-in/confirm?next=%2Fpeople';
    expect((await priya.post(confirm.action, at, { password: PASSWORD })).status).toBe(422);
    const both = { password: PASSWORD, code: codeAt(key, new Date()) };
    const pressed = [priya.post(confirm.action, at, both), priya.post(confirm.action, at, both)];
    expect((await Promise.all(pressed)).map(({ location }) => location)).toEqual([at, at]);
  });

  test('in the demonstration a press is enough, on this machine and through its door only', async () => {
    const sample = await makeBorough('Wexcombe');
    const priya = await BrowserOf.signedIn(sample.priya);
    await timeGoesBy(16);
    const at = '/sign-in/confirm?next=%2Fpeople';
    const here = (args: ActionFunctionArgs) =>
      confirm.action({ ...args, context: { onThisMachine: true } });
    const press = { intent: 'press' };
    // Neither an account without a password elsewhere, nor one of the demonstration from elsewhere.
    expect((await priya.post(here, at, press)).status).toBe(422);
    await store.write(null, async (tx) => {
      const change = { isDemonstration: true };
      await tx.update(authorities).set(change).where(eq(authorities.id, sample.authorityId));
      await tx.update(sessions).set({ way: 'door' });
    });
    expect((await priya.post(confirm.action, at, press)).status).toBe(422);
    expect((await priya.post(here, at, press)).location).toBe(at);
    expect((await priya.get(confirm.loader, at)).data.ways).toBeNull();
  });

  test('a clock that was put back makes nothing recent', async () => {
    const asha = await BrowserOf.signedIn(ours.asha);
    await timeGoesBy(-24 * 60);
    expect((await asha.get(signingIn.loader, '/x')).location).toMatch(/^\/sign-in\/confirm/);
  });
});
