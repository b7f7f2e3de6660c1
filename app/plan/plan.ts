import {
  BOX_TYPES,
  OUTCOME_TYPES,
  type Box,
  type BoxType,
  type Theory,
} from '#app/theory/graph.ts';

/** The types of the plan, and how its lines hang on the theory of change. */

export const LINE_STATUSES = ['planned', 'under-way', 'done', 'stopped'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<LineStatus, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  done: 'Done',
  stopped: 'Stopped',
};

export interface FundingStream {
  id: string;
  name: string;
  amountPence: number;
  /** What it may be spent on, or empty. */
  ringFence: string;
  /** The last day on which it pays, YYYY-MM-DD. */
  endsOn: string | null;
  version: number;
}

/** A line of the delivery plan: who does what, by when, for how much. */
export interface PlanLine {
  id: string;
  title: string;
  owner: string;
  startsOn: string | null;
  endsOn: string | null;
  milestone: string;
  /** Null while it is not known. */
  costPence: number | null;
  streamId: string | null;
  status: LineStatus;
  position: number;
  version: number;
  /** Boxes of the theory that it delivers. */
  activityIds: readonly string[];
  /** `packId:requirementId` of each requirement that it helps to cover. */
  requirementKeys: readonly string[];
}

/** The part of a theory that the plan reads. */
export type TheoryOfPlan = Pick<Theory, 'boxes' | 'links'>;

/** What a line still lacks before it counts as covering anything, in the order of the form. */
export function lacksOf(line: PlanLine): string[] {
  const lacks: string[] = [];
  if (line.owner.trim() === '') lacks.push('an owner');
  if (line.startsOn === null) lacks.push('a start date');
  if (line.endsOn === null) lacks.push('an end date');
  if (line.milestone.trim() === '') lacks.push('a milestone');
  return lacks;
}

const OUTCOMES: ReadonlySet<BoxType> = new Set(OUTCOME_TYPES);
/** Where the chain has run past outcomes: further steps say what it is all for, not for whom. */
const BEYOND: ReadonlySet<BoxType> = new Set(['impact', 'aim']);

/**
 * For each box, the outcomes that it leads to first: the outcomes met on the shortest paths along
 * the links, walking on through outputs and mechanisms and stopping at an outcome. Cycles are safe.
 */
export function outcomesReached(theory: TheoryOfPlan): (boxId: string) => Box[] {
  const boxes = new Map(theory.boxes.map((box) => [box.id, box]));
  const onward = new Map<string, string[]>();
  for (const link of theory.links) {
    if (link.kind === 'leadsTo') {
      onward.set(link.source, [...(onward.get(link.source) ?? []), link.target]);
    }
  }
  return (boxId) => {
    const found: Box[] = [];
    const seen = new Set([boxId]);
    let frontier = [boxId];
    while (frontier.length > 0) {
      const next = frontier.flatMap((id) => onward.get(id) ?? []).filter((id) => !seen.has(id));
      frontier = [];
      for (const id of new Set(next)) {
        seen.add(id);
        const box = boxes.get(id);
        if (!box || BEYOND.has(box.type)) continue;
        if (OUTCOMES.has(box.type)) found.push(box);
        else frontier.push(id);
      }
    }
    return found.sort(inTheoryOrder);
  };
}

const inTheoryOrder = (a: Box, b: Box) =>
  BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) ||
  a.position - b.position ||
  (a.id < b.id ? -1 : 1);

/** Lines that serve the same outcome, in plan order. */
export interface OutcomeGroup {
  /** Null for lines whose activity leads to no outcome, or that deliver no activity. */
  outcome: Box | null;
  lines: { line: PlanLine; activities: Box[]; also: Box[] }[];
}

/**
 * The plan grouped by outcome, in the order of the theory; what serves no outcome comes last. A line
 * stands once, under the first outcome that it serves, so that its money is counted once; the others
 * are named beside it.
 */
export function groupByOutcome(lines: readonly PlanLine[], theory: TheoryOfPlan): OutcomeGroup[] {
  const reached = outcomesReached(theory);
  const boxes = new Map(theory.boxes.map((box) => [box.id, box]));
  const groups = new Map<string, OutcomeGroup>();
  for (const line of [...lines].sort((a, b) => a.position - b.position)) {
    const activities = line.activityIds.flatMap((id) => boxes.get(id) ?? []);
    const outcomes = unique(activities.flatMap((box) => reached(box.id))).sort(inTheoryOrder);
    const [outcome = null, ...also] = outcomes;
    const key = outcome?.id ?? '';
    const group = groups.get(key) ?? { outcome, lines: [] };
    group.lines.push({ line, activities, also });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => {
    if (a.outcome === null || b.outcome === null)
      return Number(a.outcome === null) - Number(b.outcome === null);
    return inTheoryOrder(a.outcome, b.outcome);
  });
}

function unique(boxes: readonly Box[]): Box[] {
  return [...new Map(boxes.map((box) => [box.id, box])).values()];
}

/** Activities of the theory that no line of the plan delivers yet, in the order of their column. */
export function activitiesWithoutLine(lines: readonly PlanLine[], theory: TheoryOfPlan): Box[] {
  const delivered = new Set(lines.flatMap((line) => line.activityIds));
  return theory.boxes
    .filter((box) => box.type === 'activity' && !delivered.has(box.id))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Lines of the plan that deliver no activity of the theory: the other half of the drift. */
export function linesWithoutActivity(lines: readonly PlanLine[], theory: TheoryOfPlan): PlanLine[] {
  const there = new Set(theory.boxes.map((box) => box.id));
  return lines.filter((line) => !line.activityIds.some((id) => there.has(id)));
}
