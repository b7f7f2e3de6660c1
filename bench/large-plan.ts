import { coverageOf } from '#app/plan/coverage/coverage.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import { printPlan } from '#app/plan/export/export-plan.server.ts';
import type { ExportFormat, PlanToExport } from '#app/plan/export/export.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { packs } from '#templates/frameworks/index.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { aLine, aStep, aStream } from '#test/some-plans.ts';
import { timed, type Case } from './case.ts';

const keys = packs().flatMap((pack) =>
  pack.requirements.map(({ id }) => requirementKey(pack.id, id)),
);

/** A plan of 150 lines, a theory of 120 boxes and every requirement of every pack. */
export function largePlan(): PlanToExport {
  const theory = { ...randomTheory(120, 180, 3), title: 'A large theory' };
  const activities = theory.boxes.filter(({ type }) => type === 'activity');
  const streams = Array.from({ length: 6 }, (_, at) =>
    aStream({ id: `stream-${at}`, name: `Stream ${at}`, amountPence: 90_000_000 }),
  );
  const lines = Array.from({ length: 150 }, (_, at) =>
    aLine({
      id: `line-${at}`,
      title: `Line ${at}: open a group in the evening, with a crèche and somebody who interprets`,
      activityIds: activities.length === 0 ? [] : [activities[at % activities.length]?.id ?? ''],
      streamId: `stream-${at % 6}`,
      costPence: at % 7 === 0 ? null : 1_250_000 + at,
      position: at,
      requirementKeys: [0, 1, 2, 3].map((more) => keys[(at * 7 + more * 13) % keys.length] ?? ''),
      steps: [0, 1].map((more) =>
        aStep({ id: `step-${at}-${more}`, title: `Milestone ${more} of line ${at}` }),
      ),
    }),
  );
  const evidence = lines.map(({ id, title, requirementKeys }) => ({
    ...(aPlanToExport().evidence[0] as PlanToExport['evidence'][number]),
    lineId: id,
    line: title,
    requirements: [...requirementKeys],
  }));
  return aPlanToExport({
    theory,
    lines,
    streams,
    accounts: accountsOf(lines, streams),
    coverages: packs().map((pack) => coverageOf(pack, lines, [], [])),
    evidence,
  });
}

/** The large plan printed in a format, beside what somebody waits for without minding. */
export function documentFile(format: ExportFormat, seconds: number, limitIs: string): Case {
  return {
    id: `document-${format}`,
    what: `How long the plan of 150 lines, 120 boxes and ${keys.length} requirements takes as ${format}.`,
    unit: 'ms',
    better: 'less',
    limitIs,
    goal: 1,
    async run({ quick }) {
      const plan = largePlan();
      // The first printing loads typefaces and the process that sets pages.
      await printPlan(plan, format);
      const samples = await timed(quick ? 2 : 8, () => printPlan(plan, format), 1);
      return { samples, limit: seconds * 1000 };
    },
  };
}
