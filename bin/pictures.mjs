// npm run pictures: takes the README's pictures from the running demonstration.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { installWhatIsMissing, project } from './installed.mjs';

installWhatIsMissing();

/** The demonstration's survey of families, by its title. */
const FAMILIES = 'What would help your family?';
const { chromium } = await import('playwright-core');

const child = spawn(process.execPath, [path.join(project, 'bin', 'start.mjs')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'error',
    THROUGHLINE_DATA: mkdtempSync(path.join(tmpdir(), 'throughline-pictures-')),
  },
});
const doors = await new Promise((resolve) => {
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
    if (/commissioner .*\n/.test(printed)) resolve(printed);
  });
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

try {
  const lead = await signedIn('strategic lead', { width: 1280, height: 900 });
  const home = new URL(lead.url()).pathname;
  await take(lead, 'home', home);
  const survey = await linkOn(
    lead,
    `${home}/needs/surveys`,
    /\/surveys\/(?!new)[^/]+$/,
    '',
    FAMILIES,
  );
  await take(lead, 'missing', `${survey}/missing`);
  await take(lead, 'crosstab', `${survey}/compare?row=barriers&by=hubUse`, 'main table');
  await take(lead, 'map', `${home}/needs/map`);
  await take(
    lead,
    'panel',
    await linkOn(lead, `${home}/panel/consultations`, /\/consultations\/(?!new)[^/]+$/),
  );
  await take(lead, 'panel-home', `${home}/panel`);
  await take(lead, 'walk', await linkOn(lead, `${home}/theory/walks`, /\/walks\/(?!new)[^/]+$/));
  await take(lead, 'theory', `${home}/theory`);
  const measures = `${home}/theory/measures`;
  await take(lead, 'measure', await linkOn(lead, measures, /\/measures\/[0-9a-f-]{36}$/));
  await lead.goto(new URL(`${home}/theory/what-if`, lead.url()).href);
  const activity = lead.locator('select[name=box] option[value]:not([value=""])').first();
  const box = await activity.getAttribute('value');
  await take(lead, 'what-if', `${home}/theory/what-if?box=${box}`);
  await take(lead, 'plan', `${home}/plan`);
  await take(lead, 'calendar', `${home}/plan/timeline`);
  await take(lead, 'money', `${home}/plan/money`);
  await take(lead, 'outcomes', `${home}/plan/outcomes/board`);
  await take(lead, 'coverage', `${home}/plan/coverage`);
  await take(lead, 'ready', `${home}/plan/readiness`);
  await take(lead, 'sign-off', `${home}/plan/sign-off`);
  const line = await linkOn(lead, `${home}/plan`, /\/plan\/lines\/(?!new)[^/]+$/);
  await take(lead, 'thread', `${home}/thread/plan-line/${line.split('/').at(-1)}`);
  await take(lead, 'you-said', home.replace('/programmes/', '/you-said/'));
  const respond = await linkOn(lead, survey, /\/s\/[^/]+$/);
  await answering(respond);
} finally {
  await browser.close();
  child.kill();
}

async function signedIn(as, viewport) {
  const door = doors
    .split('\n')
    .find((row) => row.includes(`, ${as} `))
    .trim()
    .split(/\s+/)
    .at(-1);
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(door);
  return page;
}

/** A picture of the window, from the top or from the first thing that `from` selects. */
async function take(page, name, where, from = '') {
  await page.goto(new URL(where, page.url()).href, { waitUntil: 'networkidle' });
  if (from)
    await page
      .locator(from)
      .first()
      .evaluate((one) => one.scrollIntoView());
  await page.screenshot({ path: path.join(project, 'docs', 'pictures', `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

/** The first link on a page whose path fits (and whose words, if any are asked), with something behind it. */
async function linkOn(page, where, fits, more = '', words = '') {
  await page.goto(new URL(where, page.url()).href);
  const links = await page.$$eval('a[href]', (all) =>
    all.map((one) => ({ path: new URL(one.href).pathname, words: one.textContent })),
  );
  const found = links.find(
    (one) => fits.test(one.path) && !one.path.endsWith('/new') && one.words.includes(words),
  )?.path;
  if (!found) throw new Error(`No link like ${fits} on ${where}`);
  return found + more;
}

/** A parent on a phone, without script, at the first question. */
async function answering(where) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(new URL(where, doors.match(/http:\S+/)[0]).href);
  await page.locator('main button[type=submit], main a.govuk-button').first().click();
  await page.screenshot({ path: path.join(project, 'docs', 'pictures', 'respond.png') });
  console.log('docs/pictures/respond.png');
}
