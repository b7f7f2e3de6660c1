import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  personAt,
  startServer,
  type Running,
} from './running.ts';

// A day at the summer fair: a tablet without a network goes from family to family.

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

const PIN = '2580';
const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };

/** The facilitator takes a tablet out: signed in, prepared, ready to be handed round. */
async function preparedTablet(place: string): Promise<Page> {
  const page = await personAt(browser, server.address, TABLET);
  await page.goto(server.door('panel facilitator'));
  await page.goto('/programmes');
  await page
    .getByRole('link', { name: /Best Start Family Hubs/ })
    .first()
    .click();
  await page.goto(`${new URL(page.url()).pathname}/needs/surveys`);
  await page.getByRole('link', { name: 'What would help your family?' }).first().click();
  await page.getByRole('link', { name: 'Enter paper forms, calls and visits' }).click();
  await page.getByRole('button', { name: 'Take a tablet out' }).click();
  await page.getByLabel('Where are you going?').fill(place);
  await page.getByRole('button', { name: 'Prepare this tablet' }).click();
  await page.getByLabel('Choose a PIN for this tablet').fill(PIN);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Prepare this tablet' }).click();
  await page.getByRole('button', { name: 'Give it to a family' }).click();
  return page;
}

/** One family answers everything that it is asked, and gets its reference. */
async function aFamilyAnswers(page: Page, full = false): Promise<string> {
  await page.getByRole('button', { name: 'Start now' }).click();
  const send = page.getByRole('button', { name: 'Send my answers' });
  for (let at = 0; at < 40 && !(await send.isVisible()); at += 1) {
    const first = page.locator('.sd-question input[type=radio], .sd-question input[type=checkbox]');
    const box = first.first();
    if ((await box.count()) > 0) {
      await box.focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await send.click();
  if (full) {
    // The tablet is full: the answers stay on the screen until there is room.
    await page.getByRole('heading', { name: 'Your answers are not stored yet' }).waitFor();
    await page.getByRole('button', { name: 'Store my answers' }).click();
  }
  const reference = page.locator('.tl-tablet__reference');
  await reference.waitFor();
  return reference.innerText();
}

const ready = (page: Page) => page.getByRole('button', { name: /ready for the next/ }).click();
const waiting = (page: Page, count: number) => page.locator(`[data-waiting="${count}"]`).waitFor();

async function staffSee(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'For staff' }).click();
  await page.getByLabel('PIN of this tablet').fill(PIN);
  await page.getByRole('button', { name: 'Open' }).click();
}

const counted = (page: Page, what: string) => page.locator(`[data-count="${what}"]`).innerText();

/** The references in the batch of a place, as the lead sees them. */
async function storedFrom(place: string): Promise<string[]> {
  const lead = await personAt(browser, server.address);
  await lead.goto(server.door('strategic lead'));
  await lead.goto('/programmes');
  await lead
    .getByRole('link', { name: /Best Start Family Hubs/ })
    .first()
    .click();
  await lead.goto(`${new URL(lead.url()).pathname}/needs/surveys`);
  await lead.getByRole('link', { name: 'What would help your family?' }).first().click();
  await lead.getByRole('link', { name: 'Enter paper forms, calls and visits' }).click();
  await lead.getByRole('link', { name: place }).click();
  const references = await lead.locator('table tbody td:nth-child(2)').allInnerTexts();
  await lead.context().close();
  return references.sort();
}

/** Opens the tablet's page in a window of its own, as after a flat battery. */
async function openAgain(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto('/outreach/tablet');
  return page;
}

test('off line, three families answer, the tab is closed and opened, and each arrives once', async () => {
  const page = await preparedTablet('Brookside summer fair');
  const context = page.context();
  await expectAccessible(page);
  await context.setOffline(true);

  const references = [await aFamilyAnswers(page)];
  await expectAccessible(page);
  await ready(page);
  await waiting(page, 1);
  references.push(await aFamilyAnswers(page));
  // The power goes while the second family still looks at its reference.
  await page.close();
  const again = await openAgain(context);
  await waiting(again, 2);
  references.push(await aFamilyAnswers(again));
  await ready(again);
  await waiting(again, 3);
  expect(await storedFrom('Brookside summer fair')).toEqual([]);

  // Nobody who holds the tablet comes to a page of staff, on line or off line.
  await again.close();
  const curious = await context.newPage();
  await expect(curious.goto('/programmes')).rejects.toThrow();
  await context.setOffline(false);
  await curious.goto('/programmes');
  expect(new URL(curious.url()).pathname).toBe('/sign-in');
  await curious.close();

  const online = await openAgain(context);
  await waiting(online, 0);
  expect(await storedFrom('Brookside summer fair')).toEqual([...references].sort());
  await staffSee(online);
  expect(await counted(online, 'sent')).toBe('3');
  await expectAccessible(online);
  await expectNoSidewaysScroll(online);
  await online.getByRole('button', { name: /wipe this tablet/ }).click();
  await online.waitForURL(/\/sign-in/);
  const left = await online.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ caches: [], workers: 0 });
  await context.close();
});

test('a full tablet loses nothing, and a send that is cut before its answer comes back counts once', async () => {
  const page = await preparedTablet('Eastmoor playground');
  const context = page.context();
  await context.setOffline(true);
  await page.evaluate(() => {
    const whole = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
    IDBObjectStore.prototype.put = () => {
      Object.defineProperty(IDBObjectStore.prototype, 'put', whole);
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await aFamilyAnswers(page, true);
  await ready(page);
  await waiting(page, 1);
  // The server stores it; the line breaks before the tablet hears of it.
  let cut = 0;
  let mended = false;
  await context.route('**/outreach/send', async (route) => {
    if (route.request().method() !== 'POST' || mended) return route.continue();
    await route.fetch();
    cut += 1;
    await route.abort();
  });
  await context.setOffline(false);
  await expect.poll(() => cut, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(await storedFrom('Eastmoor playground')).toHaveLength(1);
  await waiting(page, 1);
  mended = true;
  await staffSee(page);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => counted(page, 'waiting'), { timeout: 30_000 }).toBe('0');
  expect(await storedFrom('Eastmoor playground')).toHaveLength(1);
  await context.close();
});
