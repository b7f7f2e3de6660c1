import { newId } from '#db/ids.ts';
import { needsOf, updateNeed, type Need } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { keepRule, keepScores, ruleOf, scoresOf, scoresOfNeed } from '#db/register.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { needOf, remember, saveUnlessChanged } from './change-need.server.ts';
import type { FieldChange, NeedHappening } from './history.ts';
import {
  CRITERIA,
  FIRST_RULE,
  pointsOf,
  priorityOf,
  sayRule,
  scoresIn,
  type PriorityRule,
  type Scores,
  type ScoresFields,
} from './priority.ts';

/** The rule of a programme: what somebody decided, or all criteria alike until then. */
export async function priorityRule(
  db: Reader,
  programme: Programme,
): Promise<PriorityRule & { version: number }> {
  const kept = await ruleOf(db, programme.authorityId, programme.id);
  if (!kept) return { ...FIRST_RULE, version: 0 };
  const { highFrom, mediumFrom, reason, version } = kept;
  const weights = { ...FIRST_RULE.weights, ...kept.weights };
  return { weights, highFrom, mediumFrom, reason, version };
}

/**
 * Scores a need by the four criteria, each with its reason, and says whether its priority follows the
 * rule from now on or stays somebody's judgement.
 */
export async function scoreNeed(
  by: Person,
  programme: Programme,
  needId: string,
  seen: number,
  fields: ScoresFields,
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const at = new Date();
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`need:${needId}`, async (tx) => {
    const need = await needOf(tx, programme, needId);
    const before = await scoresOfNeed(tx, authorityId, needId);
    await keepScores(
      tx,
      CRITERIA.map((criterion) => ({
        id: newId(at),
        authorityId,
        programmeId,
        needId,
        criterion,
        score: fields[criterion],
        reason: fields[`${criterion}Reason`],
        at,
        by: by.id,
      })),
    );
    const changes = CRITERIA.map((criterion) => ({
      field: criterion,
      before: before[criterion] ? `${before[criterion].score}: ${before[criterion].reason}` : '',
      after: `${fields[criterion]}: ${fields[`${criterion}Reason`]}`,
    })).filter((change) => change.before !== change.after);
    const rule = await priorityRule(tx, programme);
    const next = fields.follows === 'rule' ? ruled(fields, rule) : {};
    await saveUnlessChanged(tx, programme, needId, seen, { ...next, priorityBy: fields.follows });
    const moved = movesOf(need, { ...need, ...next });
    await remember(tx, by, programme, needId, 'scored', at, { fields: [...changes, ...moved] });
    await record(tx, by, 'need.scored', { kind: 'need', id: needId });
  });
}

/** Weighs the criteria anew: every need that follows the rule gets its priority from it at once. */
export async function weighCriteria(
  by: Person,
  programme: Programme,
  rule: PriorityRule,
  seen: number,
): Promise<number> {
  allow(by, 'needs.edit', programme);
  const at = new Date();
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const before = await priorityRule(tx, programme);
    if (before.version !== seen) {
      throw new Conflict(
        'Somebody else changed the rule while you were writing. Look at what they chose, then save again.',
      );
    }
    const version = seen + 1;
    await keepRule(tx, { ...rule, programmeId, authorityId, version, at, by: by.id });
    const moved = await applyRule(tx, by, programme, rule, at, 'by-rule');
    await record(tx, by, 'need.weighed', { kind: 'programme', id: programmeId }, { moved });
    return moved;
  });
}

/** Gives every need that follows the rule its priority by it; says how many changed theirs. */
async function applyRule(
  tx: Writer,
  by: Person,
  programme: Programme,
  rule: PriorityRule,
  at: Date,
  what: NeedHappening,
): Promise<number> {
  const { authorityId, id: programmeId } = programme;
  const scores = await scoresOf(tx, authorityId, programmeId);
  let moved = 0;
  for (const need of await needsOf(tx, authorityId, programmeId)) {
    const own = scoresIn(scores.filter((score) => score.needId === need.id));
    if (need.priorityBy !== 'rule' || own === null) continue;
    const next = ruled(own, rule);
    const fields = movesOf(need, { ...need, ...next });
    if (fields.length === 0) continue;
    await updateNeed(tx, authorityId, need.id, need.version, next);
    await remember(tx, by, programme, need.id, what, at, { fields });
    moved += need.priority === next.priority ? 0 : 1;
  }
  return moved;
}

function ruled(scores: Scores, rule: PriorityRule) {
  const priority = priorityOf(pointsOf(scores, rule.weights), rule);
  return { priority, priorityReason: sayRule(scores, rule) };
}

function movesOf(before: Need, after: Need): FieldChange[] {
  return (['priority', 'priorityReason'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
