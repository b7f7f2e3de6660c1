import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as addAction,
  loader as addLoader,
} from '#app/routes/programmes.$programmeId.theory.measures.add/route.tsx';
import { action as bringAction } from '#app/routes/programmes.$programmeId.theory.measures.bring/route.tsx';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.measures.export/route.ts';
import {
  action as changeAction,
  loader as changeLoader,
} from '#app/routes/programmes.$programmeId.theory.measures.$measureId.change/route.tsx';
import {
  action as figureAction,
  loader as measureLoader,
} from '#app/routes/programmes.$programmeId.theory.measures.$measureId._index/route.tsx';
import { action as correctAction } from '#app/routes/programmes.$programmeId.theory.measures.$measureId.values.$valueId/route.tsx';
import { loader as listLoader } from '#app/routes/programmes.$programmeId.theory.measures._index/route.tsx';
import { loader as threadLoader } from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import { takeBack } from '#app/theory/take-back.server.ts';
import { valuesOfMeasure } from '#app/theory/measures/measure-form.ts';
import type { ReadValues } from '#app/theory/measures/read-values.ts';
import type { Store } from '#db/store.server.ts';
import { newId } from '#db/ids.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, stamp, startedFrom, theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const facts = {
  label: 'Parents who feel more confident after using a hub',
  counts: 'change',
  source: 'Yearly survey of families',
  unit: 'per cent',
  baseline: '50',
  baselineOn: '2026-03-31',
  target: '70',
  targetOn: '2028-03-31',
  shared: 'parent-confidence',
  breakdowns: ['sex', 'place'],
};

const readOf = (data: unknown) => (data as { read: ReadValues }).read;

/** A theory with one measure on its first intermediate outcome. */
async function measured() {
  const begun = await begin();
  const theory = await startedFrom(begun, 'reach-and-access');
  const box = theory.boxes.find(({ type }) => type === 'intermediateOutcome');
  if (box === undefined) throw new Error('The starter has outcomes');
  const mark = newId();
  const fields = { ...stamp(theory, mark), ...facts, breakdowns: 'sex,place', on: box.id };
  const address = `${begun.base}/measures`;
  const came = await begun.priya.post(addAction, `${address}/add`, fields, begun.params);
  expect(came.location).toBe(`${address}/${mark}`);
  const params = { ...begun.params, measureId: mark };
  const page = () => begun.priya.get(measureLoader, `${address}/${mark}`, params);
  const enter = (figure: Record<string, string>) =>
    begun.priya.post(figureAction, `${address}/${mark}`, figure, params);
  return { ...begun, box, measureId: mark, address, params, page, enter };
}

describe('a measure', () => {
  test('is offered where it fits, and filled in from the library', async () => {
    const { priya, base, params, borough } = await measured();
    const theory = await theoryNow(borough);
    const impact = theory.boxes.find(({ type }) => type === 'longTermOutcome');
    const address = `${base}/measures/add?on=${impact?.id ?? ''}`;
    const choice = await priya.get(addLoader, address, params);
    expect(choice.data).toMatchObject({ step: 'choose', on: impact?.id });
    const filled = await priya.get(addLoader, `${address}&from=gld`, params);
    expect(filled.data).toMatchObject({
      step: 'write',
      values: { on: impact?.id, unit: 'per cent', counts: 'change', shared: 'gld', library: 'gld' },
    });
  });

  test('is changed field by field, deleted and taken back, with its figures', async () => {
    const { priya, address, params, measureId, borough, enter, page } = await measured();
    await enter({ period: 'Apr to Jun 2026', value: '52' });
    const theory = await theoryNow(borough);
    const piece = theory.pieces.find(({ id }) => id === measureId);
    const was = valuesOfMeasure(piece ?? { on: null, more: {} });
    const change = `${address}/${measureId}/change`;
    const edit = { intent: 'edit', ...stamp(theory), ...was, was: JSON.stringify(was) };
    const came = await priya.post(changeAction, change, { ...edit, owner: 'Hub lead' }, params);
    expect(came.location).toBe(`${address}/${measureId}`);
    const after = await theoryNow(borough);
    expect(after.sequence).toBe(theory.sequence + 1);
    expect((await page()).data.page.seen.measure).toMatchObject({
      owner: 'Hub lead',
      breakdowns: ['sex', 'place'],
    });
    const remove = { intent: 'remove', ...stamp(after) };
    expect((await priya.post(changeAction, change, remove, params)).location).toBe(address);
    expect((await page()).status).toBe(404);
    const deleted = await priya.get(changeLoader, change, params);
    expect(deleted.data.removed).not.toBeNull();
    await takeBack(borough.priya, borough.programme.id, after.id);
    expect((await page()).data.page.seen.newest).toBe('52% in Apr to Jun 2026');
  });

  test('with figures that do not fit is refused, and nothing typed is lost', async () => {
    const { priya, base, params, borough } = await measured();
    const fields = { ...stamp(await theoryNow(borough)), ...facts, breakdowns: '', target: '170' };
    const came = await priya.post(addAction, `${base}/measures/add?from=own`, fields, params);
    expect(came.status).toBe(422);
    expect(came.data.problems).toEqual([
      { field: 'target', message: 'A target in per cent is between 0 and 100' },
    ]);
    expect(came.data.typed['label']).toBe(facts.label);
  });
});

