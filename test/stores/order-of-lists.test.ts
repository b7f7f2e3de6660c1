import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/ids.ts';
import { membersOf, newestLinkOf } from '#db/panel.ts';
import { insertPerson, insertProgramme, peopleOf, programmesOf } from '#db/people.ts';
import { callsOf } from '#db/recruitment.ts';
import {
  consultations,
  openCalls,
  panelMembers,
  personalLinks,
  statements,
  votes,
} from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { votesIn } from '#db/votes.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// What was made in one millisecond is listed in one order, however its rows lie in the database: by the
// id, which follows the order in which things were made.

let borough: Borough;
const asked = newId();
const createdAt = new Date('2030-01-01T09:00:00Z');
/** Ids of one moment, as they were made and as they are written. */
const made = Array.from({ length: 12 }, () => newId(createdAt));
const written = made.map((_, at) => made[(at * 5) % 12] ?? '');
/** Another of them, so that an index by whom a row is of gives another order. */
const other = (id: string) => made[11 - made.indexOf(id)] ?? '';

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  const { authorityId, programme, leanne } = borough;
  const here = { authorityId, programmeId: programme.id };
  await theStore().write(null, async (tx) => {
    await tx.insert(consultations).values({
      ...{ id: asked, ...here, title: 'When to open', purpose: 'The hours', version: 1, createdAt },
      ...{ standing: 'engagement', status: 'open' },
    });
    const statement = { id: asked, authorityId, consultationId: asked };
    await tx.insert(statements).values({ ...statement, text: 'Evenings', position: 1 });
    for (const id of written) {
      const about = {
        name: 'Sam Same',
        email: null,
        role: 'lead',
        passwordHash: null,
        closedAt: null,
      };
      await insertPerson(tx, { id, authorityId, createdAt, ...about });
      await insertProgramme(tx, { ...programme, id, createdAt });
      await tx.insert(openCalls).values({
        ...{ id, ...here, code: id, title: id, invitation: '' },
        ...{ size: 1, quotas: [], closesOn: '2030-02-01', keepUntil: '2030-03-01', version: 1 },
        createdAt,
      });
    }
    for (const id of written) {
      const member = { id, ...here, personId: other(id), kind: 'parent-or-carer', about: {} };
      await tx.insert(panelMembers).values({ ...member, joinedOn: '2030-01-01' });
    }
    for (const id of written) {
      const vote = { id, authorityId, statementId: asked, memberId: other(id), vote: 'agree' };
      await tx.insert(votes).values({ ...vote, comment: '', at: createdAt });
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

test('people and votes stand in the order in which they came, programmes and calls newest first', async () => {
  const db = theStore().read;
  const { authorityId, programme } = borough;
  const ours = (rows: readonly { id: string }[]) =>
    rows.map(({ id }) => id).filter((id) => made.includes(id));
  expect(ours(await peopleOf(db, authorityId))).toEqual(made);
  expect(ours(await programmesOf(db, authorityId))).toEqual(made.toReversed());
  expect(ours(await callsOf(db, authorityId, programme.id))).toEqual(made.toReversed());
  expect(ours(await membersOf(db, authorityId, programme.id))).toEqual(made);
  expect(ours(await votesIn(db, authorityId, asked))).toEqual(made);
});

test('the newest of several links is the one that no other replaced', async () => {
  const { authorityId, leanne } = borough;
  const link = await newestLinkOf(theStore().read, authorityId, leanne.id);
  expect(link?.tokenHash).toBe('newest');
});
