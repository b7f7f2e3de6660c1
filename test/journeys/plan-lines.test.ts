import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as onDrift,
  loader as driftPage,
} from '#app/routes/programmes.$programmeId.plan.drift/route.tsx';
import {
  action as onLine,
  loader as linePage,
} from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import { action as onProgress } from '#app/routes/programmes.$programmeId.plan.lines.$lineId.progress/route.tsx';
import { action as onNewLine } from '#app/routes/programmes.$programmeId.plan.lines.new/route.tsx';
import { loader as timelinePage } from '#app/routes/programmes.$programmeId.plan.timeline/route.tsx';
import { sentenceOf } from '#app/people/audit.ts';
import { costsGoing } from '#app/plan/lines/line-in-words.ts';
import { action as onNewCost } from '#app/routes/programmes.$programmeId.plan.money.costs.new/route.tsx';
import { auditOf } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import type { theStore } from '#db/store.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// The lines of a plan from their form to the calendar: steps, what waits for what, and what goes round.

let store: ReturnType<typeof theStore>;
let ours: Borough;
let priya: BrowserOf;
let dan: BrowserOf;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough();
  priya = await BrowserOf.signedIn(ours.priya);
  dan = await BrowserOf.signedIn(ours.dan);
});
afterAll(() => store.close());

const here = (more: Record<string, string> = {}) => ({ programmeId: ours.programme.id, ...more });
const lines = () => linesOf(store.read, ours.authorityId, ours.programme.id);
const called = async (title: string) => {
  const line = (await lines()).find((one) => one.title === title);
  if (!line) throw new Error(`There is no line “${title}”.`);
  return line;
};
async function formOf(lineId: string): Promise<Record<string, string | string[]>> {
  const { data } = await priya.get(linePage, '/x', here({ lineId }));
  return { ...data.values, version: String(data.line.version), intent: 'save' };
}

