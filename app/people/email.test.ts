import { describe, expect, test } from 'vitest';
import { Email, NewPassword } from './email.ts';

describe('an e-mail address', () => {
  test('is folded, so that one address is one account', () => {
    expect(Email.parse(' Priya.Shah@Example.ORG '.trim())).toBe('priya.shah@example.org');
  });

  test.each(['', 'priya', 'priya@', '@example.org', 'a b@example.org'])(
    '“%s” is refused',
    (wrong) => {
      const read = Email.safeParse(wrong);
      expect(read.success).toBe(false);
      expect(read.error?.issues[0]?.message).toMatch(/^Enter an e-mail address/);
    },
  );
});

test('a password of eleven characters is too short, twelve will do', () => {
  expect(NewPassword.safeParse('elevenchars').success).toBe(false);
  expect(NewPassword.safeParse('twelve chars').success).toBe(true);
});
