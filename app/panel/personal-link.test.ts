import { expect, test } from 'vitest';
import { linkStateOf } from './personal-link.ts';

const link = {
  createdAt: new Date('2026-05-01T09:00:00Z'),
  expiresAt: new Date('2026-07-30T09:00:00Z'),
  replacedAt: null,
  lastUsedAt: null,
};
const during = new Date('2026-06-01T09:00:00Z');

test('a link works until it ends or is replaced', () => {
  expect(linkStateOf(undefined, during)).toEqual({
    works: false,
    words: 'No link has been made yet.',
  });
  expect(linkStateOf(link, during)).toEqual({
    works: true,
    words: 'There is a link that works until Thursday 30 July 2026. It has not been used yet.',
  });
  expect(linkStateOf(link, link.expiresAt).works).toBe(false);
  expect(linkStateOf({ ...link, replacedAt: during }, during).works).toBe(false);
  expect(linkStateOf({ ...link, lastUsedAt: during }, during).words).toContain('1 June 2026');
});
