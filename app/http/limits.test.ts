import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { limitRequests } from './limits.server.ts';

let server: Server | undefined;
afterEach(() => server?.close());

test('what is drawn for anybody is limited by network; other pages are not', async () => {
  const app = express();
  app.use((request, response, next) => void limitRequests(request, response, next));
  app.get('*', (_request, response) => response.send('a page'));
  server = createServer(app);
  const listening = server;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const { port } = listening.address() as AddressInfo;
  const status = async (path: string) => {
    const came = await fetch(`http://127.0.0.1:${port}${path}`);
    await came.text();
    return came.status;
  };
  const seen: number[] = [];
  for (let at = 0; at < 250; at += 1) {
    seen.push(await status(`/theories/0123456789ab/take/theory.pdf?part=${at}`));
  }
  expect(seen.filter((each) => each === 200)).toHaveLength(240);
  expect(seen.at(-1)).toBe(429);
  expect(await status('/theories/0123456789ab')).toBe(429);
  expect(await status('/plans/0123456789ab')).toBe(429);
  // The router takes capital letters too.
  expect(await status('/Theories/0123456789ab')).toBe(429);
  expect(await status('/programmes')).toBe(200);
});
