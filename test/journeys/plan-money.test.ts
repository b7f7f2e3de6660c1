import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUTS, cutOf } from '#app/plan/money/cuts.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { action as bring } from '#app/routes/programmes.$programmeId.plan.money.costs.bring/route.tsx';
import { loader as costsFile } from '#app/routes/programmes.$programmeId.plan.money.costs.costs[.]csv/route.tsx';
import {
  action as onCosts,
  loader as costsPage,
} from '#app/routes/programmes.$programmeId.plan.money.costs._index/route.tsx';
import {
  action as onCost,
  loader as costPage,
} from '#app/routes/programmes.$programmeId.plan.money.costs.$costId/route.tsx';
import { action as addCost } from '#app/routes/programmes.$programmeId.plan.money.costs.new/route.tsx';
import { loader as endsPage } from '#app/routes/programmes.$programmeId.plan.money.$streamId.ends/route.tsx';
import {
  action as addStream,
  loader as moneyPage,
} from '#app/routes/programmes.$programmeId.plan.money._index/route.tsx';
import { action as onAvoidedCost } from '#app/routes/programmes.$programmeId.plan.money.avoided.$avoidedId/route.tsx';
import {
  action as onAvoided,
  loader as avoidedPage,
} from '#app/routes/programmes.$programmeId.plan.money.avoided._index/route.tsx';
import {
  action as onCase,
  loader as casePage,
} from '#app/routes/programmes.$programmeId.plan.money.benefit.$caseId/route.tsx';
import { action as addCase } from '#app/routes/programmes.$programmeId.plan.money.benefit._index/route.tsx';
import { action as onUnit } from '#app/routes/programmes.$programmeId.plan.money.unit-costs.$unitId/route.tsx';
import {
  action as addUnit,
  loader as unitsPage,
} from '#app/routes/programmes.$programmeId.plan.money.unit-costs._index/route.tsx';
import { action as printed } from '#app/routes/programmes.$programmeId.plan.money.printed/route.tsx';
import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import { lineById } from '#db/plan-lines.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let ours: Borough;
let priya: BrowserOf;
let dan: BrowserOf;
let lineId: string;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  priya = await BrowserOf.signedIn(ours.priya);
  dan = await BrowserOf.signedIn(ours.dan);
  const typed = { title: 'Parenting courses', cost: '500', strand: 'parenting' };
  const kept = await addPlanLine(ours.priya, ours.programme.id, LineForm.parse(typed));
  if (kept.outcome !== 'saved') throw new Error('The line was not kept.');
  lineId = kept.lineId;
});
afterAll(() => store.close());

const here = (more: Record<string, string> = {}) => ({ programmeId: ours.programme.id, ...more });
const costs = () => costsOf(store.read, ours.authorityId, ours.programme.id);
const line = () => lineById(store.read, ours.authorityId, ours.programme.id, lineId);
const streams = () => streamsOf(store.read, ours.authorityId, ours.programme.id);

