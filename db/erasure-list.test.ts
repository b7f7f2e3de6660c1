import { getTableColumns, getTableName, isTable, type Column } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { FINDS_INTERESTS, HELD, STAFF_ONLY } from './erasure-list.ts';
import * as schema from './schema/index.ts';

const nameOf = (column: Column) => `${getTableName(column.table)}.${column.name}`;
const columns = Object.values(schema)
  .filter((one) => isTable(one))
  .flatMap((table) => Object.values(getTableColumns(table)) as Column[]);
/** How a column is called in which the id of a member, of an interest or of a person stands. */
const SAYS_WHOSE = /(^|_)(member|interest|person)_id$|^(proposed_by|joined_as)$/;

test('every table that says whose its rows are has its line in the list of what is held', () => {
  const listed = [...HELD.map(({ by }) => by), ...FINDS_INTERESTS, ...STAFF_ONLY].map(nameOf);
  const there = columns.filter(({ name }) => SAYS_WHOSE.test(name)).map(nameOf);
  expect(there.length).toBeGreaterThan(12);
  expect(there.filter((one) => !listed.includes(one))).toEqual([]);
});

test('the list names columns of its own tables, and what it sets is there', () => {
  for (const { table, by, fate, words } of HELD) {
    expect(nameOf(by)).toMatch(new RegExp(`^${getTableName(table)}\\.`));
    const has = Object.keys(getTableColumns(table));
    expect(has).toContain('authorityId' in getTableColumns(table) ? 'authorityId' : 'id');
    for (const one of [fate, words]) {
      if (typeof one === 'object')
        expect(has).toEqual(expect.arrayContaining(Object.keys(one.set)));
    }
  }
});

test('every row belongs to an authority, so that erasure never reaches into another', () => {
  const without = HELD.filter(({ table }) => !('authorityId' in getTableColumns(table)));
  expect(without.map(({ table }) => getTableName(table))).toEqual([]);
});
