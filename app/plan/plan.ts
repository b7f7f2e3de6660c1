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

export const STREAM_KINDS = ['grant', 'council', 'health', 'partner', 'in-kind', 'other'] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

export const STREAM_PAYS = ['both', 'revenue', 'capital'] as const;
export type StreamPays = (typeof STREAM_PAYS)[number];

export interface FundingStream {
  id: string;
  name: string;
  amountPence: number;
  /** What it may be spent on in words, or empty. */
  ringFence: string;
  /** From whom it comes. */
  kind: StreamKind;
  /** The first and the last day on which it pays, YYYY-MM-DD. */
  startsOn: string | null;
  endsOn: string | null;
  /** What whoever gives it asks for in return, or empty. */
  conditions: string;
  /** Whether it may pay for capital, for revenue or for both. */
  pays: StreamPays;
  /** The strands and the kinds of cost that it may pay for; empty means any. */
  ringStrands: readonly string[];
  ringKinds: readonly string[];
  /** How much of it is for which financial year, earliest first; empty while nobody has said. */
  years: readonly { year: string; amountPence: number }[];
  version: number;
}

export const STEP_KINDS = ['action', 'milestone'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  action: 'Action',
  milestone: 'Milestone',
};

/** What is done on the way of a line, or what is there to see; days are YYYY-MM-DD. */
export interface Step {
  id: string;
  kind: StepKind;
  title: string;
  owner: string;
  dueOn: string | null;
  doneOn: string | null;
}

/** The line begins so many days after the other has ended. */
export interface Dependency {
  lineId: string;
  lagDays: number;
}

export const EQUALITY_EFFECTS = ['positive', 'neutral', 'negative', 'unknown'] as const;
export type EqualityEffectKind = (typeof EQUALITY_EFFECTS)[number];

export const EQUALITY_NAMES: Readonly<Record<EqualityEffectKind, string>> = {
  positive: 'Better for some groups',
  neutral: 'No difference',
  negative: 'Worse for some groups',
  unknown: 'Not looked at yet',
};

/** What a line does to people with protected characteristics (Equality Act 2010, section 149). */
export interface EqualityEffect {
  effect: EqualityEffectKind;
  who: string;
  response: string;
}

/** What may go wrong with a line; likelihood and severity from 1 to 5, null while nobody has said. */
export interface LineRisk {
  what: string;
  likelihood: number | null;
  severity: number | null;
  owner: string;
  response: string;
}

export const STANDINGS = ['on-track', 'at-risk', 'late'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  late: 'Late',
};

/** A line of the delivery plan: who does what, by when, for how much. */
export interface PlanLine {
  id: string;
  title: string;
  /** What it is to achieve; empty while nobody has said. */
  objective: string;
  owner: string;
  partners: string;
  startsOn: string | null;
  endsOn: string | null;
  /** In the order in which they were put; a plan line may have several milestones. */
  steps: readonly Step[];
  /** What its milestones say, in one text; empty where it has none. */
  milestone: string;
  /** The lines that it waits for. */
  dependsOn: readonly Dependency[];
  successCriteria: string;
  communications: string;
  equalityEffect: EqualityEffect;
  risk: LineRisk;
  /** A strand of the programme (STRANDS), or empty. */
  strand: string;
  /** What was last reported of it; null while nothing was. */
  progress: { standing: Standing; note: string; on: string } | null;
  /** What its costs add up to, or else what was typed as its estimate; null while it is not known. */
  costPence: number | null;
  /** What was typed as its cost: it stands only while the line has no costs of its own. */
  estimatePence: number | null;
  /** How many of its own costs are not known, and are therefore not in `costPence`. */
  unknownCosts: number;
  streamId: string | null;
  status: LineStatus;
  position: number;
  version: number;
  /** Boxes of the theory that it delivers. */
  activityIds: readonly string[];
  /** What each of them said when it was tied, by its id; left out where nothing was kept. */
  activityWords: Readonly<Record<string, string>>;
  /** Measures of the theory by which it is known whether it works. */
  measureIds: readonly string[];
  /** `packId:requirementId` of each requirement that it helps to cover. */
  requirementKeys: readonly string[];
}

/** What the milestones of a line say, in one text. */
export function milestonesOf(steps: readonly Pick<Step, 'kind' | 'title'>[]): string {
  return steps
    .filter(({ kind, title }) => kind === 'milestone' && title.trim() !== '')
    .map(({ title }) => title)
    .join('; ');
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
