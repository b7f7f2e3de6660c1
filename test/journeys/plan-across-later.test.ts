import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeLine } from '#app/plan/across/take-fragment.server.ts';
import { followThem } from '#app/plan/across/settle-fragment.server.ts';
import {
  addPlanLine,
  editPlanLine,
  removePlanLine,
} from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm, lineToType } from '#app/plan/lines/line-form.ts';
import { publishPlan, withdrawPlan } from '#app/plan/public/publish-plan.server.ts';
import { decideOnVersion, putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import { loader as homePage } from '#app/routes/programmes.$programmeId._index/route.tsx';
import * as across from '#app/routes/programmes.$programmeId.plan.across._index/route.tsx';
import * as take from '#app/routes/programmes.$programmeId.plan.across.take/route.tsx';
import * as taken from '#app/routes/programmes.$programmeId.plan.across.taken/route.tsx';
import * as publish from '#app/routes/programmes.$programmeId.plan.publish/route.tsx';
import { loader as publicPage } from '#app/routes/plans.$code._index/route.tsx';
import { loader as publicFile } from '#app/routes/plans.$code.take.$file/route.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { addingBox, type Operation } from '#app/theory/operations.ts';
import { publishVersion } from '#app/theory/publish/publish-version.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { newId } from '#db/ids.ts';
import { lineById, linesOf } from '#db/plan-lines.ts';
import type { Store } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// What becomes of what crossed when others publish again, publish more, or take something down.

let store: Store;
let ours: Borough;
let theirs: Borough;
let priya: BrowserOf;
let at: { programmeId: string };
let theirLine: string;
/** Where their plan is read. */
let code: string;
let day = 1;

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  priya = await BrowserOf.signedIn(ours.priya);
  at = { programmeId: ours.programme.id };
  theirLine = await aLine(theirs, {
    title: 'Coach ninety families',
    objective: 'Parents talk more',
    'step-1-title': 'Six coaches trained',
  });
  ({ code } = await publishTheirs('First'));
});
afterAll(() => store.close());

async function aLine({ priya: lead, programme }: Borough, fields: object): Promise<string> {
  const kept = await addPlanLine(lead, programme.id, LineForm.parse(fields));
  if (kept.outcome !== 'saved') throw new Error('The line was not saved.');
  return kept.lineId;
}

async function reworded(fields: object): Promise<void> {
  const { authorityId, programme, priya: lead } = theirs;
  const line = await lineById(store.read, authorityId, programme.id, theirLine);
  if (!line) throw new Error('There is no line.');
  const typed = { ...lineToType(line), ...fields, version: line.version };
  const kept = await editPlanLine(lead, programme.id, theirLine, LineForm.parse(typed));
  expect(kept.outcome).toBe('saved');
}

/** Signs their plan off as it stands and publishes it, a day after the time before. */
async function publishTheirs(name: string): Promise<{ versionId: string; code: string }> {
  const versionId = await putUpForSignOff(theirs.priya, theirs.programme, name);
  const decision = { intent: 'approve' as const, conditions: '' };
  await decideOnVersion(theirs.grace, theirs.programme, versionId, decision);
  return { versionId, code: await publishAgain(versionId) };
}

async function publishAgain(versionId: string): Promise<string> {
  const shown = { summary: 'Help near home.', say: '', names: false, money: false, cannot: [] };
  const when = new Date(Date.UTC(2026, 4, (day += 1)));
  const done = await publishPlan(theirs.grace, theirs.programme, versionId, shown, when);
  if (!('code' in done)) throw new Error('The plan names a person.');
  return done.code;
}

const taking = () => takeLine(ours.priya, ours.programme, { code, what: `plan-line:${theirLine}` });
const fragment = async (id: string) =>
  (await priya.get(taken.loader, '/x', at)).data.fragments.find((each) => each.id === id);
const follow = (id: string) =>
  priya.post(taken.action, '/x', { intent: 'follow', fragment: id }, at);
