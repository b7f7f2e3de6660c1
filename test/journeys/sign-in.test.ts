import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directoryOf } from '#app/people/directories.server.ts';
import { troubleOf } from '#app/people/directory.ts';
import { addPerson, closeAccount } from '#app/people/run-people.server.ts';
import { setDirectory, tryMyDirectory } from '#app/people/set-sign-in.server.ts';
import { settleAccount } from '#app/people/settle-account.server.ts';
import * as onePerson from '#app/routes/people.$personId/route.tsx';
import * as people from '#app/routes/people._index/route.tsx';
import * as signIn from '#app/routes/sign-in._index/route.tsx';
import * as back from '#app/routes/sign-in.back.$authorityId/route.ts';
import * as confirm from '#app/routes/sign-in.confirm/route.tsx';
import * as away from '#app/routes/sign-in.with.$authorityId/route.ts';
import * as signOut from '#app/routes/sign-out/route.tsx';
import * as signedOut from '#app/routes/signed-out/route.tsx';
import { auditOf, peopleOf, personById } from '#db/people.ts';
import { sessionsOf } from '#db/sessions.ts';
import { signInSettingsOf } from '#db/signing-in.ts';
import type { Store } from '#db/store.server.ts';
import { aDirectory, jws, type ADirectory, type Somebody } from '../a-directory.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Signing in with the account of an authority, through our own routes and a real provider. Beside each
// attack stands the protection that keeps it out: taken out, the test fails (tried, one by one).

let store: Store;
let ours: Borough;
let theirs: Borough;
let entra: ADirectory;
let another: ADirectory;

const backTo = (borough: Borough) => `http://localhost/sign-in/back/${borough.authorityId}`;
const of = (borough: Borough) => ({ authorityId: borough.authorityId });
const DOMAINS = ['ourborough.gov.uk'];

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  const addresses = [backTo(ours), backTo(theirs)];
  entra = await aDirectory(addresses, 'http://localhost/signed-out');
  another = await aDirectory(addresses, 'http://localhost/signed-out');
  await uses(theirs, another);
  for (const [name, email] of [
    ['Mo Khan', 'mo.khan@ourborough.gov.uk'],
    ['Una Reid', 'una.reid@ourborough.gov.uk'],
    ['Cleo Shaw', 'cleo.shaw@ourborough.gov.uk'],
  ] as const) {
    await addPerson(ours.asha, { name, email, role: 'lead', password: null });
  }
  const elsewhere = { name: 'Theo Hall', email: 'theo.hall@ourborough.gov.uk' };
  await addPerson(theirs.asha, { ...elsewhere, role: 'lead', password: null });
});
beforeEach(async () => {
  entra.forging(null);
  await uses(ours, entra);
});
afterAll(async () => {
  await entra.stop();
  await another.stop();
  await store.close();
});

function uses(borough: Borough, directory: ADirectory, change: object = {}) {
  const { issuer, clientId, clientSecret } = directory;
  return setDirectory(borough.asha, {
    issuer,
    clientId,
    clientSecret,
    domains: DOMAINS,
    trustsEmail: true,
    mayAsk: false,
    roles: { 'Hubs.Lead': 'lead' },
    ...change,
  });
}

const mo: Somebody = {
  sub: 'mo',
  name: 'Mo Khan',
  email: 'Mo.Khan@ourborough.gov.uk',
  email_verified: true,
};

/** The whole way: our link, the provider, and back to us. */
async function comes(
  browser: BrowserOf,
  somebody: Somebody,
  link = '/sign-in/with/x?next=%2Fpeople',
) {
  entra.nowComes(somebody);
  const sent = await browser.get(away.loader, link, of(ours));
  const returned = await entra.follow(sent.location ?? '');
  return browser.get(back.loader, returned, of(ours));
}

/** Why nobody was signed in, or where somebody went. */
const why = (came: { location: string | null }) =>
  troubleOf(new URL(came.location ?? '', 'http://localhost').searchParams.get('why')) ??
  came.location;

