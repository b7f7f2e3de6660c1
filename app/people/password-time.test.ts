import * as argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { hashPassword, passwordFits } from './password.server.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

// Mutation that was seen to fail: `passwordFits` answering at once where there is no hash.

test('an account that is not there costs the work of one that is', async () => {
  const kept = await hashPassword('three random words');
  for (const which of [kept, null]) {
    vi.mocked(argon2.verify).mockClear();
    expect(await passwordFits(which, 'not the password')).toBe(false);
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    // The same settings are the same work.
    const [hashed] = vi.mocked(argon2.verify).mock.calls[0] ?? [];
    expect(String(hashed).split('$').slice(0, 4)).toEqual(kept.split('$').slice(0, 4));
  }
});

test('the decoy’s own password opens nothing', async () => {
  expect(await passwordFits(null, 'nobody has this password')).toBe(false);
});
