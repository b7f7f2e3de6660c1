import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '#app/panel/add-member.server.ts';
import { eraseMember } from '#app/panel/care/erase-member.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { addPerson, closeAccount } from '#app/people/run-people.server.ts';
import { copyOfStaff, eraseStaff, seeStaff } from '#app/privacy/erase-staff.server.ts';
import {
  keepRegister,
  readRegister,
  registerFile,
  repeatErasures,
} from '#app/privacy/erasure-register.server.ts';
import { action as onePerson } from '#app/routes/people.$personId/route.tsx';
import { allMembershipsOf } from '#db/erasure.ts';
import { insertIdentity } from '#db/identities.ts';
import { newId } from '#db/ids.ts';
import { updateMember } from '#db/panel.ts';
import { record, auditOf, peopleOf, personById, updatePerson } from '#db/people.ts';
import {
  erasures,
  recoveryCodes,
  secondFactors,
  signInIdentities,
  themes,
} from '#db/schema/index.ts';
import { insertRecoveryCodes, saveSecondFactor } from '#db/second-steps.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// What was erased stays erased after a restore, by a file that names nobody. Mutations: without `noteErased`
// in a deed, or with `missing` in repeatErasures left empty, whoever was erased is there again.

let store: Store;
let borough: Borough;
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-register-'));

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.close();
});

const inFile = () => readRegister(registerFile(folder));

test('a member whom a backup brings back is erased again, with their words only if they asked', async () => {
  const faults: unknown[] = [];
  const note = (fault?: unknown) => faults.push(fault);
  const stop = keepRegister(folder, note, note);
  const { tom, programme, authorityId } = borough;
  const form = MemberForm.parse({
    ...{ name: 'Olive Keeper', kind: 'parent-or-carer', joinedOn: '2026-05-01' },
    ...{ preferred: 'email', email: 'olive@example.org' },
  });
  const { person } = await addMember(tom, programme, form);
  const before = await personById(store.read, authorityId, person.id);
  const { id: memberId, about } = (await membership(person.id)) ?? { id: '', about: {} };
  await eraseMember(tom, programme, memberId, false);
  await expect.poll(() => inFile().length).toBe(1);
  expect(inFile()[0]).toMatchObject({ kind: 'member', words: false });
  expect(readFileSync(registerFile(folder), 'utf8')).not.toMatch(/Olive|olive|example\.org/);

  // As a backup of before would have it: the person, the membership, and no line of the register.
  await store.write(null, async (tx) => {
    const { name, email, closedAt } = before ?? {};
    await updatePerson(tx, authorityId, person.id, {
      name: name ?? '',
      email: email ?? null,
      closedAt: closedAt ?? null,
    });
    await updateMember(tx, authorityId, memberId, { about, leftOn: null });
    await tx.delete(erasures);
  });
  expect(await repeatErasures(folder)).toEqual({ member: 1 });
  expect((await personById(store.read, authorityId, person.id))?.name).toBe('A former member');
  const [row] = await auditOf(store.read, authorityId, 0, 1);
  expect(row).toMatchObject({ action: 'erasures.repeated', details: { count: 1 } });
  expect(await repeatErasures(folder)).toEqual({});
  expect(faults).toEqual([]);
  stop();
});

const membership = async (personId: string) => {
  const [found] = await allMembershipsOf(store.read, borough.authorityId, personId);
  return found;
};

test('a colleague who left is erased: what they did is still one person’s doing, and nobody’s name', async () => {
  const { asha, authorityId } = borough;
  const account = {
    name: 'Wilfred Oakes',
    email: 'w.oakes@example.org',
    role: 'lead',
    password: 'three random words',
  } as const;
  expect(await addPerson(asha, account)).toEqual({ done: true });
  const found = (await peopleOf(store.read, authorityId)).find(({ name }) => name === account.name);
  const id = found?.id ?? '';
  const wilfred = { ...borough.priya, id, name: account.name };
  await store.write(null, async (tx) => {
    await record(tx, wilfred, 'authority.changed', { kind: 'authority', id: authorityId });
  });
  const issuer = 'https://accounts.example.org';
  const identity = { id: newId(), authorityId, personId: id, issuer, subject: 'oakes' };
  const linkedAt = new Date();
  await store.write(null, async (tx) => {
    await insertIdentity(tx, { ...identity, linkedAt });
    const factor = { key: 'sealed', lastStep: 0, setUpAt: linkedAt };
    await saveSecondFactor(tx, { personId: id, authorityId, ...factor });
    await insertRecoveryCodes(tx, [{ codeHash: 'hash', authorityId, personId: id, usedAt: null }]);
  });
  await expect(eraseStaff(asha, id)).rejects.toThrow(/Close the account first/);
  await closeAccount(asha, id);
  const held = JSON.stringify(await copyOfStaff(asha, id));
  expect(held).toContain('w.oakes@example.org');
  expect(held).toContain(issuer);
  expect(held).toContain('Recovery codes');
  expect(held).not.toMatch(/argon2|sealed|"hash"/);
  await eraseStaff(asha, id);
  for (const table of [signInIdentities, secondFactors, recoveryCodes]) {
    expect(await store.read.$count(table, eq(table.personId, id))).toBe(0);
  }
  // Whoever comes back with the same account of the directory gets in under a new one.
  await store.write(null, (tx) =>
    insertIdentity(tx, { ...identity, id: newId(), personId: borough.tom.id, linkedAt }),
  );
  const row = await personById(store.read, authorityId, id);
  expect(row).toMatchObject({ email: null, passwordHash: null });
  expect(row?.name).toMatch(/^Former colleague [0-9A-F]{4}$/);
  const trail = await auditOf(store.read, authorityId, 0, 100);
  expect(JSON.stringify(trail)).not.toMatch(/Wilfred|Oakes/);
  expect(trail.some((one) => one.personName === row?.name)).toBe(true);
  await expect(eraseStaff(borough.priya, id)).rejects.toThrow(/Only an administrator/);
});

