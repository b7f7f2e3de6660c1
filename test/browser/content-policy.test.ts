import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, personAt, startServer, type Running } from './running.ts';

// What a browser makes of our Content-Security-Policy: pages as they are break no rule of it, and what
// somebody would have smuggled into a page does nothing. The same page without the policy shows each time
// that what is smuggled would do something.

let server: Running;
let browser: Browser;
let context: BrowserContext;
let programme: string;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const page = await personAt(browser, server.address);
  context = page.context();
  await page.goto(server.door('strategic lead'));
  programme = new URL(page.url()).pathname;
  await page.close();
  // Each rule that a page breaks, as the browser itself reports it; a policy does not hold for this script.
  await context.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(globalThis, { broken, ran: [] });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(event.effectiveDirective);
    });
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const ELSEWHERE = 'https://elsewhere.example';
const SMUGGLED = `
  <script>ran.push('script')</script>
  <script src="${ELSEWHERE}/script"></script>
  <img src="/nowhere.png" onerror="ran.push('handler')" alt="">
  <img src="${ELSEWHERE}/picture.png" alt="">
  <iframe src="${ELSEWHERE}/frame" title=""></iframe>
  <form id="smuggled" action="${ELSEWHERE}/form" method="post"><input name="a" value="b"></form>
  <a id="link" href="javascript:void ran.push('link')">A link</a>`;

interface Seen {
  broken: string[];
  ran: string[];
}

const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { broken, ran } = globalThis as unknown as Seen;
    return { broken: [...new Set(broken)].sort(), ran: [...ran].sort() };
  });

/** What was asked for elsewhere, by a page with what is smuggled in, under the policy or without it. */
async function smuggledInto(address: string, policy: 'kept' | 'taken away') {
  const page = await context.newPage();
  const asked = new Set<string>();
  await page.route(`${ELSEWHERE}/**`, (route) => {
    asked.add(new URL(route.request().url()).pathname);
    return route.fulfill({ contentType: 'text/html', body: '' });
  });
  await page.route(`${server.address}${address}`, async (route) => {
    const answer = await route.fetch();
    const headers = answer.headers();
    if (policy === 'taken away') delete headers['content-security-policy'];
    // Our own scripts would tidy the page while it is looked at.
    const body = (await answer.text())
      .replaceAll(/<script\b.*?<\/script>/gs, '')
      .replace('<body>', `<body>${SMUGGLED}`);
    await route.fulfill({ response: answer, headers, body });
  });
  await page.goto(address);
  await page.locator('#link').evaluate((link: HTMLAnchorElement) => link.click());
  if (policy === 'kept') await rule(page, 'script-src-elem');
  else await expect.poll(async () => (await seenOn(page)).ran).toContain('link');
  const { broken, ran } = await seenOn(page);
  await page.locator('#smuggled').evaluate((form: HTMLFormElement) => form.submit());
  if (policy === 'kept') await rule(page, 'form-action');
  else await page.waitForURL(`${ELSEWHERE}/form`);
  const at = page.url();
  await page.close();
  return { asked: [...asked].sort(), broken, ran, at };
}

const rule = (page: Page, name: string) =>
  expect.poll(async () => (await seenOn(page)).broken).toContain(name);

describe.each([
  ['a page of staff', () => programme],
  ['a page of families', () => programme.replace('programmes', 'you-said')],
  ['the canvas', () => `${programme}/theory`],
])('%s', (which, addressOf) => {
  test('breaks no rule as it is', async () => {
    const page = await context.newPage();
    const answer = await page.goto(addressOf(), { waitUntil: 'load' });
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    if (which === 'the canvas') await page.locator('.react-flow__node').first().waitFor();
    expect(await seenOn(page)).toEqual({ broken: [], ran: [] });
    await page.close();
  });

  test('runs, fetches and sends nothing that was smuggled into it', async () => {
    const { asked, broken, ran, at } = await smuggledInto(addressOf(), 'kept');
    expect({ asked, ran }).toEqual({ asked: [], ran: [] });
    expect(at).toBe(server.address + addressOf());
    expect(broken).toEqual(['frame-src', 'img-src', 'script-src-attr', 'script-src-elem']);
  });

  test('would do all of it without the policy', async () => {
    const { asked, ran } = await smuggledInto(addressOf(), 'taken away');
    expect(ran).toEqual(['handler', 'link', 'script']);
    expect(asked).toEqual(['/form', '/frame', '/picture.png', '/script']);
  });
});
