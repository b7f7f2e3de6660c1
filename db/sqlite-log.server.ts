import type Database from 'better-sqlite3';
import type { SqliteThread } from './sqlite-thread.server.ts';

/** From so many pages in the log on they are copied into the file; SQLite's own measure as well. */
const PAGES = 1000;
/** A log as long as this is copied to its end while nobody writes, so that it begins anew. */
const LONG = 8 * PAGES;
/** A gigabyte: where the thread does not keep up for long, SQLite copies by itself after a commit. */
const ENDLESS = 262_144;

interface Log {
  /** Pages in the log. */
  log: number;
  /** How many of them stand in the file too. */
  checkpointed: number;
}

/**
 * Keeps the write-ahead log short. SQLite copies it into the file inside a COMMIT, on the thread that
 * answers everybody; here another thread does it while people are answered and may write. Where that
 * thread is gone, SQLite does as it always did.
 *
 * @param alone does something between two changes
 */
export function shortLog(
  writer: ReturnType<typeof Database>,
  thread: SqliteThread,
  alone: (work: () => Promise<void>) => Promise<void>,
) {
  writer.pragma(`wal_autocheckpoint = ${ENDLESS}`);
  // Copies nothing and tells how long it is, in a microsecond.
  const tell = writer.prepare('PRAGMA wal_checkpoint(NOOP)');
  let underWay: Promise<void> | null = null;

  const length = (): Log => {
    try {
      if (writer.open) return tell.get() as Log;
    } catch {
      // On a bad disk: asked again after the next change, which is kept by now.
    }
    return { log: 0, checkpointed: 0 };
  };

  /** What SQLite cannot copy now, on a full disk or a bad one, is tried again after the next change. */
  const copy = async (): Promise<void> => {
    await thread.ask('copyLog').catch(() => undefined);
  };

  const copyAll = async (): Promise<void> => {
    await copy();
    const { log, checkpointed } = length();
    // Whoever writes meanwhile adds to its end: without a pause it would grow for as long as they come.
    if (log > LONG && checkpointed < log) await alone(copy);
  };

  const isDue = () => {
    const { log, checkpointed } = length();
    return log - checkpointed >= PAGES && !thread.isGone();
  };

  return {
    /** After each commit. */
    look(): void {
      if (underWay !== null || !isDue()) return;
      underWay = copyAll().finally(() => {
        underWay = null;
      });
    },
    /** The thread is gone: SQLite does it from now on. */
    doItHere: () => void writer.pragma(`wal_autocheckpoint = ${PAGES}`),
    /** Ends when nothing is being copied. */
    settled: () => underWay ?? Promise.resolve(),
    /**
     * Between two changes: most of it is copied, so that emptying it is short; and nothing is being copied by
     * the thread any more, which would be in the way.
     */
    async copied(): Promise<void> {
      if (underWay !== null || isDue()) await copy();
    },
  };
}
