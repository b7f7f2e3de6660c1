import { get, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './serve.server.ts';

/** Asks for an address letter by letter: fetch and browsers take `..` out of it before they send it. */
const statusOf = (asked: RequestOptions) =>
  new Promise<number | undefined>((done, failed) => {
    get({ host: '127.0.0.1', ...asked }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).on('error', failed);
  });

/** Ways to a file that is there, above the folder of files. */
const ABOVE = [
  '/../package.json',
  '//../package.json',
  '/x/../../package.json',
  '/%2e%2e/package.json',
];

test('there is no page at an address with a NUL in it, and nothing is looked up', async () => {
  const build = () => Promise.reject(new Error('The application was asked.'));
  const server = serve({ build, clientFolder: 'public' });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    for (const path of ['/programmes/a%00b', '/s/%00', '/x?theory=%00']) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
    }
  } finally {
    server.close();
  }
});

test.each([
  ['evil.example/x', 400],
  ['a@b.example', 400],
  ['a b', 400],
  ['borough.example', 500],
  ['127.0.0.1:3000', 500],
  ['[::1]:3000', 500],
])('asked by the name “%s” it answers %i', async (host, status) => {
  // What comes through reaches an application that is not there.
  const build = () => Promise.reject(new Error('The application was asked.'));
  const server = serve({ build, clientFolder: 'public' });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    expect(await statusOf({ port, path: '/x', headers: { host } })).toBe(status);
  } finally {
    server.close();
  }
});

test('the files beside the pages are given as they are, and nothing else of their folder', async () => {
  const build = () => Promise.reject(new Error('The application was asked.'));
  const server = serve({ build, clientFolder: 'public' });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    const icon = await fetch(`http://127.0.0.1:${port}/favicon.svg?new`);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
    // Whatever is no file of ours is asked of the application, which is not there.
    for (const path of ['/', '/%66avicon.svg', '/none.svg', ...ABOVE]) {
      expect([path, await statusOf({ port, path })]).toEqual([path, 500]);
    }
  } finally {
    server.close();
  }
});
