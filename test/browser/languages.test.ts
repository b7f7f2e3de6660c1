import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookerWithoutScript, type Look } from './looking.ts';
import { openBrowser, personAt, startServer, weightOf, type Running } from './running.ts';

// A parent with an old phone, no JavaScript and little English.

let server: Running;
let browser: Browser;
let look: Look;
/** The path of the demonstration's survey: /s/CODE. */
let survey: string;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  look = await lookerWithoutScript(browser, server.address);
  const lead = await personAt(browser, server.address);
  await lead.goto(server.door('strategic lead'));
  await lead.goto('/programmes');
  await lead
    .getByRole('link', { name: /Best Start Family Hubs/ })
    .first()
    .click();
  await lead.goto(`${new URL(lead.url()).pathname}/needs/surveys`);
  await lead.getByRole('link', { name: 'What would help your family?' }).click();
  survey = new URL((await lead.locator('.tl-address').getAttribute('href')) ?? '').pathname;
  await lead.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = () =>
  personAt(browser, server.address, {
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });

const press = (page: Page, which = 0) =>
  page.locator('main button.govuk-button').nth(which).click();

test.each([
  ['ur', 'rtl', 'غلطی: '],
  ['pl', 'ltr', 'Błąd: '],
])('every page of an answer in %s is in order', async (lang, dir, errorWord) => {
  const page = await phone();
  await page.goto(`${survey}?lang=${lang}`);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await page.locator('html').getAttribute('dir')).toBe(dir);
  await look(page);
  await page.locator('a.govuk-button').click();
  await press(page);
  expect(await page.title()).toMatch(new RegExp(`^${errorWord}`));
  await look(page);
  await page.locator('input[type=checkbox]').nth(2).check();
  await press(page);
  await look(page);
  await press(page, 1);
  expect(new URL(page.url()).pathname).toBe(`${survey}/saved`);
  await look(page);
  await page.goto(survey);
  await look(page);
  for (const name of ['check', 'return', 'erase']) {
    await page.goto(`${survey}/${name}`);
    await press(page);
    await look(page);
  }
  // What was begun is thrown away from the first page.
  await page.goto(survey);
  await press(page);
  expect(new URL(page.url()).pathname).toBe(survey);
  expect(await page.locator('main button.govuk-button').count()).toBe(0);
  await page.context().close();
});

test('a change of language keeps what was ticked and not yet sent', async () => {
  const page = await phone();
  await page.goto(survey);
  await page.locator('a.govuk-button').click();
  await page.locator('input[type=checkbox]').nth(2).check();
  await page.getByRole('button', { name: 'Polski' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  expect(await page.locator('input[type=checkbox]').nth(2).isChecked()).toBe(true);
  expect(await page.locator('.govuk-error-summary').count()).toBe(0);
  await page.locator('input[type=checkbox]').nth(3).check();
  await press(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  await page.locator('.govuk-back-link').click();
  expect(await page.locator('input[type=checkbox]:checked').count()).toBe(2);
  await page.context().close();
});

test('the first page in Urdu weighs at most 30 KB in all', async () => {
  const headers = { 'accept-language': 'ur,en;q=0.5' };
  const html = await (await fetch(server.address + survey, { headers })).text();
  expect(html).toContain('dir="rtl"');
  expect(html).not.toContain('<script');
  expect(await weightOf(server.address, html)).toBeLessThanOrEqual(30);
});
