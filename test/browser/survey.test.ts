import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  personAt,
  startServer,
  type Running,
  weightOf,
} from './running.ts';

// A parent on a phone without JavaScript, and the lead who runs the survey.

let server: Running;
let browser: Browser;
/** The public address of the demonstration's survey. */
let address: string;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const lead = await leadAt('/surveys');
  await lead.getByRole('link', { name: 'What would help your family?' }).click();
  address = (await lead.locator('.tl-address').getAttribute('href')) ?? '';
  await lead.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The strategic lead, signed in, at a page of the programme's needs. */
async function leadAt(page: string): Promise<Page> {
  const lead = await personAt(browser, server.address);
  await lead.goto(server.door('strategic lead'));
  await lead.goto('/programmes');
  await lead
    .getByRole('link', { name: /Best Start Family Hubs/ })
    .first()
    .click();
  await lead.goto(`${new URL(lead.url()).pathname}/needs${page}`);
  return lead;
}

describe('a family at the survey', () => {
  test('gets at most 30 KB in all, and no script, at the door and at the first question', async () => {
    for (const url of [address, `${address}/q/childrenAges`]) {
      const html = await (await fetch(url)).text();
      expect(await weightOf(url, html), url).toBeLessThanOrEqual(30);
      expect(html, url).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
      const policy = (await fetch(url)).headers.get('content-security-policy');
      expect(policy).toContain("script-src 'none'");
    }
  });

  test('answers on a phone without JavaScript, with errors, a way back and a receipt', async () => {
    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    const page = await personAt(browser, server.address, phone);
    const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(address);
    await page.getByRole('button', { name: 'Start now' }).click();
    expect(await page.title()).toBe(
      'How old are the children you look after? – What would help your family? – Wexcombe Borough Council',
    );
    await goOn();
    expect(await page.title()).toMatch(/^Error: How old are/);
    await page.getByRole('link', { name: /^Select how old your children are/ }).click();
    expect(page.url()).toMatch(/#childrenAges$/);
    await page.getByLabel('1 to 2').check();
    await goOn();
    await page.getByRole('link', { name: 'Back' }).click();
    expect(await page.getByLabel('1 to 2').isChecked()).toBe(true);
    await goOn();

    const answers: Record<string, () => Promise<void>> = {
      hubUse: () => page.getByLabel('No, I had not heard of family hubs').check(),
      barriers: () => page.getByLabel('It is hard to get there').check(),
      support: () => page.getByLabel('Meeting other parents').check(),
      oneThing: () => page.getByRole('textbox', { name: /one thing/ }).fill('A bus on Sundays.'),
      quoteAllowed: () => page.getByLabel('Yes, you may publish my words').check(),
      relationship: () => page.getByLabel('Father', { exact: true }).check(),
    };
    const seen: string[] = [];
    while (!page.url().endsWith('/check')) {
      const name = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      seen.push(name);
      expect(seen.length, seen.join(' ')).toBeLessThan(40);
      await answers[name]?.();
      await goOn();
    }
    expect(seen).toContain('transportProblem');
    expect(seen).not.toContain('satisfaction');
    await page.getByText('A bus on Sundays.').waitFor();
    await page.getByRole('button', { name: 'Send my answers' }).click();
    const receipt = await page.locator('.govuk-panel__body strong').textContent();
    expect(receipt).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    await page.reload();
    expect(await page.locator('.govuk-panel__body strong').textContent()).toBe(receipt);
    await page.goBack();
    expect(page.url()).not.toMatch(/check$/);
  });

  test('meets nothing that axe finds, nor has to scroll sideways, errors showing included', async () => {
    const page = await personAt(browser, server.address, { viewport: { width: 360, height: 740 } });
    const look = async () => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    await page.goto(address);
    await look();
    await page.getByRole('button', { name: 'Start now' }).click();
    await look();
    await page.getByRole('button', { name: 'Continue' }).click();
    await look();
    await page.getByLabel('Under 1').check();
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await look();
    const needed: Record<string, string> = {
      hubUse: 'Yes, once',
      satisfaction: 'Good',
      barriers: 'Something else',
      support: 'We do not need help right now',
    };
    await page.getByRole('button', { name: 'Carry on now' }).click();
    while (!page.url().endsWith('/check')) {
      const name = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await look();
      if (needed[name]) await page.getByLabel(needed[name], { exact: true }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      if (name === 'barriers') {
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
        await look();
        await page.getByLabel('In your own words').fill('The hill');
        await page.getByRole('button', { name: 'Continue' }).click();
      }
    }
    await look();
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await look();
    await page.goto(address.replace(/[^/]+$/, 'nosuch'));
    await page.getByRole('heading', { name: 'We cannot find this survey' }).waitFor();
    await look();
  });
});

describe('the lead', () => {
  test('starts a survey, reads what is wrong, previews it in SurveyJS and opens it', async () => {
    const lead = await leadAt('/surveys');
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Start a survey' }).click();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: /After an event/ }).click();
    await lead.getByLabel('Title').fill('How was the panel’s first meeting?');
    await lead.getByRole('button', { name: 'Save the draft' }).click();
    await lead.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expectAccessible(lead);
    expect(await lead.getByLabel('Title').inputValue()).toBe('How was the panel’s first meeting?');
    await lead.getByLabel('Answers are deleted after').fill('2099-01-31');
    await lead.getByLabel(/^Public task/).check();
    await lead.getByRole('button', { name: 'Save the draft' }).click();
    await lead.getByText('Nobody can answer yet.').waitFor();
    await lead.getByRole('link', { name: 'change the questions' }).first().click();
    await lead.getByRole('link', { name: 'See it in SurveyJS' }).click();
    await lead.getByText('How useful was today for you?').waitFor();
    await lead.goBack();
    await lead.getByRole('link', { name: 'Check and publish' }).click();
    await expectAccessible(lead);
    const accept = lead.getByLabel(/publish it as it is/);
    if ((await accept.count()) > 0) await accept.check();
    await lead.getByRole('button', { name: 'Publish and open the survey' }).click();
    await lead.getByText('Version 1 is published and the survey is open.').waitFor();
    await expectAccessible(lead);
    await lead.getByRole('link', { name: 'Poster with a QR code' }).click();
    await lead.getByRole('img', { name: /^QR code that leads to/ }).waitFor();
    await expectAccessible(lead);
  });

  test('brings a file of answers in after seeing what each line becomes', async () => {
    const lead = await leadAt('/surveys');
    await lead.getByRole('link', { name: 'What would help your family?' }).click();
    const before = await lead.getByText(/answers? so far/).textContent();
    await lead.getByRole('link', { name: 'Bring answers in from a file' }).click();
    await expectAccessible(lead);
    const file = (text: string) => ({
      name: 'paper.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    const head = 'Name,Date,hubUse,How old are you?\nAnn,27/03/2026,knew,';
    await lead.getByLabel('File of answers').setInputFiles(file(`${head}Old`));
    await lead.getByRole('button', { name: 'Read the file' }).click();
    await lead.getByText('It holds people’s names.').waitFor();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Check the rows' }).click();
    await lead.getByText(/“Old” is not an answer to “How old are you\?”/).waitFor();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Back to the columns' }).click();
    await lead.getByLabel('What “How old are you?” becomes').selectOption('nothing');
    await lead.getByRole('button', { name: 'Check the rows' }).click();
    await lead.getByRole('button', { name: 'Bring in 1 answer' }).click();
    await lead.getByText('1 answer came in').waitFor();
    await expectAccessible(lead);
    await lead.getByRole('link', { name: 'Go to the survey' }).click();
    expect(await lead.getByText(/answers? so far/).textContent()).not.toBe(before);
    await expectAccessible(lead);
  });
});
