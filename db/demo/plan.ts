import { judgeCoverage } from '#app/plan/coverage/judge-coverage.server.ts';
import { followedTitle } from '#app/plan/coverage/read-packs.server.ts';
import { addPlanLine, editPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm, type LineFields } from '#app/plan/lines/line-form.ts';
import { rowsToType } from '#app/plan/lines/line-rows.ts';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import { addFundingStream } from '#app/plan/money/keep-funding-stream.server.ts';
import { StreamForm } from '#app/plan/money/stream-form.ts';
import type { LineStatus, PlanLine } from '#app/plan/plan.ts';
import { tieEnds } from '#app/thread/tie.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { linesOf } from '../plan-lines.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import { demoMoney } from './money.ts';
import { ADDED, DECISIONS } from './plan-added-words.ts';
import { demoLines } from './plan-lines.ts';
import { MADE, STREAMS, type DemoStream, type SaidLine } from './plan-words.ts';
import type { DemoBox } from './theory-words.ts';
import type { DemoTheory } from './theory.ts';

/** Lines of the plan that the answers to families promise, by the name of the theme. */
export interface DemoPlan {
  promised: { hours: string; fathers: string; knowing: string };
}

/**
 * The delivery plan: lines from the activities of the theory in one press, filled in and added to,
 * paid from four streams, tied to the guidance, with gaps left in as a real plan has them.
 */
export async function demoPlan(d: Demonstration, { boxes }: DemoTheory): Promise<DemoPlan> {
  const streams = await addStreams(d);
  await planFromActivities(d.lead, d.programme.id);
  const made = await linesOf(theStore().read, d.authorityId, d.programme.id);
  const lineOf = (box: DemoBox): PlanLine => {
    const line = made.find(({ activityIds }) => activityIds.includes(boxes[box]));
    if (!line) throw new Error(`The demonstration has no line for ${box}.`);
    return line;
  };
  for (const [box, said] of Object.entries(MADE) as [DemoBox, SaidLine][]) {
    const line = lineOf(box);
    const fields = fieldsOf(d, { title: line.title, activity: box, ...said }, { boxes, streams });
    await kept(editPlanLine(d.lead, d.programme.id, line.id, { ...fields, version: line.version }));
  }
  const added = new Map<string, string>();
  for (const [name, said] of Object.entries(ADDED)) {
    const fields = fieldsOf(d, said, { boxes, streams });
    added.set(name, await kept(addPlanLine(d.lead, d.programme.id, fields)));
  }
  await decide(d, boxes);
  const byBox = Object.keys(MADE).map((box): [string, string] => [box, lineOf(box as DemoBox).id]);
  const ids = new Map([...byBox, ...added]);
  await demoLines(d, ids);
  await demoMoney(d, ids, streams);
  return {
    promised: {
      hours: lineOf('openLater').id,
      fathers: lineOf('dads').id,
      knowing: added.get('texts') ?? '',
    },
  };
}

type Streams = Record<DemoStream, string>;

async function addStreams(d: Demonstration): Promise<Streams> {
  const ids: Partial<Streams> = {};
  for (const [name, said] of Object.entries(STREAMS) as [DemoStream, object][]) {
    ids[name] = await addFundingStream(d.commissioner, d.programme.id, StreamForm.parse(said));
  }
  return ids as Streams;
}

/** A line as it is typed into its form, so that the demonstration is checked as people are. */
function fieldsOf(
  d: Demonstration,
  said: SaidLine & { title: string },
  { boxes, streams }: { boxes: DemoTheory['boxes']; streams: Streams },
): LineFields {
  return LineForm.parse({
    title: said.title,
    owner: said.owner ?? '',
    startsOn: said.from ?? '',
    endsOn: said.to ?? '',
    ...rowsToType({ steps: stepsOf(said), dependsOn: [] }),
    cost: said.cost ?? '',
    streamId: said.stream === undefined ? '' : streams[said.stream],
    status: said.stopped === true ? 'stopped' : statusOn(dayOf(d.now), said),
    activities: said.activity === undefined ? [] : [boxes[said.activity]],
    requirements: (said.covers ?? []).map((id) => `bsfh-2026:BSFH-${id}`),
  });
}

function stepsOf(said: SaidLine) {
  if (said.milestone === undefined) return [];
  const kind = 'milestone' as const;
  return [{ kind, title: said.milestone, owner: '', dueOn: null, doneOn: null }];
}

/** How far a line is on a day, so that the demonstration stays believable as time goes by. */
function statusOn(today: string, { from, to }: SaidLine): LineStatus {
  if (to !== undefined && to < today) return 'done';
  return from !== undefined && from <= today ? 'under-way' : 'planned';
}

async function kept(saving: ReturnType<typeof addPlanLine>): Promise<string> {
  const came = await saving;
  if (came.outcome === 'saved') return came.lineId;
  throw new Error(`A line of the demonstration’s plan was not saved: ${came.outcome}.`);
}

/** Decisions over what is computed, and one activity that is tied without a line. */
async function decide(d: Demonstration, boxes: DemoTheory['boxes']): Promise<void> {
  for (const { requirement, state, reason } of DECISIONS) {
    const which = { packId: 'bsfh-2026', requirementId: `BSFH-${requirement}` };
    await judgeCoverage(d.commissioner, d.programme.id, which, { state, reason });
  }
  const ends = {
    from: { kind: 'box', id: boxes.talkTogether },
    to: { kind: 'requirement', id: 'bsfh-2026:BSFH-OBJ-01' },
  } as const;
  await tieEnds(d.lead, d.programme.id, ends, await followedTitle(d.programme));
}
