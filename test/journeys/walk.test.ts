import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as consultation from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId._index/route.tsx';
import * as walk from '#app/routes/programmes.$programmeId.theory.walks.$consultationId._index/route.tsx';
import * as take from '#app/routes/programmes.$programmeId.theory.walks.$consultationId.take/route.tsx';
import * as newWalk from '#app/routes/programmes.$programmeId.theory.walks.new/route.tsx';
import { links } from '#app/http/links.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import type { Person } from '#app/people/can.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { takeBack } from '#app/theory/take-back.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { tiesInto } from '#db/thread.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import { boxOf, linkOf } from '#test/some-theories.ts';
import { theoryNow } from '#test/theory-begun.ts';

let borough: Borough;
let tom: BrowserOf;
let asha: BrowserOf;
let dan: BrowserOf;
const members: Person[] = [];
const params: Record<string, string> = {};
const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  [tom, asha, dan] = await Promise.all([
    BrowserOf.signedIn(borough.tom),
    BrowserOf.signedIn(borough.asha),
    BrowserOf.signedIn(borough.dan),
  ]);
  params['programmeId'] = borough.programme.id;
  for (let n = 0; n < 12; n += 1) {
    const fields = MemberForm.parse({
      name: `Member ${n}`,
      kind: 'parent-or-carer',
      preferred: 'post',
      joinedOn: '2026-01-05',
    });
    members.push((await addMember(borough.tom, borough.programme, fields)).person);
  }
  const boxes = [
    boxOf('activity', 'open', { label: 'Open hubs on Saturdays' }),
    boxOf('output', 'come', { label: 'Parents who work come' }),
    boxOf('intermediateOutcome', 'sooner', { label: 'Families get help sooner' }),
  ];
  const content = { boxes, links: [linkOf('open', 'come'), linkOf('come', 'sooner')] };
  await startTheory(borough.priya, borough.programme.id, {
    title: 'How hubs help',
    fromNeeds: false,
    content,
  });
});
afterAll(() => theStore().close());

const about = { title: 'Will this help?', purpose: 'Nothing is decided.', standing: 'engagement' };

async function stopsNow() {
  const id = params['consultationId'] ?? '';
  return statementsOf(theStore().read, borough.authorityId, id);
}
const walkUrl = () => links.walk(borough.programme.id, params['consultationId'] ?? '');

