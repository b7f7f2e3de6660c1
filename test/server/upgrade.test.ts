import { Agent, createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, inject, test } from 'vitest';
import { startServer, type Running } from '../running-server.ts';
import { Somebody, tokenIn } from './faults/client.ts';
import { countOf } from './faults/look.ts';
import { emptyDatabase, prepared, type Prepared } from './faults/prepared.ts';

// Two servers on one PostgreSQL behind a proxy are replaced, one after the other, while families answer:
// no request fails, and every answer that was acknowledged is there once.
//
// Mutations tried: docs/decisions/0050-running-it-for-years.md.

const LOOK_EVERY_MS = 100;

/** A proxy as small as can be: in turn to whoever says it is ready, and it repeats nothing. */
class Proxy {
  readonly backends: string[] = [];
  private ready: string[] = [];
  private turn = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
  private readonly server: Server = createServer((incoming, outgoing) => {
    const backend = this.ready[(this.turn += 1) % this.ready.length];
    if (backend === undefined) return void outgoing.writeHead(502).end('nobody is ready');
    const { method, headers, url } = incoming;
    const forward = ask(new URL(url ?? '/', backend), { method, headers, agent: this.agent });
    forward.on('response', (answer) => {
      // Whether a connection is kept is said to the next one only.
      const { connection: _ours, 'keep-alive': _too, ...passed } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, passed);
      answer.pipe(outgoing);
    });
    forward.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end('the server went away');
    });
    incoming.pipe(forward);
  });

  /** Asks everybody; gives who is ready now. */
  async look(): Promise<string[]> {
    const asked = [...this.backends];
    const answers = await Promise.all(
      asked.map((one) =>
        fetch(`${one}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return (this.ready = asked.filter((_one, at) => answers[at]));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    clearInterval(this.looking);
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }
}

const servers: Running[] = [];
const proxy = new Proxy();
afterAll(async () => {
  proxy.close();
  for (const server of servers) await server.stop();
});

async function another(made: Prepared, url: string): Promise<Running> {
  const server = await startServer({
    empty: true,
    dataFolder: made.dataFolder,
    env: {
      DATABASE_URL: url,
      DRAIN_SECONDS: '1',
      TRUSTED_PROXIES: '1',
    } as unknown as NodeJS.ProcessEnv,
  });
  servers.push(server);
  proxy.backends.push(server.address);
  await expect.poll(() => proxy.look()).toContain(server.address);
  return server;
}

/** Answers a survey through the proxy; notes each answer of the server that is none. */
async function answer(address: string, code: string, failed: string[]): Promise<boolean> {
  const parent = new Somebody(address);
  const step = async (what: string, asking: ReturnType<Somebody['get']>) => {
    const came = await asking;
    if (came.status >= 400) failed.push(`${what}: ${came.status} ${came.text.slice(0, 60)}`);
    return came;
  };
  const page = `/s/${code}/q/useful`;
  const csrf = tokenIn((await step('page', parent.get(page))).text);
  await step('first', parent.post(page, { csrf, useful: '5', intent: 'next' }));
  await step('second', parent.post(`/s/${code}/q/change`, { csrf, change: 'x', intent: 'next' }));
  const check = await step('check', parent.get(`/s/${code}/check`));
  const key = /name="key" value="([0-9a-f]{32})"/.exec(check.text)?.[1] ?? '';
  const sent = await step('send', parent.post(`/s/${code}/check`, { csrf, key }));
  return sent.location?.endsWith('/done') ?? false;
}

test('both servers are replaced while families answer, and nobody notices', async () => {
  const url = await emptyDatabase(inject('postgresUrl'));
  const made = prepared(url);
  const first = await another(made, url);
  const second = await another(made, url);
  const address = await proxy.listen();
  const failed: string[] = [];
  let sent = 0;
  let ended = false;
  const families = Array.from({ length: 4 }, async () => {
    while (!ended && failed.length === 0) {
      const done = await answer(address, made.code, failed).catch((error: unknown) => {
        failed.push(String(error));
      });
      if (done) sent += 1;
    }
  });
  for (const old of [first, second]) {
    await old.stop();
    proxy.backends.splice(proxy.backends.indexOf(old.address), 1);
    const before = sent;
    await another(made, url);
    await expect.poll(() => sent).toBeGreaterThan(before);
  }
  ended = true;
  await Promise.all(families);
  expect(failed).toEqual([]);
  expect(await countOf(made, url, 'responses')).toBe(sent);
});