const lineNow = (id: string) => lineById(store.read, ours.authorityId, ours.programme.id, id);

describe('a line that was taken over', () => {
  test('follows their words and keeps its own steps, and says so of nothing else', async () => {
    const { fragmentId, lineId } = await taking();
    await reworded({
      title: 'Coach two hundred families',
      'step-1-title': 'Twelve coaches trained',
    });
    await publishTheirs('Second');
    const before = await fragment(fragmentId);
    expect(before?.changes.map(({ field }) => field)).toEqual(['title']);
    expect(before?.canFollow).toBe(true);
    expect((await follow(fragmentId)).status).toBe(302);
    const line = await lineNow(lineId);
    expect(line?.title).toBe('Coach two hundred families');
    expect(line?.steps.map(({ title }) => title)).toEqual(['Six coaches trained']);
    const after = await fragment(fragmentId);
    expect(after).toMatchObject({ changes: [], isNew: false });
    expect(after?.things[0]?.words).toMatchObject({ steps: 'Six coaches trained' });
  });

  test('and removed since cannot follow: it says why, and nothing is noted as taken over', async () => {
    const { fragmentId, lineId } = await taking();
    await reworded({ objective: 'Parents and children talk every day' });
    await publishTheirs('Third');
    await removePlanLine(ours.priya, ours.programme.id, lineId);
    const before = await fragment(fragmentId);
    expect(before).toMatchObject({ isNew: true, canFollow: false });
    const refused = await follow(fragmentId);
    expect([refused.status, refused.data.problems[0]?.message]).toEqual([
      422,
      'The line is not in your plan any more, so nothing was taken over.',
    ]);
    expect(await fragment(fragmentId)).toEqual(before);
    await expect(followThem(ours.dan, ours.programme, fragmentId)).rejects.toThrow();
    await priya.post(taken.action, '/x', { intent: 'keep', fragment: fragmentId }, at);
    expect((await fragment(fragmentId))?.isNew).toBe(false);
  });
});

describe('what somebody said of two things', () => {
  const compared = async (asked = code) =>
    (await priya.get(across.loader, `/x?with=${asked}`, at)).data.compared?.parts ?? [];
  const rowOf = async (theirId: string, asked = code) =>
    (await compared(asked))
      .flatMap(({ rows }) => rows)
      .find(({ theirs: their }) => their?.id === theirId);
  const say = (intent: string, pair: { ours: string; theirs: string }, asked = code) =>
    priya.post(across.action, `/x?with=${asked}`, { intent, ...pair }, at);

  test('is of what is compared there and nothing else', async () => {
    const mine = await aLine(ours, { title: 'Lend bags of books' });
    for (const pair of [
      { ours: mine, theirs: 'nobody-knows' },
      { ours: newId(), theirs: theirLine },
      { ours: theirLine, theirs: mine },
    ]) {
      expect((await say('same', pair)).status).toBe(404);
    }
  });

  test('stands when they publish their theory later, and is still one word on the pair', async () => {
    const lines = await linesOf(store.read, ours.authorityId, ours.programme.id);
    const mine = lines.find(({ title }) => title === 'Lend bags of books')?.id ?? '';
    const pair = { ours: mine, theirs: theirLine };
    expect((await say('same', pair)).status).toBe(302);
    expect((await rowOf(theirLine))?.match).toMatchObject({ ours: mine, how: 'said' });
    const theory = await publishTheirTheory();
    const { data } = await priya.get(across.loader, '/x', at);
    expect(data.publications.map(({ key }) => key)).toEqual([theory]);
    for (const asked of [code, theory]) {
      expect((await rowOf(theirLine, asked))?.match).toMatchObject({ ours: mine, how: 'said' });
    }
    await say('different', pair, theory);
    expect((await rowOf(theirLine))?.match?.ours).not.toBe(mine);
    await say('unsaid', pair, theory);
    expect((await rowOf(theirLine))?.match?.how).not.toBe('said');
  });

  test('an outcome goes under an outcome of ours, not under anything else', async () => {
    const { programme, priya: lead } = ours;
    const activity = newId();
    await startTheory(lead, programme.id, { title: 'Ours', fromNeeds: false });
    await does(ours, [box(activity, 'activity', 'Visit at home')]);
    const outcome = (await compared()).find(({ kind }) => kind === 'outcome')?.rows[0]?.theirs;
    const url = `/x?from=${code}&what=outcome:${outcome?.id ?? ''}`;
    const { data } = await priya.get(take.loader, url, at);
    const things = data.things.map(({ there }) => there);
    const refused = await priya.post(take.action, url, { onto: activity, things }, at);
    expect([refused.status, refused.data.problems[0]?.message]).toEqual([
      422,
      'Your outcome is gone. Choose another one, or a new one.',
    ]);
  });
});