describe('a walk through the theory', () => {
  test('is drafted for one outcome, in plain words, with what they were made of', async () => {
    const url = links.newWalk(borough.programme.id);
    const none = await tom.post(newWalk.action, url, { ...about, whole: 'some' }, params);
    expect(none.status).toBe(422);
    const goal = (await theoryNow(borough)).boxes.find(
      ({ type }) => type === 'intermediateOutcome',
    );
    const fields = { ...about, whole: 'some', goals: goal?.id ?? '' };
    const came = await tom.post(newWalk.action, url, fields, params);
    params['consultationId'] = came.location?.split('/').at(-1) ?? '';
    const stops = await stopsNow();
    expect(stops.map(({ type }) => type)).toEqual(['link', 'outcome', 'link']);
    expect(stops[0]?.text).toMatch(/^We think that “Open hubs on Saturdays” leads to/);
    expect(stops[0]?.about?.words['target']).toBe('Parents who work come');
  });

  test('its words are changed, one is left out and comes back, and a stale save is refused', async () => {
    const [first, outcome] = await stopsNow();
    const text = 'If hubs open on Saturdays, more parents who work will come.';
    const typed = { intent: 'save', version: '1', [`text-${first?.id}`]: text };
    const fields = { ...typed, [`hint-${first?.id}`]: '', leave: outcome?.id ?? '' };
    await tom.post(walk.action, walkUrl(), fields, params);
    expect((await stopsNow()).map((stop) => stop.text)[0]).toBe(text);
    expect(await stopsNow()).toHaveLength(2);
    const stale = await tom.post(walk.action, walkUrl(), fields, params);
    expect(stale.status).toBe(422);
    const again = { intent: 'again', version: '2', again: outcome?.about?.id ?? '' };
    await tom.post(walk.action, walkUrl(), again, params);
    expect((await stopsNow()).map(({ type }) => type)).toEqual(['link', 'outcome', 'link']);
    const empty = await tom.post(
      walk.action,
      walkUrl(),
      { ...typed, version: '3', [`text-${first?.id}`]: ' ' },
      params,
    );
    expect(empty.status).toBe(422);
  });

  test('is opened, answered, and shown beside the theory; others wait until it closes', async () => {
    const url = links.consultation(borough.programme.id, params['consultationId'] ?? '');
    await tom.post(consultation.action, url, { intent: 'open', closesOn: inDays(10) }, params);
    const [first, , last] = await stopsNow();
    for (const [n, member] of members.entries()) {
      const words = { missing: '', stops: n === 0 ? 'The last bus goes at five' : '' };
      const id = params['consultationId'] ?? '';
      await castVote(member, id, first?.id ?? '', { vote: 'agree', comment: '', words });
      const vote = n < 2 ? 'agree' : 'disagree';
      await castVote(member, id, last?.id ?? '', { vote, comment: '', words: null });
    }
    const seen = await tom.get(walk.loader, walkUrl(), params);
    const results = seen.data.page.results;
    expect(results?.stops.map(({ agreement }) => agreement)).toEqual(['united', 'few', 'doubted']);
    expect(results?.svg).toContain('1 ✓');
    expect(results?.svg).toContain('3 ✕');
    expect((await dan.get(walk.loader, walkUrl(), params)).data.page.results).toBeNull();
    await tom.post(consultation.action, url, { intent: 'close' }, params);
    const partner = (await dan.get(walk.loader, walkUrl(), params)).data.page.results;
    expect(partner?.stops.flatMap(({ remarks }) => remarks)).toEqual([]);
    // Two of twelve: hidden from somebody who may not read single answers, and the agreement with it.
    expect(partner?.stops[2]?.agreement).toBe('few');
  });

  test('what would stop it becomes an assumption, once, tied to the comment', async () => {
    const { data } = await asha.get(walk.loader, walkUrl(), params);
    const remark = data.page.results?.stops[0]?.remarks[0];
    expect(remark).toMatchObject({ asked: 'stops', words: 'The last bus goes at five' });
    const id = params['consultationId'] ?? '';
    const url = links.takeWords(borough.programme.id, id, remark?.voteId ?? '', 'stops');
    const { mark } = (await asha.get(take.loader, url, params)).data;
    const fields = { type: 'assumption', label: 'Buses run on Saturdays', reason: '', mark };
    const wrong = await tom
      .post(take.action, url, fields, params)
      .catch((thrown: unknown) => thrown);
    expect(wrong).toMatchObject({ status: 403 });
    await asha.post(take.action, url, fields, params);
    await asha.post(take.action, url, fields, params);
    const theory = await theoryNow(borough);
    const made = theory.boxes.filter(({ type }) => type === 'assumption');
    expect(made.map(({ label }) => label)).toEqual(['Buses run on Saturdays']);
    const link = theory.links.find(({ source }) => source === made[0]?.id);
    expect(link?.kind).toBe('assumes');
    const ties = await tiesInto(theStore().read, borough.authorityId, 'box', [made[0]?.id ?? '']);
    expect(ties.map(({ fromKind, fromId }) => [fromKind, fromId])).toEqual([
      ['vote', remark?.voteId],
    ]);
    // Deleted and taken back, it is tied to the comment as before.
    const at = { programmeId: borough.programme.id, theoryId: theory.id };
    const operation = { kind: 'removeBox' as const, id: made[0]?.id ?? '' };
    await applyOperations(borough.asha, at.programmeId, {
      theoryId: at.theoryId,
      baseSequence: theory.sequence,
      sent: [{ clientOpId: 'deleting', operation }],
    });
    await takeBack(borough.asha, at.programmeId, at.theoryId);
    const again = await tiesInto(theStore().read, borough.authorityId, 'box', [operation.id]);
    expect(again).toEqual(ties);
    expect((await theoryNow(borough)).boxes.some(({ id }) => id === operation.id)).toBe(true);
  });

  test('what changed in the theory since is told beside what was answered', async () => {
    const { data } = await tom.get(walk.loader, walkUrl(), params);
    const [first, outcome, last] = data.page.results?.stops ?? [];
    // The assumption hangs on what the first link leads to and the last one starts from.
    expect(first?.since).toMatchObject({ is: 'changed', what: [{ name: 'What has to hold' }] });
    expect(outcome?.since.is).toBe('same');
    expect(last?.since.is).toBe('changed');
  });
});
