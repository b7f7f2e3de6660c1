import {
  isToBeConfirmed,
  requirementKey,
  type Pack,
  type Requirement,
  type RequirementKind,
} from './packs.ts';
import { lacksOf, type PlanLine } from '#app/plan/plan.ts';

/**
 * Which requirements of a guidance pack the plan covers. Computed from what is tied to what; a
 * person may decide otherwise, with a reason, and the page then shows both.
 */

export const COVERAGE_STATES = [
  'covered',
  'partly',
  'not',
  'not-applicable',
  'to-be-confirmed',
] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  not: 'Not covered',
  'not-applicable': 'Not applicable',
  'to-be-confirmed': 'To be confirmed',
};

/** A full, half or empty circle, a dash, a question mark: told by shape and word, then by colour. */
export const STATE_SHAPES: Readonly<Record<CoverageState, string>> = {
  covered: '●',
  partly: '◐',
  not: '○',
  'not-applicable': '–',
  'to-be-confirmed': '?',
};

/** What a person can decide; only a computation says that something is still to be confirmed. */
export const JUDGED_STATES = ['covered', 'partly', 'not', 'not-applicable'] as const;
export type JudgedState = (typeof JUDGED_STATES)[number];

/** What somebody decided about a requirement, over what was computed. */
export interface Judgement {
  packId: string;
  requirementId: string;
  state: JudgedState;
  reason: string;
  decidedBy: string;
  decidedAt: Date;
}

/** An activity of the theory that is tied to requirements. */
export interface TaggedActivity {
  id: string;
  label: string;
  requirementKeys: readonly string[];
}

/** What a requirement rests on: a plan line with what it lacks, or only an activity. */
export type Cover =
  | { kind: 'plan-line'; id: string; title: string; lacks: string[]; stopped: boolean }
  | { kind: 'box'; id: string; title: string };

/**
 * What the records of the authority show about a requirement: sites, services, figures of measures,
 * the panel, registers. A record says how far it goes by itself.
 */
export interface Shown {
  state: 'covered' | 'partly';
  /** One sentence that says what is there. */
  because: string;
  /** The page where it is. */
  href: string;
}

/** What records show, by the id of the requirement on the thread. */
export type Records = ReadonlyMap<string, readonly Shown[]>;

const NO_RECORDS: Records = new Map();

interface Verdict {
  state: CoverageState;
  /** One sentence that says why. */
  because: string;
}

export interface RequirementCoverage extends Verdict {
  key: string;
  requirement: Requirement;
  by: Cover[];
  /** What the records of the authority show about it, what goes furthest first. */
  shown: readonly Shown[];
  /** What was computed, whatever was decided. */
  computed: Verdict;
  /** Null while nobody decided anything. */
  judged: Judgement | null;
}

export type CoverageTotals = Record<CoverageState, number> & {
  /** How many requirements there are to cover: covered, partly and not together. */
  toCover: number;
};

export interface Coverage {
  pack: Pack;
  requirements: RequirementCoverage[];
  totals: CoverageTotals;
}

/**
 * The coverage of one pack. A requirement is covered when a plan line tied to it has an owner, dates
 * and a milestone and was not stopped; partly when every such line still lacks something, or only an
 * activity is tied to it. What the records show raises it further, and never lowers it. Removing a line, a tie, a field or an activity never raises a computed
 * state (held by a property test).
 */
export function coverageOf(
  pack: Pack,
  lines: readonly PlanLine[],
  activities: readonly TaggedActivity[],
  judgements: readonly Judgement[],
  records: Records = NO_RECORDS,
): Coverage {
  const covers = coversByKey(lines, activities);
  const judgedBy = new Map(
    judgements.map((one) => [requirementKey(one.packId, one.requirementId), one]),
  );
  const requirements = pack.requirements.map((requirement): RequirementCoverage => {
    const key = requirementKey(pack.id, requirement.id);
    const by = covers.get(key) ?? [];
    const shown = furthestFirst(records.get(key) ?? []);
    const computed = raisedBy(verdictOn(requirement, by), shown);
    const judged = judgedBy.get(key) ?? null;
    const verdict = judged === null ? computed : { state: judged.state, because: judged.reason };
    return { key, requirement, by, shown, computed, judged, ...verdict };
  });
  return { pack, requirements, totals: totalsOf(requirements) };
}

const REACH = { not: 0, partly: 1, covered: 2 } as const;

function furthestFirst(shown: readonly Shown[]): readonly Shown[] {
  return shown.length < 2 ? shown : [...shown].sort((a, b) => REACH[b.state] - REACH[a.state]);
}

/** A verdict with what records show: a record raises what is not or only partly covered. */
function raisedBy(verdict: Verdict, [furthest]: readonly Shown[]): Verdict {
  const { state } = verdict;
  if (furthest === undefined || state === 'not-applicable' || state === 'to-be-confirmed') {
    return verdict;
  }
  return REACH[furthest.state] > REACH[state]
    ? { state: furthest.state, because: furthest.because }
    : verdict;
}

