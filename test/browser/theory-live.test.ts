import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from './looking.ts';
import { openBrowser, personAt, startServer, type Running } from './running.ts';

// Two people in one theory, and a server that dies in the middle of their work.

let server: Running;
let browser: Browser;
/** What went wrong in a window without anybody seeing it. */
const unseen: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** How soon others see a change. */
const AT_ONCE = 2_000;

async function canvasOf(as: Parameters<Running['door']>[0]): Promise<Page> {
  const page = await personAt(browser, server.address, { viewport: { width: 1400, height: 900 } });
  page.on('pageerror', (error) => unseen.push(`${page.url()}: ${error.message}`));
  await page.goto(server.door(as));
  await page.getByRole('link', { name: 'Theory of change' }).first().click();
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

const box = (page: Page, words: string) =>
  page.locator('.react-flow__node').filter({ hasText: words });
const status = (page: Page) => page.locator('.tl-saved');
const notice = (page: Page) => page.locator('.tl-notice');
const here = (page: Page) => page.getByRole('list', { name: 'Here too' });

const saved = (page: Page) =>
  expect.poll(() => status(page).innerText(), { timeout: 20_000 }).toMatch(/^Saved \d\d:\d\d$/);

async function add(page: Page, words: string): Promise<void> {
  await page.getByLabel('What the new box says').fill(words);
  await page.keyboard.press('Enter');
}

/** The theory as its file has it: what the server holds. */
async function stored(page: Page): Promise<string[]> {
  const path = `${new URL(page.url()).pathname}/export/json`;
  const file = (await (await page.request.get(path)).json()) as { nodes: { label: string }[] };
  return file.nodes.map(({ label }) => label);
}

describe('two people in one theory', () => {
  test('see each other, what each types, and each change, without loading anything again', async () => {
    const [priya, tom] = [await canvasOf('strategic lead'), await canvasOf('panel facilitator')];
    await here(tom).getByText('Priya Shah').waitFor();
    await here(priya).getByText('Tom Okafor').waitFor();
    const words = 'Two hundred families coached';
    await box(tom, words).click();
    await expect.poll(() => box(priya, words).innerText()).toMatch(/TO$/);
    expect(await box(priya, words).getAttribute('aria-label')).toMatch(/Tom Okafor is here$/);

    await box(priya, words).click();
    const field = priya.getByLabel('What the box says');
    await field.press('End');
    await field.pressSequentially(' by ph');
    await tom.getByText(/^Priya Shah is typing here/).waitFor({ timeout: AT_ONCE });
    expect(await tom.getByLabel('What the box says').getAttribute('aria-describedby')).not.toBe('');
    await Promise.all([look(priya), look(tom)]);
    await field.pressSequentially('one');
    await saved(priya);
    await box(tom, 'by phone').waitFor({ timeout: AT_ONCE });
    expect(await tom.getByLabel('What the box says').inputValue()).toMatch(/by phone/);
    await tom.getByText(/^Priya Shah is typing here/).waitFor({ state: 'detached' });

    await priya.context().close();
    await here(tom).waitFor({ state: 'detached' });
    await tom.context().close();
  });
});

describe('the server is killed in the middle of an editing burst', () => {
  test('nothing acknowledged is lost, what was not is saved afterwards, and the editor says so', async () => {
    const [priya, tom] = [await canvasOf('strategic lead'), await canvasOf('panel facilitator')];
    await here(priya).getByText('Tom Okafor').waitFor();
    const written: string[] = [];
    const write = async (from: number, to: number) => {
      for (let number = from; number <= to; number += 1) {
        written.push(`Written in the burst, number ${number}`);
        await add(priya, written.at(-1) ?? '');
      }
    };
    await write(1, 4);
    await saved(priya);
    const acknowledged = [...written];
    // The next are on their way, or not sent yet, when the process is gone.
    await write(5, 8);
    await server.crash();
    await write(9, 12);
    await expect.poll(() => status(priya).innerText()).toBe('Not saved, reconnecting');
    await look(priya);
    expect(await box(priya, 'number 12').count()).toBe(1);

    await server.startAgain();
    await saved(priya);
    const labels = await stored(priya);
    expect(labels).toEqual(expect.arrayContaining(acknowledged));
    for (const words of written) expect(labels.filter((label) => label === words)).toEqual([words]);
    expect(await notice(priya).innerText()).toMatch(
      /^Connected again\. \d+ changes? that waited: saved\.$/,
    );
    // Who only looked on is told all of it as well.
    await box(tom, 'number 12').waitFor();
    await here(tom).getByText('Priya Shah').waitFor();
    await Promise.all([priya.context().close(), tom.context().close()]);
  });

  test('and nothing failed that nobody saw', () => {
    expect(unseen).toEqual([]);
  });
});