describe('the lines of a plan', () => {
  test('keep their steps in order, with owners and days; an emptied row is gone', async () => {
    const sent = {
      title: 'Agree rotas',
      startsOn: '2026-05-01',
      endsOn: '2026-08-31',
      'step-1-title': 'Meet the unions',
      'step-1-kind': 'action',
      'step-1-due': '2026-06-12',
      'step-2-title': 'Rotas signed',
      'step-2-kind': 'milestone',
      'step-2-owner': 'Jo Marsh',
      'step-2-due': '2026-02-30',
    };
    const wrong = await priya.post(onNewLine, '/x', sent, here());
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'step-2-due' }],
      typed: { 'step-1-title': 'Meet the unions' },
    });
    await priya.post(onNewLine, '/x', { ...sent, 'step-2-due': '2026-08-31' }, here());
    const line = await called('Agree rotas');
    expect(line).toMatchObject({
      milestone: 'Rotas signed',
      steps: [
        { kind: 'action', title: 'Meet the unions', dueOn: '2026-06-12', doneOn: null },
        { kind: 'milestone', title: 'Rotas signed', owner: 'Jo Marsh', dueOn: '2026-08-31' },
      ],
    });
    const form = { ...(await formOf(line.id)), 'step-1-title': '', 'step-2-done': '2026-08-30' };
    await priya.post(onLine, '/x', form, here({ lineId: line.id }));
    expect((await called('Agree rotas')).steps).toEqual([
      { ...line.steps[1], doneOn: '2026-08-30' },
    ]);
  });

  test('asked for more rows keeps everything typed and saves nothing', async () => {
    const line = await called('Agree rotas');
    const form = { ...(await formOf(line.id)), intent: 'more', owner: 'Somebody', title: '' };
    const more = await priya.post(onLine, '/x', form, here({ lineId: line.id }));
    expect(more.data).toMatchObject({ more: true, problems: [], typed: { owner: 'Somebody' } });
    expect((await called('Agree rotas')).version).toBe(line.version);
  });

  test('wait for each other, never in a round, and the calendar says what does not fit', async () => {
    const rotas = await called('Agree rotas');
    const open = { title: 'Open later', startsOn: '2026-08-01', endsOn: '2027-03-31' };
    const waits = { 'wait-1-line': rotas.id, 'wait-1-lag': '' };
    await priya.post(onNewLine, '/x', { ...open, ...waits }, here());
    const later = await called('Open later');
    expect(later.dependsOn).toEqual([{ lineId: rotas.id, lagDays: 0 }]);
    const back = { ...(await formOf(rotas.id)), 'wait-1-line': later.id };
    const round = await priya.post(onLine, '/x', back, here({ lineId: rotas.id }));
    expect(round.status).toBe(422);
    expect(round.data).toMatchObject({ problems: [{ field: 'wait-1-line' }] });
    expect((await called('Agree rotas')).dependsOn).toEqual([]);
    const { data } = await dan.get(timelinePage, '/x', here());
    expect(data.timeline.chains).toHaveLength(1);
    expect(data.timeline.clashes).toContainEqual(
      expect.objectContaining({ kind: 'before-waited', lineIds: [later.id, rotas.id] }),
    );
    expect(data.svg).toMatch(/^<svg/);
  });

  test('are reported on; an older report changes nothing but the history', async () => {
    const { id: lineId } = await called('Agree rotas');
    const report = (more: Record<string, string>) =>
      priya.post(onProgress, '/x', { status: 'under-way', note: '', ...more }, here({ lineId }));
    const bare = await report({ standing: 'late', on: '2026-06-30' });
    expect(bare.data).toMatchObject({ problems: [{ field: 'note' }] });
    await report({ standing: 'late', on: '2026-06-30', note: 'The unions asked for more time.' });
    await report({ standing: 'on-track', on: '2026-04-30' });
    expect(await called('Agree rotas')).toMatchObject({
      status: 'under-way',
      progress: { standing: 'late', on: '2026-06-30', note: 'The unions asked for more time.' },
    });
    const { data } = await priya.get(linePage, '/x', here({ lineId }));
    expect(data.reports.map(({ standing }) => standing)).toEqual(['late', 'on-track']);
    const refused = await dan.post(onProgress, '/x', { standing: 'late' }, here({ lineId }));
    expect(refused.status).toBe(403);
  });

  test('that differ from the theory are let stand with a reason, and taken up again', async () => {
    const { data } = await priya.get(driftPage, '/x', here());
    const [first] = data.drift;
    expect(data.drift.map(({ kind }) => kind)).toEqual(['loose', 'loose']);
    const which = { key: first?.key ?? '', says: first?.says ?? '' };
    const bare = await priya.post(onDrift, '/x', { intent: 'stand', ...which }, here());
    expect(bare.status).toBe(422);
    const stand = { intent: 'stand', ...which, because: 'The Act asks for it' };
    await priya.post(onDrift, '/x', stand, here());
    const open = async () =>
      (await priya.get(driftPage, '/x', here())).data.drift.filter(({ kept }) => kept === null);
    expect(await open()).toHaveLength(1);
    await priya.post(onDrift, '/x', { intent: 'take-up', ...which }, here());
    expect(await open()).toHaveLength(2);
  });

  test('that are taken out leave no step and nothing that waits for them', async () => {
    const rotas = await called('Agree rotas');
    await priya.post(onLine, '/x', { intent: 'remove' }, here({ lineId: rotas.id }));
    expect(await called('Open later')).toMatchObject({ dependsOn: [] });
  });

  test('that are taken out say which costs go with them, and so does the record', async () => {
    const { id: lineId } = await called('Open later');
    for (const [what, amount] of [
      ['Staff', '12,000'],
      ['Rent', '500.50'],
      ['Toys', ''],
    ]) {
      const cost = { what: what ?? '', amount: amount ?? '', kind: 'staffing', lineId };
      expect((await priya.post(onNewCost, '/x', cost, here())).status).toBe(302);
    }
    const { data } = await priya.get(linePage, '/x', here({ lineId }));
    expect(costsGoing(data.costs)).toBe(
      '3 costs are deleted with it: £12,500.50 and 1 cost not known.',
    );
    await priya.post(onLine, '/x', { intent: 'remove' }, here({ lineId }));
    const [row] = await auditOf(store.read, ours.authorityId, 0, 1);
    expect(row && sentenceOf(row)).toContain(
      'removed the plan line “Open later” with its 3 costs (£12,500.50 and 1 cost not known)',
    );
  });
});