describe('the money of a plan', () => {
  test('a stream has years, days and a ring-fence; what is typed wrong is said by its field', async () => {
    const bad = await priya.post(
      addStream,
      '/money',
      {
        name: 'Grant',
        amount: '1,000',
        'year-2026': 'lots',
        startsOn: '2027-04-01',
        endsOn: '2026-04-01',
      },
      here(),
    );
    expect(bad.status).toBe(422);
    expect(bad.data).toMatchObject({ typed: { 'year-2026': 'lots' } });
    expect(JSON.stringify(bad.data)).toContain('"field":"year-2026"');
    const good = await priya.post(
      addStream,
      '/money',
      {
        name: 'Parenting grant',
        kind: 'grant',
        amount: '1,000',
        'year-2026': '600',
        'year-2027': '400',
        endsOn: '2028-03-31',
        pays: 'revenue',
        ringStrands: ['parenting'],
      },
      here(),
    );
    expect(good.status).toBe(302);
    expect(await streams()).toMatchObject([
      {
        ringStrands: ['parenting'],
        ringKinds: [],
        years: [
          { year: '2026-27', amountPence: 60_000 },
          { year: '2027-28', amountPence: 40_000 },
        ],
      },
    ]);
  });

  test('the costs of a line take the place of its estimate, and come back when they go', async () => {
    expect(await line()).toMatchObject({ costPence: 50_000, estimatePence: 50_000 });
    const [stream] = await streams();
    const fields = { lineId, what: 'Trainer', kind: 'staffing', amount: '700', year: '2026-27' };
    await priya.post(addCost, '/c', { ...fields, streamId: stream?.id ?? '' }, here());
    await priya.post(
      addCost,
      '/c',
      { lineId, what: 'Crèche', kind: 'commissioned', year: '2027-28' },
      here(),
    );
    expect(await line()).toMatchObject({
      costPence: 70_000,
      estimatePence: 50_000,
      unknownCosts: 1,
    });
    const plan = await readPlan(ours.programme);
    expect(plan.obstacles.map(({ id }) => id)).toContain('over-year');
    const page = await priya.get(moneyPage, '/money?rows=kind&columns=year', here());
    expect(page.data.page.mustBeSettled.map(({ says }) => says)).toEqual([
      'In 2026-27 the plan takes £700 from “Parenting grant”, which has £600 for that year: £100 too much.',
    ]);
    expect(page.data.page.unknown.map(({ words }) => words)).toEqual(['Crèche']);
  });

  test('two people change a cost: nothing is lost, and both are seen', async () => {
    const cost = (await costs()).find(({ what }) => what === 'Trainer');
    const fields = { intent: 'save', lineId, what: 'Trainer', kind: 'staffing', year: '2026-27' };
    const id = cost?.id ?? '';
    await priya.post(
      onCost,
      '/c',
      { ...fields, amount: '550', version: '1' },
      here({ costId: id }),
    );
    const late = await priya.post(
      onCost,
      '/c',
      { ...fields, amount: '560', version: '1' },
      here({ costId: id }),
    );
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      typed: { amount: '560' },
      differences: [{ field: 'Cost', yours: '£560', theirs: '£550' }],
      version: 2,
    });
  });

  test('costs pasted from a spreadsheet are checked, kept whole, and taken out again', async () => {
    const before = (await costs()).length;
    const wrong = [
      'Plan line,What is paid for,Kind,Cost,Year,Strand',
      'Parenting courses,Books,Equipment,12.50,2026/27,Parenting support',
      'Swimming,Bus,Other,1k,2026-27,',
    ].join('\n');
    const refused = await priya.post(bring, '/b', { intent: 'keep', text: wrong }, here());
    expect(refused.data).toMatchObject({ typed: { text: wrong }, rowProblems: [{ line: 3 }] });
    expect(await costs()).toHaveLength(before);
    const right = wrong.replace('Swimming,Bus,Other,1k', ',Bus,Something else,1000');
    const checked = await priya.post(bring, '/b', { intent: 'check', text: right }, here());
    expect(checked.data).toMatchObject({ read: { sum: { pence: 101_250 } } });
    expect(await costs()).toHaveLength(before);
    const kept = await priya.post(bring, '/b', { intent: 'keep', text: right }, here());
    expect(kept.status).toBe(302);
    const [bus] = (await costs()).filter(({ what }) => what === 'Bus');
    expect(bus).toMatchObject({ lineId: null, amountPence: 100_000, year: '2026-27' });
    const list = await priya.get(costsPage, '/costs', here());
    const { batch = '' } = list.data.batches[0] ?? {};
    const file = await priya.get(costsFile, '/costs.csv', here());
    expect(file.text).toContain('Parenting courses,Books,Equipment,12.50,2026-27');
    await priya.post(onCosts, '/costs', { intent: 'take-out', batch }, here());
    expect(await costs()).toHaveLength(before);
  });

  test('adds up over every cut as it is read from the store', async () => {
    const { accounts, streams: all } = await readMoney(ours.programme);
    for (const cut of CUTS) {
      const sum = cutOf(accounts.items, cut, all).reduce(
        (pence, part) => pence + part.sum.pence,
        0,
      );
      expect(sum).toBe(accounts.total.committed.pence);
    }
  });

  test('what falls when a stream ends is shown to whoever may read the plan', async () => {
    const [stream] = await streams();
    const ends = await dan.get(endsPage, '/ends', here({ streamId: stream?.id ?? '' }));
    expect(ends.status).toBe(200);
    expect(ends.data.ends.stream.name).toBe('Parenting grant');
    expect((await dan.get(endsPage, '/ends', here({ streamId: 'none' }))).status).toBe(404);
  });

  test('a reader sees a cost and may not change it; a removed cost leaves the totals', async () => {
    const [first] = await costs();
    const at = here({ costId: first?.id ?? '' });
    expect((await dan.get(costPage, '/c', at)).data.mayEdit.yes).toBe(false);
    expect((await dan.post(onCost, '/c', { intent: 'remove' }, at)).status).toBe(403);
    for (const { id } of await costs()) {
      await priya.post(onCost, '/c', { intent: 'remove' }, here({ costId: id }));
    }
    expect(await line()).toMatchObject({ costPence: 50_000, unknownCosts: 0 });
  });
});