test('the account of a directory can be taken off a closed account, so that its owner may come back', async () => {
  const { asha, authorityId } = borough;
  const [first, second] = ['Rhoda Lunt', 'Rhoda Lunt again'].map((name) => ({
    ...{ name, email: `${name.replaceAll(' ', '.')}@example.org`, role: 'lead' as const },
    password: null,
  }));
  if (!first || !second) return;
  const id = await added(first);
  const account = { authorityId, issuer: 'https://accounts.example.org', subject: 'rhoda' };
  const linkedAt = new Date();
  const link = (personId: string) =>
    store.write(null, (tx) => insertIdentity(tx, { ...account, id: newId(), personId, linkedAt }));
  await link(id);
  await closeAccount(asha, id);
  const again = await added(second);
  await expect(link(again)).rejects.toThrow();
  expect(await seeStaff(asha, id)).toMatchObject({ closed: true, linked: true });
  const browser = await BrowserOf.signedIn(asha);
  const params = { personId: id };
  expect((await browser.post(onePerson, '/x', { intent: 'sessions' }, params)).status).toBe(404);
  expect((await browser.post(onePerson, '/x', { intent: 'unlink' }, params)).status).toBe(302);
  await link(again);
});

test('a namesake of whoever is erased keeps their name and what they did', async () => {
  const { asha, authorityId } = borough;
  const account = (email: string) => ({
    ...{ name: 'Ada Twin', email, role: 'lead' as const },
    password: null,
  });
  const goes = await added(account('ada.one@example.org'));
  const stays = await added(account('ada.two@example.org'));
  const themeId = newId();
  await store.write(null, async (tx) => {
    for (const id of [goes, stays]) {
      const by = { ...borough.priya, id, name: 'Ada Twin' };
      await record(tx, by, 'authority.changed', { kind: 'authority', id: authorityId });
    }
    const theme = { id: themeId, authorityId, programmeId: borough.programme.id, name: 'Later' };
    const rest = { definition: 'As Ada Twin says.', createdAt: new Date(), createdBy: 'Ada Twin' };
    await tx.insert(themes).values({ ...theme, ...rest });
  });
  await closeAccount(asha, goes);
  expect(await seeStaff(asha, goes)).toMatchObject({
    shared: true,
    did: [{ table: 'audit_rows', rows: 1 }],
  });
  await eraseStaff(asha, goes);
  const trail = await auditOf(store.read, authorityId, 0, 100);
  const named = (id: string) =>
    new Set(trail.filter(({ personId }) => personId === id).map(({ personName }) => personName));
  expect([...named(stays)]).toEqual(['Ada Twin']);
  expect([...named(goes)]).toEqual([expect.stringMatching(/^Former colleague/)]);
  const [theme] = await store.read.select().from(themes).where(eq(themes.id, themeId));
  expect(theme).toMatchObject({ createdBy: 'Ada Twin', definition: 'As Ada Twin says.' });
});

/** Adds a colleague; gives their id. */
async function added(account: Parameters<typeof addPerson>[1]): Promise<string> {
  expect(await addPerson(borough.asha, account)).toEqual({ done: true });
  const all = await peopleOf(store.read, borough.authorityId);
  return all.find(({ email }) => email === account.email)?.id ?? '';
}

test('lines that no backup is old enough to need go from the file, and are not worked again', async () => {
  const file = registerFile(folder);
  const { authorityId } = borough;
  const line = { authorityId, kind: 'member', words: true } as const;
  const old = { ...line, key: 'a'.repeat(64), erasedOn: '2023-01-31' };
  const newer = { ...line, key: 'b'.repeat(64), erasedOn: '2025-01-31' };
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}${JSON.stringify(old)}\n${JSON.stringify(newer)}\n`);
  await repeatErasures(folder, file, new Date('2026-01-31T09:00:00Z'));
  const keys = inFile().map(({ key }) => key);
  expect(keys).not.toContain(old.key);
  expect(keys).toContain(newer.key);
  expect(await store.read.$count(erasures, eq(erasures.key, old.key))).toBe(0);
  expect(await store.read.$count(erasures, eq(erasures.key, newer.key))).toBe(1);
  expect(statSync(file).mode & 0o077).toBe(0);
  await store.write(null, (tx) => tx.delete(erasures).where(eq(erasures.key, newer.key)));
  writeFileSync(file, before);
});

test('what only the database knows is added to the file, and a half-written line is passed by', async () => {
  const lines = inFile().length;
  writeFileSync(registerFile(folder), `${readFileSync(registerFile(folder), 'utf8')}{"key":"12`);
  expect(await repeatErasures(folder)).toEqual({});
  expect(inFile().length).toBe(lines + 2);
  expect(inFile().at(-1)).toMatchObject({ kind: 'staff' });
});
