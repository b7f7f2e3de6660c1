import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { startServer, type Running } from '../running-server.ts';

// A day of use against the built server behind a proxy, then everything that it leaves is searched: the
// database with its log, every file of the data folder, the server's log at its most talkative, and a
// backup. It guards what the log is given (app/http/log.server.ts), that only digests of cookies and links are
// kept (app/http/session.server.ts), that erased words are overwritten (db/sqlite.server.ts), and the register
// of erasures (app/privacy/erasure-register.server.ts). The mutations of the last two are in
// test/journeys/anonymity.test.ts and erasures-again.test.ts.

const run = promisify(execFile);
const IP = '203.0.113.77';
const AGENT = 'Marker-Browser/7.1 (unmistakable)';
const STAY = 'marker-answer-that-stays';
const GONE = 'marker-answer-that-is-erased';
const PASSWORD = 'marker password of four words';
const TYPED_EMAIL = 'marker.nobody@example.org';

let server: Running;
let code = '';
let lead: Browser;
let erased = '';
const secrets: string[] = [];

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
const attr = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;

/** Somebody's browser behind the proxy: keeps cookies and fills forms in. */
class Browser {
  readonly cookies = new Map<string, string>();
  at = '/';
  page = '';

  constructor(private readonly proxied = true) {}

  async go(to: string, form?: URLSearchParams): Promise<number> {
    const where = new URL(to, new URL(this.at, server.address));
    const response = await fetch(where, {
      redirect: 'manual',
      headers: {
        ...(this.proxied ? { 'X-Forwarded-For': IP } : {}),
        'User-Agent': AGENT,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
      // The key of what was sent shows its receipt for half an hour and lets nobody in: the database holds
      // it, so that a form counts once.
      if (value.length > 20 && name !== 'tl_sent') secrets.push(value);
    }
    this.at = where.pathname + where.search;
    const next = response.headers.get('location');
    if (next !== null) return this.go(next);
    this.page = await response.text();
    return response.status;
  }

  /** Sends the form that a field stands in, or the last one; every other field as a hurried person would. */
  async send(given: Record<string, string>, words = ''): Promise<number> {
    const forms = [...elements(parse(this.page))].filter((one) => one.tagName === 'form');
    const posts = forms.filter((one) => attr(one, 'method')?.toLowerCase() === 'post');
    const has = (form: Element) =>
      [...elements(form)].some((one) => Object.keys(given).includes(attr(one, 'name') ?? ''));
    const form =
      posts.find(has) ?? posts.find((one) => fieldsOf(one, words).size > 3) ?? posts.at(-1);
    if (!form) throw new Error(`There is no form at ${this.at}.`);
    const fields = fieldsOf(form, words);
    for (const [name, value] of Object.entries(given)) fields.set(name, value);
    return this.go(attr(form, 'action') ?? this.at, fields);
  }
}

function fieldsOf(form: Element, words: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const element of elements(form)) {
    const name = attr(element, 'name');
    if (name === undefined || name === 'website') continue;
    const type = attr(element, 'type') ?? 'text';
    const value = attr(element, 'value') ?? '';
    if (element.tagName === 'textarea') fields.set(name, words);
    else if (element.tagName === 'select') {
      const options = [...elements(element)].filter((one) => one.tagName === 'option');
      fields.set(name, attr(options[1] ?? options[0] ?? element, 'value') ?? '');
    } else if (element.tagName === 'button') {
      if (!fields.has(name)) fields.set(name, value);
    } else if (element.tagName === 'input') {
      if (type === 'hidden') fields.set(name, value);
      else if (['radio', 'checkbox'].includes(type) && !fields.has(name)) fields.set(name, value);
      else if (type === 'number' || attr(element, 'inputmode') === 'numeric') fields.set(name, '3');
      else if (type === 'text') fields.set(name, value);
    }
  }
  return fields;
}

/** Answers the whole survey; gives the reference that the family keeps. */
async function answer(words: string): Promise<string> {
  const family = new Browser();
  await family.go(`/s/${code}`);
  const first = /href="(\/s\/[^"]+\/q\/[^"]+)"/.exec(family.page)?.[1] ?? '';
  await family.go(first);
  for (let page = 0; page < 30 && !family.at.endsWith('/done'); page += 1) {
    const before = family.at;
    const status = await family.send({}, words);
    if (status >= 400)
      throw new Error(`${before} answers ${status}: ${family.page.slice(0, 3000)}`);
  }
  const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(family.page)?.[0] ?? '';
  secrets.push(reference);
  return reference;
}

beforeAll(async () => {
  server = await startServer({
    env: { ...process.env, LOG_LEVEL: 'debug', TRUSTED_PROXIES: '1' },
  });
  const db = new Database(path.join(server.dataFolder, 'throughline.db'), { readonly: true });
  const row = db.prepare("select code from surveys where status = 'open' limit 1").get();
  db.close();
  code = (row as { code: string }).code;
  lead = new Browser(false);
  await aDay();
});
afterAll(() => server?.stop());

async function aDay(): Promise<void> {
  await answer(STAY);
  erased = await answer(GONE);
  const family = new Browser();
  await family.go(`/s/${code}/erase`);
  await family.send({ reference: erased });
  await family.send({ reference: erased, intent: 'erase' });
  const stranger = new Browser();
  await stranger.go('/sign-in?next=/programmes&secret=marker-query');
  await stranger.send({ email: TYPED_EMAIL, password: PASSWORD });
  await stranger.go('/lost-link');
  await stranger.send({ email: TYPED_EMAIL, address: TYPED_EMAIL });
  await stranger.go('/no/such/page?token=marker-query');
  await lead.go(server.door('strategic lead'));
  await lead.go('/programmes');
  const programme = /\/programmes\/[0-9a-f-]{36}/.exec(lead.page)?.[0] ?? '';
  for (const page of [
    '/needs',
    '/needs/themes/code',
    '/panel',
    '/theory',
    '/plan',
    '/needs/nothing',
  ]) {
    await lead.go(`${programme}${page}`);
  }
  const member = new Browser(false);
  await member.go(server.door('parent on the panel'));
  await member.go('/panel/my-data');
}

/** Every byte that the data folder holds, by the file's name. */
function filesOf(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, file: path.join(folder, name) }))
    .filter(({ file }) => statSync(file).isFile())
    .map(({ name, file }) => ({ name, bytes: readFileSync(file) }));
}

