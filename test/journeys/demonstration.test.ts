import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationDoors, throughDoor } from '#app/http/demonstration.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { readHome } from '#app/programme/read-home.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { loadDemonstration, type Demonstration } from '#db/demo/load.server.ts';
import { lineCounts } from '#db/programme.ts';
import { responses } from '#db/schema/index.ts';
import { readingOnce } from '#db/read-once.server.ts';
import { inRequest } from '#db/scope.server.ts';
import type { Store } from '#db/store.server.ts';
import { themesOf, updateTheme } from '#db/themes.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';

// The fictional borough is made by the deeds that people use, so loading it is a test of them all.

let store: Store;
let demonstration: Demonstration;

beforeAll(async () => {
  store = await freshStore();
  demonstration = await loadDemonstration();
});
afterAll(() => store.close());

const counts = () => lineCounts(store.read, demonstration.authorityId, demonstration.programme.id);

test('it has one of everything, in believable numbers', async () => {
  const held = await counts();
  expect(held.answers).toBeGreaterThan(380);
  expect(held.answers).toBeLessThan(450);
  expect(held.needs).toBeGreaterThanOrEqual(8);
  expect(held.members).toBe(12);
  expect(held.consultations).toBeGreaterThanOrEqual(2);
  expect(held.openConsultations).toBeGreaterThanOrEqual(1);
  expect(held.boxes).toBeGreaterThanOrEqual(28);
  expect(held.planLines).toBeGreaterThanOrEqual(24);
  expect(held.repliesPublished).toBeGreaterThanOrEqual(2);
});

test('it is honest about what is missing', async () => {
  const held = await counts();
  expect(held.themesWithoutReply).toBeGreaterThan(0);
  expect(held.needsWithoutBox).toBeGreaterThan(0);
  const home = await readHome(demonstration.programme);
  expect(home.obstacles).toHaveLength(3);
  expect(home.needs.every((need) => need.evidence !== null)).toBe(true);
});

test('the line across the page and the plan count the same lines as incomplete', async () => {
  const { obstacles } = await readPlan(demonstration.programme);
  const incomplete = obstacles.find((one) => one.id === 'incomplete-lines');
  expect((await counts()).planLinesIncomplete).toBe(incomplete?.about.length ?? 0);
});

test('what people wrote is found without looking at answers that hold no words', async () => {
  const { programme } = demonstration;
  const found = await readComments(store.read, programme);
  const counted = await store.read.select({ words: responses.ownWords }).from(responses);
  expect(counted.filter(({ words }) => words === 0).length).toBeGreaterThan(100);
  expect(counted.filter(({ words }) => words !== 0).length).toBeGreaterThan(100);
  await store.write(null, (tx) => tx.update(responses).set({ ownWords: null }));
  expect(await readComments(store.read, programme)).toEqual(found);
});

test('a page reads its themes once, and a write those that it has just changed', async () => {
  const { authorityId, programme } = demonstration;
  await readingOnce(async () => {
    const found = await themesOf(store.read, authorityId, programme.id);
    expect(await themesOf(store.read, authorityId, programme.id)).toBe(found);
    const changed = await store.write(null, async (tx) => {
      await updateTheme(tx, authorityId, found[0]?.theme.id ?? '', { name: 'Buses on Saturdays' });
      return themesOf(tx, authorityId, programme.id);
    });
    expect(changed[0]?.theme.name).toBe('Buses on Saturdays');
  });
});

test('five people of it have a door, and nobody else has', async () => {
  const other = await makeBorough();
  const doors = await demonstrationDoors();
  expect(doors.map((door) => door.as.split(', ')[1])).toEqual([
    'strategic lead',
    'panel facilitator',
    'parent on the panel',
    'commissioner',
    'administrator',
  ]);
  for (const door of doors) {
    // As a request comes: for nobody, until it is known who came.
    const person = await inRequest(() => throughDoor(door.path.split('/').at(-1) ?? ''));
    expect(person?.authorityId).toBe(demonstration.authorityId);
    expect(person?.authorityId).not.toBe(other.authorityId);
  }
  expect(await throughDoor('a-guess')).toBeUndefined();
});
