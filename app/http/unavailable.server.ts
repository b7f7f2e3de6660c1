import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { tryAgainAfter, type Unavailable } from '#db/faults.ts';
import { publicStyles } from '#app/ui/styles.ts';
import {
  UNAVAILABLE_IN_ENGLISH,
  UnavailablePage,
  type FormAgain,
  type UnavailableWords,
} from '#app/ui/Unavailable.tsx';
import type { Asking } from './asking.server.ts';
import { isOwnForm } from './csrf.server.ts';
import { contentSecurityPolicy } from './security.server.ts';

/** The words for whoever is asking; null where they read English. */
export type WordsFor = (request: Request) => UnavailableWords | null;

/**
 * The answer while the database cannot be used: 503, when to try again, and for a form the same form
 * with everything that was typed. It needs neither session nor authority, so that it works when nothing
 * can be read at all. A script that asks gets the same in a line of text.
 */
export async function unavailable(
  request: Request,
  why: Unavailable,
  asking: Asking,
  wordsFor: WordsFor = () => null,
): Promise<Response> {
  const headers = new Headers({
    'Retry-After': String(tryAgainAfter(why)),
    'Cache-Control': 'no-store',
  });
  if (!isForPerson(request)) {
    headers.set('Content-Type', 'text/plain; charset=utf-8');
    return new Response('The database does not answer. Try again in a moment.', {
      status: 503,
      headers,
    });
  }
  const { pathname, search } = new URL(request.url);
  const page = createElement(UnavailablePage, {
    words: wordsFor(request) ?? UNAVAILABLE_IN_ENGLISH,
    stylesheets: publicStyles().map(({ href }) => href),
    here: pathname + search,
    again: await formAgain(request, asking, pathname + search),
  });
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy(undefined));
  return new Response(`<!DOCTYPE html>${renderToStaticMarkup(page)}`, { status: 503, headers });
}

/** Whether a browser asks for a page, rather than a script of ours for data. */
function isForPerson(request: Request): boolean {
  const wanted = request.headers.get('sec-fetch-dest');
  if (wanted !== null) return wanted === 'document';
  return (request.headers.get('accept') ?? '').includes('text/html');
}

/** Names of fields that are never written into a page. */
const SECRET = /password$|secret$|^code$|^pin$/i;

/** The form as it was sent; null for none, and for one that no page of ours sent. */
async function formAgain(
  request: Request,
  asking: Asking,
  action: string,
): Promise<FormAgain | null> {
  if (request.method !== 'POST') return null;
  const form = asking.form ?? (await unreadForm(request));
  if (form === null) return null;
  const fields: { name: string; value: string }[] = [];
  const files: { name: string; file: string }[] = [];
  const secrets: string[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      if (value.size > 0) files.push({ name, file: value.name });
    } else if (SECRET.test(name)) secrets.push(name);
    else fields.push({ name, value });
  }
  const upload = /^multipart\//i.test(request.headers.get('content-type') ?? '');
  return { action, upload, fields, secrets, files };
}

/** The form of a request that failed before anybody read it: who is asking could not be found out. */
async function unreadForm(request: Request): Promise<FormData | null> {
  if (request.bodyUsed || request.body?.locked) return null;
  try {
    const form = await request.formData();
    return isOwnForm(request, form) ? form : null;
  } catch {
    return null;
  }
}
