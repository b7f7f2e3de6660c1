import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as aboutAction,
  loader as aboutLoader,
} from '#app/routes/programmes.$programmeId.theory.about/route.tsx';
import { loader as evidenceListLoader } from '#app/routes/programmes.$programmeId.theory.evidence._index/route.tsx';
import {
  action as pieceAction,
  loader as pieceLoader,
} from '#app/routes/programmes.$programmeId.theory.evidence.$pieceId/route.tsx';
import { action as addEvidenceAction } from '#app/routes/programmes.$programmeId.theory.evidence.add/route.tsx';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import { action as addAction } from '#app/routes/programmes.$programmeId.theory.outline.add/route.tsx';
import { action as boxAction } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import {
  action as assumptionAction,
  loader as assumptionLoader,
} from '#app/routes/programmes.$programmeId.theory.stress.$assumptionId/route.tsx';
import { loader as stressLoader } from '#app/routes/programmes.$programmeId.theory.stress._index/route.tsx';
import { loader as twoStoriesLoader } from '#app/routes/programmes.$programmeId.theory.two-stories/route.tsx';
import { loader as whatIfLoader } from '#app/routes/programmes.$programmeId.theory.what-if/route.tsx';
import { loader as threadLoader } from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import { fromJson } from '#app/theory/formats/json.ts';
import { importTheory } from '#app/theory/import-theory.server.ts';
import { takeBack } from '#app/theory/take-back.server.ts';
import type { Store } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, stamp, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

async function withActivity(begun: Begun) {
  const theory = await startedFrom(begun, 'needs');
  const need = theory.boxes[0]?.id ?? '';
  const fields = {
    type: 'activity',
    label: 'Open on Saturdays',
    leadsTo: need,
    reason: 'They are free then',
  };
  await begun.priya.post(
    addAction,
    `${begun.base}/outline/add`,
    { ...stamp(theory), ...fields },
    begun.params,
  );
  return theoryNow(begun.borough);
}

const evidence = (begun: Begun, change: Record<string, string>) => ({
  what: 'Evening sessions doubled visits by fathers',
  direction: 'for',
  strength: 'moderate',
  basis: 'data',
  source: 'Northmere, evaluation',
  year: '2024',
  thread: '',
  on: '',
  ...change,
});

