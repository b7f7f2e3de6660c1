import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, NO_CHANGE, type Between } from './changed-headers.ts';
import { openBrowser, personAt, startServer, type Running } from './running.ts';

// Each rule of our Content-Security-Policy, and each other header, by itself: what it is for, in a browser. A
// page is shown with all of them as they are, where nothing happens, and with this one loosened (or taken out, where
// no other rule stands in for it) and all others as they are, where what it stops does happen. So none is there for
// nothing, and each is tried without its protection at every run. Their words: test/server/attack-headers.test.ts.

let server: Running;
let browser: Browser;
let context: BrowserContext;
let sites: Between;
/** A page without script, and one with. */
let pages: { plain: string; scripted: string };

/** What lies on the other site. */
const HELD = {
  '/script.js': "globalThis.ran = 'script'",
  '/font.css': '',
  '/frame': '<iframe src="OURS/accessibility"></iframe>',
  '/picture': '<img src="OURS/favicon.svg">',
  '/opens': '',
};

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  sites = await between(server.address, HELD);
  const page = await personAt(browser, sites.ours);
  context = page.context();
  await page.goto(server.door('strategic lead'));
  pages = { plain: '/accessibility', scripted: `${new URL(page.url()).pathname}/theory` };
  await page.close();
  await context.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(globalThis, { broken });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(event.effectiveDirective);
    });
  });
});
afterAll(async () => {
  await browser?.close();
  sites?.stop();
  await server?.stop();
});

interface Attack {
  /** What is changed: the rule or header as it is, and without its protection. */
  from: string | RegExp;
  to: string;
  header?: string;
  /** Another header that would stop it as well, and is taken away both times: each is tried by itself. */
  without?: string;
  on?: 'scripted';
  smuggled?: string;
  smuggledAbove?: string;
  /** Whether it came to what the attacker wants, once that is settled. */
  works: (page: Page) => Promise<boolean>;
}

const brokenOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken);

/** Whether it was asked for elsewhere, once it was or the browser has said that a rule forbids it. */
async function askedFor(path: string, page: Page, rule: string): Promise<boolean> {
  const isSettled = async () => sites.asked.has(path) || (await brokenOn(page)).includes(rule);
  await expect.poll(isSettled, { message: `${path} or ${rule}` }).toBe(true);
  return sites.asked.has(path);
}

const fetches = async (page: Page) => {
  await page.evaluate((to) => fetch(to).catch(() => undefined), `${sites.elsewhere}/data`);
  return askedFor('/data', page, 'connect-src');
};

/** Whether a worker of our own address starts: that of the other site none can. */
const startsAWorker = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const url = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
        document.addEventListener('securitypolicyviolation', () => done(false));
        try {
          const worker = new Worker(url);
          worker.onmessage = () => done(true);
          worker.onerror = () => done(false);
        } catch {
          done(false);
        }
      }),
  );

const isAllowed = (feature: string) => (page: Page) =>
  page.evaluate(
    (name) =>
      (
        document as unknown as { featurePolicy: { allowsFeature: (name: string) => boolean } }
      ).featurePolicy.allowsFeature(name),
    feature,
  );

const framed = async (page: Page) => {
  await page.goto(`${sites.elsewhere}/frame`);
  return page.frames()[1]?.url().startsWith(sites.ours) === true;
};