describe('a version that is taken down', () => {
  test('does not put an older one in its place, until somebody publishes that again', async () => {
    const anybody = new BrowserOf();
    const grace = await BrowserOf.signedIn(theirs.grace);
    const there = { programmeId: theirs.programme.id };
    const read = (query = '') => anybody.get(publicPage, `/x${query}`, { code });
    const publications = async () => (await priya.get(across.loader, '/x', at)).data.publications;
    const older = (await read()).data.page.shown?.versionId ?? '';
    const { versionId: newer } = await publishTheirs('With too much in it');
    expect((await read()).data.page.shown?.versionId).toBe(newer);

    await withdrawPlan(theirs.grace, theirs.programme, newer);
    const gone = await read();
    expect([gone.status, gone.data.page.shown, gone.data.page.versions]).toEqual([410, null, []]);
    expect((await anybody.get(publicFile, '/x', { code, file: 'plan.json' })).status).toBe(404);
    expect((await grace.get(homePage, '/x', there)).data.planCode).toBeNull();
    expect((await publications()).map(({ plan }) => plan)).toEqual([null]);
    const still = await read(`?version=${older}`);
    expect([still.status, still.data.page.shown?.isLaterDown]).toEqual([200, true]);
    const { data } = await grace.get(publish.loader, '/x', there);
    expect(data.versions.find(({ id }) => id === newer)?.withdrawnAt).not.toBeNull();

    await publishAgain(older);
    expect((await read()).data.page.shown).toMatchObject({ versionId: older, isLatest: true });
    expect((await read(`?version=${newer}`)).status).toBe(410);
    expect((await publications()).map(({ plan }) => plan?.versionId)).toEqual([older]);
    expect((await grace.get(homePage, '/x', there)).data.planCode).toBe(code);
  });
});

const box = (id: string, type: 'intermediateOutcome' | 'activity', label: string) =>
  addingBox({ id, type, label, detail: '', more: {}, x: null, y: null, position: 1 });

async function does({ priya: lead, programme }: Borough, operations: Operation[]) {
  const theory = await theoryOfProgramme(store.read, programme.authorityId, programme.id);
  if (!theory) throw new Error('There is no theory.');
  const reply = await applyOperations(lead, programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: operations.map((operation) => ({ clientOpId: newId(), operation })),
  });
  expect([reply.refused, reply.conflicts]).toEqual([[], []]);
  const { sequence = 0 } =
    (await theoryOfProgramme(store.read, programme.authorityId, programme.id)) ?? {};
  return { theoryId: theory.id, sequence };
}

async function publishTheirTheory(): Promise<string> {
  const { priya: lead, programme } = theirs;
  await startTheory(lead, programme.id, { title: 'Theirs', fromNeeds: false });
  const now = await does(theirs, [box(newId(), 'intermediateOutcome', 'Children talk more')]);
  const version = await nameVersion(lead, programme.id, { ...now, name: 'Agreed', note: '' });
  const shown = { evidence: [], leads: false, comment: '' };
  const done = await publishVersion(lead, programme.id, version, shown);
  if (!('code' in done)) throw new Error('The theory names a person.');
  return done.code;
}
