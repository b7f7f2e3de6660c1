import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sharedCommits } from './sqlite-commits.server.ts';

let folder = '';
let writer: ReturnType<typeof Database>;
/** Another connection: it sees what is committed and nothing else. */
let others: ReturnType<typeof Database>;
let commits: ReturnType<typeof sharedCommits>;
/** What a clock of the test says; without one, time goes as it does. */
let clock: number | null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-commits-'));
  const file = path.join(folder, 'some.db');
  writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('foreign_keys = ON');
  writer.exec(
    'create table families (id integer primary key); create table answers (id integer primary key, family integer references families (id))',
  );
  others = new Database(file, { readonly: true });
  clock = null;
  commits = sharedCommits(writer, {
    begin: async () => void writer.exec('BEGIN IMMEDIATE'),
    rollBack: () => {
      if (writer.inTransaction) writer.exec('ROLLBACK');
    },
    now: () => clock ?? performance.now(),
  });
});

afterEach(async () => {
  await commits.alone(() => writer.close());
  others.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (id: number) => void writer.prepare('insert into answers (id) values (?)').run(id);
const kept = () =>
  others
    .prepare<[], { id: number }>('select id from answers order by id')
    .all()
    .map(({ id }) => id);

/** How a change goes: how long it thinks, whether it fails, and whether it takes all back with it. */
const course = fc.record({
  /** Turns of the event loop before it comes, and while it is at work. */
  comes: fc.integer({ min: 0, max: 3 }),
  thinks: fc.integer({ min: 0, max: 2 }),
  ends: fc.constantFrom('well', 'well', 'well', 'before it wrote', 'after it wrote', 'all of it'),
});

test('nothing is acknowledged before it is kept, and a change that fails undoes no other', async () => {
  // Taken out, each of these fails here: the wait for `group.ended`; the savepoint; `lose`; the ROLLBACK TO.
  await fc.assert(
    fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 12 }), async (courses) => {
      await commits.alone(() => writer.exec('delete from answers'));
      const acknowledged: number[] = [];
      const changes = courses.map(async ({ comes, thinks, ends }, id) => {
        for (let turns = 0; turns < comes; turns += 1) await turn();
        await commits.change(async () => {
          if (ends === 'before it wrote') throw new Error(ends);
          add(id);
          for (let turns = 0; turns < thinks; turns += 1) await turn();
          if (ends === 'after it wrote') throw new Error(ends);
          // As SQLite does by itself where the disk is full.
          if (ends === 'all of it') {
            writer.exec('ROLLBACK');
            throw new Error(ends);
          }
        });
        expect(kept()).toContain(id);
        acknowledged.push(id);
      });
      const told = await Promise.allSettled(changes);
      expect(kept()).toEqual(acknowledged.sort((a, b) => a - b));
      for (const [id, { ends }] of courses.entries()) {
        const { status } = told[id] ?? {};
        if (ends !== 'well') expect(status).toBe('rejected');
        else if (courses.every((one) => one.ends !== 'all of it')) expect(status).toBe('fulfilled');
      }
    }),
    { numRuns: 150 },
  );
});

test('changes that come together share a commit', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, id) => commits.change(async () => add(id))));
  expect(kept()).toHaveLength(20);
  expect(commitsIn(log())).toBeLessThan(10);
});

test('so do those that come one after another while the loop has others to hear', async () => {
  // With a commit as soon as a turn of the loop brought no further change, these are eight.
  const before = commitsIn(log());
  clock = 0;
  const changes: Promise<void>[] = [];
  for (let id = 0; id < 8; id += 1) {
    changes.push(commits.change(async () => add(id)));
    for (let turns = 0; turns < 3; turns += 1) {
      await turn();
      clock += 1;
    }
  }
  expect(kept()).toEqual([]);
  await Promise.all(changes);
  expect(kept()).toHaveLength(8);
  expect(commitsIn(log()) - before).toBe(1);
});

test('and nobody is waited for longer than a moment', async () => {
  clock = 0;
  let isKept = false;
  const change = commits.change(async () => add(1)).then(() => (isKept = true));
  for (let turns = 0; turns < 60 && !isKept; turns += 1) {
    await turn();
    clock += 1;
  }
  expect(clock).toBeGreaterThan(20);
  expect(clock).toBeLessThan(40);
  await change;
});

test('each change sees what those before it did, and gives its own result', async () => {
  const counted = Array.from({ length: 70 }, (_, id) =>
    commits.change(async () => {
      add(id);
      const row = writer.prepare<[], { n: number }>('select count(*) as n from answers').get();
      return row?.n;
    }),
  );
  expect(await Promise.all(counted)).toEqual(Array.from({ length: 70 }, (_, n) => n + 1));
});

test('where the commit fails, all that share it are told so, and the next one goes on', async () => {
  // A row without its parent is found at the commit and not before, when keys are deferred.
  const orphan = commits.change(async () => {
    writer.pragma('defer_foreign_keys = ON');
    writer.exec('insert into answers values (1, 99)');
  });
  const beside = commits.change(async () => add(2));
  const refused = commits.change(async () => {
    throw new Error('refused for a reason of its own');
  });
  const told = await Promise.allSettled([orphan, beside, refused]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(kept()).toEqual([]);
  await commits.change(async () => add(3));
  expect(kept()).toEqual([3]);
});

test('what must be alone finds nothing under way', async () => {
  const before = commits.change(async () => add(1));
  const alone = commits.alone(() => ({ open: writer.inTransaction, kept: kept() }));
  const after = commits.change(async () => add(2));
  expect(await alone).toEqual({ open: false, kept: [1] });
  await Promise.all([before, after]);
  expect(kept()).toEqual([1, 2]);
});

const log = () => readFileSync(path.join(folder, 'some.db-wal'));

/** The frames of a write-ahead log that end a transaction (SQLite file format, 4.1 and 4.2). */
function commitsIn(log: Buffer): number {
  const page = log.readUInt32BE(8);
  let found = 0;
  for (let at = 32; at + 24 + page <= log.length; at += 24 + page) {
    if (log.readUInt32BE(at + 4) > 0) found += 1;
  }
  return found;
}
