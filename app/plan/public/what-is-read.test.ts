import { expect, test } from 'vitest';
import { whatIsRead, type PublishedVersion } from './what-is-read.ts';

const version = (number: number, day: string | null, isDown = false): PublishedVersion => ({
  id: `v${number}`,
  number,
  name: `Version ${number}`,
  publishedAt: day === null ? null : new Date(day),
  withdrawnAt: isDown ? new Date('2026-12-01') : null,
  code: day === null ? null : 'code',
});
const read = (...versions: PublishedVersion[]) => {
  const found = whatIsRead(versions);
  return found && [found.newest.number, found.isDown, found.besides.map(({ number }) => number)];
};

test('the address shows what was published last, and an older version never by itself', () => {
  expect(read(version(1, null))).toBeNull();
  expect(read(version(2, '2026-06-01'), version(1, '2026-05-01'))).toEqual([2, false, [1]]);
  expect(read(version(2, '2026-06-01', true), version(1, '2026-05-01'))).toEqual([2, true, [1]]);
  expect(read(version(2, '2026-06-01'), version(1, '2026-05-01', true))).toEqual([2, false, []]);
});

test('an older version that is published again is what is read', () => {
  expect(read(version(2, '2026-06-01', true), version(1, '2026-07-01'))).toEqual([1, false, []]);
});
