import { commentOnPlan, settlePlanComment } from '#app/plan/versions/comment-on-plan.server.ts';
import { decideOnVersion, putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import { editPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm, lineToType } from '#app/plan/lines/line-form.ts';
import { rowsToType } from '#app/plan/lines/line-rows.ts';
import { commentsOnPlan } from '../plan-versions.ts';
import { lineById } from '../plan-lines.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPlan } from './plan.ts';

const DAY = 86_400_000;

/**
 * A first version that the board approved on a condition, a line that was changed since, and what was
 * said about the plan: one comment settled, one still open.
 */
export async function demoSignOff(d: Demonstration, { promised }: DemoPlan): Promise<void> {
  const { lead, commissioner, facilitator, programme, authorityId } = d;
  const before = (days: number) => new Date(d.now.getTime() - days * DAY);
  const asked = 'Who staffs the desk when both hubs are open on a Saturday?';
  await commentOnPlan(facilitator, programme, promised.hours, asked, before(24));
  const [first] = await commentsOnPlan(theStore().read, authorityId, programme.id);
  const settled = 'Two family workers by turns; the partnership’s volunteers greet.';
  await settlePlanComment(lead, programme, first?.id ?? '', settled, before(22));
  const id = await putUpForSignOff(lead, programme, 'For the programme board', before(20));
  const conditions = 'Costs that are not known yet come back to the board by its next meeting.';
  await decideOnVersion(commissioner, programme, id, { intent: 'approve', conditions }, before(14));
  const line = await lineById(theStore().read, authorityId, programme.id, promised.fathers);
  if (line) {
    const fields = LineForm.parse({
      ...lineToType(line),
      ...rowsToType({
        ...line,
        steps: line.steps.map((step) => ({
          ...step,
          title: `${step.title}; fathers help to choose the times`,
        })),
      }),
    });
    await editPlanLine(lead, programme.id, line.id, { ...fields, version: line.version });
  }
  const open = 'Could the offer on paper come in Polish as well? Three hubs have asked.';
  await commentOnPlan(facilitator, programme, promised.knowing, open, before(3));
}
