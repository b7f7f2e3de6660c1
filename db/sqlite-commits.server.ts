import type Database from 'better-sqlite3';

type SqliteHandle = ReturnType<typeof Database>;

/** So many changes share one commit, and one that began so long ago takes in nobody more. */
const MOST_CHANGES = 32;
const OPEN_FOR_MS = 25;
/** A turn of the event loop in which nobody wanted anything is shorter than this. */
const IDLE_TURN_MS = 0.05;

interface Failure {
  error: unknown;
}

/** The changes between one BEGIN and its COMMIT. */
interface Group {
  began: number;
  changes: number;
  /** Ended when all of it is on the disk, or with what kept it from getting there. */
  ended: Promise<Failure | undefined>;
  end: (failure?: Failure) => void;
}

/** What one change came to: gives its result, or throws its fault. */
type Outcome<T> = () => T;

/** How the connection begins a change, and takes back what was begun. */
interface Begins {
  /** @param asked when the change was asked for, by `now` */
  begin: (asked: number) => Promise<void>;
  rollBack: () => void;
  /** Told after each commit. */
  kept?: () => void;
  /** Milliseconds by a clock that is never turned back. */
  now?: () => number;
}

/**
 * Lets changes that arrive together reach the disk together. A commit waits for the disk for milliseconds
 * in which nobody is heard; twenty families who send at once would wait for it twenty times. Changes
 * still follow one another, each in a savepoint of its own: one that fails is taken back alone. Nobody
 * learns what came of theirs before the commit of all is on the disk, and where that fails, all fail.
 */
export function sharedCommits(
  db: SqliteHandle,
  { begin, rollBack, kept = () => undefined, now = () => performance.now() }: Begins,
) {
  const inTurn = oneAtATime();
  let open: Group | null = null;

  const commit = (group: Group): void => {
    if (open !== group) return;
    open = null;
    try {
      db.exec('COMMIT');
      group.end();
    } catch (error) {
      rollBack();
      group.end({ error });
      return;
    }
    kept();
  };

  /** What was begun is lost as a whole: also what the others of the group had changed. */
  const lose = (group: Group, error: unknown): void => {
    open = null;
    rollBack();
    group.end({ error });
  };

  /**
   * While the event loop has others to hear, some of them may bring a change: they come along. As soon as
   * nobody wants anything, all are kept.
   */
  const commitSoon = (group: Group): void => {
    const turned = now();
    setImmediate(() => {
      if (open !== group) return;
      const isBusy = now() - turned > IDLE_TURN_MS;
      if (isBusy && !isFull(group, now())) commitSoon(group);
      else void inTurn(async () => commit(group));
    });
  };

  const opened = async (asked: number): Promise<Group> => {
    if (open !== null) return open;
    await begin(asked);
    open = newGroup(now());
    commitSoon(open);
    return open;
  };

  const part = async <T>(group: Group, work: () => Promise<T>): Promise<Outcome<T>> => {
    group.changes += 1;
    try {
      db.exec('SAVEPOINT change');
      const result = await work();
      db.exec('RELEASE change');
      return () => result;
    } catch (error) {
      // Of a full disk SQLite takes back the whole transaction by itself.
      if (!tookBack(db)) lose(group, error);
      return () => {
        throw error;
      };
    }
  };

  return {
    /** Makes one change; ends when it is on the disk. */
    async change<T>(work: () => Promise<T>): Promise<T> {
      const asked = now();
      const { group, outcome } = await inTurn(async () => {
        const joined = await opened(asked);
        const found = await part(joined, work);
        if (isFull(joined, now())) commit(joined);
        return { group: joined, outcome: found };
      });
      const failure = await group.ended;
      if (failure !== undefined) throw failure.error;
      return outcome();
    },
    /** Does something between two transactions. */
    alone<T>(work: () => T | Promise<T>): Promise<T> {
      return inTurn(async () => {
        if (open !== null) commit(open);
        return work();
      });
    },
  };
}

function newGroup(began: number): Group {
  let end: Group['end'] = () => undefined;
  const ended = new Promise<Failure | undefined>((resolve) => {
    end = resolve;
  });
  return { began, changes: 0, ended, end };
}

const isFull = ({ changes, began }: Group, now: number) =>
  changes >= MOST_CHANGES || now - began > OPEN_FOR_MS;

/** Takes the change under way back alone; false where the whole transaction is gone. */
function tookBack(db: SqliteHandle): boolean {
  if (!db.inTransaction) return false;
  try {
    db.exec('ROLLBACK TO change; RELEASE change');
    return true;
  } catch {
    return false;
  }
}

/** Runs jobs one after another in the order they came; a failed one does not stop the next. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}
