import { getTableName, isTable } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { HELD } from './erasure-list.ts';
import { KEPT, SWEEPS, WITHOUT_CLOCK } from './retention-list.ts';
import * as schema from './schema/index.ts';

// Mutation: without any line of the list the first test names its table.

const tables = Object.values(schema).filter((one) => isTable(one));
const listed = new Set(KEPT.flatMap((kept) => kept.tables).map((table) => getTableName(table)));
const exempt = new Set(WITHOUT_CLOCK.map(({ table }) => getTableName(table)));

/** Tables whose rows go when their programme goes, however many tables lie between. */
function ofProgrammes(): Set<string> {
  const found = new Set(['programmes']);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const table of tables) {
      const { name, foreignKeys } = getTableConfig(table as unknown as SQLiteTable);
      const goes = foreignKeys.some(
        (key) =>
          key.onDelete === 'cascade' && found.has(getTableName(key.reference().foreignTable)),
      );
      if (goes) found.add(name);
    }
  }
  return found;
}

test('every table has a clock, goes with its programme, or says why it has none', () => {
  const goes = ofProgrammes();
  const forgotten = tables
    .map((table) => getTableName(table))
    .filter((name) => !listed.has(name) && !exempt.has(name) && !goes.has(name));
  expect(goes.size).toBeGreaterThan(100);
  expect(forgotten).toEqual([]);
});

test('no table stands in both lists, and every sweep keeps at least one promise', () => {
  expect([...listed].filter((name) => exempt.has(name))).toEqual([]);
  const used = new Set<string>(KEPT.map(({ by }) => by));
  expect(SWEEPS.filter((sweep) => sweep !== 'backups' && !used.has(sweep))).toEqual([]);
});

test('how to reach somebody always has a clock', () => {
  const reach = HELD.filter(
    ({ fate, what }) => fate === 'deleted' && /reach|link|browser/i.test(what),
  );
  const without = reach.map(({ table }) => getTableName(table)).filter((name) => !listed.has(name));
  expect(reach.length).toBeGreaterThan(3);
  expect(without).toEqual([]);
});
