import { expect, test } from 'vitest';
import { plainText, plainTexts } from './plain-text.ts';

test('text keeps everything that can be printed', () => {
  const text = 'Zoë’s “café”\n\tتحية 👩‍👧 naïve';
  expect(plainText(text)).toBe(text);
});

test.each([
  ['NUL and other control characters', 'a\0b\u0001\u001bc', 'abc'],
  ['a vertical tab out of a slide', 'one\vtwo\fthree', 'one\ntwo\nthree'],
  ['other line ends', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['half a pair', 'a\ud83db', 'a\ufffdb'],
  ['what is no character', 'a\ufffe\uffffb', 'ab'],
])('%s is made harmless', (_, given, plain) => {
  expect(plainText(given)).toBe(plain);
});

test('every text of a value is made so, and nothing else in it changes', () => {
  expect(plainTexts({ a: ['x\0', 1, null, true], b: { c: 'y\v' } })).toEqual({
    a: ['x', 1, null, true],
    b: { c: 'y\n' },
  });
});
