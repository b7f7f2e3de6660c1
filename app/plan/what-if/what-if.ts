import type { Box, Theory } from '#app/theory/graph.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';
import { hangingOn } from '#app/theory/operations.ts';
import { falls, type Falls } from '#app/theory/stress/falls.ts';
import {
  coverageOf,
  type Judgement,
  type Records,
  type TaggedActivity,
} from '#app/plan/coverage/coverage.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { sumOfItems } from '#app/plan/money/cuts.ts';
import { moneyItems } from '#app/plan/money/items.ts';
import { sumOf, type Sum } from '#app/plan/money/money.ts';
import type { Pack } from '#app/plan/coverage/packs.ts';
import type { FundingStream, PlanLine } from '../plan.ts';

/** What falls away, and what is freed, when one thing that we do stops. */

/** A requirement of the guidance that was covered better before. */
export interface LostRequirement {
  key: string;
  id: string;
  text: string;
  packName: string;
  /** Covered by nothing any more, or only in part. */
  now: 'not' | 'partly';
  /** What somebody decided about it, whatever is computed. */
  judged: boolean;
}

export interface WhatIf extends Falls {
  box: Box;
  /** Measures of the box itself, of what falls and of the links between. */
  measures: { id: string; label: string }[];
  requirements: LostRequirement[];
  /** Lines that deliver this and nothing else that stands: they stop with it. */
  stopping: PlanLine[];
  /** Lines that deliver something else as well: they go on. */
  sharing: { line: PlanLine; also: Box[] }[];
  /** What the stopping lines cost that are planned or under way. */
  freed: Sum;
  /** The same by the stream that pays; null for lines that no stream pays for. */
  freedByStream: { stream: FundingStream | null; sum: Sum }[];
}

export interface AroundIt {
  theory: Theory;
  lines: readonly PlanLine[];
  streams: readonly FundingStream[];
  costs?: readonly CostLine[];
  tagged: readonly TaggedActivity[];
  judgements: readonly Judgement[];
  packs: readonly Pack[];
  /** What the records of the authority show: they stand whatever is done. */
  records?: Records;
}

/**
 * What follows when a box stops: computed from links, ties and lines and from nothing that is
 * guessed. Money is exact to the penny; costs that are not known are counted as such. Null when there
 * is no such box.
 */
export function whatIf(around: AroundIt, boxId: string): WhatIf | null {
  const { theory } = around;
  const box = theory.boxes.find(({ id }) => id === boxId);
  if (box === undefined) return null;
  const fallen = falls(theory, new Set([boxId]));
  const { stopping, sharing } = linesOf(around, boxId);
  const paying = stopping.filter(({ status }) => status === 'planned' || status === 'under-way');
  return {
    box,
    ...fallen,
    measures: measuresOf(theory, [box, ...fallen.boxes]),
    requirements: requirementsLost(around, boxId, stopping),
    stopping,
    sharing,
    freed: sumOf(paying),
    freedByStream: byStream(paying, around),
  };
}

/** What somebody can ask this of: everything that is done. */
export function stoppable({ boxes }: Pick<Theory, 'boxes'>): Box[] {
  return boxes
    .filter(({ type }) => type === 'activity')
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Lines that run and deliver the box: with nothing else, or with something else that stands. */
function linesOf({ theory, lines }: AroundIt, boxId: string) {
  const byId = new Map(theory.boxes.map((box) => [box.id, box]));
  const running = lines
    .filter((line) => line.status !== 'stopped' && line.activityIds.includes(boxId))
    .toSorted((a, b) => a.position - b.position)
    .map((line) => ({
      line,
      also: line.activityIds.flatMap((id) => (id === boxId ? [] : (byId.get(id) ?? []))),
    }));
  return {
    stopping: running.filter(({ also }) => also.length === 0).map(({ line }) => line),
    sharing: running.filter(({ also }) => also.length > 0),
  };
}

function measuresOf(theory: Theory, boxes: readonly Box[]): { id: string; label: string }[] {
  const about = new Set(boxes.map(({ id }) => id));
  for (const { id } of boxes) for (const link of hangingOn(theory, id).links) about.add(link.id);
  return measuresIn(theory)
    .filter(({ on }) => on !== null && about.has(on))
    .map(({ id, label }) => ({ id, label }));
}

function requirementsLost(
  { lines, tagged, judgements, packs, records }: AroundIt,
  boxId: string,
  stopping: readonly PlanLine[],
): LostRequirement[] {
  const left = lines.filter((line) => !stopping.includes(line));
  const taggedLeft = tagged.filter(({ id }) => id !== boxId);
  return packs.flatMap((pack) => {
    const before = coverageOf(pack, lines, tagged, judgements, records).requirements;
    const after = coverageOf(pack, left, taggedLeft, judgements, records).requirements;
    return before.flatMap(({ key, requirement, computed, judged }, at): LostRequirement[] => {
      const was = computed.state;
      const now = after[at]?.computed.state;
      const worse = (now === 'not' && was !== 'not') || (now === 'partly' && was === 'covered');
      if (!worse) return [];
      const { id, text } = requirement;
      return [{ key, id, text, packName: pack.title, now, judged: judged !== null }];
    });
  });
}

function byStream(
  lines: readonly PlanLine[],
  { streams, costs = [] }: Pick<AroundIt, 'streams' | 'costs'>,
) {
  const ids = new Set(lines.map(({ id }) => id));
  const ofThem = costs.filter(({ lineId }) => lineId !== null && ids.has(lineId));
  const items = moneyItems(lines, ofThem, streams);
  const known = streams.flatMap((stream) => {
    const paid = items.filter(({ streamId }) => streamId === stream.id);
    return paid.length === 0 ? [] : [{ stream, sum: sumOfItems(paid) }];
  });
  const unpaid = items.filter(({ streamId }) => streamId === null);
  return unpaid.length === 0 ? known : [...known, { stream: null, sum: sumOfItems(unpaid) }];
}