describe('evidence', () => {
  test('is put on a link, tied to a need, read on the thread, changed, deleted and taken back', async () => {
    const begun = await begin();
    const { priya, dan, base, params, borough } = begun;
    const theory = await withActivity(begun);
    const link = theory.links[0]?.id ?? '';
    const need = theory.boxes.find(({ type }) => type === 'need')?.more['needId'] ?? '';
    const came = await priya.post(
      addEvidenceAction,
      `${base}/evidence/add?on=${link}`,
      { ...stamp(theory), ...evidence(begun, { on: link, thread: `need:${need}`, what: '' }) },
      params,
    );
    expect(came.location).toBe(`${base}/evidence`);
    const { pieces } = await theoryNow(borough);
    expect(pieces).toMatchObject([{ kind: 'evidence', on: link, more: { strength: 'moderate' } }]);
    const id = pieces[0]?.id ?? '';
    const list = await dan.get(evidenceListLoader, `${base}/evidence`, params);
    expect(list.data).toMatchObject({
      evidence: [{ on: link, tied: { title: 'Fathers cannot come before 6pm' } }],
      readOnly: expect.stringContaining('Only') as string,
    });
    const thread = await priya.get(threadLoader, `/x`, { ...params, kind: 'link', objectId: link });
    expect(JSON.stringify(thread.data)).toContain('is evidence for the link of the theory');
    const onward = await priya.get(threadLoader, `/x`, { ...params, kind: 'need', objectId: need });
    expect(JSON.stringify(onward.data)).toContain('is evidence for the link of the theory');
    const page = await priya.get(pieceLoader, `${base}/evidence/${id}`, { ...params, pieceId: id });
    const change = {
      ...page.data.values,
      intent: 'edit',
      ...stamp(await theoryNow(borough)),
      was: JSON.stringify(page.data.values),
      direction: 'against',
    };
    await priya.post(pieceAction, `${base}/evidence/${id}`, change, { ...params, pieceId: id });
    expect((await theoryNow(borough)).pieces[0]?.more).toMatchObject({ direction: 'against' });
    const remove = { intent: 'remove', ...stamp(await theoryNow(borough)) };
    await priya.post(pieceAction, `${base}/evidence/${id}`, remove, { ...params, pieceId: id });
    expect((await theoryNow(borough)).pieces).toEqual([]);
    await takeBack(borough.priya, borough.programme.id, theory.id);
    expect((await theoryNow(borough)).pieces[0]).toMatchObject({ id, on: link });
  });

  test('goes with its box and comes back with it', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    const theory = await withActivity(begun);
    const box = theory.boxes.find(({ type }) => type === 'activity')?.id ?? '';
    await priya.post(
      addEvidenceAction,
      `${base}/evidence/add`,
      { ...stamp(theory), ...evidence(begun, { on: box }) },
      params,
    );
    const full = await theoryNow(borough);
    const remove = { intent: 'remove', ...stamp(full) };
    await priya.post(boxAction, `${base}/outline/boxes/${box}`, remove, { ...params, boxId: box });
    expect((await theoryNow(borough)).pieces).toEqual([]);
    await takeBack(borough.priya, borough.programme.id, theory.id);
    const again = await theoryNow(borough);
    expect(again.pieces).toEqual(full.pieces);
    expect(again.links).toEqual(full.links);
  });

  test('is not tied to a need of another authority, nor added without words', async () => {
    const begun = await begin();
    const stranger = await begin();
    const theory = await withActivity(begun);
    const { priya, base, params, borough } = begun;
    const send = (change: Record<string, string>) =>
      priya.post(
        addEvidenceAction,
        `${base}/evidence/add`,
        { ...stamp(theory), ...evidence(begun, change) },
        params,
      );
    const forged = await send({ thread: `need:${stranger.needIds[0] ?? ''}` });
    expect([forged.status, forged.data.problems[0]?.field]).toEqual([422, 'thread']);
    const empty = await send({ what: '', direction: '' });
    expect(empty.status).toBe(422);
    expect((await theoryNow(borough)).pieces).toEqual([]);
    expect((await begun.dan.post(addEvidenceAction, base, {}, params)).status).toBe(403);
  });
});

describe('the whole theory', () => {
  test('has its own names, its ceiling and what stays; a file carries all of it', async () => {
    const begun = await begin();
    const { priya, dan, base, params, borough } = begun;
    const theory = await withActivity(begun);
    const page = await priya.get(aboutLoader, `${base}/about`, params);
    expect(page.data.readOnly).toBeNull();
    const about = {
      intent: 'edit',
      ...stamp(theory),
      was: '{}',
      ceiling: 'longTermOutcome',
      afterwards: 'Parents run the Saturday group',
      nameImpact: 'Long-term goals',
    };
    const came = await priya.post(aboutAction, `${base}/about`, about, params);
    expect(came.location).toBe(`${base}/about`);
    await priya.post(
      addEvidenceAction,
      `${base}/evidence/add`,
      {
        ...stamp(await theoryNow(borough)),
        ...evidence(begun, { on: theory.links[0]?.id ?? '' }),
      },
      params,
    );
    const now = await theoryNow(borough);
    expect(now.more).toEqual({
      ceiling: 'longTermOutcome',
      afterwards: 'Parents run the Saturday group',
      nameImpact: 'Long-term goals',
    });
    const file = await dan.get(exportLoader, `${base}/export/json`, { ...params, format: 'json' });
    const read = fromJson(file.text, 'Other');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect([read.theory.more, read.theory.pieces]).toEqual([now.more, now.pieces]);
    await importTheory(borough.priya, borough.programme.id, read.theory, 'replace');
    const brought = await theoryNow(borough);
    expect(brought.more).toEqual(now.more);
    expect(brought.pieces.map(({ more }) => more)).toEqual(now.pieces.map(({ more }) => more));
    // Figures of a measure and lines of the plan go by these ids.
    expect(brought.pieces).toEqual(now.pieces);
    expect(brought.links.map(({ id }) => id)).toEqual(now.links.map(({ id }) => id));
    expect(brought.boxes.map(({ id }) => id)).toEqual(now.boxes.map(({ id }) => id));
  });

  test('two people who say different things of it choose', async () => {
    const begun = await begin();
    const theory = await withActivity(begun);
    const { priya, asha, base, params } = begun;
    const form = (afterwards: string) => ({
      intent: 'edit',
      ...stamp(theory),
      was: '{}',
      afterwards,
    });
    await priya.post(aboutAction, `${base}/about`, form('The groups stay'), params);
    const came = await asha.post(aboutAction, `${base}/about`, form('Nothing stays'), params);
    expect(came.data).toMatchObject({
      conflicts: [{ theirs: 'The groups stay', yours: 'Nothing stays', by: 'Priya Shah' }],
    });
  });
});

