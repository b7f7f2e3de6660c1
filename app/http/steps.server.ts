import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actFor } from '#db/scope.server.ts';
import { boxed, unboxed } from '#app/people/secret.server.ts';
import { cookieOf, writeCookie } from './cookies.server.ts';

// What is known between the steps of signing in, before there is a session: in encrypted cookies of ten
// minutes, so that any server can answer the next step and none remembers anything.

const STEP = 'tl_step';
const STEPS_PATH = '/sign-in';
const LASTS_MS = 10 * 60_000;

const Step = z.object({
  authorityId: z.string(),
  personId: z.string(),
  /** Where to go once they are in: a path of our own. */
  next: z.string(),
  at: z.number(),
});
export type Step = z.infer<typeof Step>;

/** Keeps that somebody's password was right. */
export function keepStep(request: Request, step: Omit<Step, 'at'>): string {
  const text = JSON.stringify({ ...step, at: Date.now() });
  const box = boxed('sign-in-under-way', STEP, text);
  return writeCookie(request, STEP, box, LASTS_MS / 1000, STEPS_PATH);
}

/** Whose password was right in this browser, within the last ten minutes. */
export function stepOf(request: Request): Step | null {
  const text = unboxed('sign-in-under-way', STEP, cookieOf(request, STEP) ?? '');
  const read = text === null ? null : Step.safeParse(JSON.parse(text));
  if (!read?.success || !isYoung(read.data.at)) return null;
  actFor(read.data.authorityId);
  return read.data;
}

/**
 * The press of the button that is under way: the same for a second press, from this browser after this
 * password with the same typed, and for no other.
 */
export function pressOfStep(request: Request, typed: string): string {
  return pressOf(cookieOf(request, STEP) ?? '', typed);
}

/** The same for the same typed by whoever holds this secret, a session or a step towards one. */
export function pressOf(secret: string, typed: string): string {
  return createHash('sha256').update(`${secret}\n${typed}`).digest('hex');
}

export function forgetStep(request: Request): string {
  return writeCookie(request, STEP, '', 0, STEPS_PATH);
}

const NEW_KEY = 'tl_new_key';

/** The key that somebody is setting up: the same while they look at the page, and kept nowhere else. */
export function newKeyOf(request: Request, personId: string): string | null {
  return unboxed('code-key', `new ${personId}`, cookieOf(request, NEW_KEY) ?? '');
}

export function keepNewKey(request: Request, personId: string, key: string): string {
  return writeCookie(request, NEW_KEY, boxed('code-key', `new ${personId}`, key), 15 * 60);
}

export function forgetNewKey(request: Request): string {
  return writeCookie(request, NEW_KEY, '', 0);
}

const isYoung = (at: number) => Math.abs(Date.now() - at) < LASTS_MS;
