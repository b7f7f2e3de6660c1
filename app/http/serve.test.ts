import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './serve.server.ts';

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
