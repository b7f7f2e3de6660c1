import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as nameAction } from '#app/routes/programmes.$programmeId.theory.history.name/route.tsx';
import {
  action as versionAction,
  loader as versionLoader,
} from '#app/routes/programmes.$programmeId.theory.history.versions.$versionId/route.tsx';
import { loader as publicLoader } from '#app/routes/theories.$code._index/route.tsx';
import { loader as takeLoader } from '#app/routes/theories.$code.take.$file/route.ts';
import { eraseMyself } from '#app/panel/care/erase-member.server.ts';
import type { Person } from '#app/people/can.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import type { Box } from '#app/theory/graph.ts';
import { addingBox, type Operation } from '#app/theory/operations.ts';
import { newId } from '#db/ids.ts';
import { insertPerson } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { versionsOf } from '#db/theory-versions.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { boxOf } from '../some-theories.ts';
import { begin, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

async function does({ borough }: Begun, operations: Operation[]): Promise<void> {
  const theory = await theoryNow(borough);
  await applyOperations(borough.priya, borough.programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: operations.map((operation) => ({ clientOpId: newId(), operation })),
  });
}

/** A named version of the theory as it is now: how its page is asked for, and pressed. */
async function version(begun: Begun, name: string) {
  const { priya, base, params, borough } = begun;
  const { id, sequence } = await theoryNow(borough);
  const fields = { theoryId: id, sequence: String(sequence), name, note: '' };
  const came = await priya.post(nameAction, `${base}/history/name`, fields, params);
  const url = came.location ?? '';
  const at = { ...params, versionId: url.split('/').at(-1) ?? '' };
  const post = (who: BrowserOf, intent: string, more: Record<string, string | string[]> = {}) =>
    who.post(versionAction, url, { intent, comment: '', ...more }, at);
  return { id: at.versionId, url, at, post };
}

/** A member of the panel, by the row that every member has. */
async function joined({ borough }: Begun, name: string): Promise<Person> {
  const { authorityId } = borough;
  const person: Person = { id: newId(), authorityId, name, role: 'panel-member' };
  const row = { ...person, email: null, passwordHash: null, createdAt: new Date(), closedAt: null };
  await store.write(null, (tx) => insertPerson(tx, row));
  return person;
}

async function codeOf(begun: Begun): Promise<string> {
  const { id } = await theoryNow(begun.borough);
  const all = await versionsOf(store.read, begun.borough.authorityId, id);
  return all.find(({ code }) => code !== null)?.code ?? '';
}

const anybody = new BrowserOf();
const read = (code: string, query = '') =>
  anybody.get(publicLoader, `/theories/${code}${query}`, { code });

