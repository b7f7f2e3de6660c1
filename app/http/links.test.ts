import { expect, test } from 'vitest';
import { links } from './links.ts';
import { needsLinks } from './links-needs.ts';
import { panelLinks } from './links-panel.ts';
import { planLinks } from './links-plan.ts';
import { privacyLinks } from './links-privacy.ts';
import { theoryLinks } from './links-theory.ts';

// Every address, called with A, B, C: a changed URL is a visible difference in the snapshot.
test('the addresses of the application', () => {
  const all = Object.entries(links).map(([name, link]): [string, string] => {
    const call = link as (...args: string[]) => string;
    if (name === 'history') return [name, links.history()];
    if (name === 'theoryView') return [name, links.theoryView('A', 'outline', { box: 'B' })];
    return [name, call('A', 'B', 'C')];
  });
  expect(Object.fromEntries(all)).toMatchSnapshot();
});

test('what is put into an address is escaped where it may hold anything', () => {
  expect(links.signIn('/a?b=c&d')).toBe('/sign-in?next=%2Fa%3Fb%3Dc%26d');
  expect(links.thread('p', 'requirement', 'pack:ID 1')).toBe(
    '/programmes/p/thread/requirement/pack%3AID%201',
  );
});

test('what is looked at in a theory goes along from view to view', () => {
  expect(links.theoryView('p', 'canvas')).toBe('/programmes/p/theory');
  expect(links.theoryView('p', 'canvas', { part: 'x', box: 'b 1' })).toBe(
    '/programmes/p/theory?part=x&box=b+1',
  );
  expect(links.theoryView('p', 'table', { at: '12', box: 'b 1' })).toBe(
    '/programmes/p/theory/table?at=12&box=b+1#box-b%201',
  );
  expect(links.theoryView('p', 'outline', { link: 'k' })).toBe(
    '/programmes/p/theory/outline?link=k#link-k',
  );
  expect(links.theoryView('p', 'text', { box: 'b' })).toBe('/programmes/p/theory/text?box=b#text');
});

test('no room’s address hides one of the same name in another room', () => {
  const rooms = { needsLinks, panelLinks, planLinks, privacyLinks, theoryLinks };
  const hidden = Object.entries(rooms).flatMap(([room, addresses]) =>
    Object.entries(addresses).flatMap(([name, address]) =>
      links[name as keyof typeof links] === address ? [] : [`${room}.${name}`],
    ),
  );
  // Out: the impact assessment’s `assessment` was hidden by that of the needs, and led there.
  expect(hidden).toEqual([]);
});
