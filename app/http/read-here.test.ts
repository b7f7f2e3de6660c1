import path from 'node:path';
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js';
import { data, type EntryContext, type ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { pagesWithoutScript, readHere, takeOut } from './read-here.server.ts';

/** A page as its entry gets it. */
const pageOf = (loaderData: Record<string, unknown>) =>
  ({ staticHandlerContext: { loaderData } }) as unknown as EntryContext;

test('what a loader read has nothing in it for who writes it out, and comes out whole', () => {
  const read = { when: new Date(0), rows: [1, 2] };
  const hidden = readHere(read);
  expect(Object.entries(hidden as object)).toEqual([]);
  expect(JSON.stringify(hidden)).toBe('{}');
  const page = pageOf({ root: hidden, 'routes/empty': null, 'routes/open': read });
  takeOut(page);
  expect(page.staticHandlerContext.loaderData).toEqual({
    root: read,
    'routes/empty': null,
    'routes/open': read,
  });
  expect(page.staticHandlerContext.loaderData['root']).toBe(read);
});

test('the status and headers that come with data stay where Remix looks for them', () => {
  const init = { status: 404, headers: { 'Set-Cookie': 'a=b' } };
  const hidden = readHere(data({ a: 1 }, init)) as ReturnType<typeof data>;
  expect(hidden).toMatchObject({ type: 'DataWithResponseInit', init });
  expect(JSON.stringify(hidden.data)).toBe('{}');
  const answer = new Response('a file');
  expect(readHere(answer)).toBe(answer);
});

/** The routes as the build finds them: all pages, the few that run script among them. */
function buildOf(withScript: readonly string[]): ServerBuild {
  const found = flatRoutes(path.join(import.meta.dirname, '..'), ['**/.*', '**/*.test.{ts,tsx}']);
  const routes = Object.values(found).map((route) => {
    const handle = { script: withScript.includes(String(route.id)) };
    return [route.id, { ...route, module: { default: () => null, handle } }] as const;
  });
  return { routes: Object.fromEntries(routes) } as unknown as ServerBuild;
}

test('only an address of a page that runs no script is one', () => {
  const canvas = 'routes/programmes.$programmeId.theory._index';
  const isPlain = pagesWithoutScript(buildOf([canvas, 'routes/outreach.tablet']));
  for (const plain of ['/', '/s/ABC/q/first', '/programmes/1', '/programmes/1/theory/checks'])
    expect(isPlain(plain), plain).toBe(true);
  for (const not of ['/programmes/1/theory', '/programmes/1/theory/', '/outreach/tablet'])
    expect(isPlain(not), not).toBe(false);
  // What a browser's own script asks for is written out, whatever the page is.
  expect(isPlain('/s/ABC/q/first.data')).toBe(false);
  // The router would find the canvas behind these.
  for (const odd of ['/PROGRAMMES/1/theory', '/programmes/1/th%65ory'])
    expect(isPlain(odd), odd).toBe(false);
});