describe('the stress test', () => {
  test('goes through what has to hold; an answer is dated, named and taken back', async () => {
    const begun = await begin();
    const { priya, dan, base, params, borough } = begun;
    const theory = await withActivity(begun);
    const activity = theory.boxes.find(({ type }) => type === 'activity')?.id ?? '';
    const add = async (fields: Record<string, string>) => {
      const now = await theoryNow(borough);
      await priya.post(addAction, `${base}/outline/add`, { ...stamp(now), ...fields }, params);
    };
    await add({ type: 'earlyOutcome', label: 'Fathers come' });
    await add({ type: 'assumption', label: 'Staff agree', leadsTo: activity });
    await add({ type: 'assumption', label: 'Buses run', leadsTo: activity });
    const page = await dan.get(stressLoader, `${base}/stress`, params);
    expect(page.data.assumptions.map(({ words }) => words)).toEqual(['Buses run', 'Staff agree']);
    const [first, second] = page.data.assumptions.map(({ id }) => id);
    const at = { ...params, assumptionId: first ?? '' };
    const one = await priya.get(assumptionLoader, `${base}/stress/${first}`, at);
    expect(one.data).toMatchObject({ number: 1, all: 2, previous: null, next: second });
    const answer = {
      intent: 'answer-next',
      ...stamp(await theoryNow(borough)),
      was: JSON.stringify(one.data.values),
      verdict: 'fails',
      verdictWhy: '',
      verdictTodo: '',
      owner: 'Transport lead',
      reviewOn: '',
    };
    const refused = await priya.post(assumptionAction, `${base}/stress/${first}`, answer, at);
    expect(refused.status).toBe(422);
    const said = { verdictWhy: 'The last bus goes at six', verdictTodo: 'Pay for a minibus' };
    const came = await priya.post(
      assumptionAction,
      `${base}/stress/${first}`,
      { ...answer, ...said },
      at,
    );
    expect(came.location).toBe(`${base}/stress/${second}`);
    const after = await dan.get(stressLoader, `${base}/stress`, params);
    expect(after.data.assumptions[0]).toMatchObject({
      owner: 'Transport lead',
      answered: { verdict: 'fails', by: 'Priya Shah', why: 'The last bus goes at six' },
    });
    expect((await dan.post(assumptionAction, base, answer, at)).status).toBe(403);
    await takeBack(borough.priya, borough.programme.id, theory.id);
    const again = await dan.get(stressLoader, `${base}/stress`, params);
    expect(again.data.assumptions[0]?.answered).toBeNull();
  });
});

test('what if an activity stops is answered for the programme that has it', async () => {
  const begun = await begin();
  const { dan, base, params } = begun;
  const theory = await withActivity(begun);
  const activity = theory.boxes.find(({ type }) => type === 'activity')?.id ?? '';
  const asked = await dan.get(whatIfLoader, `${base}/what-if?box=${activity}`, params);
  expect(asked.data).toMatchObject({
    choices: [{ label: 'Open on Saturdays' }],
    answer: { needs: [{ label: 'Fathers cannot come before 6pm' }], stopping: [] },
    svg: expect.stringContaining('Falls away') as string,
  });
  const other = await dan.get(whatIfLoader, `${base}/what-if?box=elsewhere`, params);
  expect(other.data.answer).toBeNull();
  const stories = await dan.get(twoStoriesLoader, `${base}/two-stories`, params);
  expect(stories.data.stories).toMatchObject({ closedWalks: 0, missing: null });
});
