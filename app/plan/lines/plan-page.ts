import { many } from '#app/ui/words.ts';
import type { Coverage } from '#app/plan/coverage/coverage.ts';
import { sumInWords, sumOf, type Accounts } from '#app/plan/money/money.ts';
import { readRequirementKey } from '#app/plan/coverage/packs.ts';
import {
  activitiesWithoutLine,
  groupByOutcome,
  lacksOf,
  type FundingStream,
  type LineStatus,
  type PlanLine,
  type Standing,
  type TheoryOfPlan,
} from '#app/plan/plan.ts';
import { clashesByLine, type Clash } from './clashes.ts';
import { openDrift, type Drift } from './drift.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';

/** One row of the plan's table, in words. */
export interface LineRow {
  id: string;
  title: string;
  objective: string;
  strand: string;
  /** What was last reported; null while nothing was. */
  standing: Standing | null;
  /** How many things in its days do not fit, and how often it and the theory differ. */
  clashes: number;
  drift: number;
  owner: string;
  startsOn: string | null;
  endsOn: string | null;
  milestone: string;
  costPence: number | null;
  stream: string | null;
  status: LineStatus;
  lacks: string[];
  /** False when it delivers no activity of the theory: drift, marked in place. */
  inTheory: boolean;
  activities: { id: string; label: string }[];
  also: string[];
  requirements: { packId: string; requirementId: string }[];
}

export interface PlanPage {
  groups: { outcome: { id: string; label: string } | null; money: string; rows: LineRow[] }[];
  /** "25 lines", "£1,200,000 and 2 costs not known", "12 of 78 requirements covered". */
  glance: { lines: string; money: string; coverage: string[] };
  obstacles: Obstacle[];
  /** How many differences between plan and theory nobody has settled. */
  drift: number;
  /** Activities of the theory that no line delivers. */
  unplanned: string[];
}

/** What the page of the plan shows, and nothing more. */
export function planPage(plan: {
  lines: readonly PlanLine[];
  streams: readonly FundingStream[];
  theory: TheoryOfPlan | null;
  accounts: Accounts;
  coverages: readonly Coverage[];
  obstacles: readonly Obstacle[];
  clashes: readonly Clash[];
  drift: readonly Drift[];
}): PlanPage {
  const clashes = clashesByLine(plan.clashes.filter(({ weight }) => weight === 'clash'));
  const open = openDrift(plan.drift);
  const theory = plan.theory ?? { boxes: [], links: [] };
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream.name]));
  return {
    groups: groupByOutcome(plan.lines, theory).map((group) => ({
      outcome: group.outcome && { id: group.outcome.id, label: group.outcome.label },
      money: sumInWords(sumOf(group.lines.map(({ line }) => line))),
      rows: group.lines.map(({ line, activities, also }) => ({
        id: line.id,
        title: line.title,
        objective: line.objective,
        strand: line.strand,
        standing: line.progress?.standing ?? null,
        clashes: clashes.get(line.id)?.length ?? 0,
        drift: open.filter(({ lineId }) => lineId === line.id).length,
        owner: line.owner,
        startsOn: line.startsOn,
        endsOn: line.endsOn,
        milestone: line.milestone,
        costPence: line.costPence,
        stream: (line.streamId !== null ? streams.get(line.streamId) : undefined) ?? null,
        status: line.status,
        lacks: lacksOf(line),
        inTheory: activities.length > 0,
        activities: activities.map(({ id, label }) => ({ id, label })),
        also: also.map((box) => box.label),
        requirements: line.requirementKeys.flatMap((key) => readRequirementKey(key) ?? []),
      })),
    })),
    glance: {
      lines: many(plan.lines.length, 'line'),
      money: sumInWords(plan.accounts.total.committed),
      coverage: plan.coverages.map(
        ({ totals }) => `${totals.covered} of ${totals.toCover} requirements covered`,
      ),
    },
    obstacles: [...plan.obstacles],
    drift: open.length,
    unplanned: activitiesWithoutLine(plan.lines, theory).map((box) => box.label),
  };
}
