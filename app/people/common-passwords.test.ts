import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { NewPassword } from './email.ts';

test.each([
  'password1234',
  'P@ssw0rd2026',
  'Password!!!!!',
  'Welcome12345',
  'Summer2026!!',
  '2026december',
  'qwertyuiop12',
  'abcdefghijkl',
  '123456789012',
  '987654321098',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'passwordpassword',
  'liverpoolfc1892',
  'Throughline1',
  'correct horse battery staple',
  '!!!!!!!!!!!!',
])('%s is tried first by anybody who guesses', (password) => {
  expect(isCommonPassword(password)).toBe(true);
  expect(NewPassword.safeParse(password).error?.issues[0]?.message).toMatch(/commonly used/);
});

test.each([
  'correct horse battery',
  'three random words',
  'teapot lemon gravel',
  'tea-Pot.lemon7',
  'summer holiday kettle',
  'passwords are a nuisance',
  'dŵr a halen a bara',
  'पानी और नमक की रोटी',
])('%s is nobody’s first guess', (password) => {
  expect(isCommonPassword(password)).toBe(false);
  expect(NewPassword.safeParse(password).success).toBe(true);
});

test('a password is long rather than strange', () => {
  expect(NewPassword.safeParse('kettle lemo').error?.issues[0]?.message).toMatch(/12 characters/);
});
