import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { planToExport } from '#app/plan/export/export-plan.server.ts';
import { planJson } from '#app/plan/export/export-json.ts';
import { planSheets } from '#app/plan/export/plan-sheets.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { action as addBoard } from '#app/routes/programmes.$programmeId.panel.boards.new/route.tsx';
import { loader as linePage } from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import { loader as governance } from '#app/routes/programmes.$programmeId.plan.governance/route.tsx';
import { loader as sharing } from '#app/routes/programmes.$programmeId.plan.sharing._index/route.tsx';
import { action as addAgreement } from '#app/routes/programmes.$programmeId.plan.sharing.new/route.tsx';
import { action as bringAgreements } from '#app/routes/programmes.$programmeId.plan.sharing.import/route.tsx';
import { loader as agreementsFile } from '#app/routes/programmes.$programmeId.plan.sharing.register[.]csv/route.tsx';
import {
  action as onAgreement,
  loader as agreementPage,
} from '#app/routes/programmes.$programmeId.plan.sharing.$agreementId/route.tsx';
import { loader as communications } from '#app/routes/programmes.$programmeId.plan.communications._index/route.tsx';
import { action as addCommunication } from '#app/routes/programmes.$programmeId.plan.communications.new/route.tsx';
import {
  action as onCommunication,
  loader as communicationPage,
} from '#app/routes/programmes.$programmeId.plan.communications.$communicationId/route.tsx';
import {
  action as onSelfEvaluation,
  loader as selfEvaluation,
} from '#app/routes/programmes.$programmeId.plan.self-evaluation._index/route.tsx';
import {
  action as onItem,
  loader as itemPage,
} from '#app/routes/programmes.$programmeId.plan.self-evaluation.$framework.$itemId/route.tsx';
import { linesOf } from '#db/plan-lines.ts';
import { agreementsOf, communicationsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// The registers of a plan: who decides, what is shared, what families are told, how far we are.

let borough: Borough;
let priya: BrowserOf;
let dan: BrowserOf;
let lineId = '';

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  priya = await BrowserOf.signedIn(borough.priya);
  dan = await BrowserOf.signedIn(borough.dan);
  const fields = LineForm.parse({ title: 'Listening visits' });
  const kept = await addPlanLine(borough.priya, borough.programme.id, fields);
  if (kept.outcome !== 'saved') throw new Error(kept.outcome);
  lineId = kept.lineId;
});
afterAll(() => theStore().close());

const of = (more: Record<string, string> = {}) => ({ programmeId: borough.programme.id, ...more });
const obstacles = async () => (await readPlan(borough.programme)).obstacles.map(({ id }) => id);

describe('data sharing', () => {
  const BIRTHS = {
    ...{ intent: 'save', name: 'Births', partners: 'NHS trust', data: 'Births, every week' },
    ...{ state: 'blocked', blockedBy: 'No impact assessment' },
  };
  let agreementId = '';

  test('is kept by those who edit the plan, and a mistake loses nothing', async () => {
    expect((await dan.post(addAgreement, '/', BIRTHS, of())).status).toBe(403);
    const wrong = await priya.post(addAgreement, '/', { ...BIRTHS, blockedBy: '' }, of());
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({ typed: { data: 'Births, every week' } });
    const added = await priya.post(addAgreement, '/', { ...BIRTHS, lineIds: lineId }, of());
    expect(added.status).toBe(302);
    [agreementId = ''] = (await agreementsOf(theStore().read, borough.programme)).map(
      ({ id }) => id,
    );
  });

  test('what is blocked stands first, with the line that waits, and in the way of sign-off', async () => {
    const page = await dan.get(sharing, '/', of());
    expect(page.data.agreements[0]).toMatchObject({ state: 'blocked', lines: [{ id: lineId }] });
    expect(page.data.mayEdit.yes).toBe(false);
    const line = await dan.get(linePage, '/', of({ lineId }));
    expect(line.data.registers.agreements).toMatchObject([{ title: 'Births' }]);
    expect(await obstacles()).toContain('agreements-blocked');
  });

  test('two people who change it see both their words', async () => {
    const here = of({ agreementId });
    const first = { ...BIRTHS, lineIds: lineId, version: '1', blockedBy: 'Waits for the trust' };
    expect((await priya.post(onAgreement, '/', first, here)).status).toBe(302);
    const second = { ...BIRTHS, lineIds: lineId, version: '1', blockedBy: 'Waits for us' };
    const refused = await priya.post(onAgreement, '/', second, here);
    expect(refused.status).toBe(409);
    expect(refused.data).toMatchObject({
      version: 2,
      typed: { blockedBy: 'Waits for us' },
      differences: [
        { field: 'What stands in the way', yours: 'Waits for us', theirs: 'Waits for the trust' },
      ],
    });
    const page = await priya.get(agreementPage, '/', here);
    expect(page.data.row.fields['blockedBy']).toBe('Waits for the trust');
  });

  test('goes out as a file and comes back; a wrong row brings nothing in', async () => {
    const csv = (await priya.get(agreementsFile, '/', of())).text;
    expect(csv).toContain('Births');
    const file = (text: string) => new File([text], 'sharing.csv', { type: 'text/csv' });
    const more =
      'Name of the agreement,Partners,What is shared,How far it is,Look at it again on\n';
    const wrong = `${more}Checks,Nurseries,Results,Signed,soon\n`;
    const refused = await priya.post(bringAgreements, '/', { file: file(wrong) }, of());
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ lines: [{ line: 2 }] });
    const unfit = `${more}Checks,Nurseries,Results,In use,1/4/2027\n`;
    const not = await priya.post(bringAgreements, '/', { file: file(unfit) }, of());
    expect(not.data).toMatchObject({
      lines: [{ message: '“Checks”: Enter the day on which it was signed.' }],
    });
    const right = `${more}Checks,Nurseries,Results,Drafted,1/4/2020\nBIRTHS,NHS trust,Births,Drafted,\n`;
    const brought = await priya.post(bringAgreements, '/', { file: file(right) }, of());
    expect(brought.status).toBe(302);
    const kept = await agreementsOf(theStore().read, borough.programme);
    expect(kept.map(({ title, state }) => `${title}: ${state}`).sort()).toEqual([
      'BIRTHS: drafted',
      'Checks: drafted',
    ]);
    // An empty cell leaves what was recorded, and a line stays tied.
    expect(kept.find(({ title }) => title === 'BIRTHS')?.lineIds).toEqual([lineId]);
    expect(await obstacles()).toContain('agreements-overdue');
    expect(await obstacles()).not.toContain('agreements-blocked');
  });
});

