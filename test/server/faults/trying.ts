import { expect } from 'vitest';
import { formIn, tokenIn, type Came, type Somebody } from './client.ts';
import type { Prepared } from './prepared.ts';

/** Words that no log, address or header may hold. */
export const WROTE = 'Warm drinks “at the door” & a quiet corner <b>please</b>';

/** The second page of the survey, filled in by a family that began. */
export async function answerPage(family: Somebody, made: Prepared, change = WROTE) {
  const { path, fields } = await filledIn(family, made, change);
  return () => family.post(path, fields);
}

/** The same, not sent yet: where it goes, and what it holds. */
export async function filledIn(family: Somebody, { code }: Prepared, change: string) {
  const first = `/s/${code}/q/useful`;
  const shown = (await family.get(first)).text;
  const csrf = tokenIn(shown);
  const began = /name="began" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const { status } = await family.post(first, { csrf, began, useful: '5', intent: 'next' });
  if (status !== 302) throw new Error(`The first page was answered ${status}.`);
  const fields = { csrf, once: `once-${Math.random()}`, change, intent: 'next' };
  return { path: `/s/${code}/q/change`, fields };
}

/** A new need, as staff type it. */
export async function addNeed(staff: Somebody, { programmeId }: Prepared, statement = WROTE) {
  const page = `/programmes/${programmeId}/needs/register/new`;
  const csrf = await staff.token(page);
  const fields = {
    csrf,
    once: `once-${Math.random()}`,
    intent: 'add',
    statement,
    who: 'Families with a newborn',
    place: 'All of the borough',
    howMany: 'About a third',
    priority: 'high',
    priorityReason: 'Many say so',
  };
  return () => staff.post(page, fields);
}

/** A change to the theory, as the canvas sends it. */
export async function changeTheory(staff: Somebody, made: Prepared, clientOpId: string) {
  const page = `/programmes/${made.programmeId}/theory`;
  const csrf = await staff.token(page);
  return () =>
    staff.post(`${page}/operations`, operations(made, csrf, clientOpId), { Accept: '*/*' });
}

/** One sending of one box. */
export function operations({ theoryId }: Prepared, csrf: string, clientOpId: string): FormData {
  const form = new FormData();
  const box = {
    id: `box-${clientOpId}`,
    type: 'activity',
    label: `Box ${clientOpId}`,
    detail: '',
    more: {},
    x: null,
    y: null,
    position: 1,
  };
  form.set('csrf', csrf);
  form.set('theoryId', theoryId);
  form.set('base', '0');
  form.set('operations', JSON.stringify([{ clientOpId, operation: { kind: 'addBox', box } }]));
  return form;
}

/** Holds an answer to what everybody is promised while the database does not work. */
export function expectKept(came: Came, words = WROTE): void {
  expect(came.status).toBe(503);
  expect(Number(came.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(came.headers.get('cache-control')).toBe('no-store');
  expect(came.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(formIn(came.text).fields.map(([, value]) => value)).toContain(words);
}

/** Presses the button of the page that kept everything. */
export function pressAgain(who: Somebody, kept: Came): Promise<Came> {
  const { action, fields } = formIn(kept.text);
  return who.post(action, fields);
}

/** What the log says of faults: each line whole. */
export function faultsIn(log: string): Record<string, unknown>[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'fault');
}
