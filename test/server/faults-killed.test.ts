import { setTimeout as after } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { checkSqlite } from '#db/sqlite.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { Somebody } from './faults/client.ts';
import { countOf, look } from './faults/look.ts';
import { emptyDatabase, prepared, type Prepared } from './faults/prepared.ts';

// The process is killed at moments that nobody chose, while families send answers and two people edit a
// theory. Expected: what was answered “sent” or “saved” is there, once; what was not, the browser sends
// again, as browsers and the editor do, and it is there once as well.
//
// Mutation tried: with an answer given before `submitResponse` has ended, acknowledged answers are not there.
// What else was taken out: docs/decisions/0045.

interface Plan {
  submissions: number;
  operations: number;
  kills: number;
}

const HOLDERS = 12;
const BATCH = 4;

/** One run: everybody goes on until all that is theirs was acknowledged. */
class Run {
  /** What was acknowledged: the key of a submission, and what it said. */
  readonly sent = new Map<string, string>();
  readonly saved = new Set<string>();
  /** Where each box was moved last, as acknowledged. */
  readonly moved = new Map<string, number>();
  kills = 0;
  /** What each sent last, to be sent once more: of the families, and of the editors. */
  private readonly lastSent: (() => Promise<unknown>)[] = [];
  private up: Promise<unknown> = Promise.resolve();
  private token: string | undefined;

  constructor(
    private readonly server: Running,
    private readonly made: Prepared,
    private readonly plan: Plan,
  ) {}

  async all(): Promise<void> {
    const waiting = [...this.made.ready];
    const families = Array.from({ length: HOLDERS }, async () => {
      const parent = new Somebody(this.server.address, 'tl_visitor=one-of-many');
      for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
        await this.submit(parent, at);
    });
    const editors = [0, 1].map((who) => this.edit(who));
    await Promise.all([...families, ...editors, this.killing()]);
  }

  /** Tries until it is answered: nobody answers while the server is down or when it falls over. */
  private async until<T>(step: () => Promise<T | null>): Promise<T> {
    for (;;) {
      await this.up;
      const came = await step().catch(() => null);
      if (came !== null) return came;
      await after(20);
    }
  }

  private async submit(parent: Somebody, { token, key, words }: Ready): Promise<void> {
    const csrf = (this.token ??= await this.until(() =>
      parent.token(`/s/${this.made.code}/q/useful`),
    ));
    parent.has('tl_under_way', token);
    const send = async () => {
      const { location } = await parent.post(`/s/${this.made.code}/check`, { csrf, key });
      return location?.endsWith('/done') ? true : null;
    };
    await this.until(send);
    this.sent.set(key, words);
    if (this.sent.size % 50 !== 0) return;
    this.lastSent.push(async () => {
      parent.has('tl_under_way', token);
      expect(await send()).toBe(true);
    });
  }

  /**
   * What was answered is sent once more, as by a browser that the answer did not reach: a kill seldom falls
   * just between keeping and answering. It is answered as before, and counted with the rest.
   */
  async sendAgain(): Promise<void> {
    for (const send of this.lastSent) await send();
  }

  private async edit(who: number): Promise<void> {
    const editor = new Somebody(this.server.address, this.made.cookie);
    const page = `/programmes/${this.made.programmeId}/theory`;
    const csrf = await this.until(() => editor.token(page));
    let base = 0;
    for (let first = 0; first < this.plan.operations / 2; first += BATCH) {
      const sending = Array.from({ length: BATCH }, (_, at) => operation(who, first + at));
      const form = new FormData();
      form.set('csrf', csrf);
      form.set('theoryId', this.made.theoryId);
      form.set('base', String(base));
      form.set('operations', JSON.stringify(sending));
      const send = async () => {
        const came = await editor.post(`${page}/operations`, form, { Accept: '*/*' });
        return came.status === 200 ? (JSON.parse(came.text) as Reply) : null;
      };
      const reply = await this.until(send);
      expect([reply.conflicts, reply.refused]).toEqual([[], []]);
      base = Math.max(base, ...reply.steps.map(({ sequence }) => sequence));
      for (const { clientOpId, operation: did } of sending) {
        this.saved.add(clientOpId);
        if (did.kind === 'moveBox') this.moved.set(did.id, did.x);
      }
      if (first + BATCH < this.plan.operations / 2) continue;
      this.lastSent.push(async () => {
        const again = await send();
        expect([again?.conflicts, again?.refused]).toEqual([[], []]);
        expect(again?.settled).toEqual(sending.map(({ clientOpId }) => clientOpId));
      });
    }
  }