const ATTACKS: Record<string, Attack> = {
  'default-src': {
    ...{ from: "default-src 'none'", to: 'default-src *' },
    smuggled: '<iframe src="ELSEWHERE/a" title=""></iframe>',
    works: (page) => askedFor('/a', page, 'frame-src'),
  },
  'script-src of a page without script': {
    ...{ from: "script-src 'none'", to: 'script-src *' },
    smuggled: '<script src="ELSEWHERE/script.js"></script>',
    works: (page) => askedFor('/script.js', page, 'script-src-elem'),
  },
  'script-src, for words within the page': {
    ...{ from: "script-src 'none'", to: "script-src 'unsafe-inline'" },
    smuggled: '<script>globalThis.ran = 1</script>',
    works: (page) => page.evaluate(() => 'ran' in globalThis),
  },
  'script-src of a page with script': {
    ...{ on: 'scripted', from: /script-src 'self'/, to: 'script-src *' },
    smuggled: '<script src="ELSEWHERE/script.js"></script>',
    works: (page) => askedFor('/script.js', page, 'script-src-elem'),
  },
  'its nonce': {
    ...{ on: 'scripted', from: /'nonce-[^']*'/, to: "'unsafe-inline'" },
    smuggled: '<script>globalThis.ran = 1</script>',
    works: (page) => page.evaluate(() => 'ran' in globalThis),
  },
  'style-src': {
    ...{ from: "style-src 'self'", to: 'style-src *' },
    smuggled: '<link rel="stylesheet" href="ELSEWHERE/style.css">',
    works: (page) => askedFor('/style.css', page, 'style-src-elem'),
  },
  'img-src': {
    ...{ from: "img-src 'self' data:", to: 'img-src *' },
    smuggled: '<img src="ELSEWHERE/dot.svg" alt="">',
    works: (page) => askedFor('/dot.svg', page, 'img-src'),
  },
  'font-src': {
    ...{ from: "font-src 'self'", to: 'font-src *' },
    works: async (page) => {
      await page.evaluate(
        (from) => new FontFace('theirs', `url(${from})`).load().catch(() => undefined),
        `${sites.elsewhere}/font.woff2`,
      );
      return askedFor('/font.woff2', page, 'font-src');
    },
  },
  'connect-src of a page without script': {
    ...{ from: "connect-src 'none'", to: 'connect-src *' },
    works: fetches,
  },
  'connect-src of a page with script': {
    ...{ on: 'scripted', from: "connect-src 'self'", to: 'connect-src *' },
    works: fetches,
  },
  'worker-src of a page without script': {
    ...{ from: "worker-src 'none'", to: 'worker-src blob:' },
    works: startsAWorker,
  },
  'worker-src of a page with script': {
    ...{ on: 'scripted', from: "worker-src 'self'", to: 'worker-src blob:' },
    works: startsAWorker,
  },
  'form-action': {
    ...{ from: "form-action 'self'; ", to: '' },
    smuggled: '<form id="theirs" action="ELSEWHERE/form" method="post"></form>',
    works: async (page) => {
      await page.locator('#theirs').evaluate((form: HTMLFormElement) => form.submit());
      return askedFor('/form', page, 'form-action');
    },
  },
  'base-uri': {
    ...{ from: /; base-uri 'none'/, to: '' },
    smuggledAbove: '<base href="ELSEWHERE/">',
    works: (page) => page.evaluate((their) => document.baseURI.startsWith(their), sites.elsewhere),
  },
  'frame-ancestors': {
    ...{ from: "frame-ancestors 'none'; ", to: '', without: 'x-frame-options' },
    works: framed,
  },
  'X-Frame-Options': {
    ...{ header: 'x-frame-options', from: 'DENY', to: '', without: 'content-security-policy' },
    works: framed,
  },
  'X-Content-Type-Options': {
    ...{ header: 'x-content-type-options', from: 'nosniff', to: '' },
    without: 'content-security-policy',
    smuggled: '<script src="/healthz"></script>',
    works: (page) => page.evaluate(() => 'ran' in globalThis),
  },
  'Referrer-Policy': {
    ...{ header: 'referrer-policy', from: 'same-origin', to: 'unsafe-url' },
    smuggled: '<a id="away" href="ELSEWHERE/away">Away</a>',
    works: async (page) => {
      await page.locator('#away').click();
      await page.waitForURL('**/away');
      return sites.asked.get('/away') !== '';
    },
  },
  'Cross-Origin-Opener-Policy': {
    ...{ header: 'cross-origin-opener-policy', from: 'same-origin', to: 'unsafe-none' },
    works: async (page) => {
      await page.goto(`${sites.elsewhere}/opens`);
      const opening = page.context().waitForEvent('page');
      await page.evaluate((to) => void window.open(to), sites.ours + pages.plain);
      const opened = await opening;
      await opened.waitForURL(`**${pages.plain}`);
      const isHeld = await opened.evaluate(() => window.opener !== null);
      await opened.close();
      return isHeld;
    },
  },
  'Cross-Origin-Resource-Policy': {
    ...{ header: 'cross-origin-resource-policy', from: 'same-origin', to: 'cross-origin' },
    works: async (page) => {
      await page.goto(`${sites.elsewhere}/picture`);
      return page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
    },
  },
  ...Object.fromEntries(
    ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((feature): [string, Attack] => [
      `Permissions-Policy: ${feature}`,
      {
        ...{ header: 'permissions-policy', from: `${feature}=()`, to: `${feature}=(self)` },
        works: isAllowed(feature),
      },
    ]),
  ),
};

/** Tries it, with the header as it is or without this protection. */
async function tried(attack: Attack, protection: 'kept' | 'taken out'): Promise<boolean> {
  const { header = 'content-security-policy', from, to, without } = attack;
  const there = (html = '') => html.replaceAll('ELSEWHERE', sites.elsewhere);
  let found = false;
  sites.change = {
    header: (name, value) => {
      if (name === without) return null;
      if (name !== header) return value;
      const changed = value.replace(from, to);
      found ||= changed !== value;
      return protection === 'kept' ? value : changed;
    },
    smuggled: there(attack.smuggled),
    smuggledAbove: there(attack.smuggledAbove),
    written: 'globalThis.ran = 1',
  };
  sites.asked.clear();
  const page = await context.newPage();
  try {
    await page.goto(sites.ours + pages[attack.on ?? 'plain']);
    const works = await attack.works(page);
    expect(found, 'the rule was there').toBe(true);
    return works;
  } finally {
    await page.close();
    sites.change = NO_CHANGE;
  }
}

test.each(Object.entries(ATTACKS))('%s stops what comes through without it', async (_, attack) => {
  expect(await tried(attack, 'kept')).toBe(false);
  expect(await tried(attack, 'taken out')).toBe(true);
});

test('every rule of the policy and of what the browser may use is tried by itself', async () => {
  const answer = await fetch(server.address + pages.plain);
  const rules = (answer.headers.get('content-security-policy') ?? '').split('; ');
  const names = [
    ...rules.map((rule) => rule.split(' ')[0] ?? ''),
    ...(answer.headers.get('permissions-policy') ?? '').split(', ').map((one) => one.split('=')[0]),
  ];
  const known = Object.keys(ATTACKS).join('\n');
  const untried = names.filter((name) => !known.includes(name ?? ''));
  // An allowance and no wall: without it the boxes of the canvas lie on one another (content-policy.test.ts).
  expect(untried).toEqual(['style-src-attr']);
});
