import { expect, test } from 'vitest';
import { links } from './links.ts';

// Every address, called with A, B, C: a changed URL is a visible difference in the snapshot.
test('the addresses of the application', () => {
  const all = Object.entries(links).map(([name, link]): [string, string] => {
    const call = link as (...args: string[]) => string;
    return [name, name === 'history' ? links.history() : call('A', 'B', 'C')];
  });
  expect(Object.fromEntries(all)).toMatchSnapshot();
});

test('what is put into an address is escaped where it may hold anything', () => {
  expect(links.signIn('/a?b=c&d')).toBe('/sign-in?next=%2Fa%3Fb%3Dc%26d');
  expect(links.thread('p', 'requirement', 'pack:ID 1')).toBe(
    '/programmes/p/thread/requirement/pack%3AID%201',
  );
});