describe('communications', () => {
  const DADS = {
    ...{ intent: 'save', name: 'Dads’ Saturdays', audience: 'fathers', groups: 'fathers' },
    ...{ message: 'Come on Saturday', channel: 'group', languages: ['en', 'pl'] },
    ...{ counts: 'fathers', target: '100', fromOn: '2026-06-06' },
  };

  test('tell how many were reached against the target, day by day', async () => {
    expect((await priya.post(addCommunication, '/', DADS, of())).status).toBe(302);
    const [kept] = await communicationsOf(theStore().read, borough.programme);
    const here = of({ communicationId: kept?.id ?? '' });
    const reach = (on: string, reached: string) =>
      priya.post(onCommunication, '/', { intent: 'reach', on, reached, source: 'Door' }, here);
    expect((await reach('2026-06-06', '27')).status).toBe(302);
    expect((await reach('2026-10-31', '88')).status).toBe(302);
    expect((await reach('2026-10-31', '82')).status, 'a second figure of the day').toBe(302);
    expect((await reach('2026-11-01', 'many')).status).toBe(422);
    const page = await priya.get(communicationPage, '/', here);
    expect(page.data.reach.map(({ reached }) => reached)).toEqual([27, 82]);
    expect(page.data.svg).toContain('<polyline');
    const list = await dan.get(communications, '/', of());
    expect(list.data.rows[0]).toMatchObject({ reach: '82 of 100 fathers', course: 'behind' });
    expect(list.data.svg).toContain('Dads’ Saturdays');
    await reach('2026-11-08', '3');
    const seenBy = async (who: BrowserOf) =>
      (await who.get(communicationPage, '/', here)).data.reach.at(-1)?.reached;
    expect([await seenBy(priya), await seenBy(dan)]).toEqual([3, '[c]']);
    expect((await dan.get(communications, '/', of())).data.rows[0]?.reach).toBe(
      'Fewer than 5 of 100 fathers',
    );
  });
});

describe('who decides', () => {
  test('is told from the boards, and a board without the panel stands in the way', async () => {
    const board = { name: 'Hubs board', kind: 'decides', purpose: '', terms: '', cycle: 'monthly' };
    await priya.post(addBoard, '/', { ...board, quorum: '', reportsTo: '' }, of());
    const page = await dan.get(governance, '/', of());
    expect(page.data.boards[0]?.lacks).toContain('No meeting of it is recorded.');
    expect(page.data.svg).toContain('No seat of the panel');
    expect(await obstacles()).toContain('boards-without-panel');
  });
});

