import { expect, test } from 'vitest';
import { findingsOf, worstOf, type Facts } from './findings.ts';

const HOUR = 3_600_000;
const held = (last: string) =>
  `It is out of the file, but may stand in its log, which another program holds. It was ${last}.`;
const well: Facts = {
  now: 1_000 * HOUR,
  engine: 'sqlite',
  integrity: 'ok',
  orphanRows: 0,
  orphanTies: 0,
  migrations: { applied: 9, known: 9 },
  disk: { free: 50e9, size: 100e9 },
  openFiles: [],
  newestChange: 999 * HOUR,
  publicUrl: 'https://hubs.example.gov.uk',
  trustedProxies: 1,
  mail: true,
  secret: 'file',
  backedUp: 990 * HOUR,
  promises: { done: 990 * HOUR, failed: null },
  mixing: { done: 990 * HOUR, failed: 980 * HOUR },
  log: { done: 990 * HOUR, failed: 980 * HOUR },
  messages: { waiting: 3, failed: 0 },
  isDemonstration: false,
};

test('a system that is well is told so in every line', () => {
  const findings = findingsOf(well);
  expect(findings.filter(({ standing }) => standing !== 'ok')).toEqual([]);
  expect(worstOf(findings)).toBe('ok');
});

test.each<[string, Partial<Facts>, string, string]>([
  ['a damaged file', { integrity: 'row 7 missing from index' }, 'Database', 'problem'],
  ['rows without their parent', { orphanRows: 2 }, 'Foreign keys', 'problem'],
  ['ties to what is gone', { orphanTies: 1 }, 'Golden thread', 'warn'],
  ['an older schema', { migrations: { applied: 8, known: 9 } }, 'Schema', 'problem'],
  ['a newer schema', { migrations: { applied: 10, known: 9 } }, 'Schema', 'warn'],
  ['a full disk', { disk: { free: 1e8, size: 1e11 } }, 'Disk', 'problem'],
  ['a disk that fills', { disk: { free: 5e8, size: 1e11 } }, 'Disk', 'warn'],
  ['an open secret', { openFiles: ['secret'] }, 'Files', 'problem'],
  ['a clock that went back', { newestChange: 1_001 * HOUR }, 'Clock', 'problem'],
  ['no backup', { backedUp: null }, 'Backups', 'warn'],
  ['a backup of the day before yesterday', { backedUp: 950 * HOUR }, 'Backups', 'warn'],
  ['a backup of last month', { backedUp: 300 * HOUR }, 'Backups', 'problem'],
  [
    'a deletion that did not run',
    { promises: { done: 970 * HOUR, failed: null } },
    'Deletion on the promised day',
    'problem',
  ],
  [
    'a deletion that failed',
    { promises: { done: 990 * HOUR, failed: 991 * HOUR } },
    'Deletion on the promised day',
    'problem',
  ],
  [
    'a mixing that failed',
    { mixing: { done: 990 * HOUR, failed: 991 * HOUR } },
    'Order of answers',
    'problem',
  ],
  [
    'a mixing that did not run',
    { mixing: { done: 970 * HOUR, failed: null } },
    'Order of answers',
    'problem',
  ],
  [
    'a log that another program holds',
    { log: { done: 900 * HOUR, failed: 990 * HOUR } },
    'What was deleted',
    'warn',
  ],
  [
    'a log that was never emptied',
    { log: { done: null, failed: 990 * HOUR } },
    'What was deleted',
    'warn',
  ],
  ['no https', { publicUrl: 'http://hubs.example.gov.uk' }, 'Address', 'problem'],
  ['a proxy that nobody trusts', { trustedProxies: 0 }, 'Address', 'warn'],
  ['a secret of one of several servers', { engine: 'postgres' }, 'Secret', 'warn'],
  ['no way out for mail', { mail: false }, 'Mail', 'warn'],
  ['messages that failed', { messages: { waiting: 0, failed: 2 } }, 'Messages', 'warn'],
])('%s is found, with what to do', (_name, change, what, standing) => {
  const findings = findingsOf({ ...well, ...change });
  const found = findings.filter((one) => one.standing !== 'ok');
  expect(found.map((one) => [one.what, one.standing])).toEqual([[what, standing]]);
  expect(found[0]?.todo).not.toBe('');
});

test.each<[string, Partial<Facts>, string]>([
  ['hours', { backedUp: 990 * HOUR }, 'The last one was made 10 hours ago.'],
  ['one hour', { backedUp: 998.5 * HOUR }, 'The last one was made 1 hour ago.'],
  ['just now', { backedUp: 999.9 * HOUR }, 'The last one was made less than an hour ago.'],
  ['days', { backedUp: 900 * HOUR }, 'The last one was made 4 days ago.'],
  [
    'a held log',
    { log: { done: 998.5 * HOUR, failed: 999 * HOUR } },
    held('last emptied 1 hour ago'),
  ],
  ['one held always', { log: { done: null, failed: 999 * HOUR } }, held('never emptied')],
  ['a large disk', {}, '50.0 GB are free of 100.0 GB.'],
  ['a small one', { disk: { free: 3e8, size: 9.99e8 } }, '300 MB are free of 999 MB.'],
])('%s are said as people say them', (_name, change, said) => {
  expect(findingsOf({ ...well, ...change }).map(({ found }) => found)).toContain(said);
});
