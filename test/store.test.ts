import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engine } from '#db/dialect.ts';
import { newId } from '#db/ids.ts';
import { accountOf, programmeById, updateProgramme } from '#db/people.ts';
import { auditRows, people, programmes } from '#db/schema/index.ts';
import { inChunks, isUniqueViolation, openStore, type Store } from '#db/store.server.ts';
import { freshPlace, freshStore } from './fresh-store.ts';
import { makeBorough, type Borough } from './people.ts';

// What both engines must share: this file runs once on each, unchanged.

let store: Store;
let borough: Borough;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
});

afterAll(() => store.close());

const titleNow = async () =>
  (await programmeById(store.read, borough.authorityId, borough.programme.id))?.title;

describe(`the store on ${engine}`, () => {
  test('gives back what was written: text, numbers, instants, days, booleans, JSON, null', async () => {
    const found = await programmeById(store.read, borough.authorityId, borough.programme.id);
    expect(found).toEqual(borough.programme);
    expect(found?.createdAt).toBeInstanceOf(Date);
  });

  test('keeps all of a write or none of it', async () => {
    const before = await titleNow();
    const failing = store.write('p', async (tx) => {
      await updateProgramme(tx, borough.authorityId, borough.programme.id, 1, { title: 'Half' });
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await titleNow()).toBe(before);
    await expect(store.write('p', async () => 'carries on')).resolves.toBe('carries on');
  });

  test('refuses a write inside a write instead of waiting for ever', async () => {
    const nested = store.write('a', () => store.write('b', async () => 1));
    await expect(nested).rejects.toThrow('pass the tx');
  });

  test('loses no update when fifty people add to the same thing at once', async () => {
    const add = (n: number) =>
      store.write(`programme:${borough.programme.id}`, async (tx) => {
        const row = await programmeById(tx, borough.authorityId, borough.programme.id);
        await tx
          .update(programmes)
          .set({ places: [...(row?.places ?? []), `place ${n}`] })
          .where(eq(programmes.id, borough.programme.id));
      });
    await Promise.all(Array.from({ length: 50 }, (_, n) => add(n)));
    const row = await programmeById(store.read, borough.authorityId, borough.programme.id);
    expect(row?.places).toHaveLength(51);
    expect(new Set(row?.places).size).toBe(51);
  });

  test('saves the first of two people who edit the same version, and tells the second', async () => {
    const row = await programmeById(store.read, borough.authorityId, borough.programme.id);
    const save = (title: string) =>
      store.write(null, (tx) =>
        updateProgramme(tx, borough.authorityId, borough.programme.id, row?.version ?? 0, {
          title,
        }),
      );
    expect(await save('First')).toBe(true);
    expect(await save('Second')).toBe(false);
    expect(await titleNow()).toBe('First');
  });

  test('knows a unique violation from any other error', async () => {
    const twin = { ...borough.priya, id: newId(), passwordHash: null, closedAt: null };
    const row = { ...twin, email: 'one@example.org', createdAt: new Date() };
    await store.write(null, (tx) => tx.insert(people).values(row));
    const again = store.write(null, (tx) => tx.insert(people).values({ ...row, id: newId() }));
    const refused = await again.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(isUniqueViolation(refused)).toBe(true);
    expect(isUniqueViolation(new Error('another'))).toBe(false);
    expect((await accountOf(store.read, 'one@example.org'))?.id).toBe(row.id);
  });

  test('inserts six thousand rows', async () => {
    const at = new Date();
    const rows = Array.from({ length: 6000 }, () => ({
      id: newId(),
      authorityId: borough.authorityId,
      at,
      personId: null,
      personName: 'A test',
      action: 'authority.changed',
      thingKind: 'authority',
      thingId: 'x',
      details: {},
    }));
    await store.write(null, (tx) => inChunks(rows, (chunk) => tx.insert(auditRows).values(chunk)));
    expect(await store.read.$count(auditRows, eq(auditRows.thingId, 'x'))).toBe(6000);
  });

  test('takes a child row away with its parent, and refuses one without', async () => {
    const orphan = store.write(null, (tx) =>
      tx.insert(programmes).values({ ...borough.programme, id: newId(), authorityId: 'nobody' }),
    );
    await expect(orphan).rejects.toThrow();
  });

  test('opens again where it was closed, with nothing lost and nothing migrated twice', async () => {
    const place = await freshPlace();
    const first = await openStore(place);
    await first.close();
    const second = await openStore(place);
    expect(await second.read.$count(people)).toBe(0);
    await second.close();
  });
});