describe('what one costs and what the plan may save', () => {
  test('a unit cost is worked out for the days of its cost, and not for those of another count', async () => {
    const fields = {
      what: 'Members',
      kind: 'member',
      cost: '2,098,000',
      costFrom: '2021-04-01',
      costTo: '2022-03-31',
    };
    await priya.post(addUnit, '/u', { ...fields, unit: '115', unitStep: '1' }, here());
    const other = { counted: '20,500', countFrom: '2022-04-01', countTo: '2023-01-31' };
    await priya.post(addUnit, '/u', { ...fields, what: 'Trap', ...other }, here());
    const { data } = await dan.get(unitsPage, '/u', here());
    expect(data.units.map(({ result }) => result?.words ?? null)).toEqual([
      'about 18,243 (18,165 to 18,323) members',
      null,
    ]);
    expect(data.units[1]?.warnings[0]).toContain('They share no day.');
    const [unit] = data.units;
    const at = here({ unitId: unit?.unit.id ?? '' });
    expect((await dan.post(onUnit, '/u', { intent: 'remove' }, at)).status).toBe(403);
    expect((await priya.post(onUnit, '/u', { intent: 'remove' }, at)).status).toBe(302);
  });

  test('a case takes a sourced cost, is a range, and says what would pay it back', async () => {
    const list = await priya.get(avoidedPage, '/a', here());
    expect(list.data.starters.map(({ id }) => id)).toContain('foster-care-week');
    const take = { intent: 'take-starter', starter: 'foster-care-week' };
    await priya.post(onAvoided, '/a', take, here());
    const [avoided] = (await priya.get(avoidedPage, '/a', here())).data.avoided;
    const fields = {
      name: 'Fewer weeks in care',
      firstYear: '2026-27',
      years: '1',
      cost: '30,000',
    };
    expect((await priya.post(addCase, '/b', fields, here())).status).toBe(422);
    const hopes = { optimismLow: '0', optimismCentral: '20', optimismHigh: '40', discount: '3.5' };
    const sure = { overrunLow: '0', overrunCentral: '0', overrunHigh: '0' };
    const added = await priya.post(addCase, '/b', { ...fields, ...hopes, ...sure }, here());
    const caseId = added.location?.split('/').at(-1) ?? '';
    const counts = { countLow: '50', countCentral: '100', countHigh: '200', fromYear: '1' };
    const due = { attributionLow: '100', attributionCentral: '100', attributionHigh: '100' };
    const anyway = { deadweightLow: '0', deadweightCentral: '25', deadweightHigh: '50' };
    const shares = { ...due, ...anyway, avoidedId: avoided?.id ?? '' };
    const item = { intent: 'save-item', ...shares, ...counts };
    const off = { ...item, countCentral: '300' };
    const wrong = await priya.post(onCase, '/b', off, here({ caseId }));
    expect(wrong.data).toMatchObject({ form: 'item', problems: [{ field: 'countCentral' }] });
    await priya.post(onCase, '/b', item, here({ caseId }));
    const { data } = await dan.get(casePage, '/b', here({ caseId }));
    // 100 × £600 × 75 % × 80 % is £36,000: 84 of them pay £30,000 back.
    expect(data.view.sentences).toContain(
      'It pays back if at least 84 a year of “A week of foster care” is avoided, on the likeliest reading of the rest.',
    );
    expect(data.view.sentences[0]).toBe(
      'Over 1 year it may save £8,250 to £130,000, and £30,000 is put in, both at present value.',
    );
    expect(data.view.beware.join()).toContain('prices of 2015-16');
    const gone = { intent: 'remove' };
    const at = here({ avoidedId: avoided?.id ?? '' });
    expect((await priya.post(onAvoidedCost, '/a', gone, at)).status).toBe(422);
    await priya.post(onCase, '/b', gone, here({ caseId }));
    expect((await priya.post(onAvoidedCost, '/a', gone, at)).status).toBe(302);
  });
});

test('a printed table of costs is added up again and kept as evidence', async () => {
  const text = [
    'Item\tAmount\tShare',
    'Total expenditure\t2,098,000\t',
    'Council\t1,334,000\t64%',
    'Grant\t758,000\t36%',
  ].join('\n');
  const { data } = await priya.post(printed, '/p', { intent: 'check', text }, here());
  expect(data).toMatchObject({ reconciled: { gap: 6_000 } });
  const kept = await priya.post(printed, '/p', { intent: 'keep', text, title: 'Costs' }, here());
  expect(kept.location).toContain('/needs/tables/');
});
