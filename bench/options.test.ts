import { expect, test } from 'vitest';
import { optionsOf } from './options.ts';

test('what is asked for on the command line', () => {
  expect(optionsOf(['--quick', '--json', '--only', 'staff-home,thread'])).toEqual({
    ...{ quick: true, json: true, growth: false, national: false, all: false },
    soakMinutes: 0.75,
    only: ['staff-home', 'thread'],
  });
  expect(optionsOf(['--soak']).soakMinutes).toBe(10);
  expect(optionsOf(['--all'])).toMatchObject({ all: true, soakMinutes: 10, growth: false });
});

test('what is measured on different engines is not asked for at once', () => {
  expect(() => optionsOf(['--growth', '--national'])).toThrow('--growth is measured on SQLite');
  expect(() => optionsOf(['--national', '--all'])).toThrow('--all is measured on SQLite');
  expect(optionsOf(['--national', '--quick'])).toMatchObject({ national: true, quick: true });
});

test('what is not known is named, not left out', () => {
  expect(() => optionsOf(['--quik'])).toThrow('--quik is not known');
  expect(() => optionsOf(['staff-home'])).toThrow('staff-home is not known');
});
