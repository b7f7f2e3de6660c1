import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeNeed, needOf } from '#app/needs/register/change-need.server.ts';
import { plainFields } from '#app/needs/register/history.ts';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import type { Gaps } from '#app/plan/thread/read-gaps.server.ts';
import * as gapsPage from '#app/routes/programmes.$programmeId.plan.thread/route.tsx';
import { loader as boxPage } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import { loader as threadPage } from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import { loader as printPage } from '#app/routes/programmes.$programmeId.thread.print.$format.$kind.$objectId/route.tsx';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { keepValues, withdrawValue } from '#app/theory/measures/keep-values.server.ts';
import type { Operation } from '#app/theory/operations.ts';
import type { SeenThread } from '#app/thread/see-thread.server.ts';
import { tieEnds, untieEnds } from '#app/thread/tie.server.ts';
import { throughline } from '#cli/throughline.ts';
import { newId } from '#db/ids.ts';
import { valuesOfTheory } from '#db/measures.ts';
import { insertProgramme } from '#db/people.ts';
import { insertLines, linesOf } from '#db/plan-lines.ts';
import type { Store } from '#db/store.server.ts';
import { aVoiceInTheTheory, SAID } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';
import { theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const seenOf = (data: unknown) => (data as { seen: SeenThread }).seen;
const gapsOf = (data: unknown) => (data as { gaps: Gaps }).gaps;

/** From a comment on the panel to a plan line and the measure that it is judged by. */
async function aWholeThread() {
  const borough = await makeBorough();
  const voice = await aVoiceInTheTheory(borough);
  const { priya, grace, programme, authorityId } = borough;
  const theory = await theoryNow(borough);
  const operate = async (...operations: Operation[]) => {
    const { id, sequence } = await theoryNow(borough);
    const sent = operations.map((operation) => ({ clientOpId: newId(), operation }));
    await applyOperations(priya, programme.id, { theoryId: id, baseSequence: sequence, sent });
  };
  const measureId = newId();
  const on = theory.boxes.find(({ label }) => label === SAID.outcome)?.id ?? null;
  const more = { label: 'Fathers who come', unit: 'per cent', target: '70' };
  await operate({ kind: 'addPiece', piece: { id: measureId, kind: 'measure', on, more } });
  const figure = (value: number) =>
    keepValues(grace, { programmeId: programme.id, theoryId: theory.id }, [
      {
        ...{ measureId, start: '2026-04-01', end: '2026-06-30', value, note: '' },
        ...{ numerator: null, denominator: null, breakdown: '', group: '' },
      },
    ]);
  await figure(61);
  await planFromActivities(priya, programme.id);
  const lines = await linesOf(store.read, authorityId, programme.id);
  const lineId = lines.find(({ title }) => title === SAID.activity)?.id ?? '';
  const ends = { from: { kind: 'plan-line', id: lineId }, to: { kind: 'measure', id: measureId } };
  await tieEnds(priya, programme.id, ends as Parameters<typeof tieEnds>[2], () => undefined);
  const params = { programmeId: programme.id };
  const browser = await BrowserOf.signedIn(priya);
  return {
    ...{ borough, voice, theory, operate, figure, measureId, lineId, params, browser },
    threadOf: async (kind: string, objectId: string, who = browser) =>
      seenOf((await who.get(threadPage, '/x', { ...params, kind, objectId })).data),
    gaps: async () => gapsOf((await browser.get(gapsPage.loader, '/x', params)).data),
    press: (fields: Record<string, string>, who = browser) =>
      who.post(gapsPage.action, '/x', fields, params),
  };
}

const kindsOf = (stretches: SeenThread['trace']['upstream']) => stretches.map(({ kind }) => kind);
const staleOn = ({ trace }: SeenThread) =>
  [...trace.upstream, ...trace.downstream]
    .flatMap(({ steps }) => steps.flatMap(({ hops }) => hops))
    .flatMap(({ stale }) => stale?.why ?? []);

describe('the golden thread', () => {
  test('goes from a line up to the parent who said it and down to the newest figure, each hop with who and when', async () => {
    const { lineId, measureId, voice, threadOf } = await aWholeThread();
    const { trace } = await threadOf('plan-line', lineId);
    expect(kindsOf(trace.upstream)).toEqual(['vote', 'theme', 'evidence', 'need', 'box']);
    expect(kindsOf(trace.downstream)).toEqual(['measure']);
    expect(trace.downstream[0]?.steps[0]?.thing.newest).toMatchObject({
      words: '61% in Apr to Jun 2026',
      by: 'Grace Whitfield',
    });
    const hops = [...trace.upstream, ...trace.downstream].flatMap(({ steps }) =>
      steps.flatMap((step) => step.hops),
    );
    expect(hops.filter(({ by, at }) => by === '' || at === null)).toEqual([]);
    expect(trace.stale).toBe(0);
    const down = await threadOf('vote', voice.voteId);
    expect(kindsOf(down.trace.downstream)).toEqual(
      expect.arrayContaining(['theme', 'evidence', 'need', 'box', 'plan-line', 'measure']),
    );
    const up = await threadOf('measure', measureId);
    expect(kindsOf(up.trace.upstream)).toEqual(expect.arrayContaining(['vote', 'plan-line']));
  });

  test('breaks where a need, a target or a figure changed, and keeps what it said', async () => {
    const { borough, voice, lineId, measureId, theory, ...rest } = await aWholeThread();
    const { operate, figure, threadOf, gaps, press } = rest;
    const { priya, programme, grace, authorityId } = borough;
    await figure(64);
    expect(staleOn(await threadOf('plan-line', lineId))).toEqual(['refigured']);
    const [where, values] = [
      { programmeId: programme.id, theoryId: theory.id },
      await valuesOfTheory(store.read, authorityId, theory.id),
    ];
    const standing = values.find(({ replacedBy }) => replacedBy === '')?.id ?? '';
    await withdrawValue(grace, where, standing, 'Counted twice');
    const [out] = (await gaps()).stale;
    expect(out?.says).toContain('was taken out since (Grace Whitfield');
    expect(out?.says).toContain('It was shown as 61% in Apr to Jun 2026.');
    const target = { field: 'more.target', from: '70', to: '55' } as const;
    await operate({ kind: 'editPiece', id: measureId, ...target });
    expect(staleOn(await threadOf('plan-line', lineId))).toEqual(['reworded']);
    const need = await needOf(store.read, programme, voice.needId);
    const fields = { ...plainFields(need), statement: 'Parents want more choice' };
    await changeNeed(priya, programme, need.id, need.version, fields);
    const found = (await gaps()).stale;
    // Each line of an activity that leads to the outcome is judged by its measure.
    expect(new Set(found.map(({ from }) => from.id)).size).toBe(found.length);
    expect([...new Set(found.map(({ to }) => to.kind))].sort()).toEqual(['box', 'measure']);
    expect(JSON.stringify(found)).toContain(`It said: “${SAID.need}”`);

    for (const { from, to } of found) {
      const ends = { from: `${from.kind} ${from.id}`, to: `${to.kind} ${to.id}` };
      expect((await press({ intent: 'stand', ...ends })).status).toBe(302);
    }
    expect((await gaps()).stale).toEqual([]);
    const after = await threadOf('plan-line', lineId);
    const looked = after.trace.downstream[0]?.steps[0]?.hops[0];
    expect(looked).toMatchObject({ stale: null, again: { by: 'Priya Shah' } });
    const back = { field: 'more.target', from: '55', to: '40' } as const;
    await operate({ kind: 'editPiece', id: measureId, ...back });
    expect(staleOn(await threadOf('plan-line', lineId))).toEqual(['reworded']);
    await operate({ kind: 'removePiece', id: measureId });
    expect((await gaps()).stale[0]).toMatchObject({ mayStand: false });
  });

  test('an activity that was reworded says on its own page what its plan line still says', async () => {
    const { theory, operate, params, browser } = await aWholeThread();
    const { id: boxId } = theory.boxes.find(({ label }) => label === SAID.activity) ?? { id: '' };
    const drift = async () => (await browser.get(boxPage, '/x', { ...params, boxId })).data.drift;
    expect(await drift()).toEqual([]);
    const to = 'Open on Sundays';
    await operate({ kind: 'editBox', id: boxId, field: 'label', from: SAID.activity, to });
    const says = `The activity of “${SAID.activity}” said “${SAID.activity}” and says “${to}” now`;
    expect(await drift()).toEqual([says]);
  });

  test('is untied in its own programme only, not from another of the same authority', async () => {
    const { borough, lineId, measureId, threadOf } = await aWholeThread();
    const { priya, programme } = borough;
    const other = { ...programme, id: newId(), title: 'Youth offer' };
    await store.write(null, (tx) => insertProgramme(tx, other));
    const ends = {
      from: { kind: 'plan-line', id: lineId },
      to: { kind: 'measure', id: measureId },
    } as const;
    await untieEnds(priya, other.id, ends);
    const { trace } = await threadOf('plan-line', lineId);
    expect(kindsOf(trace.downstream)).toEqual(['measure']);
    await untieEnds(priya, programme.id, ends);
    expect((await threadOf('plan-line', lineId)).trace.downstream).toEqual([]);
  });

  test('is printed and read as data without anybody’s words, and few are not counted out', async () => {
    const { borough, voice, lineId, params, browser } = await aWholeThread();
    const at = (format: string) => ({ ...params, format, kind: 'plan-line', objectId: lineId });
    const page = await browser.get(printPage, '/x', at('html'));
    expect(page.text).toContain('fewer than 5 comments of panel members');
    expect(page.text).not.toContain(SAID.comment);
    expect(page.text).toContain('Fathers who come');
    const told: unknown[] = [];
    const io = { print: () => {}, say: () => {}, json: (value: unknown) => void told.push(value) };
    const exit = await throughline(['thread', voice.voteId, '--json'], io);
    expect(exit).toBe(0);
    expect(told[0]).toMatchObject({ object: { kind: 'vote' }, upstream: [], stale: 0 });
    expect(JSON.stringify(told)).toContain('61% in Apr to Jun 2026');
    expect(JSON.stringify(told)).not.toContain(SAID.comment);
    const { id } = borough.programme;
    expect(await throughline(['thread', `box:${newId()}`, '--programme', id], io)).toBe(2);
  });
});

describe('needs and lines', () => {
  test('a need without a line gets one, and a line without a need gets its reason', async () => {
    const { borough, gaps, press, threadOf } = await aWholeThread();
    const { authorityId, programme, priya } = borough;
    const [bare] = (await gaps()).needsWithout;
    expect(bare?.statement).toBe(SAID.quietNeed);
    const empty = await press({ intent: 'make-line', forNeed: bare?.id ?? '', title: '' });
    expect(empty).toMatchObject({ status: 422, data: { typed: { title: '' } } });
    const title = 'Print the offer and hand it over';
    const made = await press({ intent: 'make-line', forNeed: bare?.id ?? '', title });
    const id = made.location?.split('/').at(-1) ?? '';
    expect(kindsOf((await threadOf('plan-line', id)).trace.upstream)).toEqual(['need']);
    expect((await gaps()).needsWithout).toEqual([]);

    const rent = newId();
    const belongs = { authorityId, programmeId: programme.id, createdBy: priya.id };
    const line = { id: rent, title: 'Pay the rent', owner: '', status: 'planned', position: 9 };
    await store.write(null, (tx) =>
      insertLines(tx, [{ ...belongs, ...line, version: 1, createdAt: new Date() }]),
    );
    expect((await gaps()).linesWithout.map((one) => one.id)).toEqual([rent]);
    const dan = await BrowserOf.signedIn(borough.dan);
    const keep = { intent: 'keep', line: rent, because: 'The lease runs until 2029' };
    expect((await press(keep, dan)).status).toBe(403);
    await press(keep);
    expect(await gaps()).toMatchObject({
      linesWithout: [],
      kept: [{ id: rent, reason: { because: 'The lease runs until 2029', by: 'Priya Shah' } }],
    });
    await press({ intent: 'ask-again', line: rent });
    expect((await gaps()).linesWithout).toHaveLength(1);
    const why = 'Nobody comes to a hub that is shut';
    await press({ intent: 'tie-need', line: rent, need: bare?.id ?? '', why });
    expect((await gaps()).linesWithout).toEqual([]);
  });
});
