import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import { look, lookerWithoutScript, type Look } from './looking.ts';
import { openBrowser, personAt, startServer, weightOf, type Running } from './running.ts';

// The year of a panel: a father comes forward, is drawn and invited, comes to his first meeting, walks
// through the theory, votes, and reads what became of what he said; the return counts him.

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const DESK = { viewport: { width: 1280, height: 900 } };

const FATHER = 'Yusuf Rahman-Featherstonehaugh';
const SAID =
  'My wife works nights, so I bring the twins. At ten there is nobody who looks like me.';
const ALOUD = 'Twins take up the whole hall, says whoever is at the door. He never smiles at us.';
const CALL = 'Two more people for the panel';
const MEETING = 'The first Saturday';
const THEME = 'Somebody there who looks like me';
const DECIDED = 'A father from the panel welcomes people on the first Saturday of each month';
const ANSWER = 'a father from the panel is at the door on the first Saturday of each month';

let server: Running;
let browser: Browser;
/** Nothing that axe finds, nothing to scroll sideways; small, and without script. */
let lookOnPhone: Look;
let tom: Page;
let yusuf: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const lookWithoutScript = await lookerWithoutScript(browser, server.address);
  lookOnPhone = async (page) => {
    await lookWithoutScript(page);
    const html = await page.content();
    expect(html, page.url()).not.toMatch(/<script/);
    expect(await weightOf(page.url(), html), page.url()).toBeLessThanOrEqual(30);
  };
  tom = await personAt(browser, server.address, DESK);
  await tom.goto(server.door('panel facilitator'));
  yusuf = await personAt(browser, server.address, PHONE);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Presses or follows something, and waits for the page that comes of it. */
async function onward(page: Page, by: ReturnType<Page['locator']>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), by.first().click()]);
}
const press = (page: Page, name: string | RegExp) =>
  onward(page, page.getByRole('button', { name }));
const follow = (page: Page, name: string | RegExp) =>
  onward(page, page.getByRole('link', { name, exact: typeof name === 'string' }));
const fill = (page: Page, label: string | RegExp, words: string) =>
  page.getByLabel(label, { exact: typeof label === 'string' }).fill(words);
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The panel's own page. */
const panelHome = () => follow(tom, 'Panel');

/** Opens a message in the outbox, by whom it goes to and what it is. */
const messageTo = (name: string, kind: string) =>
  onward(tom, tom.getByRole('row').filter({ hasText: name }).getByRole('link', { name: kind }));

/** The address of a link that a message on the page holds, by its first part. */
async function linkIn(page: Page, part: string): Promise<string> {
  const words = await page.getByRole('main').innerText();
  const link = new RegExp(`https?://\\S*/${part}/\\S+`).exec(words)?.[0] ?? 'missing:';
  return new URL(link).pathname;
}

/** A figure of this quarter's return, by the words of its row. */
async function figure(row: string): Promise<number> {
  await panelHome();
  await follow(tom, 'Participation return');
  await onward(tom, tom.getByRole('table').getByRole('link'));
  const cells = await tom.getByRole('row', { name: row }).getByRole('cell').allInnerTexts();
  return Number(cells.find((words) => /^\d+$/.test(words.trim())));
}