  /** Kills it at random moments, spread over the run. */
  private async killing(): Promise<void> {
    const total = this.plan.submissions + this.plan.operations;
    const done = () => this.sent.size + this.saved.size;
    for (let kill = 0; kill < this.plan.kills; kill += 1) {
      const from = ((kill + Math.random()) / (this.plan.kills + 1)) * total;
      while (done() < from) await after(5);
      await after(Math.random() * 30);
      await this.server.crash();
      this.up = this.server.startAgain();
      await this.up;
      this.kills += 1;
    }
  }
}

type Ready = Prepared['ready'][number];

interface Reply {
  steps: { sequence: number }[];
  settled: string[];
  conflicts: unknown[];
  refused: unknown[];
}

/** The first ten of each editor add a box, the others move one of them. */
function operation(who: number, at: number) {
  const clientOpId = `editor-${who}-${at}`;
  const id = `box-${who}-${at % 10}`;
  if (at >= 10) {
    const move = { kind: 'moveBox' as const, id, x: at, y: at, position: at };
    return { clientOpId, operation: move };
  }
  const box = {
    id,
    type: 'activity',
    label: id,
    detail: '',
    more: {},
    x: null,
    y: null,
    position: at,
  };
  return { clientOpId, operation: { kind: 'addBox' as const, box } };
}

async function killedAndLooked(plan: Plan, url?: string): Promise<void> {
  const made = prepared(url, plan.submissions);
  const env = { TRUSTED_PROXIES: '1', ...(url === undefined ? {} : { DATABASE_URL: url }) };
  const server = await startServer({ empty: true, dataFolder: made.dataFolder, env });
  const run = new Run(server, made, plan);
  await run.all();
  await run.sendAgain();
  await server.crash();

  expect([run.kills, run.sent.size, run.saved.size]).toEqual([
    plan.kills,
    plan.submissions,
    plan.operations,
  ]);
  if (url === undefined) checkSqlite(databaseFile(made.dataFolder));
  const responses = await look(made, url, 'select submission_key, answers from responses');
  const kept = responses.map(({ submission_key: key, answers }): [unknown, unknown] => {
    const read =
      typeof answers === 'string' ? (JSON.parse(answers) as object) : (answers as object);
    return [key, (read as { change?: unknown }).change];
  });
  expect(kept.length).toBe(plan.submissions);
  expect(new Map(kept)).toEqual(run.sent);
  expect(new Set(kept.map(([, words]) => words)).size).toBe(plan.submissions);

  const steps = await look(
    made,
    url,
    'select sequence, client_op_id from theory_operations order by 1',
  );
  expect(steps.map(({ sequence }) => Number(sequence))).toEqual(steps.map((_, at) => at + 1));
  expect(new Set(steps.map((step) => step['client_op_id']))).toEqual(run.saved);
  expect(steps.length).toBe(plan.operations);
  const boxes = await look(made, url, 'select id, x from theory_boxes');
  expect(boxes.length).toBe(20);
  expect(new Map(boxes.map(({ id, x }) => [id, Number(x)]))).toEqual(run.moved);
  expect(await countOf(made, url, "responses where channel <> 'web'")).toBe(0);
}

// A machine that does much else beside may need some minutes.
const PATIENCE = 600_000;

test(
  'on SQLite nothing acknowledged is lost and nothing is there twice',
  { timeout: PATIENCE },
  () => killedAndLooked({ submissions: 1_000, operations: 1_000, kills: 7 }),
);

test('on PostgreSQL the same, with the application killed', { timeout: PATIENCE }, async () => {
  const url = await emptyDatabase(inject('postgresUrl'));
  await killedAndLooked({ submissions: 200, operations: 200, kills: 3 }, url);
});
