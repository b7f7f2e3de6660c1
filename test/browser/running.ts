import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type Axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';

/** The built server in a process of its own, on a fresh data folder and a free port. */
export interface Running {
  address: string;
  dataFolder: string;
  /** Path of the one-press sign-in of somebody of the demonstration, by what they are. */
  door: (
    as: 'strategic lead' | 'panel facilitator' | 'parent on the panel' | 'commissioner',
  ) => string;
  stop: () => Promise<void>;
  /** Ends the process as a power cut would, in the middle of whatever it does. */
  crash: () => Promise<void>;
  /** Starts it again on the same data and port, after a crash. */
  startAgain: () => Promise<void>;
}

/** Starts it as a person would, with `npm start`, and waits until it says where it is. */
export async function startServer(...flags: string[]): Promise<Running> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'throughline-browser-'));
  const { child, printed } = await launch(dataFolder, '0', flags);
  const address = /Throughline is at (\S+)/.exec(printed)?.[1] ?? '';
  let running = child;
  return {
    address,
    dataFolder,
    door: (as) => {
      const line = printed.split('\n').find((one) => one.includes(`, ${as} `));
      return new URL(line?.trim().split(/\s+/).at(-1) ?? 'missing:').pathname;
    },
    stop: () => ended(running, 'SIGTERM'),
    crash: () => ended(running, 'SIGKILL'),
    startAgain: async () => {
      running = (await launch(dataFolder, new URL(address).port, flags)).child;
    },
  };
}

async function launch(dataFolder: string, port: string, flags: readonly string[]) {
  const child = spawn(process.execPath, ['bin/start.mjs', ...flags], {
    cwd: projectFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: port,
      THROUGHLINE_DATA: dataFolder,
      // The story runs on the default engine; the journeys run on both.
      DATABASE_URL: undefined,
      THROUGHLINE_ENGINE: undefined,
    },
  });
  // The doors of the demonstration are printed a moment after the address.
  const ready = flags.includes('--empty') ? /Throughline is at \S+\n/ : /, commissioner +\S+\n/;
  return { child, printed: await untilItSays(child, ready) };
}

function untilItSays(child: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let errors = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (what.test(printed)) resolve(printed);
    });
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code}.\n${printed}\n${errors}`)),
    );
  });
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

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
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on this page: WCAG 2.2 AA, every rule, with the first few places of each. Run in the
 * page itself: no page of ours has frames, and axe's own driver opens a second page each time, which
 * takes three times as long.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
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
