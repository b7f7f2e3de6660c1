import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from './looking.ts';
import { openBrowser, personAt, startServer, type Running } from './running.ts';

// The canvas in a real browser: by keyboard alone, by mouse, by two people, and without a network.

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

async function canvasOf(as: Parameters<Running['door']>[0] = 'strategic lead'): Promise<Page> {
  const page = await personAt(browser, server.address, { viewport: { width: 1400, height: 900 } });
  page.on('pageerror', (error) => unseen.push(`${page.url()}: ${error.message}`));
  await page.goto(server.door(as));
  await page.getByRole('link', { name: 'Theory of change' }).first().click();
  await boxes(page).first().waitFor();
  return page;
}

const boxes = (page: Page) => page.locator('.react-flow__node');
const box = (page: Page, words: string) => boxes(page).filter({ hasText: words });
const status = (page: Page) => page.locator('.tl-saved');
const said = (page: Page) => page.locator('[aria-live="polite"]').first();
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.id ?? '';
  });

async function saved(page: Page): Promise<void> {
  await expect
    .poll(() => status(page).innerText(), { timeout: 20_000 })
    .toMatch(/^Saved \d\d:\d\d$/);
}

describe('the canvas', () => {
  test('by keyboard alone: walk, open, change, add, link with a reason, move, delete, undo', async () => {
    const page = await canvasOf();
    await look(page);
    // One tab stop: from the last button of the toolbar past the way round onto a box.
    await page.getByRole('button', { name: 'A row for each part' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Skip the canvas');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toMatch(/^Need: /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toMatch(/^Activity: Open Aldermere/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toMatch(/^Output: Eighty sessions/);

    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('box-label');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' and libraries');
    await saved(page);
    await look(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(/^Output: Eighty sessions.*and libraries$/);

    await page.keyboard.press('n');
    await expect.poll(() => focused(page)).toBe('add-label');
    await page.keyboard.type('Hours that doors stand open');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => said(page).innerText())
      .toBe('Output added: Hours that doors stand open');

    await box(page, 'Hours that doors stand open').focus();
    await page.keyboard.press('c');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toMatch(/^Change in the first two years: Families come/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('link-reason');
    await expect.poll(() => said(page).innerText()).toBe('The link is added.');
    await page.keyboard.type('An open door is the first step');

    await box(page, 'Hours that doors stand open').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => said(page).innerText()).toBe('Moved up in Outputs, 5 of 6.');
    const before = await boxes(page).count();
    await page.keyboard.press('Delete');
    await expect
      .poll(() => said(page).innerText())
      .toMatch(/^“Hours that doors stand open” is deleted/);
    await expect.poll(() => focused(page)).toMatch(/^Output: /);
    await page.keyboard.press('Control+z');
    await expect.poll(() => boxes(page).count()).toBe(before);
    await saved(page);

    await page.getByRole('link', { name: 'Outline' }).click();
    const outline = await page.getByRole('main').innerText();
    expect(outline).toContain('Hours that doors stand open');
    expect(outline).toContain('An open door is the first step');
    await page.context().close();
  });

  test('by mouse: connecting asks for the reason, and dropping in the column reorders it', async () => {
    const page = await canvasOf();
    const source = box(page, 'A visit to each of four halls');
    const target = box(page, 'Families come for help earlier');
    await source.hover();
    await source.locator('.source').hover();
    await page.mouse.down();
    await target.hover();
    await target.locator('.target').hover();
    await page.mouse.up();
    await expect.poll(() => focused(page)).toBe('link-reason');
    await page.keyboard.type('The hall is next door');
    await saved(page);

    const [from, to] = [
      await box(page, 'Take stay-and-play').boundingBox(),
      await box(page, 'Open Aldermere').boundingBox(),
    ];
    if (!from || !to) throw new Error('The boxes are not to be seen');
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 45, to.y - 10, { steps: 6 });
    await page.mouse.up();
    await saved(page);
    const top = await box(page, 'Take stay-and-play').boundingBox();
    expect(top?.y).toBeLessThan((await box(page, 'Open Aldermere').boundingBox())?.y ?? 0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await box(page, 'Take stay-and-play').boundingBox())?.y)
      .toBe(from.y);
    await page.context().close();
  });

  test('two people change the same words: both are shown, and the choice is kept', async () => {
    const [priya, second] = [await canvasOf(), await canvasOf()];
    const words = 'Two hundred families coached';
    for (const page of [priya, second]) await box(page, words).click();
    // What one types is seen by the other at once: they differ only where a save does not get through.
    const saving = /theory\/operations/;
    await second.route(saving, (route) => route.abort());
    await second.getByLabel('What the box says').fill('Families coached at home');
    await expect.poll(() => status(second).innerText()).toBe('Not saved, reconnecting');
    await priya.getByLabel('What the box says').fill('Two hundred and ten families coached a year');
    await saved(priya);
    await second.unroute(saving);
    await second.getByRole('alert').getByText('Two hundred and ten families').first().waitFor();
    await look(second);
    expect(await status(second).innerText()).toMatch(/choose below/);
    await second.getByRole('button', { name: 'Use mine' }).click();
    await saved(second);
    // The other window follows by itself.
    await box(priya, 'Families coached at home').waitFor({ timeout: 25_000 });
    await Promise.all([priya.context().close(), second.context().close()]);
  });

  test('without a network nothing is lost, even when the window is closed', async () => {
    const page = await canvasOf();
    const context = page.context();
    await context.setOffline(true);
    await page.getByLabel('What the new box says').fill('Written on a train');
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).innerText()).toMatch(/^Not saved, reconnecting$/);
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(server.door('strategic lead'));
    await again.getByRole('link', { name: 'Theory of change' }).first().click();
    await box(again, 'Written on a train').waitFor();
    await saved(again);
    await context.close();
  });

  test('who may only read walks and opens, and is told why there is no more', async () => {
    const page = await canvasOf('panel facilitator');
    await look(page);
    expect(await page.getByRole('main').innerText()).toContain(
      'Only an administrator or a strategic lead',
    );
    const before = await boxes(page).count();
    await boxes(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('box-label');
    expect(await page.getByLabel('What the box says').getAttribute('readonly')).not.toBeNull();
    expect(await boxes(page).count()).toBe(before);
    await page.context().close();
  });

  test('and nothing failed that nobody saw', () => {
    expect(unseen).toEqual([]);
  });
});
