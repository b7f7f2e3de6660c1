import { linkKindBetween, type Theory } from '#app/theory/graph.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { moreFromLibrary } from '#app/theory/measures/measure-form.ts';
import { publishVersion } from '#app/theory/publish/publish-version.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { takeLine } from '#app/plan/across/take-fragment.server.ts';
import { addPlanLine, editPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm, lineToType } from '#app/plan/lines/line-form.ts';
import { StreamForm } from '#app/plan/money/stream-form.ts';
import { rowsToType } from '#app/plan/lines/line-rows.ts';
import { addFundingStream } from '#app/plan/money/keep-funding-stream.server.ts';
import { shownAtFirst } from '#app/plan/public/publish-form.ts';
import { publishPlan, refusalsOf } from '#app/plan/public/publish-plan.server.ts';
import { decideOnVersion, putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import type { Person } from '#app/people/can.ts';
import { libraryMeasure } from '#templates/measures/index.ts';
import { newId } from '../ids.ts';
import { insertAuthority, insertPerson, insertProgramme, type Programme } from '../people.ts';
import { lineById } from '../plan-lines.ts';
import { versionsOf } from '../plan-versions.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import {
  BAGS_NOW,
  NEIGHBOUR_BOXES,
  NEIGHBOUR_EVIDENCE,
  NEIGHBOUR_LINES,
  NEIGHBOUR_LINKS,
  NEIGHBOUR_MEASURES,
  NEIGHBOUR_STREAMS,
} from './neighbour-words.ts';

const DAY = 86_400_000;

interface Neighbour {
  lead: Person;
  commissioner: Person;
  programme: Programme;
}

/**
 * The plan of the borough is published, and a second small council has published a theory and a plan:
 * there is somebody to compare with. One line of theirs was taken over, and they have worded it anew
 * since, so that the product has something to point out.
 */
export async function demoNeighbour(d: Demonstration): Promise<void> {
  const before = (days: number) => new Date(d.now.getTime() - days * DAY);
  await publishOurs(d, before(12));
  // Made after the borough, which is the place that the demonstration is about.
  const theirs = await makeNeighbour(new Date(d.now.getTime() + 1));
  const boxes = await drawTheory(theirs);
  const lines = await writePlan(theirs, boxes);
  const code = await signAndPublish(theirs, 'As agreed by the partnership', before(60));
  const what = `plan-line:${lines.get('bags') ?? ''}`;
  await takeLine(d.lead, d.programme, { code, what }, before(9));
  await wordAnew(theirs, lines.get('bags') ?? '');
  await signAndPublish(theirs, 'With the languages of families', before(4));
}

async function publishOurs(d: Demonstration, at: Date): Promise<void> {
  const { read } = theStore();
  const versions = await versionsOf(read, d.authorityId, d.programme.id);
  const approved = versions.find(({ state }) => state === 'approved');
  if (!approved) return;
  const shown = shownAtFirst(d.programme.title, await refusalsOf(read, d.programme));
  await publishPlan(d.commissioner, d.programme, approved.id, shown, at);
}

async function makeNeighbour(createdAt: Date): Promise<Neighbour> {
  const authorityId = newId();
  const person = (name: string, role: Person['role']): Person => ({
    ...{ id: newId(), authorityId, name, role },
  });
  const [lead, commissioner] = [
    person('Helen Askew', 'lead'),
    person('Martin Doyle', 'commissioner'),
  ];
  const programme: Programme = {
    id: newId(),
    authorityId,
    title: 'Family hubs in Northmere 2026 to 2029',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    places: ['Harrow Bank', 'Millfold', 'Tarn Street'],
    packs: ['bsfh-2026'],
    stage: 'deliver',
    version: 1,
    createdAt,
  };
  await theStore().write('set-up', async (tx) => {
    const name = 'Northmere Council';
    await insertAuthority(tx, {
      ...{ id: authorityId, name, colour: '#4a2a6b', isDemonstration: true, createdAt },
    });
    for (const one of [lead, commissioner]) {
      const email = `${one.name.toLowerCase().replace(' ', '.')}@northmere.example`;
      await insertPerson(tx, { ...one, email, passwordHash: null, createdAt, closedAt: null });
    }
    await insertProgramme(tx, programme);
  });
  return { lead, commissioner, programme };
}

