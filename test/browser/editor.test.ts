import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  personAt,
  startServer,
  type Running,
} from './running.ts';

// The lead writes a questionnaire on a phone, by keyboard, without JavaScript.

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

const PHONE = { width: 360, height: 740 };

/** The lead at the questions of the demonstration's survey. */
async function leadAtQuestions(javaScriptEnabled: boolean): Promise<Page> {
  const lead = await personAt(browser, server.address, { viewport: PHONE, javaScriptEnabled });
  await lead.goto(server.door('strategic lead'));
  await lead.goto('/programmes');
  const programme = lead.getByRole('link', { name: /Best Start Family Hubs/ }).first();
  await lead.goto(`${(await programme.getAttribute('href')) ?? ''}/needs/surveys`);
  await lead.getByRole('link', { name: 'What would help your family?' }).click();
  await lead.getByRole('link', { name: 'Change the questions' }).click();
  return lead;
}

/** Presses what has this name as somebody does who has no mouse. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().focus();
  await enter(page);
}

/** Enter on what has the focus, until the next page is there. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}

const titles = (page: Page) => page.locator('.tl-outline__title').allTextContents();

test('a questionnaire is written by keyboard on a phone, without JavaScript', async () => {
  const lead = await leadAtQuestions(false);
  const before = await titles(lead);
  await press(lead, 'button', /^Add a question/);
  await lead.getByLabel('Question', { exact: true }).fill('How far is too far to walk?');
  await lead.getByLabel('One answer from a list', { exact: true }).focus();
  await lead.getByLabel(/Answers to choose from/).focus();
  await lead.keyboard.type('10 minutes');
  await lead.keyboard.press('Enter');
  await lead.keyboard.type('20 minutes');
  await press(lead, 'button', 'Add the question');
  await press(lead, 'button', /^Down answer 1/);
  expect(await lead.locator('#choice-0').inputValue()).toBe('20 minutes');
  await lead.getByLabel('Hint').fill('With a pushchair');
  await lead.getByLabel('Hint').press('Tab');
  await press(lead, 'button', 'Save');

  const added = await titles(lead);
  expect(added).toHaveLength(before.length + 1);
  // The button just pressed has the focus again: moving on is pressing Enter again.
  await press(lead, 'button', /^Move up.*How far is too far/);
  await lead.locator('button:focus', { hasText: 'Move up' }).waitFor();
  await enter(lead);
  const moved = await titles(lead);
  const at = (all: string[]) => all.findIndex((title) => title.includes('How far is too far'));
  expect(at(moved)).toBe(at(added) - 2);

  await press(lead, 'link', /^Who is asked.*How far is too far/);
  await lead.getByLabel('It depends on the answer to').focus();
  await lead.getByLabel('It depends on the answer to').selectOption({ index: 1 });
  await press(lead, 'button', 'Show its answers');
  await lead.getByRole('checkbox').first().focus();
  await lead.keyboard.press('Space');
  await press(lead, 'button', 'Ask only then');
  await lead.getByText(/^Asked only when/).waitFor();

  await press(lead, 'link', 'Questions');
  await press(lead, 'button', /^Remove.*How far is too far/);
  expect(at(await titles(lead))).toBe(-1);
  await press(lead, 'button', 'Undo the last change');
  expect(await titles(lead)).toEqual(
    moved.map((title) => expect.stringContaining(title.replace(/^\d+\. /, '')) as string),
  );
  await press(lead, 'button', 'Check and publish version 2');
  await lead.getByText('New: How far is too far to walk?').waitFor();
});

test('axe finds nothing in the editor, and nothing is wider than a phone', async () => {
  const lead = await leadAtQuestions(true);
  const pages = [
    '',
    '/q/barriers',
    '/add?page=aboutYou',
    '/bank?page=aboutYou',
    '/when?of=element&name=satisfaction&question=hubUse',
    '/history',
    '/file',
  ];
  const questions = new URL(lead.url()).pathname;
  const survey = questions.replace(/\/questions$/, '');
  const others = ['/languages', '/languages/ur', '/check', '/versions', '/versions/1', '/pages'];
  for (const address of [
    ...pages.map((page) => questions + page),
    ...others.map((page) => survey + page),
    '/words',
  ]) {
    await lead.goto(address);
    await expectAccessible(lead);
    await expectNoSidewaysScroll(lead);
  }
});
