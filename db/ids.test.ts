import { expect, test } from 'vitest';
import { newId } from './ids.ts';

test('ids of one millisecond sort in the order in which they were made, whatever was made between', () => {
  const [at, other] = [new Date('2026-06-01T09:00:00.123Z'), new Date('2026-06-01T09:00:00.124Z')];
  const made = Array.from({ length: 20_000 }, () => [newId(at), newId(other)] as const);
  for (const which of [0, 1] as const) {
    const ids = made.map((pair) => pair[which]);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(made.every(([one, later]) => one < later)).toBe(true);
});

test('an id is a UUID of version 7 that begins with its moment', () => {
  const id = newId(new Date(0x0123_4567_89ab));
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('what is counted is forgotten after a while, and ids stay ids', () => {
  for (let moment = 0; moment < 3000; moment += 1) newId(new Date(moment));
  expect(newId(new Date(5))).toMatch(/^00000000-0005-7/);
});
