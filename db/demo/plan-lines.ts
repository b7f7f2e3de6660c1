import { driftOf } from '#app/plan/lines/drift.ts';
import { editPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm, lineToType } from '#app/plan/lines/line-form.ts';
import { rowsToType } from '#app/plan/lines/line-rows.ts';
import { reportForm } from '#app/plan/lines/progress.ts';
import { reportProgress } from '#app/plan/lines/report-progress.server.ts';
import { letDriftStand } from '#app/plan/lines/settle-drift.server.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import type { Theory } from '#app/theory/graph.ts';
import { dayOf } from '#app/ui/words.ts';
import { linesOf } from '../plan-lines.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import { DETAILS, type SaidDetails } from './plan-line-words.ts';

const DAY = 86_400_000;

/**
 * What the lines say beyond who, when and how much; what was reported of them; and which of them stay
 * in the plan though no activity of the theory asks for them.
 *
 * @param ids the lines by the names that the demonstration gives them
 */
export async function demoLines(d: Demonstration, ids: ReadonlyMap<string, string>) {
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, d.authorityId, d.programme.id);
  const lines = await linesOf(read, d.authorityId, d.programme.id);
  for (const [name, said] of Object.entries(DETAILS)) {
    const line = lines.find(({ id }) => id === ids.get(name));
    if (!line) throw new Error(`The demonstration has no line ${name}.`);
    const fields = fieldsOf(d, line, said, { ids, theory });
    const kept = await editPlanLine(d.lead, d.programme.id, line.id, fields);
    if (kept.outcome !== 'saved') throw new Error(`The line ${name} was not saved.`);
    await report(d, line, said);
  }
  await stand(d, ids, theory);
}

function fieldsOf(
  d: Demonstration,
  line: PlanLine,
  said: SaidDetails,
  around: { ids: ReadonlyMap<string, string>; theory: Theory | undefined },
) {
  const { objective, partners, strand, success, communications, equality, risk } = said;
  const measures = (around.theory?.pieces ?? []).filter(
    ({ kind, more }) =>
      kind === 'measure' && said.measures?.some((name) => more['label']?.startsWith(name)),
  );
  return LineForm.parse({
    ...lineToType(line),
    ...{ objective, partners, strand, communications, successCriteria: success },
    equalityEffect: equality?.[0],
    equalityWho: equality?.[1],
    equalityResponse: equality?.[2],
    risk: risk?.[0],
    riskLikelihood: risk === undefined ? undefined : String(risk[1]),
    riskSeverity: risk === undefined ? undefined : String(risk[2]),
    riskOwner: risk?.[3],
    riskResponse: risk?.[4],
    measures: measures.map(({ id }) => id),
    ...rowsToType({
      steps: said.steps === undefined ? line.steps : stepsOf(dayOf(d.now), said.steps),
      dependsOn: (said.waits ?? []).map(([name, lagDays]) => ({
        lineId: around.ids.get(name) ?? '',
        lagDays,
      })),
    }),
    version: line.version,
  });
}

function stepsOf(today: string, steps: NonNullable<SaidDetails['steps']>) {
  return steps.map(([kind, title, owner, dueOn, late]) => ({
    kind: kind === 'a' ? ('action' as const) : ('milestone' as const),
    ...{ title, owner, dueOn },
    doneOn: dueOn <= today && late === undefined ? dueOn : null,
  }));
}

async function report(d: Demonstration, line: PlanLine, said: SaidDetails): Promise<void> {
  for (const [daysAgo, standing, note] of said.reports ?? []) {
    const at = new Date(d.now.getTime() - daysAgo * DAY);
    const on = dayOf(at);
    const fields = reportForm(dayOf(d.now)).parse({ standing, status: line.status, note, on });
    await reportProgress(d.lead, d.programme.id, line.id, fields, at);
  }
}

async function stand(
  d: Demonstration,
  ids: ReadonlyMap<string, string>,
  theory: Theory | undefined,
): Promise<void> {
  const lines = await linesOf(theStore().read, d.authorityId, d.programme.id);
  const drift = driftOf(lines, theory ?? { boxes: [], links: [] });
  for (const [name, { stands }] of Object.entries(DETAILS)) {
    const found = drift.find(({ kind, lineId }) => kind === 'loose' && lineId === ids.get(name));
    if (stands === undefined || !found) continue;
    await letDriftStand(d.lead, d.programme.id, { ...found, because: stands });
  }
}
