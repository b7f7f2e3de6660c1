import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawl, type MinedForm } from '../attack/crawl.ts';
import { bodyOf, fill, mend } from '../robot/filling.ts';
import { readPage } from '../robot/forms.ts';
import { knownIn, type Known } from '../robot/in-the-database.ts';
import { NOT_ACTED } from '../robot/reached.ts';
import { reflecting } from '../robot/reflected.ts';
import { Robot } from '../robot/robot.ts';
import { Addresses, everyRoute } from '../robot/routes.ts';
import { addressFor, blindBody, harms, hostileBody, tokenOf } from '../robot/sending.ts';
import { Visitor, type Answer } from '../robot/visitor.ts';
import { startServer, type Running } from '../running-server.ts';

// Every action of every route is sent hostile words, and every address carries them itself; each answer is
// looked at. test/server/words.test.ts goes on from what was taken: it keeps the words and looks for them in
// files. What was tried to see both fail stands in docs/decisions/0047-hostile-words.md.

const routes = everyRoute();
const where = new Addresses(routes);
const robot = new Robot(where);
const LINKED = 'somebody with a link';
const FAMILY = 'a family';
/** Links end when staff send new ones; then whoever sees most: the others find what only they may see. */
const WHO = [
  LINKED,
  FAMILY,
  'administrator',
  'lead',
  'facilitator',
  'commissioner',
  'panel-member',
];

let server: Running;
let known: Known;
const visitors = new Map<string, Visitor>();
const tokens = new Map<string, string>();
/** Every address, by who was led to it; and every form. */
const led = new Map<string, string>();
const forms: { who: string; form: MinedForm }[] = [];

const visitorOf = (who: string) => visitors.get(who) as Visitor;

/** A page that holds a form and is open to somebody. */
function pageOf(who: string): string {
  if (who === LINKED || who === FAMILY) return '/lost-link';
  return who === 'panel-member' ? '/panel/me' : '/account';
}

async function comeIn(who: string): Promise<void> {
  await visitorOf(who).comeIn();
  tokens.set(who, await tokenOf(visitorOf(who), pageOf(who)));
}

beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  known = knownIn(server.dataFolder);
  const seen = new Set<string>();
  for (const who of WHO) {
    const isPublic = who === LINKED || who === FAMILY;
    const door = isPublic ? undefined : () => known.session(who);
    visitors.set(who, new Visitor(who, server.address, door));
    await comeIn(who);
    expect(tokens.get(who), who).not.toBe('');
    const found = await crawl((to) => opened(who, to), await startsOf(who), seen);
    for (const address of found.addresses.values()) led.set(address, who);
    for (const form of found.forms.values()) forms.push({ who, form });
  }
}, 900_000);
afterAll(async () => {
  known?.close();
  await server?.stop();
});

async function startsOf(who: string): Promise<string[]> {
  if (who === LINKED) return known.personal();
  if (who === FAMILY) return ['/', '/sign-in', ...known.open(), ...(await underWay())];
  return known.starts(who);
}

/** A family answers a survey as far as it comes, and returns the pages that are open to it then. */
async function underWay(): Promise<string[]> {
  const [door = ''] = known.open();
  const { links } = readPage((await visitorOf(FAMILY).get(door)).text, door);
  const first = links.find(({ href }) => href.startsWith(`${door}/q/`))?.href ?? '';
  let last = first;
  for (let at: string | null = first; at?.startsWith(`${door}/q/`); at = await answerPage(at))
    last = at;
  expect(last).not.toBe(first);
  const others = ['check', 'return', 'erase', 'saved', 'done'];
  return [first, last, ...others.map((one) => `${door}/${one}`)];
}

/** Answers a page, mended by what it says is wrong; returns where it leads, if it was taken. */
async function answerPage(at: string): Promise<string | null> {
  const family = visitorOf(FAMILY);
  const form = readPage((await family.get(at)).text, at).forms.find(({ action }) =>
    action.startsWith(at),
  );
  if (!form) return null;
  const filling = fill(form, robot.next, () => undefined);
  const button = form.buttons.find(({ value }) => value === 'next');
  for (let tries = 1; tries <= 4; tries += 1) {
    const answer = await family.post(form.action, bodyOf(form, filling, button));
    const page = robot.look(answer);
    if (answer.status !== 422 || !page) return answer.headers.get('location');
    mend(form, filling, page.problems, tries);
  }
  return null;
}

async function opened(who: string, to: string): Promise<Response> {
  const answer = await visitorOf(who).get(to);
  robot.look(answer);
  const { bytes, status, headers } = answer;
  return new Response(bytes.length === 0 ? null : (bytes as Uint8Array<ArrayBuffer>), {
    status,
    headers,
  });
}

const acted = new Set<string>();

async function send(who: string, to: string, body: (csrf: string) => FormData | URLSearchParams) {
  const post = () => visitorOf(who).post(to, body(tokens.get(who) ?? ''));
  let answer = await post();
  if (isOut(answer)) {
    await comeIn(who);
    answer = await post();
  }
  robot.look(answer);
  if (!isOut(answer) && ![404, 405, 429].includes(answer.status)) acted.add(where.patternOf(to));
  return answer;
}

/** Refused, or sent to sign in, to confirm that it is still them, or to find their link: a guard may have done it. */
const isOut = ({ headers, status }: Answer) =>
  status === 403 || /^\/(sign-in(\/confirm)?|m)(\?|$)/.test(headers.get('location') ?? '');

const posts = (harmful: boolean) =>
  forms.filter(({ form }) => form.method === 'post' && harms(form) === harmful);

async function sendAll(harmful: boolean): Promise<void> {
  for (const { who, form } of posts(harmful))
    await send(who, form.to, (csrf) => hostileBody(form, csrf, robot.next));
  expect([...robot.faults]).toEqual([]);
}

test('what is sent by the forms of all pages comes back as words', () => sendAll(false), 400_000);

test('what is sent where no page showed a form does as well', async () => {
  for (const route of routes) {
    if (!route.hasAction || acted.has(route.pattern)) continue;
    const address = addressFor(route, where, [...led.keys()], robot.next);
    if (route.pattern === '/sign-in/confirm') known.age();
    for (const who of WHO) {
      await send(who, address, (csrf) => blindBody(route, csrf, robot.next));
      if (acted.has(route.pattern)) break;
    }
  }
  expect([...robot.faults]).toEqual([]);
}, 400_000);

test('what an address says comes back as words', async () => {
  const asked = reflecting(routes, where, led.keys(), robot.next);
  expect(asked.length).toBeGreaterThan(250);
  for (const { address, like } of asked)
    robot.look(await visitorOf(led.get(like) ?? FAMILY).get(address));
  expect([...robot.faults]).toEqual([]);
}, 400_000);

test('what takes something away comes back as words, last', () => sendAll(true), 400_000);

test('every action was sent something, or it is told why not', () => {
  const left = routes
    .filter(({ hasAction, pattern }) => hasAction && !acted.has(pattern))
    .map(({ pattern }) => pattern);
  expect(left.sort()).toEqual(Object.keys(NOT_ACTED).sort());
});
