import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { addingBox, addingLink, addingPiece, type Operation } from '#app/theory/operations.ts';
import { publishVersion, withdrawVersion } from '#app/theory/publish/publish-version.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { takeBack } from '#app/theory/take-back.server.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { publicPlanFile } from '#app/plan/public/read-public-plan.server.ts';
import { decideOnVersion, putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import { loader as homePage } from '#app/routes/programmes.$programmeId._index/route.tsx';
import * as across from '#app/routes/programmes.$programmeId.plan.across._index/route.tsx';
import { action as bringFile } from '#app/routes/programmes.$programmeId.plan.across.file/route.tsx';
import * as take from '#app/routes/programmes.$programmeId.plan.across.take/route.tsx';
import * as taken from '#app/routes/programmes.$programmeId.plan.across.taken/route.tsx';
import * as publish from '#app/routes/programmes.$programmeId.plan.publish/route.tsx';
import { loader as measurePage } from '#app/routes/programmes.$programmeId.theory.measures.$measureId._index/route.tsx';
import { loader as publicPage } from '#app/routes/plans.$code._index/route.tsx';
import { loader as publicFile } from '#app/routes/plans.$code.take.$file/route.ts';
import { loader as verify } from '#app/routes/verify/route.tsx';
import { takeNameOut } from '#db/erasure-names.ts';
import { newId } from '#db/ids.ts';
import { linesOf } from '#db/plan-lines.ts';
import type { Store } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// A plan that everybody can read, and what two authorities may know of one another: what is published.

let store: Store;
let ours: Borough;
let theirs: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let dan: BrowserOf;
let anybody: BrowserOf;
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  for (const borough of [ours, theirs]) await aTheoryAndAPlan(borough);
  priya = await BrowserOf.signedIn(ours.priya);
  grace = await BrowserOf.signedIn(ours.grace);
  dan = await BrowserOf.signedIn(ours.dan);
  anybody = new BrowserOf();
  at = { programmeId: ours.programme.id };
});
afterAll(() => store.close());

const box = (
  id: string,
  type: 'intermediateOutcome' | 'assumption' | 'activity',
  label: string,
  position: number,
) => addingBox({ id, type, label, detail: '', more: {}, x: null, y: null, position });

async function aTheoryAndAPlan({ priya: lead, programme }: Borough): Promise<void> {
  const title = 'How hubs help';
  await startTheory(lead, programme.id, { title, fromNeeds: false });
  const [talk, time, coach] = [newId(), newId(), newId()];
  await does(lead, programme, [
    box(talk, 'intermediateOutcome', 'Children use more words at home', 1),
    box(time, 'assumption', 'Parents have time each day', 2),
    box(coach, 'activity', 'Coach parents in talking', 3),
    addingLink({
      ...{ id: newId(), kind: 'assumes', source: time, target: talk },
      reason: '',
      more: {},
    }),
    addingLink({
      ...{ id: newId(), kind: 'leadsTo', source: coach, target: talk },
      reason: 'It shows how',
      more: {},
    }),
    addingPiece({
      ...{ id: newId(), kind: 'measure', on: talk },
      more: {
        label: 'Ready at five',
        library: 'gld',
        unit: 'per cent',
        baseline: '64',
        target: '70',
      },
    }),
  ]);
  await addPlanLine(
    lead,
    programme.id,
    LineForm.parse({
      title: 'Coach ninety families',
      objective: 'Parents talk with their child every day',
      owner: 'Sam Secret, early years',
      risk: 'SECRET risk',
      cost: '48,000',
      startsOn: '2026-09-01',
      endsOn: '2029-03-31',
      'step-1-title': 'Six coaches trained',
      'step-1-owner': 'SECRET owner',
      activities: [coach],
      requirements: ['bsfh-2026:BSFH-DEF-05'],
    }),
  );
}

async function does(
  lead: Borough['priya'],
  programme: Borough['programme'],
  operations: Operation[],
): Promise<void> {
  const theory = await theoryOfProgramme(store.read, programme.authorityId, programme.id);
  if (!theory) throw new Error('There is no theory.');
  const reply = await applyOperations(lead, programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: operations.map((operation) => ({ clientOpId: newId(), operation })),
  });
  expect([reply.refused, reply.conflicts]).toEqual([[], []]);
}

const theoryOf = async ({ authorityId, programme }: Borough) => {
  const theory = await theoryOfProgramme(store.read, authorityId, programme.id);
  if (!theory) throw new Error('There is no theory.');
  return theory;
};

