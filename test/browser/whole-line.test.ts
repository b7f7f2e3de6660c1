import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, lookerWithoutScript, type Look } from './looking.ts';
import { openBrowser, personAt, startServer, type Running } from './running.ts';

// One story: what a father writes on his phone becomes a theme, a need, a theory and a line of the
// plan; a panel member votes; a commissioner takes the document away and finds his words' row.

const PHONE = { viewport: { width: 360, height: 740 } };
const WITHOUT_SCRIPT = { ...PHONE, javaScriptEnabled: false };
const DESK = { viewport: { width: 1280, height: 900 } };

const SENTENCE = 'A warm room with the lights on when my night shift ends would change our week.';
const COMMENT = `${SENTENCE} ہفتے کے دن بھی کھولیں <script>alert("run")</script>`;
const THEME = 'Open when the night shift ends';
const NEED = 'Parents who work nights have somewhere warm to go with a baby in the early morning';
const ACTIVITY = 'Open one hub from six in the morning twice a week';
const OUTPUT = 'Early mornings that a hub was open';
const WHY_ACTIVITY = 'parents who finish at six come past on their way home';
const WHY_OUTPUT = 'the doors are open only when somebody is paid to open them';
const REQUIREMENT = 'BSFH-DEF-01';

let server: Running;
let browser: Browser;
let lookWithoutScript: Look;
/** What went wrong in a window without anybody seeing it. */
const unseen: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  lookWithoutScript = await lookerWithoutScript(browser, server.address);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

type Screen = Parameters<typeof personAt>[2];