function coversByKey(
  lines: readonly PlanLine[],
  activities: readonly TaggedActivity[],
): Map<string, Cover[]> {
  const covers = new Map<string, Cover[]>();
  const add = (key: string, cover: Cover) => {
    const there = covers.get(key);
    if (there) there.push(cover);
    else covers.set(key, [cover]);
  };
  for (const line of lines) {
    const { id, title, status } = line;
    const cover: Cover = {
      kind: 'plan-line',
      id,
      title,
      lacks: lacksOf(line),
      stopped: status === 'stopped',
    };
    for (const key of new Set(line.requirementKeys)) add(key, cover);
  }
  for (const { id, label, requirementKeys } of activities) {
    for (const key of new Set(requirementKeys)) add(key, { kind: 'box', id, title: label });
  }
  return covers;
}

/** Kinds that ask nothing of a plan, and why. */
const ASKS_NOTHING: Partial<Record<RequirementKind, string>> = {
  definition: 'This says what a word means: there is nothing to cover.',
  question: 'This is a question for families: it belongs in a survey.',
};

function verdictOn(requirement: Requirement, by: readonly Cover[]): Verdict {
  if (isToBeConfirmed(requirement)) {
    return {
      state: 'to-be-confirmed',
      because: 'Nobody has read this item. Check the official copy, then record what you decide.',
    };
  }
  const nothing = ASKS_NOTHING[requirement.kind];
  if (nothing !== undefined) return { state: 'not-applicable', because: nothing };
  const lines = by.filter((cover) => cover.kind === 'plan-line');
  const running = lines.filter((line) => !line.stopped);
  const complete = running.filter((line) => line.lacks.length === 0);
  if (complete.length > 0) return { state: 'covered', because: coveredBecause(complete) };
  const [incomplete] = running;
  if (incomplete) {
    return {
      state: 'partly',
      because: `“${incomplete.title}” is tied to it and still lacks ${listed(incomplete.lacks)}.`,
    };
  }
  const activity = by.find((cover) => cover.kind === 'box');
  if (activity) {
    return {
      state: 'partly',
      because: `The activity “${activity.title}” is tied to it, and no plan line yet.`,
    };
  }
  const [stopped] = lines;
  if (stopped)
    return { state: 'not', because: `“${stopped.title}” was tied to it and has stopped.` };
  return { state: 'not', because: 'No plan line is tied to it.' };
}

function coveredBecause(lines: readonly { title: string }[]): string {
  const [first] = lines;
  const more = lines.length - 1;
  const others =
    more === 0 ? '' : more === 1 ? ' So has 1 more line.' : ` So have ${more} more lines.`;
  return `“${first?.title ?? ''}” has an owner, dates and a milestone.${others}`;
}

/** "an owner", "an owner and a milestone", "an owner, a start date and a milestone". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function totalsOf(requirements: readonly Verdict[]): CoverageTotals {
  const count = (state: CoverageState) =>
    requirements.filter((requirement) => requirement.state === state).length;
  const [covered, partly, not] = [count('covered'), count('partly'), count('not')];
  return {
    covered,
    partly,
    not,
    'not-applicable': count('not-applicable'),
    'to-be-confirmed': count('to-be-confirmed'),
    toCover: covered + partly + not,
  };
}

/** Which kinds weigh most when something is missing: what binds comes first. */
const WEIGHT: Readonly<Record<RequirementKind, number>> = {
  'legal-duty': 0,
  minimum: 1,
  panel: 2,
  'plan-section': 3,
  'data-return': 4,
  'quality-check': 5,
  'go-further': 6,
  principle: 7,
  definition: 8,
  question: 9,
};

/**
 * What is missing, first thing first: by how much it binds, then what nothing covers before what is
 * covered in part, then in the order of the pack.
 */
export function missingFirst(coverage: Coverage): RequirementCoverage[] {
  return coverage.requirements
    .filter(({ state }) => state === 'not' || state === 'partly')
    .sort(
      (a, b) =>
        WEIGHT[a.requirement.kind] - WEIGHT[b.requirement.kind] ||
        Number(a.state === 'partly') - Number(b.state === 'partly'),
    );
}

/** The strands of a pack in its own order, for the filter. */
export function strandsOf(pack: Pack): string[] {
  return [...new Set(pack.requirements.map((requirement) => requirement.strand))];
}

/** The rows of a filtered page; an empty filter keeps everything. */
export function filtered(
  coverage: Coverage,
  filter: { [Key in 'strand' | 'state' | 'kind']?: string | undefined },
): RequirementCoverage[] {
  return coverage.requirements.filter(
    ({ requirement, state }) =>
      (filter.strand === undefined || requirement.strand === filter.strand) &&
      (filter.kind === undefined || requirement.kind === filter.kind) &&
      (filter.state === undefined || state === filter.state),
  );
}
