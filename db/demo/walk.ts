import { castVote } from '#app/panel/cast-vote.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { lineAsked } from '#app/plan/review/line-words.ts';
import { aroundLine } from '#app/plan/review/read-reviews.server.ts';
import { startReview } from '#app/plan/review/start-review.server.ts';
import { saveWalk } from '#app/theory/walk/save-walk.server.ts';
import { startWalk } from '#app/theory/walk/start-walk.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { statementsOf, type Statement } from '#db/statements.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import { DEMO_MEMBERS } from './panel-people.ts';
import { VOTE_OF as AGREES } from './panel-words.ts';
import type { DemoPanel } from './panel.ts';
import { BOXES, type DemoBox } from './theory-words.ts';
import type { DemoTheory } from './theory.ts';
import { REVIEWED, WALKED } from './walk-words.ts';

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

/** A walk through part of the theory that is over, and a line of the plan that is being asked about. */
export async function demoWalk(
  d: Demonstration,
  panel: Pick<DemoPanel, 'people'>,
  theory: DemoTheory,
  lineId: string,
): Promise<{ walkId: string; reviewId: string }> {
  const walkId = await walkThrough(d, panel, theory);
  const reviewId = await review(d, panel, lineId);
  return { walkId, reviewId };
}

async function walkThrough(
  d: Demonstration,
  { people }: Pick<DemoPanel, 'people'>,
  { boxes }: DemoTheory,
): Promise<string> {
  const opened = daysFrom(d, -16);
  const about = {
    title: 'Will this really help families come sooner?',
    purpose:
      'This is how we think that hubs will make a difference. It is not settled: tell us where we are wrong before we put money on it.',
    standing: 'engagement' as const,
    ...{ whole: 'some' as const, goals: [boxes.earlier, boxes.fathersIn] },
  };
  const started = await startWalk(d.facilitator, d.programme, about, opened);
  if (!started.ok) throw new Error(started.message);
  const { id } = started;
  const all = await statementsOf(theStore().read, d.authorityId, id);
  // What answers a need was asked in the survey; the walk is about what leads to what.
  const leave = all.filter((stop) => saidOf(stop, boxes) === undefined).map((stop) => stop.id);
  await saveWalk(d.facilitator, d.programme, { id, version: 1 }, { stops: [], leave });
  await opening(d, id, -3, opened);
  const stops = await statementsOf(theStore().read, d.authorityId, id);
  for (const [n, person] of people.entries()) {
    const name = DEMO_MEMBERS[n]?.name ?? '';
    for (const stop of stops) {
      const said = saidOf(stop, boxes);
      const vote = AGREES[said?.votes[n] ?? '.'];
      if (said === undefined || vote === undefined) continue;
      const words = { missing: said.missing?.[name] ?? '', stops: said.stops?.[name] ?? '' };
      const answer = { vote, comment: said.why?.[name] ?? '', words };
      await castVote(person, id, stop.id, answer, daysFrom(d, -15 + (n % 6)));
    }
  }
  await closeConsultation(d.facilitator, d.programme, id, daysFrom(d, -3));
  return id;
}

/** What was answered to a stop, by the boxes that it is about; undefined where it was not asked. */
function saidOf({ about }: Statement, boxes: DemoTheory['boxes']) {
  const labelled = (label: string | undefined) =>
    (Object.keys(BOXES) as DemoBox[]).find((name) => BOXES[name].label === label);
  if (about?.kind === 'box') {
    const name = (Object.keys(boxes) as DemoBox[]).find((one) => boxes[one] === about.id);
    return name && WALKED[name];
  }
  const [source, target] = [labelled(about?.words['source']), labelled(about?.words['target'])];
  return source && target && WALKED[`${source}>${target}`];
}

async function opening(d: Demonstration, id: string, closes: number, opened: Date): Promise<void> {
  const closesOn = dayOf(daysFrom(d, closes));
  const [why] = await openConsultation(d.facilitator, d.programme, id, closesOn, opened);
  if (why !== undefined) throw new Error(`The demonstration does not open: ${why.message}`);
}

const REVIEW_OF: Readonly<Record<string, string>> = { k: 'agree', c: 'change', s: 'stop' };

async function review(
  d: Demonstration,
  { people }: Pick<DemoPanel, 'people'>,
  lineId: string,
): Promise<string> {
  const opened = daysFrom(d, -6);
  const { line, around } = await aroundLine(d.programme, lineId);
  const { text, hint } = lineAsked(line, around);
  const about = {
    title: 'Evenings and Saturdays: have we got it right?',
    purpose: 'This is one line of our plan. It can still change before the summer.',
    standing: 'engagement' as const,
  };
  const fields = { into: 'new' as const, text, hint, ...about };
  const started = await startReview(d.facilitator, d.programme, lineId, fields, opened);
  if (!started.ok) throw new Error(started.message);
  await opening(d, started.id, 12, opened);
  const [asked] = await statementsOf(theStore().read, d.authorityId, started.id);
  for (const [n, person] of people.entries()) {
    const vote = REVIEW_OF[REVIEWED.votes[n] ?? '.'];
    const comment = REVIEWED.why[DEMO_MEMBERS[n]?.name ?? ''] ?? '';
    if (vote === undefined) continue;
    await castVote(person, started.id, asked?.id ?? '', { vote, comment }, daysFrom(d, -4));
  }
  return started.id;
}
