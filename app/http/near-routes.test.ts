import path from 'node:path';
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js';
import { matchRoutes, type AgnosticRouteObject } from '@remix-run/router';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearRoutes } from './near-routes.ts';
import type { RouteOfBuild } from './route-patterns.ts';

/** The routes as the build has them, found as the build finds them. */
const routes: (RouteOfBuild & { index?: boolean })[] = [
  { id: 'root', path: '' },
  ...Object.values(
    flatRoutes(path.join(import.meta.dirname, '..'), ['**/.*', '**/*.test.{ts,tsx}']),
  ),
];
const near = nearRoutes(routes);

/** Some of our routes as the router takes them; each choice of them is made once. */
const trees = new Map<string, AgnosticRouteObject[]>();
function treeOf(key: string, among: (id: string) => boolean): AgnosticRouteObject[] {
  const below = (parentId?: string): AgnosticRouteObject[] =>
    routes
      .filter((route) => route.parentId === parentId && among(route.id))
      .map(({ id, path: piece, index }): AgnosticRouteObject => {
        const own = { id, ...(piece === undefined ? {} : { path: piece }) };
        return index ? { ...own, index } : { ...own, children: below(id) };
      });
  const tree = trees.get(key) ?? below();
  trees.set(key, tree);
  return tree;
}

/** The ids of the routes that an address leads to, among all of ours and among those near it. */
function leadsTo(address: string): { among: string[]; near: string[] } {
  const ids = (tree: AgnosticRouteObject[]) =>
    (matchRoutes(tree, address) ?? []).map(({ route }) => route.id ?? '');
  const { key, has } = near(address);
  return { among: ids(treeOf('every', () => true)), near: ids(treeOf(key, has)) };
}

const pieces = [
  ...new Set(routes.flatMap((route) => (route.path ?? '').split('/')).filter(Boolean)),
].map((piece) => piece.replace(/[:*?]/g, 'x'));

test('what is left out is never the route of an address', () => {
  expect(routes.length).toBeGreaterThan(300);
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    fc.constantFrom('PLAN', 'S', '%73', 'pl%61n', '..', 'programmes', '0190-abc', 'x.data'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (some) => {
      const found = leadsTo(`/${some.join('/')}`);
      expect(found.near).toEqual(found.among);
    }),
    { numRuns: 100 },
  );
});

test('every address that we have leads where it did', () => {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const whole = (route: RouteOfBuild): string => {
    const parent = byId.get(route.parentId ?? '');
    return `${parent ? whole(parent) : ''}/${route.path ?? ''}`;
  };
  for (const route of routes) {
    const address = whole(route).replace(/\/+/g, '/').replace(/[:*?]/g, 'x');
    const found = leadsTo(address);
    expect([address, found.near]).toEqual([address, found.among]);
  }
});

test.each([
  ['/%73/abcdef/q/first', 's.$code.q.$page'],
  ['/S/abcdef/Q/first', 's.$code.q.$page'],
  ['/programmes/0190/pl%61n', 'programmes.$programmeId.plan._index'],
  ['/Programmes/0190/PLAN/', 'programmes.$programmeId.plan._index'],
])('%s leads to %s, however it is written', (address, route) => {
  expect(leadsTo(address).near.at(-1)).toBe(`routes/${route}`);
});

test('a page of a family has few routes to look through, and what Remix asks about all has all', () => {
  const left = (address: string) => routes.filter(({ id }) => near(address).has(id)).length;
  expect(left('/s/abcdef/q/first')).toBeLessThan(8);
  expect(left('/programmes/0190-abc')).toBeLessThan(12);
  expect(left('/programmes/0190-abc/plan')).toBeLessThan(10);
  expect(left('/__manifest')).toBe(routes.length);
});

test('a route with pieces that may be left out, or be many, is left in whatever the length', () => {
  const some = nearRoutes([
    { id: 'root', path: '' },
    { id: 'a', path: 'a', parentId: 'root' },
    { id: 'maybe', path: 'b?/c', parentId: 'a' },
    { id: 'many', path: 'd/*', parentId: 'a' },
    { id: 'deep', path: ':one/two/:three', parentId: 'a' },
    { id: 'other', path: 'a/e', parentId: 'root' },
  ]);
  const left = (address: string) =>
    ['root', 'a', 'maybe', 'many', 'deep', 'other'].filter(some(address).has);
  expect(left('/a')).toEqual(['root', 'a', 'maybe', 'many']);
  expect(left('/a/e')).toEqual(['root', 'a', 'maybe', 'many', 'other']);
  expect(left('/a/x/two/y')).toEqual(['root', 'a', 'maybe', 'many', 'deep']);
  expect(left('/a/1/2/3/4/5/6/7/8/9')).toEqual(['root', 'a', 'maybe', 'many']);
  expect(some('/a/1/2/3/4/5/6').key).toBe(some('/a/1/2/3/4/5/6/7/8/9').key);
});
