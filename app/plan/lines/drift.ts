import type { Box } from '#app/theory/graph.ts';
import type { PlanLine, TheoryOfPlan } from '#app/plan/plan.ts';

/**
 * Where the plan and the theory no longer say the same:
 * `reworded` an activity says something else than when its line was tied to it,
 * `gone` a line delivers an activity that has left the theory,
 * `unplanned` an activity has no line,
 * `loose` a line delivers no activity.
 */
export const DRIFT_KINDS = ['reworded', 'gone', 'unplanned', 'loose'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** A difference that somebody looked at and lets stand. */
export interface KeptDrift {
  key: string;
  /** What the difference said when it was kept. */
  says: string;
  because: string;
  byName: string;
  at: Date;
}

export interface Drift {
  /** Its kind and what it is about: the same as long as the difference is. */
  key: string;
  kind: DriftKind;
  lineId: string | null;
  boxId: string | null;
  /** In a sentence, such as “Open later” now says “Open on Sundays” in the theory. */
  says: string;
  then: string;
  now: string;
  /** Null while nobody has let it stand, or what it says is another thing than what was kept. */
  kept: KeptDrift | null;
}

type Planned = Pick<
  PlanLine,
  'id' | 'title' | 'status' | 'activityIds' | 'activityWords' | 'position'
>;

/**
 * Every difference between the lines of a plan and its theory, both ways. Lines that were stopped
 * deliver nothing any more, so that only what they were tied to is compared and not that they are loose.
 */
export function driftOf(
  lines: readonly Planned[],
  theory: TheoryOfPlan,
  kept: readonly KeptDrift[] = [],
): Drift[] {
  const boxes = new Map(theory.boxes.map((box) => [box.id, box]));
  const answers = new Map(kept.map((one) => [one.key, one]));
  const seen = (drift: Omit<Drift, 'kept'>): Drift => {
    const answer = answers.get(drift.key);
    return { ...drift, kept: answer !== undefined && answer.says === drift.says ? answer : null };
  };
  return [
    ...lines
      .filter(({ status }) => status !== 'stopped')
      .flatMap((line) => [...reworded(line, boxes), ...gone(line, boxes), ...loose(line)]),
    ...unplanned(lines, theory),
  ].map(seen);
}

/** Differences that nobody has let stand. */
export const openDrift = (drift: readonly Drift[]): Drift[] =>
  drift.filter(({ kept }) => kept === null);

type Found = Omit<Drift, 'kept'>;

function reworded(line: Planned, boxes: ReadonlyMap<string, Box>): Found[] {
  return line.activityIds.flatMap((boxId): Found[] => {
    const [then, now] = [line.activityWords[boxId] ?? '', boxes.get(boxId)?.label ?? ''];
    if (then === '' || now === '' || then === now) return [];
    const says = `The activity of “${line.title}” said “${then}” and says “${now}” now`;
    return [{ ...about('reworded', line.id, boxId), says, then, now }];
  });
}

function gone(line: Planned, boxes: ReadonlyMap<string, Box>): Found[] {
  return line.activityIds
    .filter((boxId) => !boxes.has(boxId))
    .map((boxId) => {
      const then = line.activityWords[boxId] ?? '';
      const what = then === '' ? 'an activity' : `the activity “${then}”`;
      const says = `“${line.title}” delivers ${what}, which has left the theory`;
      return { ...about('gone', line.id, boxId), says, then, now: '' };
    });
}

function loose(line: Planned): Found[] {
  // One that has left the theory is told of already.
  if (line.activityIds.length > 0) return [];
  const says = `“${line.title}” delivers no activity of the theory`;
  return [{ ...about('loose', line.id, null), says, then: '', now: '' }];
}

function unplanned(lines: readonly Planned[], theory: TheoryOfPlan): Found[] {
  const delivered = new Set(lines.flatMap(({ activityIds }) => activityIds));
  return theory.boxes
    .filter(({ id, type }) => type === 'activity' && !delivered.has(id))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id, label }) => ({
      ...about('unplanned', null, id),
      says: `The activity “${label}” has no plan line`,
      then: '',
      now: label,
    }));
}

function about(kind: DriftKind, lineId: string | null, boxId: string | null) {
  return { key: [kind, lineId ?? '', boxId ?? ''].join(':'), kind, lineId, boxId };
}
