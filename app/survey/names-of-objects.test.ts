import { expect, test } from 'vitest';
import { paragraphsOf } from './plain-passage.ts';
import { readCondition } from './read-condition.ts';

// Words that every object has a meaning for are words here. Each failed while a plain object was asked.
const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

test.each(NAMES)('&%s; in a passage stays as it was written', (name) => {
  expect(paragraphsOf(`<p>a &${name}; b</p>`)).toEqual([`a &${name}; b`]);
});

test.each(NAMES)('%s is no comparison', (name) => {
  const read = readCondition(`{a} ${name} 3`);
  expect(read.ok ? 'read' : read.message).toContain('a comparison such as');
});
