import { RateLimiterMemory } from 'rate-limiter-flexible';
import { besidePress } from '#db/press.server.ts';
import { addTries, forgetTries } from '#db/servers.ts';
import { storeIsOpen, theStore } from '#db/store.server.ts';
import { sealed } from './secrets.server.ts';

/** After this many parts of a limit, a server tells the others what it counted. */
const PARTS = 20;

/**
 * How often one key may do something in a time. Each server counts for itself, in memory; where several
 * share a PostgreSQL database, what a server counted is added up there in twentieths of the limit, so
 * that the limit holds for all of them together and few requests cost a write. When the database does
 * not answer, each server's own count goes on.
 */
export class SharedLimit {
  private readonly here: RateLimiterMemory;
  private readonly step: number;

  /** @param seconds how long tries count, from the first on */
  constructor(
    private readonly name: string,
    private readonly points: number,
    private readonly seconds: number,
  ) {
    this.here = new RateLimiterMemory({ points, duration: seconds });
    this.step = Math.max(1, Math.floor(points / PARTS));
  }

  /** Counts a try and says whether it may be made. */
  async take(key: string): Promise<boolean> {
    // Counted and looked at in one step: of many at once no more come through than may.
    const here = await this.here.consume(key).catch(() => null);
    if (here === null) return false;
    if (!isShared() || here.consumedPoints % this.step !== 0) return true;
    const all = await this.share(key);
    if (all === null || all.points <= this.points) return true;
    await this.here.block(key, Math.max(1, Math.ceil((all.until - Date.now()) / 1000)));
    return false;
  }

  /**
   * Takes the last try back. A key that has to wait waits on. Of a limit that is told to others in larger
   * parts, what was told stays counted.
   */
  async giveBack(key: string): Promise<void> {
    const used = await this.here.get(key);
    if (used !== null && used.consumedPoints > 0 && used.consumedPoints <= this.points) {
      await this.here.reward(key, 1);
      if (isShared() && this.step === 1) await this.share(key, -1);
    }
  }

  /** Begins to count anew. */
  async forget(key: string): Promise<void> {
    await this.here.delete(key);
    if (isShared()) await write((tx) => forgetTries(tx, this.keyOf(key))).catch(() => undefined);
  }

  /** Adds what this server counted; null when the database does not answer. */
  private async share(
    key: string,
    tries = this.step,
  ): Promise<{ points: number; until: number } | null> {
    const now = new Date();
    const until = new Date(now.getTime() + this.seconds * 1000);
    try {
      const all = await write((tx) => addTries(tx, this.keyOf(key), tries, now, until));
      return { points: all.points, until: all.expiresAt.getTime() };
    } catch {
      return null;
    }
  }

  /** The database learns neither an address of a network nor an e-mail address. */
  private keyOf(key: string): string {
    return sealed('limit', `${this.name}\n${key}`);
  }
}

/** One process has its file of SQLite for itself. */
const isShared = () => storeIsOpen() && theStore().engine === 'postgres';

type Work<T> = Parameters<ReturnType<typeof theStore>['write']>[1] extends (tx: infer Tx) => unknown
  ? (tx: Tx) => Promise<T>
  : never;

const write = <T>(work: Work<T>): Promise<T> => besidePress(() => theStore().write(null, work));
