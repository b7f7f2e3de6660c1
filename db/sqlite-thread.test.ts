import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from './ids.ts';
import { authorities } from './schema/index.ts';
import { shortLog } from './sqlite-log.server.ts';
import { openSqlite } from './sqlite.server.ts';
import { sqliteThread } from './sqlite-thread.server.ts';
import { isUniqueViolation, type Driver } from './store.server.ts';

/** How SQLite speaks of its log: pages in it, and how many of them stand in the file too. */
interface Log {
  log: number;
  checkpointed: number;
}

let folder = '';
let file = '';
let driver: Driver | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-thread-'));
  file = path.join(folder, 'some.db');
});
afterEach(async () => {
  await driver?.close();
  driver = null;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const rowOf = (name: string) => ({
  id: newId(new Date()),
  name,
  colour: '#1d70b8',
  isDemonstration: false,
  createdAt: new Date(),
});
type Tx = Driver['read'];
const add = (tx: Tx, row: ReturnType<typeof rowOf>) => tx.insert(authorities).values(row);
const named = async ({ read }: Driver, name: string) =>
  (await read.select().from(authorities).where(eq(authorities.name, name))).length;

/** Changes so many pages through the connection that answers everybody, each in a commit of its own. */
async function change(to: Driver, changes: number, pages: number): Promise<void> {
  for (let n = 0; n < changes; n += 1) {
    const row = rowOf('x'.repeat(pages * 4096));
    await to.transact(null, (tx) => add(tx, row), false);
  }
}

function logOf(): Log {
  const others = new Database(file, { readonly: true });
  try {
    const [log] = others.pragma('wal_checkpoint(NOOP)') as Log[];
    return log ?? { log: 0, checkpointed: 0 };
  } finally {
    others.close();
  }
}

const LIBRARY = createRequire(import.meta.url).resolve('better-sqlite3');
const OURS = path.resolve(import.meta.dirname, 'sqlite-thread.mjs');

/** What runs in place of the thread. */
function threadThat(does: string): string {
  const at = path.join(folder, 'thread.mjs');
  writeFileSync(at, does);
  return at;
}

/** Our own thread, which copies nothing before there is a file of this name. */
const waitingFor = (go: string) => `import { existsSync } from 'node:fs';
  import Database from ${JSON.stringify(LIBRARY)};
  const { pragma } = Database.prototype;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  Database.prototype.pragma = function (text) {
    while (text.includes('PASSIVE') && !existsSync(${JSON.stringify(go)})) Atomics.wait(pause, 0, 0, 5);
    return pragma.call(this, text);
  };
  await import(${JSON.stringify(OURS)});`;

test('a commit does not copy the log: the thread does, and it begins anew', async () => {
  const pragma = vi.spyOn(Database.prototype as { pragma: (text: string) => unknown }, 'pragma');
  const go = path.join(folder, 'go');
  driver = openSqlite(file, threadThat(waitingFor(go)));
  await change(driver, 1, 4000);
  // The commit has ended, and SQLite by itself would have copied all of it inside.
  expect(logOf()).toMatchObject({ checkpointed: 0 });
  expect(logOf().log).toBeGreaterThan(4000);
  writeFileSync(go, '');
  await vi.waitFor(() => expect(logOf().checkpointed).toBe(logOf().log), { timeout: 20_000 });
  expect(pragma.mock.calls.filter(([text]) => /checkpoint\((?!NOOP)/.test(text))).toEqual([]);
  await change(driver, 1, 1);
  expect(logOf().log).toBeLessThan(100);
});

test('where others write all the time it is copied to its end while they wait', async () => {
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.exec('create table pages (bytes blob)');
  const deeds: string[] = [];
  const copies = { ask: async () => void deeds.push('copied'), isGone: () => false };
  const log = shortLog(writer, copies as never, async (work) => {
    deeds.push('others wait');
    await work();
  });
  writer.prepare('insert into pages values (zeroblob(?))').run(4096 * 2000);
  log.look();
  await log.settled();
  expect(deeds).toEqual(['copied']);
  writer.prepare('insert into pages values (zeroblob(?))').run(4096 * 8000);
  log.look();
  await log.settled();
  expect(deeds).toEqual(['copied', 'copied', 'others wait', 'copied']);
  writer.close();
});

test('without the thread SQLite copies the log itself, and large changes are made all the same', async () => {
  const told = vi.spyOn(process, 'emitWarning').mockReturnValue();
  driver = openSqlite(file, threadThat('throw new Error("no memory")'));
  const row = rowOf('Northam');
  await driver.transact(null, (tx) => add(tx, row), true);
  expect(await named(driver, 'Northam')).toBe(1);
  expect(told.mock.calls).toEqual([[expect.stringContaining('no memory')]]);
  await change(driver, 1, 2000);
  expect(logOf().checkpointed).toBeGreaterThan(2000);
});

test('a large change is kept as a whole or not at all, and its faults keep their meaning', async () => {
  driver = openSqlite(file);
  const row = rowOf('Northam');
  const failed = driver.transact(
    null,
    async (tx) => {
      await add(tx, row);
      throw new Error('thought better of it');
    },
    true,
  );
  await expect(failed).rejects.toThrow('thought better of it');
  expect(await named(driver, 'Northam')).toBe(0);

  const seen: number[] = [];
  let after: Promise<unknown> = Promise.resolve();
  const large = driver.transact(
    null,
    async (tx) => {
      await add(tx, row);
      // Asked for meanwhile: it comes after, and finds what was kept.
      after = (driver as Driver).transact(null, (later) => add(later, row), false);
      after.catch(() => undefined);
      seen.push(await named(driver as Driver, 'Northam'));
      const own = await tx.select().from(authorities).where(eq(authorities.id, row.id));
      return own[0];
    },
    true,
  );
  await expect(large).resolves.toMatchObject(row);
  await expect(after).rejects.toSatisfy(isUniqueViolation);
  expect(seen).toEqual([0]);
  const again = driver.transact(null, (tx) => add(tx, row), true);
  await expect(again).rejects.toSatisfy(isUniqueViolation);
});

test('a thread that ends in the middle of a change takes it back and holds up nothing', async () => {
  vi.spyOn(process, 'emitWarning').mockReturnValue();
  const ends = threadThat(`import Database from ${JSON.stringify(LIBRARY)};
    const { exec } = Database.prototype;
    Database.prototype.exec = function (text) {
      if (text === 'COMMIT') process.exit(1);
      return exec.call(this, text);
    };
    await import(${JSON.stringify(OURS)});`);
  driver = openSqlite(file, ends);
  const row = rowOf('Northam');
  await expect(driver.transact(null, (tx) => add(tx, row), true)).rejects.toThrow('ended');
  expect(await named(driver, 'Northam')).toBe(0);
  await driver.transact(null, (tx) => add(tx, row), true);
  expect(await named(driver, 'Northam')).toBe(1);
});

test('another file in the place of the database is left alone', async () => {
  driver = openSqlite(file);
  await driver.close();
  driver = null;
  const gone = vi.fn<(why: Error) => void>();
  const thread = sqliteThread(file, { patience: 0, onGone: gone });
  renameSync(file, `${file}.old`);
  new Database(file).exec('create table other (id)').close();
  expect(await thread.answers()).toBe(false);
  expect(String(gone.mock.calls[0]?.[0].cause)).toContain('Another file');
});

test('the log is emptied of what was deleted, and a file that is closed has none', async () => {
  driver = openSqlite(file);
  await change(driver, 3, 3000);
  expect(await driver.leaveNoTrace()).toBe(true);
  expect(statSync(`${file}-wal`).size).toBe(0);
  await change(driver, 1, 3000);
  await driver.close();
  driver = null;
  expect(readdirSync(folder)).toEqual(['some.db']);
});