describe('the year of a panel', () => {
  let meetingsBefore: number;
  let menBefore: number;

  test('a father comes forward by the open call, on a phone without script', async () => {
    meetingsBefore = await figure('Panel meetings in the quarter');
    menBefore = await figure('Sex: Male');
    await panelHome();
    await follow(tom, 'Open calls');
    await press(tom, 'Open a call');
    await fill(tom, 'Title', CALL);
    await fill(
      tom,
      'What being on the panel means',
      'We meet every six weeks in the evening. We pay for childcare and the bus. The panel helps to decide when and where hubs open.',
    );
    await fill(tom, 'How many people do you want?', '2');
    await fill(tom, 'Last day to say that one is interested', inDays(14));
    await fill(tom, 'Delete those who were not chosen after', inDays(60));
    await press(tom, 'Open the call');
    // Whoever comes forward may be drawn: no quota is set.
    await follow(tom, CALL);
    const address = await tom.getByRole('link', { name: /\/join\// }).innerText();

    await yusuf.goto(new URL(address).pathname);
    await press(yusuf, 'I would like to be on the panel');
    expect(await yusuf.getByRole('alert').innerText()).toContain('Enter');
    await lookOnPhone(yusuf);
    await fill(yusuf, 'Your name', FATHER);
    await fill(yusuf, 'E-mail address', 'yusuf@example.org');
    await yusuf.getByLabel('You look after children as').selectOption('Father');
    await yusuf.getByLabel('Your sex').selectOption('Male');
    await press(yusuf, 'I would like to be on the panel');
    expect(await heading(yusuf)).toBe('Thank you for coming forward');
    await lookOnPhone(yusuf);

    // A grandmother says so on paper.
    await follow(tom, 'Type somebody who came forward on paper');
    await fill(tom, 'Your name', 'Dorothy Osei');
    await fill(tom, 'Telephone number', '020 7946 0958');
    await tom.getByLabel('You look after children as').selectOption('Grandparent');
    await press(tom, 'Keep');
  });

  test('is drawn by lot, invited, and says yes by a link of his own', async () => {
    await panelHome();
    await follow(tom, 'Open calls');
    await follow(tom, CALL);
    await press(tom, 'See the chances and draw');
    await press(tom, 'Draw the panel');
    await press(tom, 'Invite 2 people');
    await look(tom);
    await panelHome();
    await follow(tom, 'Messages');
    await messageTo(FATHER, 'Invitation to join the panel');
    await press(tom, 'Show it with its link');
    await yusuf.goto(await linkIn(tom, 'invitation'));
    await yusuf.getByLabel('Yes, I would like to join').check();
    await press(yusuf, 'Send my answer');
    await lookOnPhone(yusuf);
    await yusuf.goto(`/m/${'x'.repeat(43)}`);
    await lookOnPhone(yusuf);
    await press(yusuf, 'Send me a new link');
    expect(await yusuf.getByRole('alert').innerText()).toContain('Enter');
    await lookOnPhone(yusuf);
    await yusuf.getByRole('textbox').fill('nobody@example.org');
    await press(yusuf, 'Send me a new link');
    expect(await heading(yusuf)).toBe('Look for a message from us');
    await lookOnPhone(yusuf);
    await panelHome();
    await follow(tom, 'Messages');
    await messageTo(FATHER, 'Welcome to the panel');
    await press(tom, 'Show it with its link');
    await yusuf.goto(await linkIn(tom, 'm'));
    await press(yusuf, 'Continue');
    expect(await heading(yusuf)).toContain('Yusuf');
    await lookOnPhone(yusuf);
  });

  test('comes to his first meeting: what he says, what is decided, the minutes', async () => {
    await panelHome();
    await follow(tom, 'Meetings');
    await press(tom, 'Plan a meeting');
    await fill(tom, 'Title', MEETING);
    await fill(tom, 'Day', inDays(0));
    await fill(tom, 'From', '00:00');
    await fill(tom, 'To', '00:05');
    await tom.getByLabel('Yes: I write it down now').check();
    await tom.getByLabel('In person', { exact: true }).check();
    await fill(tom, 'Place (optional)', 'Canal Quarter hub');
    await press(tom, 'Save the meeting');
    await follow(tom, 'Agenda and papers');
    await fill(tom, 'What it is about', 'Who is at the door');
    await fill(tom, 'Minutes', '20');
    await press(tom, 'Add to the agenda');
    await follow(tom, MEETING);
    await follow(tom, 'Who was there');
    await tom.getByLabel(`How ${FATHER} took part`).selectOption('In the room');
    await press(tom, 'Save who was there');
    await follow(tom, MEETING);
    await follow(tom, 'Notes, decisions, actions');
    await tom.getByText('What somebody said', { exact: true }).click();
    await fill(tom, 'What was said', ALOUD);
    await tom.getByLabel('Who said it').selectOption('A parent or carer');
    await press(tom, 'Add the comment');
    await tom.getByText('A decision', { exact: true }).click();
    await fill(tom, 'What was decided', DECIDED);
    await fill(tom, 'Why (optional)', 'He said so, and others nodded');
    await fill(tom, 'For', '9');
    await fill(tom, 'Against', '0');
    await press(tom, 'Record the decision');
    await tom.getByText('An action', { exact: true }).click();
    await fill(tom, 'What will be done', 'Ask the fathers who would like to');
    await fill(tom, 'Who does it', 'Tom Okafor');
    await fill(tom, 'By when', inDays(21));
    await press(tom, 'Record the action');
    await look(tom);
    await press(tom, 'Read the minutes that this makes');
    expect(await tom.getByRole('main').innerText()).toContain(DECIDED);
    expect(await tom.getByRole('main').innerText()).not.toContain(FATHER);
    await look(tom);
  });

  test('walks through the theory on his phone, and changes his mind in a ballot', async () => {
    await follow(tom, /^Theory of change/);
    await follow(tom, 'Walks with the panel');
    await press(tom, 'Draft a walk');
    await tom.getByLabel('Some outcomes, with everything that leads to them').check();
    await tom.getByLabel('Fathers take part in their child’s early learning').check();
    await fill(tom, 'Title', 'Will this bring fathers in?');
    await fill(tom, 'Why you ask, and what can still change', 'The plan is not written yet.');
    await tom.getByLabel('Engagement', { exact: false }).first().check();
    await press(tom, 'Put it in plain words');
    await press(tom, 'Open it to the panel');
    await fill(tom, 'Closes at the end of', inDays(14));
    await press(tom, 'Open the consultation');

    await panelHome();
    await press(tom, 'Draft a consultation');
    await fill(tom, 'Title', 'Which morning for fathers?');
    await fill(tom, 'Why you ask, and what can still change', 'The hub can open on one of them.');
    await tom.getByLabel('Ballot').check();
    await tom.getByLabel('Engagement', { exact: false }).first().check();
    await press(tom, 'Save and add what people are asked');
    await press(tom, 'Add a choice');
    await fill(tom, 'What are they to choose between?', 'Which morning should it be?');
    await fill(tom, 'Options', 'Saturday\nSunday');
    await press(tom, /^Save the /);
    await follow(tom, 'Which morning for fathers?');
    await fill(tom, 'Closes at the end of', inDays(14));
    await press(tom, 'Open the consultation');

    await yusuf.goto('/panel');
    await follow(yusuf, 'Will this bring fathers in?');
    await press(yusuf, 'Start');
    await press(yusuf, 'Save and continue');
    await lookOnPhone(yusuf);
    await fill(yusuf, 'What would stop it from happening? (optional)', SAID);
    for (;;) {
      const agree = yusuf.getByLabel('Agree', { exact: true });
      if ((await agree.count()) === 0) break;
      await agree.check();
      await press(yusuf, 'Save and continue');
    }
    await lookOnPhone(yusuf);
    await yusuf.goto('/panel');
    await follow(yusuf, 'Which morning for fathers?');
    await press(yusuf, 'Start');
    await yusuf.getByLabel('Sunday').check();
    await press(yusuf, 'Save and continue');
    await follow(yusuf, /^Change/);
    await yusuf.getByLabel('Saturday').check();
    await press(yusuf, 'Save and continue');
    expect(await yusuf.getByRole('main').innerText()).toContain('Saturday');
    await tom.reload();
    const counted = await tom.getByRole('main').innerText();
    expect(counted).toContain('1 person has answered');
    expect(counted).toMatch(/Saturday\s+1 \(100%\)/);
  });

  test('reads on his own page what became of what he said', async () => {
    await panelHome();
    await follow(tom, 'Themes');
    await press(tom, 'Name a theme');
    await fill(tom, 'Name', THEME);
    await fill(tom, 'What belongs here, and what does not', 'Seeing oneself in who is there.');
    await press(tom, 'Save and gather comments');
    await fill(tom, 'With the words', 'twins');
    await press(tom, 'Find comments');
    await tom.getByLabel(SAID).check();
    await tom.getByLabel(ALOUD).check();
    await press(tom, 'Gather those ticked');
    await follow(tom, /^Back to families/);
    await follow(tom, `Write an answer to “${THEME}”`);
    await fill(tom, 'You said', 'There is nobody here who looks like me');
    await tom.getByLabel('We will').check();
    await fill(tom, 'What we did, will do, cannot do, or are thinking about', ANSWER);
    await fill(tom, 'Because', 'the panel decided it');
    await fill(tom, 'Who does it', 'Tom Okafor');
    await fill(tom, 'Done by, or heard by', inDays(40));
    await press(tom, 'Publish to families');

    await yusuf.goto('/panel/answers');
    const became = await yusuf.getByRole('main').innerText();
    expect(became).toContain(SAID);
    expect(became).toContain(ANSWER);
    expect(became).toContain(MEETING);
    expect(became).not.toContain(ALOUD);
    await lookOnPhone(yusuf);
    await follow(yusuf, 'Everything that families said, and what became of it');
    const open = await yusuf.getByRole('main').innerText();
    expect(open).toContain(ANSWER);
    expect(open).not.toContain(SAID);
    await lookOnPhone(yusuf);
  });

  test('and the return counts him and the meeting', async () => {
    await follow(tom, /^Panel/);
    expect(await figure('Panel meetings in the quarter')).toBe(meetingsBefore + 1);
    expect(await figure('Sex: Male')).toBe(menBefore + 1);
    await look(tom);
  });
});
