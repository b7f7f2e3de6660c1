import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';

// While servers are replaced one by one, the older version works on a database that the newer one has
// migrated. So a migration only adds: what an older version reads stays, and what it writes is still
// taken. What nobody needs any more is taken away one release later.

/**
 * The number of the last migration that a version in use carries: raised with each release. What came
 * after it is of the next version, which may still think better of it.
 */
const IN_USE = 4;

/** Tables, and columns as table.column, that migrations after the last release made. */
type Made = Set<string>;

/** What in a statement breaks an older version that is still running; null when nothing does. */
function breaks(statement: string, made: Made): string | null {
  const words = statement.replaceAll(/["`]/g, '').replaceAll(/\s+/g, ' ').trim();
  const table = /^(?:CREATE UNIQUE INDEX \S+ ON|ALTER TABLE|DROP TABLE) (\w+)/i.exec(words)?.[1];
  const column = / (?:DROP|ALTER) COLUMN (\w+)/i.exec(words)?.[1];
  if (made.has(table ?? '') || made.has(`${table}.${column}`)) return null;
  if (/^DROP TABLE/i.test(words)) return 'takes a table away';
  if (/ DROP COLUMN /i.test(words)) return 'takes a column away';
  if (/ RENAME /i.test(words)) return 'renames';
  if (/ SET NOT NULL/i.test(words)) return 'refuses what an older version leaves out';
  if (/ ALTER COLUMN .* (SET DATA )?TYPE /i.test(words)) return 'changes a type';
  if (ADDING.test(words) && /NOT NULL/i.test(words) && !/DEFAULT/i.test(words)) {
    return 'asks for a column that an older version does not write';
  }
  if (/^CREATE UNIQUE INDEX/i.test(words)) return 'refuses rows that an older version writes twice';
  if (/ ADD CONSTRAINT .*(CHECK|UNIQUE)/i.test(words)) return 'refuses what was allowed';
  return null;
}

const ADDING = /^ALTER TABLE (\w+) ADD (?!CONSTRAINT)(?:COLUMN )?(\w+)/i;

/** What breaks an older version in one migration, statement by statement; notes what it makes. */
function found(sql: string, made: Made = new Set()): string[] {
  const statements = sql.split('--> statement-breakpoint');
  for (const statement of statements) {
    const words = statement.replaceAll(/["`]/g, '').trim();
    const table = /^CREATE TABLE (\w+)/i.exec(words)?.[1];
    if (table !== undefined && !table.startsWith('__new_')) made.add(table);
  }
  return statements.flatMap((statement) => {
    const why = breaks(statement, made);
    const [, table, column] = ADDING.exec(statement.replaceAll(/["`]/g, '').trim()) ?? [];
    if (table !== undefined && why === null) made.add(`${table}.${column}`);
    return why === null ? [] : [`${why}: ${statement.trim().split('\n')[0]}`];
  });
}

describe.each(['sqlite', 'postgres'])('migrations of %s', (engine) => {
  const folder = path.join(projectFolder(), 'db/migrations', engine);
  const later = readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .filter((name) => Number(name.slice(0, 4)) > IN_USE);

  test('only add', () => {
    const made: Made = new Set();
    const problems = later
      .toSorted()
      .flatMap((name) =>
        found(readFileSync(path.join(folder, name), 'utf8'), made).map((why) => `${name} ${why}`),
      );
    expect(problems).toEqual([]);
  });
});

describe('the rule itself', () => {
  test.each([
    ['DROP TABLE `needs`;'],
    ['ALTER TABLE "needs" DROP COLUMN "who";'],
    ['ALTER TABLE "needs" RENAME COLUMN "who" TO "whose";'],
    ['ALTER TABLE `__new_needs` RENAME TO `needs`;'],
    ['ALTER TABLE "needs" ADD COLUMN "weight" integer NOT NULL;'],
    ['ALTER TABLE `needs` ADD `weight` integer NOT NULL;'],
    ['ALTER TABLE "needs" ALTER COLUMN "who" SET NOT NULL;'],
    ['ALTER TABLE "needs" ALTER COLUMN "who" SET DATA TYPE integer;'],
    ['CREATE UNIQUE INDEX "needs_once" ON "needs" USING btree ("who");'],
  ])('refuses %s', (statement) => {
    expect(found(statement)).toHaveLength(1);
  });

  test.each([
    [
      'CREATE TABLE "new" ("id" text);--> statement-breakpoint\nCREATE UNIQUE INDEX "o" ON "new" ("id");',
    ],
    ['ALTER TABLE "needs" ADD COLUMN "weight" integer;'],
    ['ALTER TABLE `needs` ADD `weight` integer DEFAULT 0 NOT NULL;'],
    ['CREATE INDEX "needs_of" ON "needs" ("who");'],
    ['DROP INDEX "needs_of";'],
  ])('takes %s', (statement) => {
    expect(found(statement)).toEqual([]);
  });
});
