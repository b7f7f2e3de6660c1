import { seeThread } from '#app/thread/see-thread.server.ts';
import type { ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import { startProgramme } from '#app/people/run-programme.server.ts';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { newId } from '#db/ids.ts';
import { insertNeed } from '#db/needs.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie, type NewTie } from '#db/thread.ts';
import { packs } from '#templates/frameworks/index.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { aWorld, type World } from './answers-world.ts';

/** A programme with a theory of 120 boxes and a line for each activity, in an authority full of links. */
export async function aWorldOfLinks(
  links: number,
): Promise<World & { objects: ThreadEnd[]; follow: (object: ThreadEnd) => Promise<unknown> }> {
  const world = await aWorld();
  const { priya, programme, authorityId } = world.borough;
  const { boxes, links: arrows } = randomTheory(120, 180, 3);
  const content = { boxes, links: arrows };
  await startTheory(priya, programme.id, { title: 'Bench', fromNeeds: false, content });
  await planFromActivities(priya, programme.id);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, authorityId, programme.id);
  const lines = await linesOf(read, authorityId, programme.id);
  const outcomes = (theory?.boxes ?? []).filter(({ type }) => type === 'longTermOutcome');
  const at = new Date();
  const common = { authorityId, programmeId: programme.id, at, by: priya.id };
  const pack = packs()[0];
  const keys = (pack?.requirements ?? []).map(({ id }) => requirementKey(pack?.id ?? '', id));
  const needs = outcomes.map((box) => ({ id: newId(at), box }));
  const own: NewTie[] = [
    ...needs.map(({ id, box }) => tied(common, ['need', id], ['box', box.id])),
    ...lines.flatMap(({ id }, n) =>
      keys.slice(n, n + 3).map((key) => tied(common, ['plan-line', id], ['requirement', key])),
    ),
  ];
  await theStore().write(null, async (tx) => {
    for (const { id } of needs) {
      await insertNeed(tx, {
        ...{ id, authorityId, programmeId: programme.id, statement: `Need ${id}`, who: 'Families' },
        ...{ place: '', howMany: '', priority: 'high', priorityReason: '', notNowBecause: '' },
        ...{ priorityBy: 'person', version: 1, createdAt: at, createdBy: priya.id },
      });
    }
    await tie(tx, own);
  });
  const other = await startProgramme(priya, {
    ...{ title: 'Another programme', startsOn: '2026-04-01', endsOn: '2029-03-31' },
    ...{ places: [], packs: [], stage: 'consult', version: 1 },
  });
  await fill({ ...common, programmeId: other.id }, links, keys);
  const look = { requirementTitle: (key: string) => key, outdated: async () => new Map() };
  const objects: ThreadEnd[] = [
    ...needs.slice(0, 5).map(({ id }): ThreadEnd => ({ kind: 'need', id })),
    ...lines.slice(0, 5).map(({ id }): ThreadEnd => ({ kind: 'plan-line', id })),
    ...outcomes.slice(0, 5).map(({ id }): ThreadEnd => ({ kind: 'box', id })),
    ...keys.slice(0, 5).map((id): ThreadEnd => ({ kind: 'requirement', id })),
  ];
  return { ...world, objects, follow: (object) => seeThread(priya, programme, object, look) };
}

type Common = Pick<NewTie, 'authorityId' | 'programmeId' | 'at' | 'by'>;

const tied = (
  common: Common,
  [fromKind, fromId]: [ThreadKind, string],
  [toKind, toId]: [ThreadKind, string],
): NewTie => ({
  ...common,
  from: { kind: fromKind, id: fromId },
  to: { kind: toKind, id: toId },
});

const KINDS: readonly [ThreadKind, ThreadKind][] = [
  ['response', 'theme'],
  ['theme', 'evidence'],
  ['evidence', 'need'],
  ['need', 'box'],
  ['box', 'plan-line'],
  ['plan-line', 'requirement'],
];

/** Links of another programme of the same authority; those to requirements meet the same requirements. */
async function fill(common: Common, links: number, keys: readonly string[]): Promise<void> {
  const other = newId();
  for (let done = 0; done < links; done += 10_000) {
    const some = Array.from({ length: Math.min(10_000, links - done) }, (_, n): NewTie => {
      const [from, to] = KINDS[n % KINDS.length] ?? ['need', 'box'];
      const id = `${other}-${Math.floor((done + n) / 12)}`;
      const toId = to === 'requirement' && n % 5 === 0 ? (keys[n % keys.length] ?? id) : id;
      return tied(common, [from, `${id}-${n % 7}`], [to, toId]);
    });
    await theStore().write(null, (tx) => tie(tx, some));
  }
}
