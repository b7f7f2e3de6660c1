import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tryAgainAfter, whyUnavailable } from './faults.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

const withCode = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('why the database cannot be used', () => {
  const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'throughline-')), 'a.db');

  it('is told of what SQLite itself throws', () => {
    const full = new Database(file());
    full.exec('create table t (words text)');
    full.pragma('max_page_count = 2');
    const insert = full.prepare('insert into t values (?)');
    expect(whyUnavailable(thrownBy(() => insert.run('x'.repeat(10_000))))).toBe('full');
    full.pragma('max_page_count = 100000');
    full.pragma('query_only = on');
    expect(whyUnavailable(thrownBy(() => insert.run('x')))).toBe('read-only');

    const place = file();
    const one = new Database(place);
    one.exec('create table t (words text); begin exclusive');
    const other = new Database(place, { timeout: 0 });
    expect(whyUnavailable(thrownBy(() => other.exec('begin immediate')))).toBe('busy');

    const nonsense = file();
    writeFileSync(nonsense, 'this is no database, and never was one'.repeat(100));
    const broken = new Database(nonsense);
    expect(whyUnavailable(thrownBy(() => broken.prepare('select 1 from t').all()))).toBe('damaged');
    const nowhere = thrownBy(() => new Database(path.join(tmpdir(), 'not', 'here', 'a.db')));
    expect(whyUnavailable(nowhere)).toBeNull();
  });

  it.each([
    ['57P01', 'gone'],
    ['08006', 'gone'],
    ['53300', 'crowded'],
    ['53100', 'full'],
    ['25006', 'read-only'],
    ['40P01', 'busy'],
    ['XX001', 'damaged'],
    ['58030', 'disk'],
    ['ECONNREFUSED', 'gone'],
    ['ENOSPC', 'full'],
    ['SQLITE_IOERR_WRITE', 'disk'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ])('is told of %s, however deep it stands', (code, why) => {
    expect(whyUnavailable(withCode(code))).toBe(why);
    const wrapped = new Error('Failed query', { cause: new Error('', { cause: withCode(code) }) });
    expect(whyUnavailable(wrapped)).toBe(why);
  });

  it.each([
    ['Connection terminated unexpectedly'],
    ['timeout exceeded when trying to connect'],
    ['Client has encountered a connection error and is not queryable'],
  ])('is told of “%s”, which has no code', (message) => {
    expect(whyUnavailable(new Error(message))).toBe('gone');
  });

  it('is nothing else: neither a row that is refused, nor another server that cannot be reached', () => {
    expect(whyUnavailable(withCode('23505'))).toBeNull();
    expect(whyUnavailable(withCode('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
    expect(whyUnavailable(withCode('22P02'))).toBeNull();
    expect(
      whyUnavailable(new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') })),
    ).toBeNull();
    expect(whyUnavailable('57P01')).toBeNull();
    expect(whyUnavailable(undefined)).toBeNull();
  });

  it('says when to try again, always later than now', () => {
    for (const why of [
      'busy',
      'crowded',
      'gone',
      'full',
      'read-only',
      'disk',
      'damaged',
    ] as const) {
      expect(tryAgainAfter(why)).toBeGreaterThan(0);
    }
  });
});
