import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as boxAction,
  loader as boxLoader,
} from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import {
  action as tableAction,
  loader as tableLoader,
} from '#app/routes/programmes.$programmeId.theory.table._index/route.tsx';
import { action as pasteAction } from '#app/routes/programmes.$programmeId.theory.table.paste/route.tsx';
import { tableLook } from '#app/theory/table/table-look.ts';
import { boxRows, linkRows, shownValues } from '#app/theory/table/table-rows.ts';
import type { Store } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, formOf, stamp, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

/** The table as a window without script has it: every field of every row, and where it posts to. */
async function openTable({ priya, base, params }: Begun, query = '') {
  const address = `${base}/table${query}`;
  const { data } = await priya.get(tableLoader, address, params);
  const look = tableLook(`http://x.test${address}`);
  const boxes = look.rows === 'boxes' ? boxRows(data.theory, look).rows : [];
  const links = look.rows === 'links' ? linkRows(data.theory, look).rows : [];
  const was = shownValues({ boxes, links }, look);
  const fields: Record<string, string> = {};
  for (const [id, row] of [...Object.entries(was.boxes), ...Object.entries(was.links)]) {
    for (const [field, value] of Object.entries(row)) fields[`${field}~${id}`] = value;
  }
  const all = { ...stamp(data.theory, `${data.mark}-table`), intent: 'rows' };
  return { address, fields: { ...fields, ...all, was: JSON.stringify(was) }, theory: data.theory };
}

describe('the table, without any script', () => {
  test('saves all rows at once, adds, links, says why, moves, deletes and takes back', async () => {
    const begun = await begin();
    const { priya, params, base } = begun;
    await startedFrom(begun, 'reach-and-access');
    const send = async (change: Record<string, string>, query = '') => {
      const { address, fields } = await openTable(begun, query);
      return priya.post(tableAction, address, { ...fields, ...change }, params);
    };
    const before = await theoryNow(begun.borough);
    const [first, second] = before.boxes.filter(({ type }) => type === 'activity');
    if (!first || !second) throw new Error('The starter has two activities.');
    await send({
      [`label~${first.id}`]: 'Said in the table',
      [`lead~${second.id}`]: 'Hub manager',
      newType: 'output',
      newLabel: 'Forty evenings',
      do: 'save',
    });
    const now = await theoryNow(begun.borough);
    const labelOf = (id: string) => now.boxes.find((box) => box.id === id);
    expect(labelOf(first.id)?.label).toBe('Said in the table');
    expect(labelOf(second.id)?.more['lead']).toBe('Hub manager');
    const added = now.boxes.find(({ label }) => label === 'Forty evenings');
    if (!added) throw new Error('The row was not added.');

    const linking = await send({ do: `connect~${first.id}` });
    expect(linking.location).toContain(`rows=links&from=${first.id}#newTarget`);
    const linked = await send(
      { newSource: first.id, newTarget: added.id, newReason: 'They are open', do: 'add~link' },
      '?rows=links',
    );
    const link = (await theoryNow(begun.borough)).links.find(({ target }) => target === added.id);
    expect(link).toMatchObject({ source: first.id, reason: 'They are open' });
    expect(linked.location).toContain(`#link-${link?.id}`);

    await send({ do: `up~${second.id}` });
    const order = (await theoryNow(begun.borough)).boxes.filter(({ type }) => type === 'activity');
    expect(order[0]?.id).toBe(second.id);

    const count = (await theoryNow(begun.borough)).boxes.length;
    const gone = await send({ do: `remove~${added.id}` });
    expect(gone.location).toMatch(/#box-/);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(count - 1);
    await send({ do: 'undo' });
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(count);
    expect((await theoryNow(begun.borough)).links.map(({ id }) => id)).toContain(link?.id);
    expect((await send({ do: `open~${added.id}` })).location).toBe(
      `${base}/outline/boxes/${added.id}?back=table`,
    );
  });

  test('what two people typed into one cell is put before the second; the rest is saved', async () => {
    const begun = await begin();
    const { priya, asha, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const page = await openTable(begun);
    const [first, second] = before.boxes.filter(({ type }) => type === 'activity');
    if (!first || !second) throw new Error('The starter has two activities.');
    await asha.post(
      boxAction,
      `${base}/outline/boxes/${first.id}`,
      formOf(before, first, { label: 'As Asha says it' }),
      { ...params, boxId: first.id },
    );
    const typed = {
      ...page.fields,
      [`label~${first.id}`]: 'As Priya says it',
      [`label~${second.id}`]: 'Priya’s own',
    };
    const answer = await priya.post(tableAction, page.address, typed, params);
    expect('conflicts' in answer.data ? answer.data.conflicts : []).toMatchObject([
      { theirs: 'As Asha says it', yours: 'As Priya says it' },
    ]);
    const labels = (await theoryNow(begun.borough)).boxes.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['As Asha says it', 'Priya’s own']));
  });

  test('a fault saves nothing and keeps what was typed', async () => {
    const begun = await begin();
    const { priya, params } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const { address, fields } = await openTable(begun);
    const [first, second] = before.boxes;
    const change = { [`label~${first?.id}`]: '', [`label~${second?.id}`]: 'Kept as typed' };
    const answer = await priya.post(tableAction, address, { ...fields, ...change }, params);
    expect(answer).toMatchObject({
      status: 422,
      data: {
        problems: [{ field: `label~${first?.id}`, message: 'Enter what the box says' }],
        typed: { [`label~${second?.id}`]: 'Kept as typed' },
      },
    });
    expect((await theoryNow(begun.borough)).sequence).toBe(before.sequence);
  });

  test('rows of a spreadsheet are looked at, then added once', async () => {
    const begun = await begin();
    const { priya, params, base } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const form = {
      ...stamp(before),
      type: 'output',
      text: 'Box\tLeads to\nOne\tTwo\nTwo\t',
    };
    const address = `${base}/table/paste`;
    const looked = await priya.post(pasteAction, address, { ...form, intent: 'look' }, params);
    expect('rows' in looked.data ? looked.data.rows : []).toMatchObject([
      { label: 'One', passed: null },
      { label: 'Two', passed: null },
    ]);
    expect((await theoryNow(begun.borough)).sequence).toBe(before.sequence);
    await priya.post(pasteAction, address, { ...form, intent: 'add' }, params);
    await priya.post(pasteAction, address, { ...form, intent: 'add' }, params);
    const after = await theoryNow(begun.borough);
    expect(after.boxes).toHaveLength(before.boxes.length + 2);
    expect(after.links).toHaveLength(before.links.length + 1);
  });
});

test('the page of a box leads back to where it was opened, and moves between tiers', async () => {
  const begun = await begin();
  const { priya, params, base } = begun;
  const before = await startedFrom(begun, 'reach-and-access');
  const box = before.boxes.find(({ type }) => type === 'intermediateOutcome');
  if (!box) throw new Error('The starter has an intermediate outcome.');
  const own = { ...params, boxId: box.id };
  const address = `${base}/outline/boxes/${box.id}?back=table`;
  await priya.get(boxLoader, address, own);
  const form = { ...stamp(before), intent: 'later' };
  const moved = await priya.post(boxAction, address, form, own);
  expect(moved.location).toBe(`${base}/table?box=${box.id}#box-${box.id}`);
  const after = (await theoryNow(begun.borough)).boxes.find(({ id }) => id === box.id);
  expect(after?.type).toBe('longTermOutcome');
});