async function somebody(screen: Screen, as?: Parameters<Running['door']>[0]): Promise<Page> {
  const page = await personAt(browser, server.address, screen);
  page.on('dialog', (dialog) => {
    unseen.push(`dialog at ${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => unseen.push(`${page.url()}: ${error.message}`));
  if (as) await page.goto(server.door(as));
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
/** How many things a member's own page says are waiting for them. */
const thingsToAnswer = async (page: Page) =>
  Number(/(\d+) things? for you/.exec(await main(page))?.[1] ?? 0);
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const main = (page: Page) => page.getByRole('main').innerText();

describe('the whole line, as four people', () => {
  let survey = '';

  test('the lead finds the address for families on the page of the survey', async () => {
    const priya = await somebody(DESK, 'strategic lead');
    await look(priya);
    await follow(priya, 'Needs');
    await look(priya);
    await follow(priya, 'What would help your family?');
    await look(priya);
    const address = priya.getByRole('link', { name: /\/s\/[a-z0-9]{6}$/ });
    survey = new URL((await address.getAttribute('href')) ?? '', server.address).pathname;
    expect(survey).toMatch(/^\/s\/[a-z0-9]{6}$/);
    await priya.context().close();
  });

  test('a parent answers on a phone without script, and counts once however often he sends', async () => {
    const parent = await somebody(WITHOUT_SCRIPT);
    await parent.goto(survey);
    await lookWithoutScript(parent);
    await press(parent, 'Start now');

    await press(parent, 'Continue');
    expect(await parent.title()).toMatch(/^Error: /);
    await lookWithoutScript(parent);
    await follow(parent, 'Select how old your children are, or that you have none yet');
    await answerAll(parent);

    expect(await heading(parent)).toBe('Check your answers');
    expect(await main(parent)).toContain(COMMENT);
    await lookWithoutScript(parent);

    const again = await parent.context().newPage();
    await again.goto(parent.url());
    await press(parent, 'Send my answers');
    const reference = await referenceOn(parent);
    await lookWithoutScript(parent);
    await press(again, 'Send my answers');
    expect(await referenceOn(again)).toBe(reference);
    await parent.reload();
    expect(await referenceOn(parent)).toBe(reference);
    await parent.goBack();
    expect(await heading(parent)).not.toBe('Check your answers');
    await parent.context().close();
  });

  /** What the parent ticks; whatever else is asked is left out, if it may be. */
  const ticked: readonly [question: RegExp, answer: string][] = [
    [/^How old are the children/, '1 to 2'],
    [/has your family used a family hub/, 'No, but I knew about family hubs'],
    [/^What makes it hard/, 'It is not open when I can go'],
    [/^What would help your family most/, 'Something for dads and male carers'],
    [/^May we publish/, 'Yes, you may publish my words'],
    [/^Who are you in your family/, 'Father'],
  ];

  async function answerAll(parent: Page): Promise<void> {
    const asked: string[] = [];
    while ((await heading(parent)) !== 'Check your answers') {
      const question = await heading(parent);
      asked.push(question);
      await lookWithoutScript(parent);
      const tick = ticked.find(([about]) => about.test(question));
      if (tick) await parent.getByLabel(tick[1], { exact: true }).check();
      if (question.startsWith('What is the one thing')) await write(parent);
      await press(parent, 'Continue');
      expect(await parent.title(), question).not.toMatch(/^Error/);
    }
    for (const [question] of ticked) expect(asked.some((one) => question.test(one))).toBe(true);
  }

  /** Writes, goes on, goes back: the words are still there. */
  async function write(parent: Page): Promise<void> {
    const box = parent.getByLabel(/^What is the one thing/);
    await box.fill(COMMENT);
    await press(parent, 'Continue');
    await follow(parent, 'Back');
    expect(await box.inputValue()).toBe(COMMENT);
  }

  async function referenceOn(page: Page): Promise<string> {
    expect(await heading(page)).toBe('Thank you. Your answers have arrived');
    return /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await main(page))?.[0] ?? 'no reference';
  }

  test('the facilitator gathers the comment into a new theme, and the theme becomes a need', async () => {
    const tom = await somebody(PHONE, 'panel facilitator');
    await follow(tom, 'Panel');
    await look(tom);
    await follow(tom, 'All themes');
    await look(tom);
    await press(tom, 'Name a theme');
    await press(tom, 'Save and gather comments');
    await look(tom);
    await tom.getByLabel('Name').fill(THEME);
    await tom.getByLabel('What belongs here, and what does not').fill('Hours for shift workers.');
    await press(tom, 'Save and gather comments');
    await tom.getByLabel('With the words').fill('night shift');
    await press(tom, 'Find comments');
    await press(tom, 'Gather those ticked');
    await look(tom);
    await tom.getByRole('checkbox', { name: COMMENT }).check();
    await press(tom, 'Gather those ticked');
    await follow(tom, 'See what is gathered here');
    expect(await heading(tom)).toBe(THEME);
    expect(await main(tom)).toContain(COMMENT);
    await look(tom);

    await press(tom, 'Make it evidence of a need');
    await look(tom);
    await tom.getByLabel('What is needed').fill('');
    await press(tom, 'Save this need');
    await look(tom);
    await tom.getByLabel('What is needed').fill(NEED);
    await press(tom, 'Save this need');
    expect(await heading(tom)).toBe(NEED);
    expect(await main(tom)).toContain(THEME);
    await look(tom);
    await tom.context().close();
  });

  test('the lead puts the need and an activity into the theory without script', async () => {
    const priya = await somebody(WITHOUT_SCRIPT, 'strategic lead');
    await follow(priya, 'Theory of change');
    await lookWithoutScript(priya);
    await follow(priya, 'Outline');
    await lookWithoutScript(priya);
    await press(priya, new RegExp(`^Put this need in.*${NEED}$`));
    await priya.getByRole('link', { name: NEED, exact: true }).first().waitFor();
    await lookWithoutScript(priya);

    await follow(priya, 'Add an activity');
    await press(priya, 'Add it');
    await lookWithoutScript(priya);
    await priya.getByLabel('What the box says').fill(ACTIVITY);
    await priya
      .getByLabel(/^What does it lead to, or which need/)
      .selectOption({ label: `Need: ${NEED}` });
    await priya.getByLabel(/^Why\?/).fill(WHY_ACTIVITY);
    await press(priya, 'Add it');
    await lookWithoutScript(priya);
    await follow(priya, ACTIVITY);
    expect(await main(priya)).toContain(WHY_ACTIVITY);
    await lookWithoutScript(priya);
    await priya.context().close();
  });

  test('and an output on the canvas, with the keyboard alone', async () => {
    const priya = await somebody(DESK, 'strategic lead');
    await follow(priya, 'Theory of change');
    const says = priya.getByRole('textbox', { name: 'What the new box says' });
    await priya.getByLabel('Add', { exact: true }).focus();
    await priya.keyboard.type('Output');
    await says.focus();
    await priya.keyboard.type(OUTPUT);
    await priya.keyboard.press('Enter');
    await look(priya);

    await priya.getByLabel(`Activity: ${ACTIVITY}`, { exact: true }).focus();
    await priya.keyboard.press('c');
    await priya.keyboard.press('ArrowRight');
    const at = () => priya.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    for (let more = 20; more > 0 && (await at()) !== `Output: ${OUTPUT}`; more -= 1) {
      await priya.keyboard.press('ArrowDown');
    }
    await priya.keyboard.press('Enter');
    await expect.poll(() => priya.evaluate(() => document.activeElement?.id)).toBe('link-reason');
    await priya.keyboard.type(WHY_OUTPUT);
    await priya
      .getByRole('status')
      .filter({ hasText: /^(All saved|Saved )/ })
      .waitFor();
    await look(priya);

    await follow(priya, 'Outline');
    expect(await main(priya)).toContain(WHY_OUTPUT);
    await priya.context().close();
  });

  test('the activity becomes a line of the plan with an owner, days, money and a requirement', async () => {
    const priya = await somebody(PHONE, 'strategic lead');
    await follow(priya, 'Delivery plan');
    await look(priya);
    await press(priya, /^Make (a plan line|plan lines) from/);
    await look(priya);
    await follow(priya, ACTIVITY);
    await look(priya);
    await priya.getByLabel('Starts').fill('2026-09-01');
    await priya.getByLabel('Ends').fill('2026-04-01');
    await priya.getByLabel('Cost').fill('twelve');
    await press(priya, 'Save the line');
    expect(await priya.title()).toMatch(/^Error: /);
    await look(priya);
    expect(await priya.getByLabel('Cost').inputValue()).toBe('twelve');
    await priya.getByLabel('Owner').fill('Head of family hubs');
    await priya.getByLabel('Ends').fill('2027-03-31');
    await priya.getByLabel('Step 1, row 1').fill('Harbour hub open from six');
    await priya.getByLabel('Kind, row 1').selectOption('Milestone');
    await priya.getByLabel('Due, row 1').fill('2026-10-01');
    await priya.getByLabel('Cost').fill('12,500');
    await priya.getByText(/^What counts as a Best Start Family Hub \(/).click();
    await priya.getByRole('checkbox', { name: new RegExp(`^${REQUIREMENT} `) }).check();
    await press(priya, 'Save the line');
    await look(priya);
    await priya.context().close();
  });

  test('a member of the panel votes without script, and thinks again', async () => {
    const leanne = await somebody(WITHOUT_SCRIPT, 'parent on the panel');
    await lookWithoutScript(leanne);
    expect(await heading(leanne)).toBe('Hello Leanne.');
    const waiting = await thingsToAnswer(leanne);
    await leanne.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await lookWithoutScript(leanne);
    await press(leanne, /^(Start|Carry on)$/);
    await press(leanne, 'Save and continue');
    await lookWithoutScript(leanne);
    for (let left = 20; left > 0 && (await heading(leanne)) !== 'Thank you'; left -= 1) {
      await leanne.getByLabel('Agree', { exact: true }).check();
      await press(leanne, 'Save and continue');
    }
    expect(await heading(leanne)).toBe('Thank you');
    await lookWithoutScript(leanne);

    await follow(leanne, /^Change your answer to/);
    await leanne.getByLabel('Disagree', { exact: true }).check();
    await leanne.getByLabel(/^Why\?/).fill('I thought about the walk home.');
    await press(leanne, 'Save and continue');
    expect(await main(leanne)).toMatch(/Disagree\s+I thought about the walk home\./);
    await follow(leanne, 'Back to your page');
    expect(await thingsToAnswer(leanne)).toBe(waiting - 1);
    await leanne.context().close();
  });

  test('the commissioner follows the thread from the requirement down to what was written', async () => {
    const grace = await somebody(DESK, 'commissioner');
    await follow(grace, 'Delivery plan');
    await look(grace);
    await follow(grace, 'Coverage of guidance');
    await look(grace);
    await follow(grace, REQUIREMENT);
    await look(grace);
    await follow(grace, ACTIVITY);
    await look(grace);
    await follow(grace, 'What it rests on and what came of it');
    const thread = await main(grace);
    for (const words of [ACTIVITY, WHY_ACTIVITY, NEED, THEME]) expect(thread).toContain(words);
    await look(grace);
    await follow(grace, THEME);
    expect(await heading(grace)).toBe(THEME);
    await look(grace);
    await grace.context().close();
  });

  test('and takes the plan away as a document in which all of it stands on one row', async () => {
    const grace = await somebody(DESK, 'commissioner');
    await follow(grace, 'Delivery plan');
    await follow(grace, 'Documents');
    await look(grace);
    await follow(grace, 'What each file of the delivery plan is for, and what it says is missing');
    await look(grace);
    const [download] = await Promise.all([
      grace.waitForEvent('download'),
      press(grace, 'Download the Word document'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.docx$/);
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const document = (await zip.file('word/document.xml')?.async('string')) ?? '';

    const rows = document.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [];
    const row = rows.map(textOf).filter((text) => text.includes(THEME));
    const whole = row.filter((text) => [NEED, ACTIVITY].every((words) => text.includes(words)));
    // Once in the table of evidence, and once in the appendix that follows each line back.
    expect(whole).toHaveLength(2);
    for (const text of whole) expect(text).toContain(REQUIREMENT);

    const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect(table).toContain('<w:tblHeader');
    const described = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)];
    expect(described.map(([, words]) => words).join()).toContain('Theory of change');
    expect(described.length).toBe((document.match(/<wp:docPr /g) ?? []).length);
    await grace.context().close();
  });

  test('the plan is put up, signed off by somebody else, and known by its seal to anybody', async () => {
    const priya = await somebody(DESK, 'strategic lead');
    await follow(priya, 'Delivery plan');
    await follow(priya, 'Is it ready?');
    await look(priya);
    await priya.getByRole('button', { name: 'Put up for sign-off' }).click();
    await priya.getByLabel('What is this version for?').waitFor();
    await look(priya);
    await priya.getByLabel('What is this version for?').fill('For the cabinet');
    await press(priya, 'Freeze this version and put it up');
    await priya.getByText('You put this version up').waitFor();
    await priya.context().close();

    const grace = await somebody(DESK, 'commissioner');
    await follow(grace, 'Delivery plan');
    await follow(grace, 'Is it ready?');
    await look(grace);
    await follow(grace, 'Version 2: For the cabinet');
    await look(grace);
    await press(grace, 'Send it back');
    await grace.getByRole('link', { name: 'Say what has to change' }).waitFor();
    await grace.getByLabel('Conditions').fill('Back to us in the autumn.');
    await press(grace, 'Approve this version');
    await grace.getByText('On these conditions: Back to us in the autumn.').waitFor();
    const seal = /Seal: ((?:[0-9a-f]{4} ){7}[0-9a-f]{4})/.exec(await main(grace))?.[1] ?? '';
    const [download] = await Promise.all([
      grace.waitForEvent('download'),
      press(grace, 'Word document'),
    ]);
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const words = textOf((await zip.file('word/document.xml')?.async('string')) ?? '');
    for (const said of [seal, ACTIVITY, 'Back to us in the autumn.']) expect(words).toContain(said);
    await grace.context().close();

    const anybody = await somebody(WITHOUT_SCRIPT);
    await anybody.goto('/verify');
    await anybody.getByLabel('The seal on the cover').fill(seal);
    await press(anybody, 'Check it');
    await anybody.getByText('This seal is of an approved plan').waitFor();
    await lookWithoutScript(anybody);
    await anybody.context().close();
  });

  test('nothing ran that was written into a field, and no page broke unseen', () => {
    expect(unseen).toEqual([]);
  });
});

/** The words of a piece of a document. */
function textOf(xml: string): string {
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '');
  return words
    .join('')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
