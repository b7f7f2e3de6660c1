import type { Coverage } from '#app/plan/coverage/coverage.ts';
import { groupByOutcome } from '#app/plan/plan.ts';
import { dutiesJson, hubsJson } from '#app/plan/coverage/export-coverage.ts';
import { lineJson } from '#app/plan/lines/line-sheets.ts';
import { outcomesJson } from '#app/plan/outcomes/export-outcomes.ts';
import { threadJson } from '#app/plan/thread/thread-data.ts';
import { moneyJson } from '#app/plan/money/money-data.ts';
import { registersJson } from '#app/plan/registers/register-data.ts';
import type { PlanToExport } from './export.ts';
import { sourceLine } from '#app/plan/coverage/packs.ts';
import type { PackDifference } from '#app/plan/coverage/succession.ts';

/**
 * The plan as data, for other tools: a stable shape with its own version. Money is in pence, null
 * where it is not known; days are YYYY-MM-DD.
 */
export function planJson(plan: PlanToExport) {
  const { authority, programme, accounts } = plan;
  const labels = new Map(plan.theory?.boxes.map(({ id, label }) => [id, label]));
  const towards = outcomesByLine(plan);
  return {
    format: 'throughline-plan',
    formatVersion: 2,
    madeOn: plan.madeOn,
    authority: { name: authority.name, fictional: authority.isDemonstration },
    programme,
    needs: plan.needs,
    lines: plan.lines.map((line) => ({
      id: line.id,
      title: line.title,
      objective: line.objective,
      status: line.status,
      owner: line.owner,
      partners: line.partners,
      successCriteria: line.successCriteria,
      steps: line.steps.map(({ kind, title, owner, dueOn, doneOn }) => ({
        ...{ kind, title, owner, dueOn, doneOn },
      })),
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      milestone: line.milestone,
      costPence: line.costPence,
      streamId: line.streamId,
      activities: line.activityIds,
      delivers: line.activityIds.flatMap((id) => labels.get(id) ?? []),
      towards: towards.get(line.id) ?? [],
      requirements: line.requirementKeys,
      ...lineJson(line),
    })),
    streams: accounts.streams.map(({ stream, committed, leftPence }) => ({
      id: stream?.id ?? null,
      name: stream?.name ?? '',
      kind: stream?.kind ?? null,
      ringFence: stream?.ringFence ?? '',
      ringStrands: stream?.ringStrands ?? [],
      ringKinds: stream?.ringKinds ?? [],
      pays: stream?.pays ?? null,
      conditions: stream?.conditions ?? '',
      startsOn: stream?.startsOn ?? null,
      endsOn: stream?.endsOn ?? null,
      years: stream?.years ?? [],
      amountPence: stream?.amountPence ?? null,
      promisedPence: committed.pence,
      costsNotKnown: committed.unknown,
      leftPence,
    })),
    money: {
      amountPence: accounts.total.amountPence,
      promisedPence: accounts.total.committed.pence,
      costsNotKnown: accounts.total.committed.unknown,
      leftPence: accounts.total.leftPence,
      ...moneyJson(plan),
    },
    coverage: plan.coverages.map(coverageJson),
    hubs: hubsJson(plan.hubs),
    duties: dutiesJson(plan.duties),
    outcomes: outcomesJson(plan.outcomes),
    ...registersJson(plan.registers),
    evidence: plan.evidence,
    thread: threadJson(plan),
    takenOver: plan.takenOver.map(({ things: _, ...one }) => one),
    missing: plan.obstacles.map(({ id, says, todo, about }) => ({ id, says, todo, about })),
  };
}

/** Labels of the outcomes that each line works towards, by its id, the first one first. */
function outcomesByLine({ lines, theory }: PlanToExport): Map<string, string[]> {
  const groups = groupByOutcome(lines, theory ?? { boxes: [], links: [] });
  return new Map(
    groups.flatMap(({ outcome, lines: under }) =>
      under.map(({ line, also }) => [
        line.id,
        [...(outcome === null ? [] : [outcome]), ...also].map(({ label }) => label),
      ]),
    ),
  );
}

/** The coverage of one pack as data: what `throughline coverage --json` prints. */
export function coverageJson(coverage: Coverage) {
  return {
    pack: coverage.pack.id,
    requirements: coverage.requirements.map(({ requirement, state, because, by, judged }) => ({
      id: requirement.id,
      strand: requirement.strand,
      text: requirement.text,
      state,
      because,
      coveredBy: by.map((cover) => ({ kind: cover.kind, id: cover.id, title: cover.title })),
      decidedBy: judged?.decidedBy ?? null,
      source: sourceLine(requirement),
      grade: requirement.grade,
    })),
    totals: coverage.totals,
  };
}

/** The same against an older pack: which requirement is new or changed, from what, and what is gone. */
export function differenceJson(coverage: Coverage, difference: PackDifference) {
  const { requirements, ...rest } = coverageJson(coverage);
  const followed = [
    ...difference.changed.map((one) => ({ ...one, change: 'changed' as const })),
    ...difference.same.map((one) => ({ ...one, change: 'same' as const })),
  ];
  return {
    ...rest,
    against: difference.from.id,
    source: difference.source,
    requirements: requirements.map((one) => {
      const older = followed.filter(({ after }) =>
        after.some(({ requirement }) => requirement.id === one.id),
      );
      const changed = older.some(({ change }) => change === 'changed');
      return {
        ...one,
        change: older.length === 0 ? ('new' as const) : changed ? 'changed' : 'same',
        was: older.map(({ before, what }) => ({ id: before.requirement.id, what })),
      };
    }),
    gone: difference.gone.map(({ before, what }) => ({
      id: before.requirement.id,
      text: before.requirement.text,
      what,
      coveredBy: before.by.map(({ kind, id, title }) => ({ kind, id, title })),
    })),
    missing: difference.missing.map(({ requirement, state }) => ({ id: requirement.id, state })),
  };
}
