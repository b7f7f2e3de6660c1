import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUARDS, guardsOf } from '../attack/guards.ts';
import { raw, spoken, Visitor } from '../attack/visitor.ts';
import { startServer, type Running } from '../running-server.ts';

// What somebody can try against the server by how they ask. Behind https, as in use. The mutation that makes
// each fail stands in docs/decisions/0046.

const PASSWORD = 'three random words';
const MAIL = 'asha@ourborough.example';

let server: Running;
let asha: Visitor;

const somebody = () => new Visitor(server.address);

beforeAll(async () => {
  server = await startServer({
    empty: true,
    env: { ...process.env, PUBLIC_URL: 'https://hubs.example' },
  });
  asha = somebody();
  await asha.page('/set-up');
  const fields = { authorityName: 'Ourborough', colour: '#0b5cad', name: 'Asha', email: MAIL };
  const set = await asha.post('/set-up', { ...fields, password: PASSWORD });
  expect(set.status).toBe(302);
});
afterAll(() => server?.stop());

describe('cookies', () => {
  test('each is out of reach of script, of other sites and of plain http', async () => {
    const visitor = somebody();
    await visitor.ask('/sign-in');
    const first = visitor.setCookies;
    await visitor.signIn(MAIL, PASSWORD);
    const all = [...first, ...visitor.setCookies];
    expect(all.map((one) => one.split('=')[0])).toEqual(
      expect.arrayContaining(['tl_visitor', 'tl_session']),
    );
    for (const one of all) expect(one).toMatch(/; Path=\/;?.*HttpOnly; SameSite=Lax; Secure/);
  });

  test('a session that was planted beforehand is worth nothing after signing in', async () => {
    const attacker = somebody();
    await attacker.signIn(MAIL, PASSWORD);
    const planted = attacker.cookies.get('tl_session') ?? '';
    const victim = somebody();
    victim.cookies.set('tl_session', planted);
    victim.cookies.set('tl_visitor', attacker.cookies.get('tl_visitor') ?? '');
    victim.token = attacker.token;
    // Whoever is signed in is not asked: the form is sent all the same.
    await victim.page('/account');
    expect((await victim.post('/sign-in', { email: MAIL, password: PASSWORD })).status).toBe(302);
    expect(victim.cookies.get('tl_session')).not.toBe(planted);
    expect((await attacker.ask('/account')).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await victim.ask('/account')).status).toBe(200);
  });

  test('a token that nobody was given is nobody', async () => {
    const visitor = somebody();
    for (const token of ['', 'x'.repeat(43), '../../secret', '%00', "' or 1=1 --"]) {
      visitor.cookies.set('tl_session', token);
      expect((await visitor.ask('/account')).status).toBe(302);
    }
  });

  test('all sessions of a person end when the password changes', async () => {
    const [one, other] = [somebody(), somebody()];
    await one.signIn(MAIL, PASSWORD);
    await other.signIn(MAIL, PASSWORD);
    await one.page('/account');
    const next = 'three other words';
    await one.post('/account', {
      intent: 'password',
      currentPassword: PASSWORD,
      newPassword: next,
    });
    for (const visitor of [one, other]) {
      expect((await visitor.ask('/account')).headers.get('location')).toMatch(/^\/sign-in/);
    }
    await one.signIn(MAIL, next);
    await one.page('/account');
    await one.post('/account', {
      intent: 'password',
      currentPassword: next,
      newPassword: PASSWORD,
    });
    asha = somebody();
    expect((await asha.signIn(MAIL, PASSWORD)).status).toBe(302);
  });
});

describe('a form that another site sends', () => {
  const harmless = {
    intent: 'password',
    currentPassword: 'wrong',
    newPassword: 'a new password 7',
  };
  const send = async (headers: Record<string, string>, fields: Record<string, string> = {}) => {
    await asha.page('/account');
    return (await asha.post('/account', { ...harmless, ...fields }, headers)).status;
  };

  test('is taken from our own page', async () => {
    expect(await send({})).toBe(422);
    const own = { 'Sec-Fetch-Site': 'same-origin', Origin: server.address };
    expect(await send(own)).toBe(422);
    expect(await send({ Origin: 'https://hubs.example' })).toBe(422);
  });

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'https://hubs.example.evil.example' },
    { Origin: 'not an address' },
  ])('is refused by where it comes from: %o', async (headers) => {
    expect(await send(headers)).toBe(403);
  });

  test('is refused without the token, with nobody’s, and with somebody else’s', async () => {
    const stranger = somebody();
    await stranger.signIn(MAIL, PASSWORD);
    await stranger.page('/account');
    for (const csrf of ['', 'x', stranger.token]) {
      expect(await send({ Origin: 'null' }, { csrf }), csrf).toBe(403);
    }
  });

  test('where nobody is signed in, that of another browser is refused as well', async () => {
    const [attacker, victim] = [somebody(), somebody()];
    await attacker.page('/sign-in');
    await victim.page('/sign-in');
    const fields = { email: MAIL, password: PASSWORD };
    expect((await victim.post('/sign-in', { ...fields, csrf: attacker.token })).status).toBe(403);
    expect((await victim.post('/sign-in', fields)).status).toBe(302);
  });

  test('the token of before signing in is worth nothing after', async () => {
    const visitor = somebody();
    await visitor.signIn(MAIL, PASSWORD);
    const before = visitor.token;
    expect((await visitor.post('/account', { ...harmless, csrf: before })).status).toBe(403);
  });

  test.each(['application/json', 'text/plain', 'application/xml'])(
    'is refused as %s, which no form of ours is',
    async (type) => {
      const body = JSON.stringify({ csrf: asha.token, ...harmless });
      const headers = { 'Content-Type': type };
      const answer = await asha.ask('/account', { method: 'POST', body, headers });
      expect([400, 403, 415, 422]).toContain(answer.status);
    },
  );

  test.each(['PUT', 'PATCH', 'DELETE'])('is refused by %s too', async (method) => {
    const body = new URLSearchParams({ intent: 'everywhere' });
    expect((await asha.ask('/account', { method, body })).status).toBe(403);
    expect((await asha.ask('/account')).status).toBe(200);
  });

  test('pretending another method changes nothing', async () => {
    const headers = { 'X-HTTP-Method-Override': 'POST' };
    await asha.ask(`/account?intent=everywhere&csrf=${asha.token}&_method=POST`, { headers });
    await asha.ask('/sign-out', { headers });
    expect((await asha.ask('/account')).status).toBe(200);
  });
});

