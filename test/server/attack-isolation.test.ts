import path from 'node:path';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawl, kindOf, routeOf, ROUTES, type Crawled, type MinedForm } from '../attack/crawl.ts';
import { startsIn, NOT_ATTACKED } from '../attack/starts.ts';
import { spyOn, type Touched } from '../attack/spy.ts';
import { sessionOf, twinAuthority, twinProgramme, type Twin } from '../attack/twin.ts';
import { startServer, type Running } from '../running-server.ts';

// Every page, file and form of the demonstration is found by following links, as each role. Beside it stand
// a second authority and a second programme with one of everything (test/attack/twin.ts). Then each id that
// occurs in an address or a form is turned, one at a time, into that of the same thing of theirs. Nothing of
// theirs may be told, and the database itself notes each row that is written and names an id of theirs.
//
// Tried, each alone: personById without the authority, consultationById without the programme (decision 46).

let server: Running;
let db: ReturnType<typeof Database>;
let programmeId: string;
let theirs: Twin;
let besides: Twin;
let touched: () => Touched[];
const cookies = new Map<string, string>();
const starts = new Map<string, string[]>();
const found = new Map<string, Crawled>();

/** Each is looked at in turn: who comes later finds what earlier ones may not see. */
const ROLES = ['administrator', 'lead', 'facilitator', 'commissioner', 'panel-member'];

beforeAll(async () => {
  server = await startServer();
  db = new Database(path.join(server.dataFolder, 'throughline.db'));
  db.pragma('busy_timeout = 10000');
  const ours = one("select id from authorities where name like 'Wexcombe%'");
  programmeId = one('select id from programmes where authority_id = ?', ours);
  for (const role of ROLES) {
    starts.set(
      role,
      startsIn(role, programmeId, ours, (query) => one(query, ours)),
    );
  }
  besides = twinProgramme(db, ours, programmeId, 'zqprogramme');
  theirs = twinAuthority(db, ours, 'zqauthority');
  const seen = new Set<string>();
  for (const role of ROLES) {
    const id = one('select id from people where authority_id = ? and role = ?', ours, role);
    cookies.set(role, sessionOf(db, { id, authorityId: ours }));
    found.set(role, await crawl((to) => ask(to, role), starts.get(role) ?? [], seen));
  }
  touched = spyOn(db, [...theirs.ids.values(), ...besides.ids.values()]);
}, 400_000);
afterAll(async () => {
  db?.close();
  await server?.stop();
});

const one = (query: string, ...values: string[]) =>
  db.prepare<string[], { id: string }>(query).get(...values)?.id ?? 'none';

const ask = (to: string, role: string, more: RequestInit = {}) =>
  fetch(server.address + to, {
    redirect: 'manual',
    ...more,
    headers: { cookie: cookies.get(role) ?? '' },
  });

