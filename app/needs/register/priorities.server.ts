import { needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { scoresOf } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';
import { groupedBy } from '#app/themes/grouped.ts';
import { priorityOf, scoresIn, type PriorityRule, type Scores } from './priority.ts';
import type { Priority } from './need.ts';
import { priorityRule } from './score-need.server.ts';
import { ranked, sensitivityOf, type Sensitivity } from './sensitivity.ts';

/** A scored need in play, with its place and how firm that is. */
export interface PriorityLine extends Sensitivity {
  statement: string;
  scores: Scores;
  points: number;
  rank: number;
  tiedWith: number;
  priority: Priority;
  /** What is written on the need, where somebody decided otherwise. */
  decided: string | null;
}

export interface Priorities {
  rule: PriorityRule & { version: number };
  lines: PriorityLine[];
  weightings: number;
  top: number;
  /** Needs in play that are not scored, and so not in the order. */
  unscored: { id: string; statement: string }[];
}

/** How many needs count as "the first": as many as a board can keep in mind. */
const TOP = 5;

/** The order of the needs in play by the rule, and how much it hangs on the weights. */
export async function prioritiesOf(programme: Programme): Promise<Priorities> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const rule = await priorityRule(read, programme);
  const scores = groupedBy(await scoresOf(read, authorityId, id), ({ needId }) => needId);
  const inPlay = (await needsOf(read, authorityId, id)).filter((need) => need.notNowBecause === '');
  const scored = inPlay.flatMap((need) => {
    const own = scoresIn(scores.get(need.id) ?? []);
    return own === null ? [] : [{ id: need.id, need, scores: own }];
  });
  const top = Math.min(TOP, scored.length);
  const found = sensitivityOf(scored, top);
  const firmness = new Map(found.needs.map((one) => [one.id, one]));
  const byId = new Map(scored.map((one) => [one.id, one]));
  return {
    rule,
    weightings: found.weightings,
    top,
    lines: ranked(scored, rule.weights).flatMap(({ id, points, rank, tiedWith }) => {
      const [one, firm] = [byId.get(id), firmness.get(id)];
      if (!one || !firm) return [];
      const { need, scores } = one;
      const decided = need.priorityBy === 'rule' ? null : need.priority;
      const priority = priorityOf(points, rule);
      return [
        { ...firm, statement: need.statement, scores, points, rank, tiedWith, priority, decided },
      ];
    }),
    unscored: inPlay
      .filter((need) => !byId.has(need.id))
      .map(({ id, statement }) => ({ id, statement })),
  };
}
