import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { auditOf, howManyAuditRows } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { startProgramme } from '#app/people/run-programme.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { aVoiceInTheTheory } from '../a-voice.ts';
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

test('what one programme was told is not on the thread of another of the same authority', async () => {
  const ours = await makeBorough('Twoborough');
  const said = await aVoiceInTheTheory(ours);
  const other = await startProgramme(ours.priya, {
    title: 'Another programme',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    places: [],
    packs: ['bsfh-2026'],
    stage: 'consult',
    version: 1,
  });
  const priya = await BrowserOf.signedIn(ours.priya);
  const { loader } = await load('programmes.$programmeId.thread.$kind.$objectId');
  if (!loader) throw new Error('The thread has no page.');
  for (const [kind, objectId] of [
    ['vote', said.voteId],
    ['theme', said.themeId],
    ['need', said.needId],
  ] as const) {
    const at = (programmeId: string) => ({ programmeId, kind, objectId });
    expect((await priya.get(loader, '/x', at(ours.programme.id))).status).toBe(200);
    expect((await priya.get(loader, '/x', at(other.id))).status, kind).toBe(404);
  }
});

test('the canvas may send characters that a database refuses', async () => {
  const ours = await makeBorough('Threeborough');
  await aVoiceInTheTheory(ours);
  const theory = await theoryOfProgramme(store.read, ours.authorityId, ours.programme.id);
  const [box] = theory?.boxes ?? [];
  const { loader, action } = await load('programmes.$programmeId.theory.operations');
  if (!theory || !box || !loader || !action) throw new Error('There is nothing to change.');
  const edit = { kind: 'editBox', id: box.id, field: 'label', from: box.label };
  const to = 'Evenings\0 and\v\ud800';
  const fields = {
    theoryId: theory.id,
    base: String(theory.sequence),
    operations: JSON.stringify([{ clientOpId: 'one-of-the-tests', operation: { ...edit, to } }]),
  };
  const priya = await BrowserOf.signedIn(ours.priya);
  const here = { programmeId: ours.programme.id };
  expect((await priya.post(action, '/x', fields, here)).status).toBe(200);
  const after = await theoryOfProgramme(store.read, ours.authorityId, ours.programme.id);
  const labels = after?.boxes.map(({ label }) => label);
  expect(labels).toContain('Evenings and\n\ufffd');
  const since = `/x?theory=${theory.id}&since=nothing`;
  expect((await priya.get(loader, since, here)).status).toBe(200);
});

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
