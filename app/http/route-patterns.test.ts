import { expect, test } from 'vitest';
import { patternsOf } from './route-patterns.ts';

const pattern = patternsOf([
  { id: 'root', path: '' },
  { id: 'front', parentId: 'root' },
  { id: 'programme', parentId: 'root', path: 'programmes/:programmeId' },
  { id: 'new', parentId: 'root', path: 'programmes/new' },
  { id: 'needs', parentId: 'programme', path: 'needs' },
  { id: 'need', parentId: 'programme', path: 'needs/:needId' },
  { id: 'help', parentId: 'root', path: 'help/:topic?' },
  { id: 'files', parentId: 'root', path: 'files/*' },
]);

test.each([
  ['/', '/'],
  ['/programmes/new', '/programmes/new'],
  ['/programmes/0190-abc', '/programmes/:programmeId'],
  ['/programmes/0190-abc/needs.data', '/programmes/:programmeId/needs'],
  ['/programmes/new/needs/7', '/programmes/:programmeId/needs/:needId'],
  ['/help', '/help'],
  ['/help/words', '/help/:topic'],
  ['/files/a/b/c', '/files/*'],
  ['/_root.data', '/'],
  ['/wp-login.php', 'none'],
  ['/programmes/a/b/c/d', 'none'],
])('%s is of the route %s', (path, expected) => {
  expect(pattern(path)).toBe(expected);
});