describe('with the account of one’s authority', () => {
  test('somebody comes in by their e-mail address first, and by who they are there ever after', async () => {
    const browser = new BrowserOf();
    expect((await comes(browser, mo)).location).toBe('/people');
    expect((await browser.get(people.loader, '/people')).status).toBe(200);
    // Married since, and with another address: the directory's own name for them stays.
    const again = new BrowserOf();
    const since = { sub: 'mo', name: 'Mo Reid', email: 'mo.reid@ourborough.gov.uk' };
    expect((await comes(again, since)).location).toBe('/people');
    const said = (await auditOf(store.read, ours.authorityId, 0, 50)).map(({ action }) => action);
    expect(said).toContain('person.account-linked');
    expect(said.filter((one) => one === 'person.account-signed-in')).toHaveLength(2);
  });

  test('is found from a work address, whether somebody has an account here or not', async () => {
    await uses(theirs, another, { domains: ['theirborough.gov.uk'] });
    const nobody = new BrowserOf();
    const fields = { intent: 'work', work: 'nobody.at.all@OURborough.gov.uk' };
    const came = await nobody.post(signIn.action, '/sign-in?next=%2Fpeople', fields);
    expect(came.location).toBe(`/sign-in?of=${ours.authorityId}&next=%2Fpeople`);
    const page = await nobody.get(signIn.loader, came.location ?? '');
    // A browser does not let a form go elsewhere: the page goes on by itself.
    expect(page.data.goTo).toBe(`/sign-in/with/${ours.authorityId}?next=%2Fpeople`);
    const unknown = { intent: 'work', work: 'somebody@example.org' };
    expect((await nobody.post(signIn.action, '/sign-in', unknown)).status).toBe(422);
    await uses(theirs, another);
  });

  test('signing out leads to a page from which one signs out there too', async () => {
    const browser = new BrowserOf();
    await comes(browser, mo);
    const out = await browser.post(signOut.action, '/sign-out');
    expect(out.location).toBe(`/signed-out?of=${ours.authorityId}`);
    const page = await browser.get(signedOut.loader, out.location ?? '');
    expect(page.data.there).toContain(`${entra.issuer}/session/end?`);
    expect(page.data.there).toContain(encodeURIComponent('http://localhost/signed-out'));
  });

  test('confirms that it is still them only when the directory asked them anew', async () => {
    const browser = new BrowserOf();
    await comes(browser, mo);
    const link = '/sign-in/with/x?for=confirm&next=%2Fpeople';
    const sent = await browser.get(away.loader, link, of(ours));
    const asked = new URL(sent.location ?? '').searchParams;
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '900']);
    // A directory that lets an hour-old sign-in pass for a new one is not believed.
    // Protection: maxAge in whoCameBack (app/people/ask-directory.server.ts).
    entra.forging((claims) => entra.signed({ ...claims, auth_time: Number(claims['iat']) - 3600 }));
    const stale = await comes(browser, mo, link);
    expect(why(stale)).toBe('stale');
    entra.forging(null);
    const came = await comes(browser, mo, link);
    expect(came.location).toBe('/sign-in/confirm?next=%2Fpeople');
    expect((await browser.get(confirm.loader, came.location ?? '')).data.ways).toBeNull();
    // A directory that does not say when is told apart from one that lies.
    entra.forging(({ auth_time: _left, ...claims }) => entra.signed(claims));
    expect(why(await comes(browser, mo, link))).toBe('no-time');
    // It counts from when they proved it: ten minutes ago leaves five. Protection: claims.provedAt in
    // app/routes/sign-in.back.$authorityId/route.ts.
    const proved = Math.floor(Date.now() / 1000) - 600;
    entra.forging((claims) => entra.signed({ ...claims, auth_time: proved }));
    await comes(browser, mo, link);
    const mos = (await peopleOf(store.read, ours.authorityId)).find(
      ({ name }) => name === 'Mo Khan',
    );
    const times = (await sessionsOf(store.read, ours.authorityId, mos?.id ?? '', new Date())).map(
      ({ confirmedAt }) => confirmedAt?.getTime(),
    );
    expect(times).toContain(proved * 1000);
    entra.forging(null);
    await comes(browser, mo, link);
    // Protection: isAccountOf (app/people/settle-account.server.ts).
    expect(why(await comes(browser, { ...mo, sub: 'una' }, link))).toBe('other-person');
  });
});