const holding = (files: { name: string; bytes: Buffer }[], what: string) =>
  files.filter(({ bytes }) => bytes.includes(what)).map(({ name }) => name);

test('the day was a day: what stays is there, and the log tells of it', async () => {
  expect(erased).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  const files = filesOf(server.dataFolder);
  expect(holding(files, STAY).join(' ')).toMatch(/throughline\.db/);
  expect(
    server
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{')).length,
  ).toBeGreaterThan(30);
});

describe('the data folder', () => {
  test.each([
    ['the address of a family', IP],
    ['the browser of a family', 'Marker-Browser'],
    ['a password that was typed', PASSWORD],
    ['an address that nobody here has', TYPED_EMAIL],
    ['a query', 'marker-query'],
  ])('holds nowhere %s', (_, what) => {
    expect(holding(filesOf(server.dataFolder), what)).toEqual([]);
  });

  test('holds no cookie and no link that would let anybody in', () => {
    const tokens = [...new Set(secrets)].filter((one) => one.length > 20);
    tokens.push(server.door('strategic lead').split('/').at(-1) ?? '');
    expect(tokens.length).toBeGreaterThan(5);
    const files = filesOf(server.dataFolder);
    expect(tokens.flatMap((token) => holding(files, token))).toEqual([]);
  });

  test('holds no byte of what a family had erased, and no name in the register of it', async () => {
    await expect
      .poll(() => holding(filesOf(server.dataFolder), GONE), { timeout: 10_000 })
      .toEqual([]);
    expect(holding(filesOf(server.dataFolder), erased)).toEqual([]);
    expect(holding(filesOf(server.dataFolder), '"kind":"response"')).toEqual(['erasures.jsonl']);
  });
});

describe('the log', () => {
  test('holds nobody: no address, browser, answer, password, e-mail address, reference or query', () => {
    const said = server.said();
    const found = [
      IP,
      'Marker-Browser',
      STAY,
      GONE,
      PASSWORD,
      '@example.org',
      'marker-query',
      erased,
    ];
    expect(found.filter((one) => said.includes(one))).toEqual([]);
  });

  test('holds no name of anybody in the database', () => {
    const db = new Database(path.join(server.dataFolder, 'throughline.db'), { readonly: true });
    const rows = db
      .prepare('select name from people union select name from interest_contacts')
      .all();
    db.close();
    // The doors of the demonstration are told to whoever started it, and are no line of the log.
    const lines = server
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const names = (rows as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => / /.test(name));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => lines.some((line) => line.includes(name)))).toEqual([]);
  });

  test('holds no token: neither of a cookie nor of a link', () => {
    const lines = server
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n');
    const tokens = [...new Set(secrets)];
    tokens.push(server.door('strategic lead').split('/').at(-1) ?? '');
    expect(tokens.filter((token) => token !== '' && lines.includes(token))).toEqual([]);
  });
});

test('a backup holds what stays and nothing else; restored from before an erasure, it forgets again', async () => {
  const verb = (args: string[]) =>
    run(process.execPath, ['bin/throughline.mjs', ...args], {
      cwd: projectFolder(),
      env: {
        ...process.env,
        ...{ THROUGHLINE_DATA: server.dataFolder, NODE_ENV: 'production' },
        ...{ DATABASE_URL: undefined, THROUGHLINE_ENGINE: undefined },
      },
    });
  const reference = await answer('marker-answer-erased-after-the-backup');
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-backups-'));
  const file = path.join(folder, 'before.db');
  await verb(['backup', file]);
  const backup = filesOf(folder).filter(({ name }) => name.endsWith('.db'));
  expect([IP, GONE, PASSWORD, TYPED_EMAIL].flatMap((one) => holding(backup, one))).toEqual([]);
  expect(holding(backup, STAY)).toHaveLength(1);
  expect(holding(backup, reference)).toHaveLength(1);

  const family = new Browser();
  await family.go(`/s/${code}/erase`);
  await family.send({ reference });
  await family.send({ reference, intent: 'erase' });
  await expect
    .poll(
      () =>
        readFileSync(path.join(server.dataFolder, 'erasures.jsonl'), 'utf8').trim().split(/\n+/)
          .length,
    )
    .toBe(2);
  await server.stop();
  await verb(['restore', file]);
  const db = new Database(path.join(server.dataFolder, 'throughline.db'), { readonly: true });
  const left = db.prepare('select count(*) as n from responses where reference = ?').get(reference);
  db.close();
  expect(left).toEqual({ n: 0 });
});
