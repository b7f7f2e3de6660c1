import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { PostgresNews } from './postgres-news.server.ts';

/** A message of PostgreSQL's protocol: its letter, its length with itself, what it holds. */
function message(letter: string, holds: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(holds.length + 4);
  return Buffer.concat([Buffer.from(letter), length, holds]);
}

const READY = message('Z', Buffer.from('I'));
const LET_IN = Buffer.concat([message('R', Buffer.alloc(4)), READY]);
const LISTENING = Buffer.concat([message('C', Buffer.from('LISTEN\0')), READY]);

/** Servers that take a connection and from some moment on say nothing, like a network that is cut. */
const silences = {
  'at once': () => null,
  'after it listened': (sent: Buffer) => {
    if (sent[0] === 0) return LET_IN;
    return sent.includes('listen') ? LISTENING : null;
  },
} satisfies Record<string, (sent: Buffer) => Buffer | null>;

describe('a connection that goes silent', () => {
  let server: Server;
  const sockets: Socket[] = [];
  let news: PostgresNews;
  afterEach(async () => {
    await news.close();
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  test.each(Object.entries(silences))('%s is given up for another', async (_, answer) => {
    let another: (count: number) => void;
    const opened = new Promise<number>((resolve) => {
      another = resolve;
    });
    server = createServer((socket) => {
      sockets.push(socket);
      if (sockets.length === 2) another(sockets.length);
      socket.on('error', () => undefined);
      socket.on('data', (sent) => {
        const said = answer(sent);
        if (said !== null) socket.write(said);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const pool = { query: () => Promise.reject(new Error('no pool')) };
    news = new PostgresNews(`postgres://one:two@127.0.0.1:${port}/three`, pool as never, {
      askEvery: 20,
      longestWait: 50,
    });
    news.listen('topic', () => undefined);
    await expect(opened).resolves.toBe(2);
  });
});
