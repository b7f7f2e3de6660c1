import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type Axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

export { startServer, type Running } from '../running-server.ts';

/** The browser that bin/test.mjs found; without it, the remedy. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.TEST_BROWSER ?? '/usr/bin/chromium';
  const quiet = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    args: [...quiet, '--disable-component-update', ...asRoot],
  });
}

/** A person at a browser: their own cookies, their own screen. */
export async function personAt(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/**
 * axe reads each colour of each element as text anew, which takes a quarter of its time; a page has a dozen.
 * What a text was read as is kept: the same numbers, so it finds the same.
 */
const COLOURS_ONCE = `(() => {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? read.call(this, text);
    if (!known.has(text)) known.set(text, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
})();`;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on this page: WCAG 2.2 AA, every rule, with the first few places of each. Run in the
 * page itself: no page of ours has frames, and axe's own driver opens a second page each time, which
 * takes three times as long.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(`${AXE};${COLOURS_ONCE}`);
  const found = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const all = await axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      resultTypes: ['violations'],
    });
    return all.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      places: nodes.map((node) => node.html),
    }));
  }, RULES);
  return found.map(({ rule, places }) => `${rule}\n    ${firstFew(places).join('\n    ')}`);
}

/** Fails with what axe finds on this page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page), `axe at ${page.url()}`).toEqual([]);
}

const firstFew = (some: readonly string[]) =>
  some.length <= 5 ? some : [...some.slice(0, 5), `and ${some.length - 5} more`];

/** Fails when the page is wider than its window: nothing may need scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide[0], `width of ${page.url()}`).toBeLessThanOrEqual(wide[1] ?? 0);
}

/** What a page costs whoever opens it for the first time: it, its styles and pictures, packed, in KB. */
export async function weightOf(address: string, html: string): Promise<number> {
  const files = [...html.matchAll(/<(?:link|img)\b[^>]*?(?:href|src)="([^"]+)"/g)];
  let bytes = gzipSync(html).length;
  for (const [, file = ''] of files) {
    const body = await (await fetch(new URL(file, address))).arrayBuffer();
    bytes += gzipSync(Buffer.from(body)).length;
  }
  return bytes / 1024;
}
