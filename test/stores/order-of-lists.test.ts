import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/ids.ts';
import { newestLinkOf } from '#db/panel.ts';
import { insertPerson, insertProgramme, peopleOf, programmesOf } from '#db/people.ts';
import { callsOf } from '#db/recruitment.ts';
import { openCalls, personalLinks } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// What was made in one millisecond is listed in one order, however its rows lie in the database: by the
// id, which follows the order in which things were made.

let borough: Borough;
const createdAt = new Date('2030-01-01T09:00:00Z');
/** Ids of one moment, as they were made and as they are written. */
const made = Array.from({ length: 12 }, () => newId(createdAt));
const written = made.map((_, at) => made[(at * 5) % 12] ?? '');

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  const { authorityId, programme, leanne } = borough;
  await theStore().write(null, async (tx) => {
    for (const id of written) {
      const about = { name: id, email: null, role: 'lead', passwordHash: null, closedAt: null };
      await insertPerson(tx, { id, authorityId, createdAt, ...about });
      await insertProgramme(tx, { ...programme, id, createdAt });
      await tx.insert(openCalls).values({
        ...{ id, authorityId, programmeId: programme.id, code: id, title: id, invitation: '' },
        ...{ size: 1, quotas: [], closesOn: '2030-02-01', keepUntil: '2030-03-01', version: 1 },
        createdAt,
      });
    }
    for (const [tokenHash, replacedAt] of [
      ['first', createdAt],
      ['newest', null],
      ['second', createdAt],
    ] as const) {
      const link = { tokenHash, authorityId, personId: leanne.id, createdAt, replacedAt };
      await tx.insert(personalLinks).values({ ...link, expiresAt: new Date('2031-01-01') });
    }
  });
});
afterAll(() => theStore().close());

test('people stand in the order in which they came, programmes and calls newest first', async () => {
  const db = theStore().read;
  const { authorityId, programme } = borough;
  const ours = (rows: readonly { id: string }[]) =>
    rows.map(({ id }) => id).filter((id) => made.includes(id));
  expect(ours(await peopleOf(db, authorityId))).toEqual(made);
  expect(ours(await programmesOf(db, authorityId))).toEqual(made.toReversed());
  expect(ours(await callsOf(db, authorityId, programme.id))).toEqual(made.toReversed());
});

test('the newest of several links is the one that no other replaced', async () => {
  const { authorityId, leanne } = borough;
  const link = await newestLinkOf(theStore().read, authorityId, leanne.id);
  expect(link?.tokenHash).toBe('newest');
});