/** Draws and publishes their theory. */
async function drawTheory({ lead, programme }: Neighbour): Promise<Map<string, string>> {
  const typeOf = (name: string) => NEIGHBOUR_BOXES[name]?.type ?? 'output';
  const boxes = Object.entries(NEIGHBOUR_BOXES).map(([id, { type, label, more = {} }], at) => ({
    ...{ id, type, label, detail: '', more, x: null, y: null, position: at + 1 },
  }));
  const links = NEIGHBOUR_LINKS.map(([source, target, reason], at) => ({
    id: `link-${at}`,
    kind: linkKindBetween(typeOf(source), typeOf(target)),
    ...{ source, target, reason, more: {} },
  }));
  const content = { boxes, links, pieces: [...measures(), ...evidence()] };
  const title = 'How hubs in Northmere help families early';
  const { theoryId } = await startTheory(lead, programme.id, { title, fromNeeds: false, content });
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new Error('The neighbour of the demonstration has no theory.');
  const { sequence } = theory;
  const name = 'As agreed by the partnership';
  const version = await nameVersion(lead, programme.id, { theoryId, sequence, name, note: '' });
  const shown = theory.pieces.flatMap(({ id, kind }) => (kind === 'evidence' ? [id] : []));
  const comment = 'Tell any hub in Northmere what you think of it.';
  await publishVersion(lead, programme.id, version, { evidence: shown, leads: true, comment });
  return idsByName(theory);
}

const idsByName = (theory: Theory) =>
  new Map(
    Object.entries(NEIGHBOUR_BOXES).map(([name, { label }]) => [
      name,
      theory.boxes.find((box) => box.label === label)?.id ?? '',
    ]),
  );

const measures = (): Theory['pieces'] =>
  NEIGHBOUR_MEASURES.map(({ on, library, baseline, target }, at) => {
    const found = libraryMeasure(library);
    if (!found) throw new Error(`There is no measure ${library} in the library.`);
    const days = { baselineOn: '2025-07-31', targetOn: '2029-03-31' };
    const more = { ...moreFromLibrary(found), baseline, target, ...days };
    return { id: `measure-${at}`, kind: 'measure', on, more };
  });

const evidence = (): Theory['pieces'] =>
  NEIGHBOUR_EVIDENCE.map(({ on, more }, at) => ({
    ...{ id: `evidence-${at}`, kind: 'evidence', on, more },
  }));

async function writePlan(
  { lead, commissioner, programme }: Neighbour,
  boxes: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const streams = new Map<string, string>();
  for (const [name, said] of Object.entries(NEIGHBOUR_STREAMS)) {
    const fields = StreamForm.parse(said);
    streams.set(name, await addFundingStream(commissioner, programme.id, fields));
  }
  const lines = new Map<string, string>();
  for (const [name, said] of Object.entries(NEIGHBOUR_LINES)) {
    const { title, objective, success, owner, from, to, cost, steps } = said;
    const fields = LineForm.parse({
      ...{ title, objective, owner, cost, startsOn: from, endsOn: to, successCriteria: success },
      ...rowsToType({
        steps: steps.map((step) => ({
          ...{ kind: 'milestone' as const, title: step, owner: '', dueOn: null, doneOn: null },
        })),
        dependsOn: [],
      }),
      streamId: streams.get(said.stream) ?? '',
      activities: [boxes.get(said.activity) ?? ''],
      requirements: said.covers.map((id) => `bsfh-2026:BSFH-${id}`),
    });
    const kept = await addPlanLine(lead, programme.id, fields);
    if (kept.outcome !== 'saved')
      throw new Error(`A line of the neighbour was not saved: ${name}.`);
    lines.set(name, kept.lineId);
  }
  return lines;
}

async function signAndPublish(
  { lead, commissioner, programme }: Neighbour,
  name: string,
  at: Date,
): Promise<string> {
  const id = await putUpForSignOff(lead, programme, name, at);
  const conditions = '';
  await decideOnVersion(commissioner, programme, id, { intent: 'approve', conditions }, at);
  const shown = { ...shownAtFirst(programme.title, []), names: true };
  const done = await publishPlan(commissioner, programme, id, shown, at);
  if (!('code' in done)) throw new Error('The plan of the neighbour names a person.');
  return done.code;
}

async function wordAnew({ lead, programme }: Neighbour, lineId: string): Promise<void> {
  const line = await lineById(theStore().read, programme.authorityId, programme.id, lineId);
  if (!line) return;
  const fields = LineForm.parse({
    ...lineToType(line),
    objective: BAGS_NOW,
    version: line.version,
  });
  await editPlanLine(lead, programme.id, lineId, fields);
}