describe('figures', () => {
  test('say whether a measure is on course, and never from one alone', async () => {
    const { enter, page } = await measured();
    await enter({ period: 'Q1 2026-27', numerator: '52', denominator: '100' });
    expect((await page()).data.page.seen.standing.course).toBe('cannotSay');
    await enter({ period: 'Q4 2026-27', numerator: '6500', denominator: '10000' });
    const { seen } = (await page()).data.page;
    expect(seen.standing.course).toBe('onCourse');
    expect(seen.values.map(({ value }) => value)).toEqual([52, 65]);
    expect(seen.values[0]?.interval?.low).toBeCloseTo(42.3, 1);
  });

  test('are corrected and taken out, and what stood is kept with who and when', async () => {
    const { priya, enter, page, address, measureId, params } = await measured();
    await enter({ period: '2026/27', value: '50' });
    const id = (await page()).data.page.ids?.[0] ?? '';
    const at = `${address}/${measureId}/values/${id}`;
    const correct = { intent: 'correct', period: '2026/27', value: '51' };
    const valueParams = { ...params, valueId: id };
    expect((await priya.post(correctAction, at, correct, valueParams)).status).toBe(302);
    expect((await priya.post(correctAction, at, correct, valueParams)).status).toBe(404);
    const then = (await page()).data;
    expect(then.before).toMatchObject([
      { value: 50, personName: 'Priya Shah', withdrawn: false },
      { value: 51, replacedBy: '' },
    ]);
    const now = then.page.ids?.[0] ?? '';
    const out = { intent: 'withdraw', why: 'Counted twice' };
    await priya.post(correctAction, at, out, { ...params, valueId: now });
    expect((await page()).data.page.seen.values).toEqual([]);
    await enter({ period: '2026/27', value: '49' });
    expect((await page()).data.page.seen.values).toMatchObject([{ value: 49 }]);
    expect((await page()).data.before).toHaveLength(4);
  });

  test('come from a table: checked first, kept when looked at, the same again changes nothing', async () => {
    const { priya, address, measureId, params, page } = await measured();
    const at = `${address}/bring?measure=${measureId}`;
    const bad = 'period,value\nQ1 2026-27,130\nsoon,5';
    const refused = await priya.post(bringAction, at, { intent: 'check', text: bad }, params);
    expect(readOf(refused.data).problems.map(({ line }) => line)).toEqual([2, 3]);
    const kept = await priya.post(bringAction, at, { intent: 'keep', text: bad }, params);
    expect([kept.location, (await page()).data.page.seen.values]).toEqual([null, []]);
    const good =
      'period\tnumerator\tdenominator\tbreakdown\tgroup\nQ1 2026-27\t60\t100\t\t\nQ1 2026-27\t57\t90\tsex\tFemale\nQ1 2026-27\t3\t10\tsex\tMale';
    const checked = await priya.post(bringAction, at, { intent: 'check', text: good }, params);
    expect(readOf(checked.data).rows).toHaveLength(3);
    for (let press = 0; press < 2; press += 1) {
      const done = await priya.post(bringAction, at, { intent: 'keep', text: good }, params);
      expect(done.location).toBe(`${address}/${measureId}`);
    }
    expect((await page()).data.before).toHaveLength(3);
    const { values } = (await page()).data.page.seen;
    expect(values.map(({ group, value }) => [group, value])).toEqual([
      ['', 60],
      ['Female', '[c]'],
      ['Male', '[c]'],
    ]);
    const { text } = await priya.get(exportLoader, `${address}/export`, params);
    expect(text).toContain('[c]');
    expect(text).not.toContain(',57,');
  });

  test('are entered by a commissioner, read by a partner, and by nobody else', async () => {
    const { borough, dan, box, address, measureId, params } = await measured();
    const grace = await BrowserOf.signedIn(borough.grace);
    const figure = { period: 'June 2026', value: '50' };
    const at = `${address}/${measureId}`;
    expect((await grace.post(figureAction, at, figure, params)).status).toBe(302);
    expect((await dan.post(figureAction, at, figure, params)).status).toBe(403);
    const read = await dan.get(measureLoader, at, params);
    expect([read.status, read.data.page.ids, read.data.before]).toEqual([200, null, []]);
    const list = await dan.get(listLoader, address, params);
    const listed = list.data.measures.find(({ measure }) => measure.id === measureId);
    expect(listed?.newest).toBe('50% in Jun 2026');
    const end = { ...params, kind: 'box', objectId: box.id };
    const thread = await dan.get(threadLoader, `/programmes/${params.programmeId}/thread`, end);
    expect(thread.data.seen.trace.object.measures).toContain(
      `Measured by “${facts.label}”: 50% in Jun 2026.`,
    );
  });
});
