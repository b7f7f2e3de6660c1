import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  personAt,
  startServer,
  type Running,
} from './running.ts';

// An installation started empty: set up, sign out, sign in, on a phone and with a keyboard alone.

let server: Running;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ empty: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the front door of an empty installation', () => {
  test('sets up the first administrator on a phone, errors first, without script', async () => {
    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    const page = await personAt(browser, server.address, phone);
    await page.goto('/');
    expect(page.url()).toBe(`${server.address}/set-up`);
    await page.getByLabel('Name of the authority').fill('Newborough');
    await page.getByRole('button', { name: 'Set up and start a programme' }).click();
    expect(await page.title()).toMatch(/^Error: Set up Throughline/);
    await page.getByRole('link', { name: 'Enter an e-mail address' }).click();
    expect(await page.getByLabel('Name of the authority').inputValue()).toBe('Newborough');

    await page.getByLabel('Your name').fill('Nell Carr');
    await page.getByLabel('Your e-mail address').fill('nell.carr@example.org');
    await page.getByLabel('Choose a password').fill('three random words');
    await page.getByRole('button', { name: 'Set up and start a programme' }).click();
    await page.getByRole('heading', { name: 'Start a programme' }).waitFor();
  });

  test('shows nothing that axe finds, nor scrolls sideways, errors showing included', async () => {
    const page = await personAt(browser, server.address, { viewport: { width: 360, height: 740 } });
    for (const path of ['/sign-in', '/accessibility', '/nowhere']) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expectAccessible(page);
  });

  test('lets somebody in and out by keyboard alone', async () => {
    const page = await personAt(browser, server.address);
    await page.goto('/people');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to main content',
    );
    await page.getByLabel('E-mail address').focus();
    await page.keyboard.type('nell.carr@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.type('three random words');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'People' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  test('serves no inline script, and says so in its headers', async () => {
    const response = await fetch(`${server.address}/sign-in`);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).not.toMatch(/<script/i);
  });

  test('refuses what another site sends, what is too large, and a door that is not there', async () => {
    const post = (headers: Record<string, string>, body = 'email=a') =>
      fetch(`${server.address}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post({ ...form, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ ...form, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(form)).status).toBe(403);
    expect((await post(form, 'x'.repeat(13 * 1024 * 1024))).status).toBe(413);
    expect((await fetch(`${server.address}/demonstration/guess`)).status).toBe(404);
    expect(await (await fetch(`${server.address}/healthz`)).text()).toBe('ok');
  });
});
