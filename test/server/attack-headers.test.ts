import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { GUARDS, guardsOf, POLICY, policyOf } from '../attack/guards.ts';
import { raw, spoken, Visitor } from '../attack/visitor.ts';
import { startServer, type Running } from '../running-server.ts';

// What every answer says to a browser about itself, and what is served at all. Behind https, as in use.
// The mutation that makes each fail stands in docs/decisions/0046.

const PASSWORD = 'three random words';
const MAIL = 'asha@ourborough.example';

let server: Running;
let asha: Visitor;
const trouble = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-trouble-')), 'trouble');

const somebody = () => new Visitor(server.address);

beforeAll(async () => {
  const preload = path.join(projectFolder(), 'test/server/faults/trouble.mjs');
  server = await startServer({
    empty: true,
    env: {
      ...process.env,
      PUBLIC_URL: 'https://hubs.example',
      NODE_OPTIONS: `--import ${preload}`,
      TROUBLE: trouble,
    },
  });
  asha = somebody();
  await asha.page('/set-up');
  const fields = { authorityName: 'Ourborough', colour: '#0b5cad', name: 'Asha', email: MAIL };
  const set = await asha.post('/set-up', { ...fields, password: PASSWORD });
  expect(set.status).toBe(302);
});
afterAll(() => server?.stop());

/** What is answered while the database takes no changes. */
async function whileReadOnly(headers: Record<string, string>): Promise<Response> {
  await asha.page('/account');
  writeFileSync(trouble, 'read-only');
  try {
    return await asha.post('/account', { intent: 'others' }, headers);
  } finally {
    writeFileSync(trouble, '');
  }
}

const large = 'x'.repeat(13 * 1024 * 1024);
const posted = (body: string | URLSearchParams, headers: Record<string, string> = {}) =>
  asha.ask('/account', { method: 'POST', body, headers });

const KINDS: [string, number, () => Promise<Response>][] = [
  ['page', 200, () => asha.ask('/account')],
  ['public page', 200, () => somebody().ask('/sign-in')],
  ['file of ours', 200, () => asha.ask('/favicon.svg')],
  ['data of a page', 200, () => asha.ask('/account.data')],
  ['page that is not there', 404, () => asha.ask('/nowhere')],
  ['file that is not there', 404, () => asha.ask('/assets/nowhere.js')],
  ['programme that is not there', 404, () => asha.ask('/programmes/x')],
  ['NUL in the address', 404, () => asha.ask('/a%00b')],
  ['redirect', 302, () => somebody().ask('/account')],
  ['refusal of another site', 403, () => posted('', { origin: 'https://evil.example' })],
  [
    'refusal of a form without its token',
    403,
    () => posted(new URLSearchParams({ intent: 'others' })),
  ],
  ['too large', 413, () => posted(large)],
  [
    'wrong input',
    422,
    async () => {
      await asha.page('/account');
      return asha.post('/account', { intent: 'password', next: '' });
    },
  ],
  ['database away, for a person', 503, () => whileReadOnly({ accept: 'text/html' })],
  ['database away, for a script', 503, () => whileReadOnly({ accept: '*/*' })],
  ['health', 200, () => asha.ask('/healthz')],
];

test.each(KINDS)('%s (%i) carries every guard', async (_, status, asked) => {
  const answer = await asked();
  expect(answer.status).toBe(status);
  expect(guardsOf(answer)).toEqual(GUARDS);
  if (answer.headers.get('content-type')?.startsWith('text/html')) {
    expect(policyOf(answer)).toEqual(POLICY);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
  await answer.arrayBuffer();
});

test('a page with script allows its own by a number that no other page has, and nothing more', async () => {
  const policies = [await asha.ask('/outreach/tablet'), await asha.ask('/outreach/tablet')];
  for (const answer of policies) {
    expect(policyOf(answer)).toEqual({
      ...POLICY,
      'script-src': "'self' NONCE",
      'connect-src': "'self'",
      'worker-src': "'self'",
    });
  }
  const nonces = policies.map((answer) => answer.headers.get('content-security-policy'));
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('the data of a page is kept nowhere and guarded as the page', async () => {
  expect((await asha.ask('/account.data')).headers.get('cache-control')).toBe('no-store');
  for (const to of [
    '/account.data',
    '/account.data?_routes=routes%2Faccount._index',
    '/people.data?_routes=routes%2Fpeople._index',
    '/people?_routes=routes%2Fpeople._index',
  ]) {
    const text = await (await somebody().ask(to)).text();
    expect(text, to).not.toContain('Ourborough');
    expect(text, to).not.toContain(MAIL);
  }
  expect(await (await asha.ask('/people.data?_routes=routes%2Fpeople._index')).text()).toContain(
    MAIL,
  );
});

test('what says itself that it is too large is refused before it is sent', async () => {
  const head = 'POST /account HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
  const said = await spoken(server.address, `${head}Content-Length: 13631488\r\n\r\n`);
  expect(said).toMatch(/^HTTP\/1\.1 413 /);
});

describe('files outside what is served', () => {
  test.each([
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%2e%2e%5c%2e%2e%5cserver%5cindex.js',
    '/.git/config',
    '//etc/passwd',
    '/assets/....//....//package.json',
    '/throughline.db',
    '/data/secret',
    '/build/server/index.js',
    '/.sources',
  ])('%s is not there', async (path) => {
    const { status, text } = await raw(server.address, { path });
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/"dependencies"|root:x:|createRequestHandler|SQLite format/);
  });
});
