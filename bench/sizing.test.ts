import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sizingTable, withTable } from './sizing.ts';

const about = { commit: 'abc', date: '2026-11-22', node: '20.20.2', machine: '2 × one, 8 GB' };
const figures = { limit: 1, ratio: 1 };

test('what was measured is said in words, and what was not has no line', () => {
  const table = sizingTable({
    ...about,
    cases: [
      { ...figures, id: 'staff-home', unit: 'ms', median: 41.26, p99: 97.2 },
      { ...figures, id: 'import-100k', unit: 'ms', median: 31_400, p99: 33_000 },
    ],
  });
  expect(table).toContain('| Home page of a programme | 41.3 ms | 97.2 ms |');
  expect(table).toContain('| A file of 100,000 answers brought in | 31.4 s | 33 s |');
  expect(table).not.toContain('Word');
  expect(table).not.toContain('NaN');
});

test('the page has one place for it, which can be written again and again', () => {
  const page = readFileSync(path.join('docs', 'sizing.md'), 'utf8');
  const once = withTable(page, 'a table');
  expect(withTable(once, 'a table')).toBe(once);
  expect(once).toContain('a table');
  expect(withTable(once, 'another')).not.toContain('a table');
  expect(() => withTable('no marks', 'a table')).toThrow('no place');
});

test('each line is about a case that there is', () => {
  const source = readFileSync(path.join('bench', 'sizing.ts'), 'utf8');
  const ids = [...source.matchAll(/id: '([^']+)'/g)].map(([, id = '']) => id);
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids)
    expect([id, existsSync(path.join('bench', 'cases', `${id}.ts`))]).toEqual([id, true]);
});
