import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import {
  barriersOn,
  expectNoSidewaysScroll,
  openBrowser,
  personAt,
  startServer,
  weightOf,
  type Running,
} from './running.ts';

// Every page that somebody can reach by pressing links, one instance of each: it answers, axe finds
// nothing on it, and it fits a phone and a desk.

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

let server: Running;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The routes of the application as patterns of their addresses: `/programmes/:programmeId/plan`. */
const patterns = readdirSync(`${projectFolder()}/app/routes`)
  .map((folder) => folder.replace(/\._index$/, '').replaceAll('[.]', '\0'))
  .map((folder) => `/${folder.replaceAll('.', '/').replaceAll('\0', '.').replaceAll('$', ':')}`)
  .map((pattern) => ({ pattern, fits: new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`) }))
  // A fixed word fits before a name: `/members/new` is not a member.
  .sort((a, b) => a.pattern.split(':').length - b.pattern.split(':').length);

/** The page that an address is an instance of: its route, and what it is asked for. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, server.address);
  const route = patterns.find(({ fits }) => fits.test(pathname));
  const asked = [...new Set(searchParams.keys())].sort().join('&');
  return `${route?.pattern ?? pathname}${asked === '' ? '' : `?${asked}`}`;
}

/** Links that hand over a file, or leave. */
const NOT_PAGES = [/\/export\/\w+$/, /\.(csv|pdf)$/, /^\/sign-out$/, /^\/demonstration\//];

/** What a page for families may weigh: it is read on an old phone, on the bus. */
const MOST_KB = 30;

/** Pages that are open to families without a personal link. */
const FOR_FAMILIES = /^\/(s|join|p|you-said|help-now|lost-link|plans|theories)(\/|$)/;

/** Pages, not files, of what administrators look after; the rest is the same for them as for the lead. */
const LOOKED_AFTER =
  /^(?!.*\/take\/)\/(authority|system|privacy|languages|words|consulting-time)(\/|$)|\/privacy$/;

/** How often a page is looked at with other words behind its question mark. */
const TIMES = 2;

/** Where the links of a page lead, within the application. */
async function linksOn(page: Page): Promise<string[]> {
  const links = await page
    .getByRole('link')
    .or(page.getByRole('button'))
    .evaluateAll((all) =>
      all.flatMap((link) =>
        link.hasAttribute('download') ? [] : (link.getAttribute('href') ?? []),
      ),
    );
  return links.flatMap((href) => {
    const url = new URL(href, page.url());
    if (url.origin !== server.address) return [];
    if (NOT_PAGES.some((pattern) => pattern.test(url.pathname))) return [];
    return [`${url.pathname}${url.search}`];
  });
}

/** What is wrong with the page at an address, at both sizes; and nothing else of it is looked at. */
async function faultsAt(page: Page, address: string, said: readonly string[]): Promise<string[]> {
  await page.setViewportSize(PHONE);
  const response = await opened(page, address);
  if (response === 'a file') return [];
  const headings = await page.getByRole('heading', { level: 1 }).count();
  const faults = [
    ...(response?.status() === 200 ? [] : [`answers ${response?.status() ?? 'nothing'}`]),
    ...(headings === 1 ? [] : [`has ${headings} first headings`]),
    ...(await barriersOn(page)),
    ...(await refusal(expectNoSidewaysScroll(page))),
  ];
  await page.setViewportSize(DESK);
  faults.push(...(await refusal(expectNoSidewaysScroll(page))), ...said);
  return faults.map((fault) => `${address}: ${fault}`);
}

/** Goes to an address; what is there to be taken away is no page. */
async function opened(page: Page, address: string) {
  try {
    return await page.goto(address);
  } catch (error) {
    if (error instanceof Error && error.message.includes('Download is starting')) return 'a file';
    throw error;
  }
}

/** What an expectation said when it was not met. */
async function refusal(expectation: Promise<void>): Promise<string[]> {
  try {
    await expectation;
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What a page for families must be besides: small, and without script. */
async function tooMuchAt(page: Page, address: string): Promise<string[]> {
  const html = await (await page.request.get(address)).text();
  const weight = await weightOf(server.address, html);
  return [
    ...(weight <= MOST_KB ? [] : [`${address}: weighs ${weight.toFixed(1)} KB`]),
    ...(/<script|javascript:|\son[a-z]+=/i.test(html) ? [`${address}: has script`] : []),
  ];
}

/**
 * Opens every page that can be reached from one, one of each kind, and prints what it was called.
 * `besides` looks for further faults of each; only pages whose route fits `within` are opened.
 */
async function expectEveryPageSound(
  page: Page,
  start: string,
  besides: (page: Page, address: string) => Promise<string[]> = async () => [],
  within = /^/,
): Promise<Set<string>> {
  let said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  const waiting = [start];
  const visited = new Set<string>();
  const times = new Map<string, number>();
  const faults: string[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next);
    const [path = ''] = kind.split('?');
    const before = times.get(path) ?? 0;
    if (visited.has(kind) || before === TIMES || !within.test(path)) continue;
    visited.add(kind);
    times.set(path, before + 1);
    said = [];
    faults.push(...(await faultsAt(page, next, said)), ...(await besides(page, next)));
    process.stdout.write(`  ${kind}  ${await page.title()}\n`);
    waiting.push(...(await linksOn(page)));
  }
  expect(faults).toEqual([]);
  return visited;
}

describe('every page of the demonstration', () => {
  test('stands up for the lead, on a phone and at a desk', async () => {
    const page = await personAt(browser, server.address);
    await page.goto(server.door('strategic lead'));
    const visited = await expectEveryPageSound(page, new URL(page.url()).pathname, async (...at) =>
      FOR_FAMILIES.test(at[1]) ? tooMuchAt(...at) : [],
    );
    const routes = new Set([...visited].map((kind) => kind.split('?')[0]));
    for (const part of ['needs', 'panel', 'theory', 'plan', 'back', 'thread/:kind/:objectId']) {
      expect(routes).toContain(`/programmes/:programmeId/${part}`);
    }
    expect(visited.size).toBeGreaterThan(90);
  }, 1_200_000);

  test('stands up for a parent on the panel', async () => {
    const page = await personAt(browser, server.address);
    await page.goto(server.door('parent on the panel'));
    const visited = await expectEveryPageSound(page, '/panel', tooMuchAt);
    expect([...visited]).toContain('/panel/consultations/:consultationId');
  });

  test('stands up for the administrator, who alone sees personal data and the system', async () => {
    const page = await personAt(browser, server.address);
    await page.goto(server.door('administrator'));
    const visited = await expectEveryPageSound(page, '/authority', undefined, LOOKED_AFTER);
    for (const part of ['/system', '/privacy/kept', '/privacy/record', '/authority/signing-in']) {
      expect([...visited]).toContain(part);
    }
    expect([...visited]).toContain('/programmes/:programmeId/privacy');
  }, 600_000);
});