test('nobody is led elsewhere after signing in', async () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '\\\\evil.example',
    '/%5cevil.example/..',
    'evil.example',
    'https:evil.example',
    '/\r\nLocation: https://evil.example',
  ];
  for (const next of elsewhere) {
    const visitor = somebody();
    const to = `/sign-in?next=${encodeURIComponent(next)}`;
    const location =
      (await visitor.signIn(MAIL, PASSWORD, to)).headers.get('location') ?? 'nowhere';
    const { origin } = new URL(location, server.address);
    expect(origin, next).toBe(server.address);
    const help = await visitor.page(`/help-now?to=${encodeURIComponent(next)}`);
    expect(help, next).not.toMatch(/href="[^"]*evil/);
  }
});

test('a made-up host comes into no address that we give', async () => {
  const { status, headers, text } = await raw(server.address, {
    path: '/account',
    headers: {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    },
  });
  expect(status).toBe(302);
  expect(JSON.stringify(headers) + text).not.toContain('evil.example');
});

describe('requests that two servers may read differently', () => {
  test.each([
    'POST /account HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /people HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST /account HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef',
    'POST /account HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'GET /account HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c: d\r\nbad header\r\n\r\n',
  ])('are refused: %j', async (lines) => {
    expect(await spoken(server.address, lines)).toMatch(/^HTTP\/1\.1 400/);
  });
});

// That both cost the work of a hash stands in app/people/password-time.test.ts.
test('wrong address and wrong password read the same', async () => {
  const visitor = somebody();
  const words = new Set<string>();
  for (const email of [MAIL, 'nobody@ourborough.example']) {
    await visitor.page('/sign-in');
    const answer = await visitor.post('/sign-in', { email, password: 'not the password' });
    const told = /error-summary[\s\S]*?<\/ul>/.exec(await answer.text())?.[0] ?? 'nothing';
    words.add(`${answer.status} ${told.replaceAll(email, '')}`);
  }
  expect([...words]).toHaveLength(1);
});

describe('limits', () => {
  test('of guesses that come at once each counts', async () => {
    const visitor = somebody();
    await visitor.page('/sign-in');
    const email = 'victim@ourborough.example';
    const guesses = Array.from({ length: 30 }, async (_, at) =>
      (await visitor.post('/sign-in', { email, password: `guess ${at}` })).text(),
    );
    const refused = (await Promise.all(guesses)).filter((html) =>
      html.includes('Too many wrong passwords'),
    );
    expect(refused.length).toBe(20);
  });

  test('a network with two hundred families passes; a flood does not', async () => {
    const visitor = somebody();
    const statuses: number[] = [];
    const send = async () => {
      const answer = await visitor.ask('/s/none/q/one', {
        method: 'POST',
        body: new URLSearchParams({ a: '1' }),
      });
      statuses.push(answer.status);
      if (answer.status === 429) {
        expect(answer.headers.get('retry-after')).toBe('60');
        expect(guardsOf(answer)).toEqual(GUARDS);
      }
      await answer.arrayBuffer();
    };
    // Two hundred families with twelve pages each in ten minutes are 240 in a minute.
    for (let at = 0; at < 240; at += 8) await Promise.all(Array.from({ length: 8 }, send));
    expect(statuses).not.toContain(429);
    // A minute may end while we send: twice the 600 that may come are enough to meet the limit.
    while (!statuses.includes(429) && statuses.length < 1_300) {
      await Promise.all(Array.from({ length: 8 }, send));
    }
    expect(statuses).toContain(429);
    // Who reads is not held up by it.
    expect((await asha.ask('/account')).status).toBe(200);
  }, 60_000);
});
