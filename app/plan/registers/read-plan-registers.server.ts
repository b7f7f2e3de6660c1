import { readSelfEvaluation } from '#app/plan/self-evaluation/read-self-evaluation.server.ts';
import type { CostLine } from '#app/plan/money/costs.ts';
import { governanceBoardsOf, governanceOf, seatsOf } from '#db/boards.ts';
import { consultationsOf } from '#db/consultations.ts';
import type { Programme } from '#db/people.ts';
import { agreementsOf, communicationsOf } from '#db/plan-registers.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { costWords } from './communication.ts';
import { governanceInPlan, withoutPanel } from './governance.ts';
import type { RegistersAsTheyStand } from './obstacles.ts';
import type { PlanRegisters } from './plan-registers.ts';

/**
 * The registers of a plan as its documents tell of them. Nobody of the panel is named: a document
 * goes further than those who may see who is on it.
 *
 * @param today YYYY-MM-DD
 */
export async function readPlanRegisters(
  programme: Pick<Programme, 'authorityId' | 'id'>,
  plan: { lines: readonly { id: string; title: string }[]; costs: readonly CostLine[] },
  today: string,
  db: Reader = theStore().read,
): Promise<PlanRegisters> {
  const { authorityId, id } = programme;
  const governance = await governanceOf(db, authorityId, id);
  const asked = await consultationsOf(db, authorityId, id);
  return {
    today,
    boards: governanceInPlan(governance, today, false),
    agreements: await agreementsOf(db, programme),
    communications: await communicationsOf(db, programme),
    consultations: Object.fromEntries(
      asked.map(({ consultation }) => [consultation.id, consultation.title]),
    ),
    costs: Object.fromEntries(plan.costs.map((cost) => [cost.id, costWords(cost)])),
    selfEvaluation: await readSelfEvaluation(programme, today, { lines: plan.lines }),
  };
}

/** What of the registers can stand between a plan and its sign-off: two short reads and no more. */
export async function readStanding(
  programme: Pick<Programme, 'authorityId' | 'id'>,
  today: string,
  db: Reader = theStore().read,
): Promise<RegistersAsTheyStand> {
  const { authorityId, id } = programme;
  const boards = await governanceBoardsOf(db, authorityId, id);
  const seats = boards.length === 0 ? [] : await seatsOf(db, authorityId, id);
  const governance = boards.map((board) => ({
    board,
    seats: seats.filter(({ boardId }) => boardId === board.id),
    matters: [],
  }));
  return {
    agreements: await agreementsOf(db, programme),
    boardsWithoutPanel: withoutPanel(governanceInPlan(governance, today, false)).map(
      ({ name }) => name,
    ),
    today,
  };
}
