import { sumInWords, sumOf } from '#app/plan/money/money.ts';
import {
  groupByOutcome,
  type LineStatus,
  type PlanLine,
  type TheoryOfPlan,
} from '#app/plan/plan.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';
import { many } from '#app/ui/words.ts';

/** A need of the register, as the home page reads it. */
export interface NeedAtHome {
  id: string;
  statement: string;
  who: string;
  howMany: string;
  priority: string;
  /** Empty while the need is in play. */
  notNowBecause: string;
  /** The sentences of the evidence behind it, with their bases. */
  evidence: readonly string[];
}

/** One of the largest needs: what, who, how many, and the figure that stands behind it. */
export interface LargestNeed {
  id: string;
  statement: string;
  who: string;
  evidence: string | null;
  restsOn: string;
}

/** One of the outcomes that most of the plan serves. */
export interface LargestOutcome {
  id: string;
  label: string;
  holds: string;
  /** Lines by how far they are, for the picture: [status, how many]. */
  progress: readonly (readonly [LineStatus, number])[];
}

/** The director's ten seconds: what families told us, what we will do, what stands in between. */
export interface Home {
  needs: LargestNeed[];
  needsMore: number;
  outcomes: LargestOutcome[];
  outcomesMore: number;
  obstacles: Obstacle[];
  obstaclesMore: number;
}

const SHOWN = 3;
const PRIORITY = ['high', 'medium', 'low'];
const PROGRESS: readonly LineStatus[] = ['done', 'under-way', 'planned', 'stopped'];

/**
 * What the home page shows, three of each: needs by priority and then by how much evidence stands
 * behind them, outcomes by how many lines of the plan serve them, obstacles first thing first.
 */
export function homeOf(
  needs: readonly NeedAtHome[],
  plan: { lines: readonly PlanLine[]; theory: TheoryOfPlan; obstacles: readonly Obstacle[] },
): Home {
  const inPlay = needs.filter((need) => need.notNowBecause === '').sort(largerNeedFirst);
  const outcomes = outcomesOf(plan.lines, plan.theory);
  return {
    needs: inPlay.slice(0, SHOWN).map(largestNeed),
    needsMore: Math.max(0, inPlay.length - SHOWN),
    outcomes: outcomes.slice(0, SHOWN),
    outcomesMore: Math.max(0, outcomes.length - SHOWN),
    obstacles: plan.obstacles.slice(0, SHOWN),
    obstaclesMore: Math.max(0, plan.obstacles.length - SHOWN),
  };
}

function rank(need: NeedAtHome): number {
  const at = PRIORITY.indexOf(need.priority);
  return at === -1 ? PRIORITY.length : at;
}

const largerNeedFirst = (a: NeedAtHome, b: NeedAtHome) =>
  rank(a) - rank(b) || b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1);

function largestNeed(need: NeedAtHome): LargestNeed {
  const { id, statement, who, howMany, evidence } = need;
  return {
    id,
    statement,
    who: [who, howMany].filter((words) => words !== '').join(': '),
    evidence: evidence[0] ?? null,
    restsOn:
      evidence.length === 0 ? 'No evidence yet' : `Rests on ${many(evidence.length, 'finding')}`,
  };
}

function outcomesOf(lines: readonly PlanLine[], theory: TheoryOfPlan): LargestOutcome[] {
  return groupByOutcome(lines, theory)
    .flatMap(({ outcome, lines: served }) =>
      outcome ? [{ outcome, served: served.map((one) => one.line) }] : [],
    )
    .sort((a, b) => b.served.length - a.served.length || a.outcome.position - b.outcome.position)
    .map(({ outcome, served }) => ({
      id: outcome.id,
      label: outcome.label,
      holds: `${many(served.length, 'line')}, ${sumInWords(sumOf(served))}`,
      progress: PROGRESS.map(
        (status) => [status, served.filter((line) => line.status === status).length] as const,
      ).filter(([, n]) => n > 0),
    }));
}
