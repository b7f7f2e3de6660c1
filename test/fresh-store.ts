import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { engine } from '#db/dialect.ts';
import { newId } from '#db/ids.ts';
import { openStore, setTheStore, type Store } from '#db/store.server.ts';

/** Where an empty, migrated database of this run's engine is: a new one at each call. */
export async function freshPlace(): Promise<{ file?: string; url?: string }> {
  if (engine === 'sqlite') {
    return { file: path.join(mkdtempSync(path.join(tmpdir(), 'throughline-')), 'throughline.db') };
  }
  const server = inject('postgresUrl');
  const name = `test_${newId().replaceAll('-', '_')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href };
}

/** An empty store, set as the store of this process. */
export async function freshStore(): Promise<Store> {
  const store = await openStore(await freshPlace());
  setTheStore(store);
  return store;
}
