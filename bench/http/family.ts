import { expected, hiddenField, type Answer, type Visitor } from './visitor.ts';
import type { Served } from './world.ts';

/** What a family says after an event, page by page: three forms with the one that sends. */
const SAID = [{ useful: '4' }, { change: 'Begin after school, and serve tea.' }] as const;

/** How many forms one whole submission is. */
export const FORMS = SAID.length + 1;

/** A browser with the first question before it, such as a tablet at the door that many answer on. */
export interface Tablet {
  browser: Visitor;
  code: string;
  first: string;
  csrf: string;
  began: string;
}

/** A tablet with the first question of the survey after an event. */
export async function aTablet({ visitor, codes }: Served): Promise<Tablet> {
  const browser = visitor();
  const first = await firstQuestion(browser, codes.event);
  const page = expected(await browser.get(first), 200, 'the first question');
  const [csrf, began] = [hiddenField(page, 'csrf'), hiddenField(page, 'began')];
  return { browser, code: codes.event, first, csrf, began };
}

/** Where the first question of a survey is, as its door says. */
export async function firstQuestion(browser: Visitor, code: string): Promise<string> {
  const door = expected(await browser.get(`/s/${code}`), 200, 'the door of the survey');
  const [, first] = /href="([^"]*\/q\/[^"]*)"/.exec(door.text) ?? [];
  if (first === undefined) throw new Error('The door leads to no question.');
  return first;
}

/**
 * One family's whole submission by the real forms, each of which is on the disk when it is answered:
 * the pages, the page that shows all answers, sending, and the receipt with its reference.
 */
export async function answerAndSend({ browser, code, first, csrf, began }: Tablet): Promise<void> {
  browser.fromElsewhere();
  let page = first;
  for (const fields of SAID) {
    const saved = await browser.post(page, { csrf, began, ...fields });
    page = leadsTo(saved, `/s/${code}/`);
  }
  const check = expected(await browser.get(page), 200, 'the answers once more');
  const key = hiddenField(check, 'key');
  const sent = await browser.post(`/s/${code}/check`, { csrf, key });
  const done = await browser.get(leadsTo(sent, `/s/${code}/done`));
  if (!/[A-Z0-9]{4}-[A-Z0-9]{4}/.test(expected(done, 200, 'the receipt').text)) {
    throw new Error('The receipt has no reference.');
  }
}

function leadsTo(answer: Answer, where: string): string {
  const to = expected(answer, 302, 'a form').headers.location ?? '';
  if (!to.startsWith(where)) throw new Error(`A form led to ${to} and not to ${where}.`);
  return to;
}