describe('a published version', () => {
  test('is read by everybody as it was published, with what changed, until it is withdrawn', async () => {
    const begun = await begin();
    const { priya } = begun;
    const theory = await startedFrom(begun, 'needs');
    const [first] = theory.boxes as [Box];
    await does(begun, [
      addingBox(
        boxOf('activity', 'late', {
          label: 'جمعرات کی شام کھلا رہے',
          more: { lead: 'Hub managers' },
        }),
      ),
    ]);
    const one = await version(begun, 'As consulted');
    await one.post(priya, 'publish', { comment: 'Write to the hub' });
    const code = await codeOf(begun);
    expect(code).toMatch(/^[0-9a-f]{12}$/);

    await does(begun, [
      { kind: 'editBox', id: first.id, field: 'label', from: first.label, to: 'Later words' },
    ]);
    const page = await read(code);
    expect(page.data.page).toMatchObject({ name: 'As consulted', comment: 'Write to the hub' });
    const words = JSON.stringify(page.data.page.columns);
    expect(words).toContain('جمعرات');
    expect(words).not.toMatch(/Later words|Hub managers|needId/);
    expect(page.data.page.svg).toContain('text-anchor="end"');

    const two = await version(begun, 'As approved');
    await two.post(priya, 'publish', { leads: 'yes' });
    expect(await codeOf(begun)).toBe(code);
    const newer = await read(code);
    expect(newer.data.page.since).toMatchObject({
      name: 'As consulted',
      summary: expect.stringMatching(/^2 boxes changed/) as string,
    });
    expect(JSON.stringify(newer.data.page.columns)).toContain('Hub managers');
    const older = await read(code, `?version=${one.id}`);
    expect(older.data.page).toMatchObject({ name: 'As consulted', isLatest: false });
    const json = await anybody.get(takeLoader, `/theories/${code}/take/theory.json`, {
      code,
      file: 'theory.json',
    });
    expect(json.text).toContain('Later words');
    expect(json.text).not.toContain(begun.needIds[0] ?? '-');

    await two.post(priya, 'withdraw');
    expect((await read(code)).data.page.name).toBe('As consulted');
    await one.post(priya, 'withdraw');
    expect((await read(code)).status).toBe(404);
  });

  test('names no person: it is not published until the words say a role', async () => {
    const begun = await begin();
    const { priya, borough } = begun;
    await startedFrom(begun, 'needs');
    const label = `${borough.tom.name.toUpperCase()} runs the group`;
    await does(begun, [addingBox(boxOf('activity', newId(), { label }))]);
    const one = await version(begun, 'Draft');
    const page = await priya.get(versionLoader, one.url, one.at);
    expect(page.data.named).toEqual([`the activity “${label}”`]);
    const came = await one.post(priya, 'publish');
    expect(came.data).toMatchObject({ problems: [{ field: 'comment' }] });
    expect(await codeOf(begun)).toBe('');
  });

  test('names no member of a panel either, nor tells that somebody is one', async () => {
    const begun = await begin();
    await startedFrom(begun, 'needs');
    await joined(begun, 'Nadia Rahman');
    const one = await version(begun, 'As Nadia Rahman asked');
    const came = await one.post(begun.priya, 'publish', { comment: 'Ask nadia rahman' });
    const [problem] = (came.data as { problems: { message: string }[] }).problems;
    expect(problem?.message).toContain('the name of the version; how to comment on it');
    expect(problem?.message).not.toMatch(/Nadia|member/i);
    expect(await codeOf(begun)).toBe('');
  });

  test('loses the name of a member who is erased, and keeps its other words', async () => {
    const begun = await begin();
    await startedFrom(begun, 'needs');
    const label = 'The table of "Sun\\day"\nthat Nadia Rahman began';
    await does(begun, [addingBox(boxOf('activity', newId(), { label }))]);
    const one = await version(begun, 'With Nadia Rahman');
    await one.post(begun.priya, 'publish', { comment: 'Or tell Nadia Rahman' });
    const code = await codeOf(begun);
    expect(JSON.stringify((await read(code)).data)).toContain('Nadia Rahman');
    const member = await joined(begun, 'Nadia Rahman');
    await eraseMyself(member, false);
    const page = await read(code);
    expect(JSON.stringify(page.data)).not.toContain('Nadia');
    expect(page.data.page.name).toBe('With A former member');
    expect(JSON.stringify(page.data.page.columns)).toContain(
      JSON.stringify('The table of "Sun\\day"\nthat A former member began').slice(1, -1),
    );
    await one.post(begun.priya, 'publish');
    expect(JSON.stringify((await read(code)).data)).not.toContain('Nadia');
  });

  test('is published by those who may change the theory, and by nobody of another council', async () => {
    const [ours, theirs] = [await begin(), await begin()];
    await startedFrom(ours, 'needs');
    await startedFrom(theirs, 'needs');
    const one = await version(ours, 'Ours');
    expect((await one.post(ours.dan, 'publish')).status).toBe(403);
    expect((await one.post(theirs.priya, 'publish')).status).toBe(404);
    const elsewhere = { ...theirs.params, versionId: one.id };
    const url = `${theirs.base}/history/versions/${one.id}`;
    expect((await theirs.priya.get(versionLoader, url, elsewhere)).status).toBe(404);
    expect((await read('0123456789ab')).status).toBe(404);
  });
});
