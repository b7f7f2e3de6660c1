import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as backAction,
  loader as backLoader,
} from '#app/routes/programmes.$programmeId.theory.history.back/route.tsx';
import { loader as fileLoader } from '#app/routes/programmes.$programmeId.theory.history.compare.$file/route.ts';
import { loader as compareLoader } from '#app/routes/programmes.$programmeId.theory.history.compare._index/route.tsx';
import { loader as historyLoader } from '#app/routes/programmes.$programmeId.theory.history._index/route.tsx';
import { action as nameAction } from '#app/routes/programmes.$programmeId.theory.history.name/route.tsx';
import {
  action as outlineAction,
  loader as outlineLoader,
} from '#app/routes/programmes.$programmeId.theory.outline._index/route.tsx';
import { removeNeed } from '#app/needs/register/change-need.server.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import type { Box, Theory } from '#app/theory/graph.ts';
import { beginningOf, theoryAt } from '#app/theory/history/theory-at.ts';
import { addingBox, addingLink, apply, type Operation } from '#app/theory/operations.ts';
import { takeBack } from '#app/theory/take-back.server.ts';
import { newId } from '#db/ids.ts';
import type { Store } from '#db/store.server.ts';
import { operationsSince } from '#db/theory.ts';
import { freshStore } from '../fresh-store.ts';
import { boxOf, operationOn } from '../some-theories.ts';
import { begin, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

/** Somebody changes the theory in one go. */
async function does(begun: Begun, who: 'priya' | 'asha', operations: Operation[]): Promise<Theory> {
  const { borough } = begun;
  const theory = await theoryNow(borough);
  await applyOperations(borough[who], borough.programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: operations.map((operation) => ({ clientOpId: newId(), operation })),
  });
  return theoryNow(borough);
}

const label = (box: Box, to: string): Operation => ({
  kind: 'editBox',
  id: box.id,
  field: 'label',
  from: box.label,
  to,
});

const sorted = <T extends { id: string }>(things: readonly T[]) =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const content = ({ title, more, boxes, links, pieces }: Theory) => ({
  ...{ title, more },
  boxes: sorted(boxes),
  links: sorted(links),
  pieces: sorted(pieces),
});