/** Names and publishes the theory as it stands. */
async function publishTheory(borough: Borough, name: string) {
  const { id: theoryId, sequence } = await theoryOf(borough);
  const naming = { theoryId, sequence, name, note: '' };
  const version = await nameVersion(borough.priya, borough.programme.id, naming);
  const shown = { evidence: [], leads: false, comment: '' };
  const done = await publishVersion(borough.priya, borough.programme.id, version, shown);
  if (!('code' in done)) throw new Error('The theory names a person.');
  return { version, code: done.code };
}

describe('the public page of a plan', () => {
  let versionId: string;
  let code: string;
  const choices = { summary: 'Help near home.', say: 'Tell a hub.', money: 'yes' };
  const press = (intent: string, who = grace, more: Record<string, string> = {}) =>
    who.post(publish.action, '/x', { intent, versionId, ...choices, ...more }, at);

  test('is made of an approved version only, by who approves', async () => {
    versionId = await putUpForSignOff(ours.priya, ours.programme, 'For the board');
    const early = await press('publish');
    expect([early.status, early.data.problems[0]?.message]).toEqual([
      422,
      'Only an approved version can be published. Have it signed off first.',
    ]);
    const decision = { intent: 'approve' as const, conditions: 'SECRET conditions' };
    await decideOnVersion(ours.grace, ours.programme, versionId, decision);
    expect((await press('publish', priya)).status).toBe(403);
    expect((await grace.get(homePage, '/x', at)).data.planCode).toBeNull();
  });

  test('is shown before it is published, and nothing typed is lost', async () => {
    const shown = await press('preview', grace, { summary: 'Another summary.' });
    expect(shown.status).toBe(200);
    expect(shown.data).toMatchObject({
      page: { draft: { plan: { summary: 'Another summary.' } } },
    });
    const empty = await press('publish', grace, { summary: '' });
    expect([empty.status, empty.data.typed]).toMatchObject([422, { say: 'Tell a hub.' }]);
  });

  test('names nobody: a person of the authority stops it, an owner is left out', async () => {
    const named = await press('publish', grace, { say: 'Ask Priya Shah.' });
    expect([named.status, named.data.problems[0]?.message]).toEqual([
      422,
      'Nothing was published: a person is named in how to have a say',
    ]);
    expect((await press('publish')).status).toBe(302);
    code = (await grace.get(homePage, '/x', at)).data.planCode ?? '';
    const { data } = await anybody.get(publicPage, `/plans/${code}`, { code });
    expect(data.page.shown?.plan.lines[0]).toMatchObject({
      title: 'Coach ninety families',
      objective: 'Parents talk with their child every day',
      towards: ['Children use more words at home'],
      who: '',
      steps: [{ title: 'Six coaches trained', dueOn: null, done: false }],
    });
    expect(data.page.shown?.plan.measures[0]).toMatchObject({ label: 'Ready at five', newest: '' });
    expect(JSON.stringify(data)).not.toMatch(/SECRET|Sam Secret|Priya|Grace/);
  });

  test('can be taken as data and as documents, which say no more, and its seal holds', async () => {
    const file = (name: string) => anybody.get(publicFile, '/x', { code, file: `plan.${name}` });
    const json = await file('json');
    expect(json.status).toBe(200);
    const { data } = await anybody.get(publicPage, '/x', { code });
    const plan = data.page.shown?.plan;
    if (!plan) throw new Error('The plan is not there.');
    const about = {
      authority: data.authority,
      at: new Date(0),
      checkAt: 'https://x.example/verify',
    };
    const html = new TextDecoder().decode(await publicPlanFile(plan, 'html', about));
    expect(html).toContain('Coach ninety families');
    expect(html).not.toMatch(/SECRET|Sam Secret/);
    const seal = await anybody.get(verify, `/verify?seal=${plan.version.seal.replaceAll(' ', '')}`);
    expect(seal.data.found).toMatchObject({ number: 1, name: 'For the board' });
    await expect(file('exe')).resolves.toMatchObject({ status: 404 });
  });

  test('loses a name that is erased, and its files with it', async () => {
    // Ruth Long joined after this was written, so that nothing stood in its way.
    await press('publish', grace, { say: 'Ask Ruth Long at the hub.' });
    const said = async () =>
      (await anybody.get(publicPage, '/x', { code })).data.page.shown?.plan.say;
    expect(await said()).toContain('Ruth Long');
    await store.write(null, (tx) => takeNameOut(tx, ours.authorityId, 'Ruth Long'));
    expect(await said()).toBe('Ask A former member at the hub.');
    expect((await anybody.get(publicFile, '/x', { code, file: 'plan.json' })).text).not.toContain(
      'Ruth',
    );
  });

  test('once taken down, says so, and its files are gone', async () => {
    expect((await press('withdraw')).status).toBe(302);
    const gone = await anybody.get(publicPage, '/x', { code });
    expect([gone.status, gone.data.page.shown]).toEqual([410, null]);
    expect((await anybody.get(publicFile, '/x', { code, file: 'plan.pdf' })).status).toBe(404);
    expect((await anybody.get(publicPage, '/x', { code: 'nothing-here' })).status).toBe(404);
  });
});

