import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * The three editors of a theory as somebody without a mouse uses them. A step is one press that opens,
 * saves or does something, one text typed, or one choice made; going somewhere with Tab or the arrows
 * is none.
 */
export interface Editor {
  name: 'canvas' | 'outline' | 'table';
  /** Whether it needs script. */
  script: boolean;
  /** The path below the theory's. */
  path: string;
  tasks: Readonly<Record<Task, (hands: Hands) => Promise<void>>>;
}

export const TASKS = [
  'add an outcome',
  'connect two boxes',
  'give a reason',
  'add an assumption to a link',
  'change a type',
  'reorder',
  'move to another tier',
  'delete and undo',
  'add evidence',
  'add a measure',
] as const;
export type Task = (typeof TASKS)[number];

/** What the script works on: boxes of the demonstration, and a new one. */
export const OUTCOME = 'Fathers feel expected at every hub';
/** What the demonstration calls its intermediate and its long-term outcomes, each as one. */
export const SOON = 'Change in the first two years';
const LATER = 'Lasting change';
const SOURCE = 'A visit to each of four halls every week';
const SERVES = 'Two hundred families coached a year';
const REASON = 'Somebody they know is there each week';
const ASSUMES = 'The same worker comes each week';
const EVIDENCE = 'Nine of ten fathers came a second time';
const MEASURE = 'Fathers who come a second time';

/** Somebody's hands on a keyboard, counting what they do. */
export class Hands {
  steps = 0;

  constructor(readonly page: Page) {}

  /** Presses a button or a link by Enter and waits for the next page. */
  async open(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.page.getByRole(role, { name }).first().focus();
    await this.enter();
  }

  /** Enter on what has the focus, which leads to another page. */
  async enter(): Promise<void> {
    this.steps += 1;
    await Promise.all([
      this.page.waitForEvent('framenavigated'),
      this.page.keyboard.press('Enter'),
    ]);
    await this.page.waitForLoadState();
  }

  /** A key that does something here. */
  async press(key: string): Promise<void> {
    this.steps += 1;
    await this.page.keyboard.press(key);
  }

  /** A key that leads to another page. */
  async leaveBy(key: string): Promise<void> {
    this.steps += 1;
    await Promise.all([this.page.waitForEvent('framenavigated'), this.page.keyboard.press(key)]);
    await this.page.waitForLoadState();
  }

  /** Types in a field, in place of what stands there. */
  async type(label: string | RegExp, words: string): Promise<void> {
    this.steps += 1;
    await this.page.getByLabel(label).first().focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
  }

  /** Chooses from a list by typing the beginning of a choice, as a keyboard does. */
  async choose(label: string | RegExp, words: string): Promise<void> {
    this.steps += 1;
    await this.page.getByLabel(label).first().focus();
    await this.page.keyboard.type(words);
  }

  /** Ticks one of several. */
  async tick(label: string | RegExp): Promise<void> {
    this.steps += 1;
    await this.page.getByLabel(label).first().focus();
    await this.page.keyboard.press('Space');
  }

  /** Goes by an arrow until a box has the focus. */
  async walk(arrow: string, to: string): Promise<void> {
    for (let steps = 0; steps < 30; steps += 1) {
      if ((await focused(this.page)).includes(to)) return;
      await this.page.keyboard.press(arrow);
    }
    throw new Error(`${arrow} did not lead to “${to}”, but to ${await focused(this.page)}`);
  }
}

/** The name of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.id ?? '';
  });

/** The name of a button that says about what it is to those who do not see where it stands. */
const about = (does: string, what: string) => new RegExp(`^${does}\\s?: ${what}`);

const onCanvas = (page: Page, words: string) =>
  page.locator('.react-flow__node').filter({ hasText: words });

/** The pages of evidence and measures are the same from everywhere. */
async function fillEvidence(hands: Hands): Promise<void> {
  await hands.type('What it says', EVIDENCE);
  await hands.open('button', 'Add the evidence');
}

async function fillMeasure(hands: Hands): Promise<void> {
  await hands.open('button', /own words/);
  await hands.type('What is measured', MEASURE);
  await hands.tick('What changed for families');
  await hands.open('button', 'Add the measure');
}

/** On the canvas: goes to a link of a box, whose reason then has the focus. */
async function openLink(hands: Hands): Promise<void> {
  await onCanvas(hands.page, SOURCE).focus();
  await hands.press('l');
  await expect.poll(() => focused(hands.page)).toMatch(/^Change the link/);
  await hands.page.getByRole('button', { name: `Change the link: leads to ${OUTCOME}` }).focus();
  await hands.press('Enter');
  await expect.poll(() => focused(hands.page)).toBe('link-reason');
}