interface Turned {
  text: string;
  whose: string;
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b/g;

/**
 * A text with one of our ids turned into that of theirs, once for each id that it holds. The programme's own
 * id is turned for every route in test/journeys/isolation.test.ts.
 */
function turned(text: string, role: string): Turned[] {
  return [...new Set(text.match(IDS))].flatMap((id) =>
    // Whoever sits on the panel of one programme sits on that of its twin too.
    (role === 'panel-member' ? [theirs] : [theirs, besides]).flatMap(({ ids, mark }) => {
      const other = ids.get(id);
      if (other === undefined || id === programmeId) return [];
      return [{ text: text.replaceAll(id, other), whose: mark }];
    }),
  );
}

/** What an answer holds; what is packed is unpacked. */
async function said(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  const files = Object.values(unzipSync(bytes));
  return files.map((file) => strFromU8(file)).join('\n');
}

const told = (text: string) =>
  [theirs, besides].flatMap(({ mark }) => (text.includes(mark) ? [mark] : []));

/** Pages that are open to everybody, whosever they are. */
const OPEN = /^(you-said|plans|theories)\./;

/** A picture, and a batch for a tablet, is open to all staff of its authority, whichever programme it is of. */
const OF_AN_AUTHORITY = /^\/(pictures|outreach\/pack)\//;

test('every route whose address names something is tried', () => {
  const tried = new Set(
    [...found.values()].flatMap(({ addresses }) =>
      [...addresses.values()].map((at) => routeOf(at).name),
    ),
  );
  const left = ROUTES.map(({ name }) => name).filter(
    (name) => name.includes('$') && !tried.has(name) && !Object.hasOwn(NOT_ATTACKED, name),
  );
  expect(left).toEqual([]);
});

test('no address with an id of theirs tells anything of theirs', async () => {
  const faults: string[] = [];
  let tried = 0;
  for (const [role, { addresses }] of found) {
    const attacks = [...addresses.values()]
      .filter((address) => !OPEN.test(routeOf(address).name))
      .flatMap((address) => turned(address, role).map((one) => ({ address, ...one })))
      .filter(({ address, whose }) => whose === theirs.mark || !OF_AN_AUTHORITY.test(address));
    const next = async () => {
      for (let one = attacks.pop(); one !== undefined; one = attacks.pop()) {
        const { address, text, whose } = one;
        tried += 1;
        const answer = await ask(text, role);
        const leaks = told(await said(answer));
        const named = text.split('?')[0] !== address.split('?')[0];
        // What is behind the question mark may be passed by; a page of theirs is not there.
        if (leaks.length > 0 || (named && answer.status !== 404) || answer.status >= 500) {
          faults.push(`${kindOf(address)} of ${whose}: ${answer.status} tells ${leaks.join()}`);
        }
      }
    };
    await Promise.all([next(), next(), next()]);
  }
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(300);
  expect(touched()).toEqual([]);
});

test('no form with an id of theirs changes, ties or tells anything of theirs', async () => {
  const faults: string[] = [];
  let tried = 0;
  for (const [role, { forms }] of found) {
    for (const [kind, form] of forms) {
      if (OPEN.test(routeOf(form.to).name)) continue;
      for (const { attack, what } of attacksOn(form, role)) {
        tried += 1;
        const answer = await send(attack, role);
        const leaks = told(await said(answer));
        const rows = touched().map(({ what: did, tableName }) => `${did} ${tableName}`);
        if (leaks.length > 0 || rows.length > 0 || answer.status >= 500) {
          faults.push(
            `${kind}\n  ${what}: ${answer.status} tells ${leaks.join()} does ${[...new Set(rows)].join()}`,
          );
        }
      }
    }
  }
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(400);
}, 400_000);

/** A form with an id of theirs: in its address, or in one of its fields. */
function attacksOn(form: MinedForm, role: string): { attack: MinedForm; what: string }[] {
  const attacks = turned(form.to, role).map(({ text, whose }) => ({
    attack: { ...form, to: text },
    what: `address of ${whose}`,
  }));
  const done = new Set<string>();
  form.fields.forEach(([name, value], at) => {
    for (const { text, whose } of turned(value, role)) {
      const what = `${name} of ${whose}`;
      if (done.has(what)) continue;
      done.add(what);
      const fields = form.fields.map((field, n): [string, string] =>
        n === at ? [name, text] : field,
      );
      attacks.push({ attack: { ...form, fields }, what });
    }
  });
  return attacks;
}

let sent = 0;

/** Sends a form as a page of ours would, each time as a press of its own. */
async function send(form: MinedForm, role: string): Promise<Response> {
  sent += 1;
  const fields = form.fields.map(([name, value]): [string, string] => [
    name,
    name === 'once' ? `attack ${sent}` : value,
  ]);
  const query = new URLSearchParams(fields);
  if (form.method === 'get') return ask(`${form.to.split('?')[0]}?${query}`, role);
  if (!form.upload) return ask(form.to, role, { method: 'POST', body: query });
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return ask(form.to, role, { method: 'POST', body });
}
