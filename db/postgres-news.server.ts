import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LocalNews, type News } from './news.server.ts';
import { outsideRequests } from './scope.server.ts';

const CHANNEL = 'throughline';
/** PostgreSQL takes no more than 8,000 bytes at once; ids are far shorter. */
const LONGEST = 7_900;
const FIRST_RETRY = 500;
const LONGEST_RETRY = 30_000;
/** A connection that died without a word is found out by asking, */
const ASK_EVERY = 20_000;
/** and by not waiting longer than this for an answer: on a dead connection none ever comes. */
const LONGEST_WAIT = 10_000;

interface Told {
  from: string;
  topic: string;
  body: string;
}

/** How often a connection is asked whether it lives, and how long an answer may take; milliseconds. */
interface Waits {
  askEvery: number;
  longestWait: number;
}

/**
 * News between servers on one PostgreSQL database, by LISTEN and NOTIFY. Listening has a connection
 * of its own, opened when somebody first listens and opened again whenever it breaks: then all who
 * listen are told that they may have missed something.
 */
export class PostgresNews implements News {
  private readonly local = new LocalNews();
  private readonly me = randomUUID();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private wait = FIRST_RETRY;
  private state: 'quiet' | 'listening' | 'closed' = 'quiet';

  constructor(
    private readonly url: string,
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly waits: Waits = { askEvery: ASK_EVERY, longestWait: LONGEST_WAIT },
  ) {}

  tell(topic: string, body: string): void {
    this.local.tell(topic, body);
    const told = JSON.stringify({ from: this.me, topic, body } satisfies Told);
    if (this.state === 'closed' || Buffer.byteLength(told) > LONGEST) return;
    // Others who do not hear it look for themselves before long: nothing is lost by it.
    this.pool.query('select pg_notify($1, $2)', [CHANNEL, told]).catch(() => undefined);
  }

  listen(topic: string, hear: (body: string) => void, missed?: () => void): () => void {
    if (this.state === 'quiet') {
      this.state = 'listening';
      // Whoever listens first has no part in what the others hear.
      outsideRequests(() => void this.connect());
    }
    return this.local.listen(topic, hear, missed);
  }

  async close(): Promise<void> {
    this.state = 'closed';
    clearTimeout(this.timer);
    await this.local.close();
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.state === 'closed') return;
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: this.waits.longestWait,
      query_timeout: this.waits.longestWait,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.heard(payload ?? ''));
    // Without a listener a broken connection would end the process.
    client.on('error', () => undefined);
    client.on('end', () => this.broken(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.wait = FIRST_RETRY;
      this.local.missed();
      this.askAgain(client);
    } catch {
      this.broken(client);
    }
  }

  private heard(payload: string): void {
    const told = read(payload);
    if (told !== null && told.from !== this.me) this.local.tell(told.topic, told.body);
  }

  private askAgain(client: pg.Client): void {
    if (this.client !== client) return;
    this.timer = setTimeout(() => {
      client
        .query('select 1')
        .then(() => this.askAgain(client))
        .catch(() => this.broken(client));
    }, this.waits.askEvery);
    this.timer.unref();
  }

  private broken(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearTimeout(this.timer);
    client.end().catch(() => undefined);
    if (this.state === 'closed') return;
    this.timer = setTimeout(() => void this.connect(), this.wait);
    this.timer.unref();
    this.wait = Math.min(this.wait * 2, LONGEST_RETRY);
  }
}

function read(payload: string): Told | null {
  try {
    const { from, topic, body } = JSON.parse(payload) as Partial<Told>;
    const whole = [from, topic, body].every((each) => typeof each === 'string');
    return whole ? ({ from, topic, body } as Told) : null;
  } catch {
    return null;
  }
}