export const canvas: Editor = {
  name: 'canvas',
  script: true,
  path: '',
  tasks: {
    'add an outcome': async (hands) => {
      await onCanvas(hands.page, 'Families come for help earlier').focus();
      await hands.press('n');
      await hands.type('What the new box says', OUTCOME);
      await hands.press('Enter');
    },
    'connect two boxes': async (hands) => {
      await onCanvas(hands.page, SOURCE).focus();
      await hands.press('c');
      await hands.walk('ArrowRight', SOON);
      hands.steps += 1;
      await hands.walk('ArrowDown', OUTCOME);
      await hands.press('Enter');
      await expect.poll(() => focused(hands.page)).toBe('link-reason');
    },
    'give a reason': async (hands) => {
      await openLink(hands);
      await hands.type('Why?', REASON);
    },
    'add an assumption to a link': async (hands) => {
      await openLink(hands);
      await hands.type(/^What has to hold/, ASSUMES);
    },
    'change a type': async (hands) => {
      await onCanvas(hands.page, SERVES).focus();
      await hands.press('e');
      await expect.poll(() => focused(hands.page)).toBe('box-label');
      await hands.choose('Type', 'Mechanism');
    },
    reorder: async (hands) => {
      await onCanvas(hands.page, OUTCOME).focus();
      await hands.press('Alt+ArrowUp');
    },
    'move to another tier': async (hands) => {
      await onCanvas(hands.page, OUTCOME).focus();
      await hands.press('Alt+ArrowRight');
      await expect.poll(() => focused(hands.page)).toBe(`${LATER}: ${OUTCOME}`);
    },
    'delete and undo': async (hands) => {
      await onCanvas(hands.page, OUTCOME).focus();
      await hands.press('Delete');
      await expect.poll(() => focused(hands.page)).toMatch(/^Lasting change: /);
      await hands.press('Control+z');
      await onCanvas(hands.page, OUTCOME).waitFor();
    },
    'add evidence': async (hands) => {
      await onCanvas(hands.page, OUTCOME).focus();
      await hands.leaveBy('v');
      await fillEvidence(hands);
    },
    'add a measure': async (hands) => {
      await onCanvas(hands.page, OUTCOME).focus();
      await hands.leaveBy('m');
      await fillMeasure(hands);
    },
  },
};

export const outline: Editor = {
  name: 'outline',
  script: false,
  path: '/outline',
  tasks: {
    'add an outcome': async (hands) => {
      await hands.open('link', /^Add an? change in the first two years/i);
      await hands.type('What the box says', OUTCOME);
      await hands.open('button', 'Add it');
    },
    'connect two boxes': async (hands) => {
      await hands.open('link', SOURCE);
      await hands.choose('The other box', `${SOON}: ${OUTCOME}`);
      await hands.open('button', 'Add the link');
    },
    'give a reason': async (hands) => {
      await hands.open('link', `Say why the link to ${OUTCOME}`);
      await hands.type('Why?', REASON);
      await hands.open('button', 'Save the link');
    },
    'add an assumption to a link': async (hands) => {
      await hands.open('link', `Change the link to ${OUTCOME}`);
      await hands.type(/^What has to hold/, ASSUMES);
      await hands.open('button', 'Save the link');
    },
    'change a type': async (hands) => {
      await hands.open('link', SERVES);
      await hands.choose('Type', 'Mechanism');
      await hands.open('button', 'Save the box');
    },
    reorder: async (hands) => {
      await hands.open('link', OUTCOME);
      await hands.open('button', 'Move up');
    },
    'move to another tier': async (hands) => {
      await hands.open('link', OUTCOME);
      await hands.open('button', 'Move to lasting changes');
    },
    'delete and undo': async (hands) => {
      await hands.open('link', OUTCOME);
      await hands.open('button', /^Delete this box/);
      await hands.open('button', /^Take back/);
    },
    'add evidence': async (hands) => {
      await hands.open('link', about('Add evidence', OUTCOME));
      await fillEvidence(hands);
    },
    'add a measure': async (hands) => {
      await hands.open('link', about('add a measure', OUTCOME));
      await fillMeasure(hands);
    },
  },
};

export const table: Editor = {
  name: 'table',
  script: false,
  path: '/table',
  tasks: {
    'add an outcome': async (hands) => {
      await hands.choose('Type of the new box', SOON);
      await hands.type('What the new box says', OUTCOME);
      await hands.open('button', 'Add the row');
    },
    'connect two boxes': async (hands) => {
      await hands.open('button', about('Link…', SOURCE));
      await hands.choose('The new link leads to', `${SOON}: ${OUTCOME}`);
      await hands.open('button', 'Add the link');
    },
    'give a reason': async (hands) => {
      await hands.open('link', /^Links/);
      await hands.type(`Why: ${SOURCE} to ${OUTCOME}`, REASON);
      await hands.open('button', 'Save changes');
    },
    'add an assumption to a link': async (hands) => {
      await hands.open('link', /^Links/);
      await hands.type(`What has to hold for this step: ${SOURCE} to ${OUTCOME}`, ASSUMES);
      await hands.open('button', 'Save changes');
    },
    'change a type': async (hands) => {
      await hands.choose(`Type: ${SERVES}`, 'Mechanism');
      await hands.open('button', 'Save changes');
    },
    reorder: (hands) => hands.open('button', about('Up', OUTCOME)),
    'move to another tier': async (hands) => {
      await hands.choose(`Type: ${OUTCOME}`, LATER);
      await hands.open('button', 'Save changes');
    },
    'delete and undo': async (hands) => {
      await hands.open('button', about('Delete', OUTCOME));
      await hands.open('button', /^Take back/);
    },
    'add evidence': async (hands) => {
      await hands.open('button', about('Evidence…', OUTCOME));
      await fillEvidence(hands);
    },
    'add a measure': async (hands) => {
      await hands.open('button', about('Measure…', OUTCOME));
      await fillMeasure(hands);
    },
  },
};