describe('whoever is not let in', () => {
  test.each<[string, Somebody, string]>([
    // Protection: the domains in troubleOfEmail (app/people/directory.ts).
    [
      'an address elsewhere',
      { sub: 'a', email: 'mo.khan@example.org', email_verified: true },
      'email-elsewhere',
    ],
    // Protection: emailVerified in troubleOfEmail.
    [
      'an address that is not confirmed',
      { sub: 'b', email: 'una.reid@ourborough.gov.uk', email_verified: false },
      'email-unverified',
    ],
    ['no address at all', { sub: 'c', name: 'Una Reid' }, 'no-email'],
    // Protection: the authority in personByEmail (db/identities.ts).
    [
      'an address of another authority’s account',
      { sub: 'd', email: 'theo.hall@ourborough.gov.uk', email_verified: true },
      'unknown',
    ],
    // Protection: the look for an earlier link in firstTime (app/people/settle-account.server.ts).
    ['the address of somebody who is linked already', { ...mo, sub: 'somebody-new' }, 'unknown'],
  ])('%s', async (_what, somebody, trouble) => {
    await comes(new BrowserOf(), mo);
    const browser = new BrowserOf();
    expect(why(await comes(browser, somebody))).toBe(trouble);
    expect((await browser.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
  });

  test('an address is nothing where the administrator did not say that it may be trusted', async () => {
    await uses(ours, entra, { trustsEmail: false });
    const una = { sub: 'una', email: 'una.reid@ourborough.gov.uk', email_verified: true };
    expect(why(await comes(new BrowserOf(), una))).toBe('no-email');
  });

  test('an answer that names another issuer or another tenant settles nobody’s account', async () => {
    const directory = await directoryOf(store.read, ours.authorityId);
    if (!directory) throw new Error('There is no directory.');
    const claims = { issuer: 'https://elsewhere.example', subject: 'mo', roles: [] as string[] };
    const told = { name: null, email: mo.email ?? null, emailVerified: true };
    const more = { tenant: null, provedAt: null };
    const came = await settleAccount(directory, { ...claims, ...told, ...more }, null, new Date());
    expect(came).toEqual({ trouble: 'tenant' });
  });

  test('a closed account stays closed, whatever the directory says', async () => {
    const cleo = { sub: 'cleo', email: 'cleo.shaw@ourborough.gov.uk', email_verified: true };
    expect(why(await comes(new BrowserOf(), cleo))).toBe('/people');
    const rows = await peopleOf(store.read, ours.authorityId);
    await closeAccount(ours.asha, rows.find(({ name }) => name === 'Cleo Shaw')?.id ?? '');
    expect(why(await comes(new BrowserOf(), cleo))).toBe('closed');
  });
});

describe('an answer that is not genuine', () => {
  /** Sent to the directory, and what it answered: not yet brought to us. */
  async function sentAndAnswered() {
    const browser = new BrowserOf();
    entra.nowComes(mo);
    const sent = await browser.get(away.loader, '/sign-in/with/x', of(ours));
    return { browser, returned: new URL(await entra.follow(sent.location ?? '')) };
  }
  const brought = (browser: BrowserOf, returned: URL, to = ours) =>
    browser.get(back.loader, returned.href, of(to));

  test('with another state: somebody planted their own sign-in', async () => {
    const { browser, returned } = await sentAndAnswered();
    returned.searchParams.set('state', 'of-somebody-else');
    expect(why(await brought(browser, returned))).toBe('not-genuine');
  });

  test('in a browser that was not sent there', async () => {
    const { returned } = await sentAndAnswered();
    expect(why(await brought(new BrowserOf(), returned))).toBe('another-window');
  });

  test('a second time: what we remember is gone, and the code is spent', async () => {
    const { browser, returned } = await sentAndAnswered();
    const remembered = browser.copy();
    expect(why(await brought(browser, returned))).toBe('/');
    expect(why(await brought(browser, returned))).toBe('another-window');
    expect(why(await brought(remembered, returned))).toBe('used');
  });

  test('of another issuer: the mix-up of two directories', async () => {
    const { browser, returned } = await sentAndAnswered();
    const named = new URL(returned);
    named.searchParams.set('iss', another.issuer);
    expect(why(await brought(browser.copy(), named))).toBe('not-genuine');
    // Each authority has an address of its own to come back to. Protection: awayAt's authority.
    expect(why(await brought(browser, returned, theirs))).toBe('another-window');
  });

  test.each<[string, (claims: Record<string, unknown>) => string, string]>([
    ['without a signature', (claims) => jws(claims, { alg: 'none' }, null), 'not-genuine'],
    // Protection: enableNonRepudiationChecks (app/people/ask-directory.server.ts).
    [
      'signed with another key',
      (claims) =>
        jws(
          claims,
          { alg: 'RS256', kid: 'of-the-tests' },
          generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
        ),
      'not-genuine',
    ],
    [
      'with another nonce',
      (claims) => entra.signed({ ...claims, nonce: 'another' }),
      'not-genuine',
    ],
    [
      'of another issuer',
      (claims) => entra.signed({ ...claims, iss: another.issuer }),
      'not-genuine',
    ],
    [
      'for another application',
      (claims) => entra.signed({ ...claims, aud: 'another' }),
      'not-genuine',
    ],
    [
      'run out an hour ago',
      (claims) => entra.signed({ ...claims, exp: Number(claims['iat']) - 3600 }),
      'clock',
    ],
  ])('an ID token %s', async (_what, forge, trouble) => {
    entra.forging(forge);
    const browser = new BrowserOf();
    expect(why(await comes(browser, mo))).toBe(trouble);
    expect((await browser.get(people.loader, '/people')).location).toMatch(/^\/sign-in/);
  });

  test('a refusal there is told as one, and nothing of the directory’s words', async () => {
    const { browser, returned } = await sentAndAnswered();
    const state = returned.searchParams.get('state') ?? '';
    const iss = encodeURIComponent(entra.issuer);
    const refused = `${backTo(ours)}?error=access_denied&error_description=Secret+words&iss=${iss}&state=${state}`;
    const came = await browser.get(back.loader, refused, of(ours));
    expect(why(came)).toBe('refused');
    expect(came.location).not.toContain('Secret');
  });
});

describe('an administrator', () => {
  test('invites somebody whose address the directory does not tell, once', async () => {
    await uses(ours, entra, { trustsEmail: false });
    const asha = await BrowserOf.signedIn(ours.asha);
    const una = (await peopleOf(store.read, ours.authorityId)).find(
      ({ name }) => name === 'Una Reid',
    );
    const params = { personId: una?.id ?? '' };
    const made = await asha.post(onePerson.action, '/x', { intent: 'invite' }, params);
    const link = (made.data as { invitation: string }).invitation;
    expect(why(await comes(new BrowserOf(), { sub: 'una-of-entra' }, link))).toBe('/');
    // Whoever finds the link afterwards comes in by it no more,
    const thief = { sub: 'a-thief' };
    expect(why(await comes(new BrowserOf(), thief, link))).toBe('unknown');
    // nor when the account is taken off again, and a fresh invitation is what lets in then.
    await asha.post(onePerson.action, '/x', { intent: 'unlink' }, params);
    expect(why(await comes(new BrowserOf(), thief, link))).toBe('unknown');
    const again = await asha.post(onePerson.action, '/x', { intent: 'invite' }, params);
    const fresh = (again.data as { invitation: string }).invitation;
    expect(why(await comes(new BrowserOf(), { sub: 'una-of-entra-anew' }, fresh))).toBe('/');
  });

  test('decides on colleagues who ask, and proposes what the directory says they do', async () => {
    await uses(ours, entra, { mayAsk: true });
    const nia = { sub: 'nia', name: 'Nia Cole', roles: ['Other', 'Hubs.Lead'] };
    expect(why(await comes(new BrowserOf(), nia))).toBe('asked');
    const asha = await BrowserOf.signedIn(ours.asha);
    const [asked] = (await asha.get(people.loader, '/people')).data.asking;
    expect(asked).toMatchObject({ name: 'Nia Cole', role: 'lead', email: null });
    const give = { request: asked?.id ?? '', intent: 'give', give: 'partner' };
    expect((await asha.post(people.action, '/people', give)).location).toBe('/people');
    expect(why(await comes(new BrowserOf(), nia))).toBe('/people');
    const rows = await peopleOf(store.read, ours.authorityId);
    expect(rows.find(({ name }) => name === 'Nia Cole')?.role).toBe('partner');
  });

  test('sees in plain English what is wrong with a directory, before anybody needs it', async () => {
    expect((await tryMyDirectory(ours.asha)).filter(({ good }) => !good)).toEqual([]);
    await uses(ours, entra, { clientSecret: 'not this one' });
    expect(wordsOf(await tryMyDirectory(ours.asha))).toContain('does not accept the client ID or');
    await uses(ours, { ...entra, issuer: `${entra.issuer}/nowhere` });
    expect(wordsOf(await tryMyDirectory(ours.asha))).toContain('no discovery document');
    await uses(ours, { ...entra, issuer: 'http://127.0.0.1:9' });
    expect(wordsOf(await tryMyDirectory(ours.asha))).toContain('does not answer');
    const common = { issuer: 'https://login.microsoftonline.com/common/v2.0' };
    expect(await uses(ours, { ...entra, ...common })).toMatchObject({ field: 'issuer' });
  });

  test('never has a kept secret sent to another address than the one it was typed for', async () => {
    await uses(ours, entra);
    const kept = await signInSettingsOf(store.read, ours.authorityId);
    expect(kept?.clientSecret).not.toContain(entra.clientSecret);
    await uses(ours, entra, { clientSecret: '' });
    expect((await signInSettingsOf(store.read, ours.authorityId))?.clientSecret).not.toBeNull();
    // Protection: `same` in setDirectory (app/people/set-sign-in.server.ts).
    await uses(ours, another, { clientSecret: '' });
    expect((await signInSettingsOf(store.read, ours.authorityId))?.clientSecret).toBeNull();
  });

  const wordsOf = (found: { good: boolean; words: string }[]) =>
    found.flatMap(({ good, words }) => (good ? [] : words)).join(' ');
});

test('a directory that does not answer keeps nobody waiting, and is told as that', async () => {
  await uses(ours, { ...entra, issuer: 'http://127.0.0.1:9' });
  const came = await new BrowserOf().get(away.loader, '/sign-in/with/x?next=%2Fpeople', of(ours));
  expect(why(came)).toBe('unreachable');
  const page = await new BrowserOf().get(signIn.loader, came.location ?? '');
  expect(page.data.trouble).toMatch(/does not answer/);
  expect(page.data.next).toBe('/people');
  expect(await personById(store.read, ours.authorityId, ours.asha.id)).toBeDefined();
});
