import { afterEach, expect, vi } from 'vitest';

// An unexpected console.error is a fault that nobody would see: it fails the test.
const errors = vi.spyOn(console, 'error');

afterEach(() => {
  const said = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockClear();
  expect(said, 'console.error was called').toEqual([]);
});
