import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Running } from '../running-server.ts';

let server: Running;

beforeAll(async () => {
  server = await startServer({ empty: true });
});
afterAll(() => server.stop());

test('the built server answers, and says that its database does', async () => {
  const answer = await fetch(`${server.address}/healthz`);
  expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
});