async function named(begun: Begun, name: string): Promise<number> {
  const { id, sequence } = await theoryNow(begun.borough);
  const fields = { theoryId: id, sequence: String(sequence), name, note: 'Agreed in June' };
  const url = `${begun.base}/history/name`;
  const came = await begun.priya.post(nameAction, url, fields, begun.params);
  expect(came.location).toMatch(/\/history\/versions\//);
  return sequence;
}

test('the history, done again from its beginning, is what the tables hold', async () => {
  const begun = await begin();
  await startedFrom(begun, 'needs');
  const seeds = fc.sample(fc.nat(1_000_000), { numRuns: 48, seed: 5 });
  let theory = await theoryNow(begun.borough);
  while (seeds.length > 0) {
    const operations: Operation[] = [];
    let local = theory;
    for (const seed of seeds.splice(0, 8)) {
      const operation = operationOn(local, seed, newId());
      const applied = apply(local, operation);
      if ('refusal' in applied) continue;
      operations.push(operation);
      local = applied.theory;
    }
    theory = await does(begun, seeds.length % 16 === 0 ? 'priya' : 'asha', operations);
  }
  const { authorityId } = begun.borough;
  const history = await operationsSince(store.read, authorityId, theory.id, 0);
  expect(history.length).toBeGreaterThan(30);
  const again = theoryAt(beginningOf(theory, history), history, theory.sequence);
  expect(content(again)).toEqual(content(theory));
  expect(again.sequence).toBe(theory.sequence);
});

describe('versions', () => {
  test('are named once, compared word by word, and read as they stood', async () => {
    const begun = await begin();
    const { priya, dan, base, params } = begun;
    const theory = await startedFrom(begun, 'needs');
    const [first, second] = theory.boxes as [Box, Box];
    const sequence = await named(begun, 'As consulted');
    const fields = {
      theoryId: theory.id,
      sequence: String(sequence),
      name: 'as CONSULTED',
      note: '',
    };
    const twice = await priya.post(nameAction, `${base}/history/name`, fields, params);
    expect(twice.data).toMatchObject({ problems: [{ field: 'name' }] });

    await does(begun, 'asha', [
      label(first, `${first.label} on Thursdays`),
      { kind: 'removeBox', id: second.id },
      addingBox(boxOf('activity', newId(), { label: 'Open late' })),
    ]);
    const compared = await dan.get(compareLoader, `${base}/history/compare`, params);
    expect(compared.data).toMatchObject({
      fromWords: '“As consulted”',
      toWords: 'now',
      summary: '1 box added, 1 box changed and 1 box removed.',
    });
    expect(compared.data.tables.boxes[1]?.fields[0]?.stretches).toEqual([
      { is: 'same', text: first.label },
      { is: 'new', text: ' on Thursdays' },
    ]);
    expect(compared.data.svg).toContain('≠ changed');
    const file = await dan.get(fileLoader, `${base}/history/compare/difference.txt`, {
      ...params,
      file: 'difference.txt',
    });
    expect(file.text).toContain('- Removed: need “Toddlers wait a year for therapy”');

    const then = await priya.get(outlineLoader, `${base}/outline?at=${sequence}`, params);
    expect(then.data.theory.boxes.map((box) => box.label)).toContain(second.label);
    expect(then.data).toMatchObject({ moment: { names: ['As consulted'] } });
    expect(then.data.readOnly).toMatch(/^This is how it stood/);
    const never = await priya.get(outlineLoader, `${base}/outline?at=99999`, params);
    expect(never.status).toBe(404);
  });

  test('are gone back to by a new change, which one press takes back', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    const before = await startedFrom(begun, 'needs');
    const [first, second] = before.boxes as [Box, Box];
    const sequence = await named(begun, 'As consulted');
    const after = await does(begun, 'asha', [
      label(first, 'Something else'),
      { kind: 'removeBox', id: second.id },
    ]);
    const url = `${base}/history/back?to=${sequence}`;
    const page = await priya.get(backLoader, url, params);
    expect(page.data.changes).toBe(2);
    const fields = {
      theoryId: before.id,
      sequence: String(sequence),
      seen: String(page.data.seen),
    };

    await does(begun, 'asha', [{ kind: 'rename', from: after.title, to: 'While you read' }]);
    const late = await priya.post(backAction, url, fields, params);
    expect(late.data).toMatchObject({ problems: [{ field: 'what-changes' }] });

    const now = await theoryNow(borough);
    const again = { ...fields, seen: String(now.sequence) };
    await priya.post(backAction, url, again, params);
    const back = await theoryNow(borough);
    expect(content(back)).toEqual(content(before));
    expect(back.sequence).toBeGreaterThan(now.sequence);

    await priya.post(
      outlineAction,
      `${base}/outline`,
      { intent: 'take-back', theoryId: before.id },
      params,
    );
    expect(content(await theoryNow(borough))).toEqual(content(now));
  });

  test('are told in words, by whom, and of one box alone', async () => {
    const begun = await begin();
    const { dan, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const [first] = theory.boxes as [Box];
    await does(begun, 'asha', [label(first, 'Hubs open late')]);
    await does(begun, 'priya', [{ kind: 'rename', from: theory.title, to: 'Hubs' }]);
    const all = await dan.get(historyLoader, `${base}/history`, params);
    expect(all.data.seen.went.map(({ by, lines }) => [by, lines[0]]).slice(0, 2)).toEqual([
      [borough.priya.name, 'called the theory “Hubs”'],
      [borough.asha.name, `reworded “${first.label}” to “Hubs open late”`],
    ]);
    const one = await dan.get(historyLoader, `${base}/history?box=${first.id}`, params);
    expect(one.data.seen.went.map(({ lines }) => lines.length)).toEqual([1, 2]);
  });
});

describe('taking back without script', () => {
  test('goes back gesture by gesture and forward again, past what others did', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const [first, second] = theory.boxes as [Box, Box];
    const press = (intent: 'take-back' | 'do-again') =>
      priya.post(outlineAction, `${base}/outline`, { intent, theoryId: theory.id }, params);
    const labels = async () => {
      const { boxes } = await theoryNow(borough);
      return [first, second].map(({ id }) => boxes.find((box) => box.id === id)?.label);
    };
    await does(begun, 'priya', [label(first, 'One'), label(second, 'Two')]);
    await does(begun, 'priya', [label({ ...first, label: 'One' }, 'One again')]);
    await does(begun, 'asha', [label({ ...second, label: 'Two' }, 'Asha’s words')]);

    await press('take-back');
    expect(await labels()).toEqual(['One', 'Asha’s words']);
    await press('take-back');
    expect(await labels()).toEqual([first.label, 'Asha’s words']);
    await press('do-again');
    await press('do-again');
    expect(await labels()).toEqual(['One again', 'Asha’s words']);
    const page = await priya.get(outlineLoader, `${base}/outline`, params);
    expect(page.data).toMatchObject({ canUndo: true, canRedo: false });
  });

  test('takes a box back that its maker reworded in between', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const box = boxOf('activity', newId(), { label: 'Open late' });
    await does(begun, 'priya', [addingBox(box)]);
    await does(begun, 'priya', [label(box, 'Open later')]);
    for (const label of ['Open late', undefined]) {
      await takeBack(begun.borough.priya, begun.borough.programme.id, theory.id);
      expect((await theoryNow(begun.borough)).boxes[0]?.label).toBe(label);
    }
    for (const label of ['Open late', 'Open later']) {
      await takeBack(begun.borough.priya, begun.borough.programme.id, theory.id, 'redo');
      expect((await theoryNow(begun.borough)).boxes[0]?.label).toBe(label);
    }
  });

  test('brings a box back without the need that has left the register, and goes on', async () => {
    const begun = await begin();
    const { borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const [first, second] = theory.boxes as [Box, Box];
    await does(begun, 'priya', [label(second, 'Two')]);
    await does(begun, 'priya', [{ kind: 'removeBox', id: first.id }]);
    await removeNeed(borough.priya, borough.programme, first.more['needId'] ?? '');
    const { said } = await takeBack(borough.priya, borough.programme.id, theory.id);
    expect(said).toBe('Your last change is taken back.');
    const back = (await theoryNow(borough)).boxes.find(({ id }) => id === first.id);
    expect(back).toMatchObject({ label: first.label, more: {} });
    await takeBack(borough.priya, borough.programme.id, theory.id);
    const earlier = (await theoryNow(borough)).boxes.find(({ id }) => id === second.id);
    expect(earlier?.label).toBe(second.label);
  });

  test('passes over what a colleague built upon, saying so, and reaches what was before', async () => {
    const begun = await begin();
    const { borough } = begun;
    const theory = await startedFrom(begun, 'blank');
    const first = boxOf('need', newId(), { label: 'Wait' });
    await does(begun, 'asha', [addingBox(first)]);
    const back = async (way: 'undo' | 'redo') =>
      (await takeBack(borough.priya, borough.programme.id, theory.id, way)).said;
    const added = boxOf('activity', newId(), { label: 'Open late' });
    await does(begun, 'priya', [label(first, 'One')]);
    await does(begun, 'priya', [addingBox(added)]);
    const link = { id: newId(), kind: 'addresses' as const, source: added.id, target: first.id };
    await does(begun, 'asha', [addingLink({ ...link, reason: '', more: {} })]);
    expect(await back('undo')).toMatch(/so it stays as it is: .*An earlier change of yours is/);
    const after = await theoryNow(borough);
    expect(after.boxes.find(({ id }) => id === first.id)?.label).toBe(first.label);
    expect([after.boxes.some(({ id }) => id === added.id), after.links.length]).toEqual([true, 1]);
    expect(await back('undo')).toMatch(/^Somebody has changed this since/);
    expect((await theoryNow(borough)).sequence).toBe(after.sequence);
    expect(await back('redo')).toBe('Your change is done again.');
    expect((await theoryNow(borough)).boxes.find(({ id }) => id === first.id)?.label).toBe('One');
  });
});
