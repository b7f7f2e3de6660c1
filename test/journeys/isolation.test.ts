import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { auditOf, howManyAuditRows } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Every route below a programme, found from the folder, so that a new one cannot be forgotten: with
// a programme of another authority it is not found, whatever it would have done.

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}

const folder = path.join(projectFolder(), 'app', 'routes');
const names = readdirSync(folder).filter((name) => name.startsWith('programmes.$programmeId'));
const load = (name: string) => {
  const file = readdirSync(path.join(folder, name)).find((one) => /^route\.tsx?$/.test(one)) ?? '';
  return import(/* @vite-ignore */ path.join(folder, name, file)) as Promise<RouteModule>;
};

/** Every parameter in the name of a route, given an id that is somebody else's or nobody's. */
function paramsOf(name: string, programmeId: string): Record<string, string> {
  const found = [...name.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '');
  return { ...Object.fromEntries(found.map((one) => [one, 'somebody-elses'])), programmeId };
}

let store: Store;
let theirs: Borough;
let asha: BrowserOf;
let nobody: BrowserOf;
let leanne: BrowserOf;

beforeAll(async () => {
  store = await freshStore();
  const ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  asha = await BrowserOf.signedIn(ours.asha);
  leanne = await BrowserOf.signedIn(ours.leanne);
  nobody = new BrowserOf();
});
afterAll(() => store.close());

test('there are routes to try', () => {
  expect(names.length).toBeGreaterThan(30);
});

describe.each(names)('%s', (name) => {
  test('is not found with a programme of another authority', async () => {
    const { loader, action } = await load(name);
    const params = paramsOf(name, theirs.programme.id);
    const before = await howManyAuditRows(store.read, theirs.authorityId);
    if (loader) expect((await asha.get(loader, '/x', params)).status).toBe(404);
    if (action) expect((await asha.post(action, '/x', {}, params)).status).toBe(404);
    const after = await auditOf(store.read, theirs.authorityId, 0, 5);
    expect(after.length).toBe(Math.min(5, before));
  });

  test('sends whoever is not on the staff to sign in', async () => {
    const { loader, action } = await load(name);
    const params = paramsOf(name, theirs.programme.id);
    for (const stranger of [nobody, leanne]) {
      if (loader) expect((await stranger.get(loader, '/x', params)).location).toMatch(/^\/sign-in/);
      if (action) {
        expect((await stranger.post(action, '/x', {}, params)).location).toMatch(/^\/sign-in/);
      }
    }
  });
});
