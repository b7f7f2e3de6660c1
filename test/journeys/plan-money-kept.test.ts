import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { action as bring } from '#app/routes/programmes.$programmeId.plan.money.costs.bring/route.tsx';
import { loader as costsFile } from '#app/routes/programmes.$programmeId.plan.money.costs.costs[.]csv/route.tsx';
import { action as onCost } from '#app/routes/programmes.$programmeId.plan.money.costs.$costId/route.tsx';
import { action as addCost } from '#app/routes/programmes.$programmeId.plan.money.costs.new/route.tsx';
import { action as onStream } from '#app/routes/programmes.$programmeId.plan.money.$streamId._index/route.tsx';
import { action as addStream } from '#app/routes/programmes.$programmeId.plan.money._index/route.tsx';
import {
  action as onAvoided,
  loader as avoidedPage,
} from '#app/routes/programmes.$programmeId.plan.money.avoided._index/route.tsx';
import {
  action as onCase,
  loader as casePage,
} from '#app/routes/programmes.$programmeId.plan.money.benefit.$caseId/route.tsx';
import { action as addCase } from '#app/routes/programmes.$programmeId.plan.money.benefit._index/route.tsx';
import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let ours: Borough;
let priya: BrowserOf;
let lineId: string;
/** The ids of the streams, by their names. */
let streams: Record<string, string>;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  priya = await BrowserOf.signedIn(ours.priya);
  for (const name of ['Council', 'Grant']) {
    await priya.post(
      addStream,
      '/m',
      { name, kind: 'grant', amount: '1,000', pays: 'both' },
      here(),
    );
  }
  const all = await streamsOf(store.read, ours.authorityId, ours.programme.id);
  streams = Object.fromEntries(all.map(({ id, name }) => [name, id]));
  const typed = { title: 'Courses', streamId: streams['Council'] };
  const kept = await addPlanLine(ours.priya, ours.programme.id, LineForm.parse(typed));
  if (kept.outcome !== 'saved') throw new Error('The line was not kept.');
  lineId = kept.lineId;
});
afterAll(() => store.close());

const here = (more: Record<string, string> = {}) => ({ programmeId: ours.programme.id, ...more });
const costs = () => costsOf(store.read, ours.authorityId, ours.programme.id);
const paid = async () => {
  const { accounts } = await readMoney(ours.programme);
  return Object.fromEntries(accounts.items.map(({ what, streamId }) => [what, streamId]));
};

describe('from what a cost is paid', () => {
  test('a cost whose stream is removed has none, and is not charged to that of its line', async () => {
    const fields = { lineId, kind: 'staffing', amount: '100', year: '2026-27' };
    await priya.post(addCost, '/c', { ...fields, what: 'Trainer' }, here());
    const own = { ...fields, what: 'Crèche', streamId: streams['Grant'] ?? '' };
    await priya.post(addCost, '/c', own, here());
    expect(await paid()).toEqual({ Trainer: streams['Council'], Crèche: streams['Grant'] });
    const at = here({ streamId: streams['Grant'] ?? '' });
    expect((await priya.post(onStream, '/s', { intent: 'remove' }, at)).status).toBe(302);
    expect(await paid()).toEqual({ Trainer: streams['Council'], Crèche: null });
  });

  test('no stream is chosen, kept and taken back like any other', async () => {
    const cost = (await costs()).find(({ what }) => what === 'Trainer');
    const at = here({ costId: cost?.id ?? '' });
    const fields = { intent: 'save', lineId, what: 'Trainer', kind: 'staffing' };
    await priya.post(onCost, '/c', { ...fields, streamId: 'none', version: '1' }, at);
    expect((await paid())['Trainer']).toBeNull();
    await priya.post(onCost, '/c', { ...fields, streamId: '', version: '2' }, at);
    expect((await paid())['Trainer']).toBe(streams['Council']);
  });

  test('the file of costs comes in again as it went out', async () => {
    const formula = { what: '=Books', note: '-10% agreed', kind: 'other', streamId: 'none' };
    await priya.post(addCost, '/c', { ...formula, lineId, amount: '12.50' }, here());
    const file = await priya.get(costsFile, '/costs.csv', here());
    const before = await costs();
    const kept = await priya.post(bring, '/b', { intent: 'keep', text: file.text }, here());
    expect(kept.status).toBe(302);
    const words = (some: typeof before) =>
      some.map(({ what, note, amountPence, streamId, unfunded }) => ({
        ...{ what, note, amountPence, streamId, unfunded },
      }));
    expect(words((await costs()).slice(before.length))).toEqual(words(before));
  });
});

test('what begins after a case has ended is refused, from either side', async () => {
  await priya.post(onAvoided, '/a', { intent: 'take-starter', starter: 'qaly-perinatal' }, here());
  const { avoided } = (await priya.get(avoidedPage, '/a', here())).data;
  expect(avoided.map(({ counts }) => counts)).toEqual(['society']);
  const fields = {
    ...{ name: 'Case', firstYear: '2026-27', years: '2', discount: '3.5' },
    ...{ optimismLow: '0', optimismCentral: '0', optimismHigh: '0' },
    ...{ overrunLow: '0', overrunCentral: '10', overrunHigh: '25' },
  };
  const added = await priya.post(addCase, '/b', fields, here());
  const at = here({ caseId: added.location?.split('/').at(-1) ?? '' });
  const item = {
    ...{ intent: 'save-item', avoidedId: avoided[0]?.id ?? '', countLow: '1' },
    ...{ countCentral: '2', countHigh: '3', fromYear: '3' },
    ...{ attributionLow: '10', attributionCentral: '20', attributionHigh: '30' },
    ...{ deadweightLow: '0', deadweightCentral: '0', deadweightHigh: '0' },
  };
  const late = await priya.post(onCase, '/b', item, at);
  expect(late.data).toMatchObject({
    ...{ typed: { fromYear: '3' }, form: 'item' },
    problems: [{ field: 'fromYear', message: 'The case spans 2 years: enter from 1 to 2' }],
  });
  expect((await priya.post(onCase, '/b', { ...item, fromYear: '2' }, at)).status).toBe(302);
  const shorter = { ...fields, intent: 'save', years: '1', version: '1' };
  const short = await priya.post(onCase, '/b', shorter, at);
  expect(short.status).toBe(422);
  expect(short.data).toMatchObject({ form: 'case', problems: [{ field: 'years' }] });
  const { data } = await priya.get(casePage, '/b', at);
  expect(data.values).toMatchObject({ years: '2', overrunCentral: '10', overrunHigh: '25' });
  expect(data.view.sentences[1]).toContain('Apart from that it may be worth');
});
