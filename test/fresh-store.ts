import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { engine } from '#db/dialect.ts';
import { newId } from '#db/ids.ts';
import { openStore, setTheStore, type Store } from '#db/store.server.ts';
import { BOUND } from './postgres.ts';
import { watchStatements } from './watched-statements.ts';

type Place = { file?: string; url?: string; ownerUrl?: string };

/** The first database of this process, migrated as every new one is: the next ones are copies of it. */
let first: Promise<Place> | undefined;

/** Where an empty, migrated database of this run's engine is: a new one at each call. */
export async function freshPlace(): Promise<Place> {
  const from = await (first ??= migrated());
  const place = await emptyPlace(from);
  if (place.file !== undefined && from.file !== undefined) copyFileSync(from.file, place.file);
  return place;
}

async function migrated(): Promise<Place> {
  const place = await emptyPlace();
  await (await openStore(place)).close();
  return place;
}

/** A folder of its own, or a database of PostgreSQL, there a copy of `from` if that is given. */
async function emptyPlace(from?: Place): Promise<Place> {
  if (engine === 'sqlite') {
    return { file: path.join(mkdtempSync(path.join(tmpdir(), 'throughline-')), 'throughline.db') };
  }
  const server = inject('postgresUrl');
  const name = `test_${newId().replaceAll('-', '_')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const template = from?.url === undefined ? '' : `template ${new URL(from.url).pathname.slice(1)}`;
  await client.query(`create database ${name} ${template}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  const ownerUrl = url.href;
  url.username = BOUND.user;
  url.password = BOUND.password;
  return { url: url.href, ownerUrl };
}

/** An empty store, set as the store of this process. */
export async function freshStore(): Promise<Store> {
  const place = await freshPlace();
  const store = await openStore(place);
  watchStatements(place);
  setTheStore(store);
  return store;
}