describe('the self-evaluation', () => {
  const open = () => of({ framework: 'fhn-principles', itemId: 'FHN-05' });
  const begin = (name: string) =>
    priya.post(onSelfEvaluation, '/', { intent: 'begin', name }, of());

  test('is kept in rounds, and what moved is told', async () => {
    expect((await priya.get(itemPage, '/', open())).status, 'before a round').toBe(404);
    expect(
      (await dan.post(onSelfEvaluation, '/', { intent: 'begin', name: 'X' }, of())).status,
    ).toBe(403);
    await begin('Spring');
    const round = async () => (await priya.get(itemPage, '/', open())).data.round.id;
    const rate = (rating: string, more: Record<string, string>) =>
      priya.post(onItem, '/', { intent: 'save', rating, version: '0', ...more }, open());
    const spring = await round();
    const numbers = { round: spring, evidence: 'Five numbers' };
    expect((await rate('begun', numbers)).status).toBe(302);
    const mine = { round: spring, evidence: 'Mine' };
    expect((await rate('shown', mine)).status, 'saved meanwhile').toBe(409);
    await begin('Autumn');
    const late = await rate('shown', { ...mine, version: '1' });
    expect(late.status, 'read before the round was begun').toBe(409);
    expect(late.data.problems[0]?.message).toContain('The round “Autumn” was begun meanwhile');
    expect(late.data.typed.evidence).toBe('Mine');
    const autumn = await round();
    expect(late.data).toMatchObject({ now: { version: 0, round: autumn } });
    // Ahead, on whatever day the test runs: an improvement that is overdue lacks something.
    const dueOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const improve = { improve: 'One number for all', owner: 'Jo', dueOn };
    expect((await rate('in-place', { ...improve, round: autumn })).status).toBe(302);
    const { data } = await dan.get(selfEvaluation, '/', of());
    const door = data.items.find((one) => one.item.id === 'FHN-05');
    expect(door).toMatchObject({ moved: 'up', before: 'begun', lacks: ['evidence'] });
    const first = await dan.get(selfEvaluation, '/?round=1', of());
    expect(first.data.round?.name).toBe('Spring');
  });

  test('ties what the system knows in one press, and plans an improvement in another', async () => {
    const page = await priya.get(itemPage, '/', open());
    const offer = [...page.data.offers.first, ...page.data.offers.others][0];
    expect(offer?.key).toMatch(/^(agreement|board):/);
    await priya.post(onItem, '/', { intent: 'tie', key: offer?.key ?? '' }, open());
    await priya.post(onItem, '/', { intent: 'plan' }, open());
    const after = (await priya.get(itemPage, '/', open())).data.one;
    expect(after.tied).toMatchObject([{ words: offer?.words, by: borough.priya.name }]);
    expect(after.line?.title).toBe('One number for all');
    const lines = () => linesOf(theStore().read, borough.authorityId, borough.programme.id);
    const before = (await lines()).length;
    await priya.post(onItem, '/', { intent: 'plan' }, open());
    expect(await lines(), 'pressed twice').toHaveLength(before);
    expect(after.lacks).toEqual([]);
  });

  test('holds a ninth in the authority’s own words, and what a stage means here', async () => {
    const ninth = { intent: 'add', framework: 'fhn-principles', title: 'Decide with families' };
    await priya.post(onSelfEvaluation, '/', ninth, of());
    const model = of({ framework: 'model-framework', itemId: 'FHSL-MOD-02' });
    await priya.post(onItem, '/', { intent: 'means', 'means-basic': 'A plan is agreed' }, model);
    const { items } = (await priya.get(selfEvaluation, '/', of())).data;
    const own = items.find(({ item: { own } }) => own);
    expect(own?.item.title).toBe('Decide with families');
    expect(items.find(({ item: { id } }) => id === 'FHSL-MOD-02')?.item.means).toEqual({
      basic: 'A plan is agreed',
    });
    const here = of({ framework: 'fhn-principles', itemId: own?.item.id ?? '' });
    expect((await priya.post(onItem, '/', { intent: 'remove' }, here)).status).toBe(302);
    const printed = of({ framework: 'fhn-principles', itemId: 'FHN-01' });
    expect((await priya.post(onItem, '/', { intent: 'remove' }, printed)).status).toBe(404);
  });
});

test('every register has its section, its sheet and its data in the exported plan', async () => {
  const { authorityId, id } = borough.programme;
  const plan = await planToExport(authorityId, id, '2026-11-22');
  const sheets = planSheets(plan).map(({ name }) => name);
  expect(sheets).toEqual(
    expect.arrayContaining(['Data sharing', 'Communications', 'Self-evaluation']),
  );
  const json = planJson(plan);
  expect(json.sharing).toHaveLength(2);
  expect(json.communications[0]).toMatchObject({
    course: 'behind',
    reach: [{}, { reached: 82 }, { reached: null, hidden: true }],
  });
  expect(json.governance[0]).toMatchObject({ name: 'Hubs board', lastMet: null });
  expect(json.selfEvaluation?.items.find((one) => one.id === 'FHN-05')).toMatchObject({
    ...{ rating: 'in-place', before: 'begun', moved: 'up' },
  });
});