describe('across authorities', () => {
  let code: string;
  let version: string;
  const list = async () => (await priya.get(across.loader, '/x', at)).data.publications;
  const compared = async () =>
    (await priya.get(across.loader, `/x?with=${code}`, at)).data.compared?.parts ?? [];

  test('nothing crosses before it is published, and afterwards only what was published', async () => {
    expect(await list()).toEqual([]);
    expect((await priya.get(across.loader, '/x?with=nobody', at)).status).toBe(404);
    ({ code, version } = await publishTheory(theirs, 'As agreed'));
    expect(await list()).toMatchObject([{ key: code, owner: 'Theirborough', plan: null }]);
    await does(theirs.priya, theirs.programme, [box(newId(), 'activity', 'PRIVATE draft', 9)]);
    const parts = await compared();
    expect(JSON.stringify(parts)).not.toContain('PRIVATE');
    expect(JSON.stringify(parts)).not.toContain('Sam Secret');
    expect(parts.map(({ kind, counts }) => [kind, counts.both])).toEqual([
      ['outcome', 1],
      ['measure', 1],
      ['activity', 1],
      ['assumption', 1],
      ['line', 0],
      ['requirement', 0],
    ]);
  });

  test('somebody says that two things are not the same, and takes it back', async () => {
    const activity = async () => (await compared()).find(({ kind }) => kind === 'activity');
    const row = (await activity())?.rows[0];
    const pair = { ours: row?.ours?.id ?? '', theirs: row?.theirs?.id ?? '' };
    const say = (intent: string, who = priya) =>
      who.post(across.action, `/x?with=${code}`, { intent, ...pair }, at);
    expect((await say('different', dan)).status).toBe(403);
    await say('different');
    expect((await activity())?.counts).toEqual({ both: 0, onlyWe: 1, onlyThey: 1 });
    await say('same');
    expect((await activity())?.rows[0]?.match?.how).toBe('said');
    await say('unsaid');
    expect((await activity())?.rows[0]?.match?.how).toBe('words');
  });

  test('an outcome is taken over with where it came from, and can be taken back', async () => {
    const outcome = (await compared()).find(({ kind }) => kind === 'outcome')?.rows[0]?.theirs;
    const url = `/x?from=${code}&what=outcome:${outcome?.id ?? ''}`;
    const { data } = await priya.get(take.loader, url, at);
    expect(data.things.map(({ kind }) => kind)).toEqual(['outcome', 'measure', 'assumption']);
    const all = data.things.map(({ there }) => there);
    const before = await theoryOf(ours);
    expect((await dan.post(take.action, url, { onto: '', things: all }, at)).status).toBe(403);
    const came = await priya.post(take.action, url, { onto: '', things: all }, at);
    expect(came.status).toBe(302);
    const after = await theoryOf(ours);
    const added = after.boxes
      .filter(({ id }) => !before.boxes.some((one) => one.id === id))
      .sort((a, b) => a.label.localeCompare(b.label));
    expect(added.map(({ label, more }) => [label, more['takenFrom']?.slice(0, 46)])).toEqual([
      ['Children use more words at home', 'Theirborough, theory of change, version “As ag'],
      ['Parents have time each day', 'Theirborough, theory of change, version “As ag'],
    ]);
    expect(after.pieces.find(({ more }) => 'takenFrom' in more)?.more).toMatchObject({
      library: 'gld',
      label: 'Ready at five',
    });
    const measure = after.pieces.find(({ more }) => 'takenFrom' in more);
    expect(measure?.more['target']).toBeUndefined();
    const itsPage = { ...at, measureId: measure?.id ?? '' };
    expect((await priya.get(measurePage, '/x', itsPage)).data.taken?.from).toMatch(/^Theirborough/);
    await takeBack(ours.priya, ours.programme.id, before.id);
    expect((await theoryOf(ours)).boxes).toEqual(before.boxes);
    await takeBack(ours.priya, ours.programme.id, before.id, 'redo');
    const { data: page } = await priya.get(taken.loader, '/x', at);
    expect(page.fragments).toMatchObject([
      {
        origin: { owner: 'Theirborough', version: 'As agreed' },
        takenBy: 'Priya Shah',
        changes: [],
      },
    ]);
  });

  test('what they word anew is shown, and their words are ours when somebody says so', async () => {
    const [there] = (await theoryOf(theirs)).boxes.filter(
      ({ type }) => type === 'intermediateOutcome',
    );
    const to = 'Children use more words, at home and at nursery';
    await does(theirs.priya, theirs.programme, [
      { kind: 'editBox', id: there?.id ?? '', field: 'label', from: there?.label ?? '', to },
    ]);
    const fragment = async () => (await priya.get(taken.loader, '/x', at)).data.fragments[0];
    expect((await fragment())?.changes, 'private until it is published').toEqual([]);
    await publishTheory(theirs, 'A year on');
    expect(await fragment()).toMatchObject({ isNew: true, changes: [{ field: 'label', is: to }] });
    const settle = (intent: string) => priya.post(taken.action, '/x', { intent, fragment: '' }, at);
    expect((await settle('follow')).status).toBe(422);
    const fragmentId = (await fragment())?.id ?? '';
    const notGrace = { intent: 'follow', fragment: fragmentId };
    expect((await grace.post(taken.action, '/x', notGrace, at)).status).toBe(403);
    await priya.post(taken.action, '/x', { intent: 'follow', fragment: fragmentId }, at);
    expect(await fragment()).toMatchObject({ isNew: false, changes: [] });
    expect((await theoryOf(ours)).boxes.map(({ label }) => label)).toContain(to);
  });

  test('unpublishing ends it; what was taken over stays', async () => {
    const rows = (await list())[0]?.theory?.versionId ?? '';
    await withdrawVersion(theirs.priya, theirs.programme.id, rows);
    await withdrawVersion(theirs.priya, theirs.programme.id, version);
    expect(await list()).toEqual([]);
    expect((await priya.get(across.loader, `/x?with=${code}`, at)).status).toBe(404);
    const { data } = await priya.get(taken.loader, '/x', at);
    expect(data.fragments).toMatchObject([{ upstream: null, changes: [] }]);
  });

  test('a plan of another installation comes in as a file, and a line of it is taken over', async () => {
    const plan = {
      format: 'throughline-public-plan',
      formatVersion: 1,
      authority: { name: 'Farborough', fictional: false },
      programme: { title: 'Far hubs', startsOn: '2026-04-01', endsOn: '2029-03-31', places: [] },
      version: { number: 1, name: 'X', approvedOn: '2026-05-04', seal: '' },
      ...{ summary: '', say: '', needs: [], money: null, measures: [], cannot: [] },
      lines: [
        {
          ...{ id: 'far-1', title: 'Lend bags of books', objective: 'Something new to talk about' },
          ...{
            towards: [],
            startsOn: '2026-04-01',
            endsOn: null,
            status: 'planned',
            who: 'Libraries',
          },
          ...{ partners: '', success: '', requirements: [] },
          steps: [{ title: 'A hundred bags', dueOn: '2026-06-30', done: true }],
        },
      ],
    };
    const bring = (text: string) =>
      priya.post(bringFile, '/x', { owner: 'Farborough', file: new File([text], 'plan.json') }, at);
    const wrong = await bring('{"lines": [}');
    expect([wrong.status, wrong.data.typed]).toEqual([422, { owner: 'Farborough' }]);
    expect((await bring('{"a": 1}')).data.problems).toMatchObject([{ field: 'file' }]);
    expect((await bring(JSON.stringify(plan))).status).toBe(302);
    const key = (await list())[0]?.key ?? '';
    const url = `/x?from=${key}&what=plan-line:far-1`;
    expect((await priya.post(take.action, url, {}, at)).status).toBe(302);
    const line = (await linesOf(store.read, ours.authorityId, ours.programme.id)).at(-1);
    expect(line).toMatchObject({
      title: 'Lend bags of books',
      objective: 'Something new to talk about',
      owner: '',
      startsOn: null,
      costPence: null,
    });
    expect(line?.steps).toMatchObject([{ title: 'A hundred bags', dueOn: null, doneOn: null }]);
    await priya.post(across.action, '/x', { intent: 'remove', brought: key }, at);
    expect(await list()).toEqual([]);
  });
});
