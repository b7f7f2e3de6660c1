import { isSmall } from '#app/statistics/small-numbers.ts';
import { courseOf } from './communication.ts';
import { reviewOf } from './agreement.ts';
import type { PlanRegisters } from './plan-registers.ts';

/** The registers of a plan as data, for other tools. */
export function registersJson(registers: PlanRegisters) {
  const { boards, agreements, communications, consultations, selfEvaluation, today } = registers;
  return {
    governance: boards.map((board) => ({
      id: board.id,
      name: board.name,
      kind: board.kind,
      cycle: board.cycle,
      quorum: board.quorum,
      reportsTo: board.reportsTo,
      seats: board.count.seats,
      voting: board.count.voting,
      ofPanel: board.count.panel,
      vacant: board.count.vacant,
      lastMet: board.lastMet,
      decisions: board.decisions,
      lacks: board.lacks,
    })),
    sharing: agreements.map(({ version: _, ...one }) => ({ ...one, review: reviewOf(one, today) })),
    communications: communications.map(({ version: _v, testedIn, ...one }) => ({
      ...one,
      // Fewer than five people are hidden, as in every other figure that leaves the system.
      reach: one.reach.map(({ on, reached, source }) => {
        const hidden = isSmall(reached);
        return { on, reached: hidden ? null : reached, hidden, source };
      }),
      testedIn: testedIn === null ? null : (consultations[testedIn] ?? null),
      course: courseOf({ ...one, testedIn, version: 0 }, today),
    })),
    selfEvaluation:
      selfEvaluation.round === null
        ? null
        : {
            round: selfEvaluation.round.number,
            name: selfEvaluation.round.name,
            startedOn: selfEvaluation.round.startedOn,
            items: selfEvaluation.items.map((one) => ({
              framework: one.item.framework,
              id: one.item.id,
              title: one.item.title,
              own: one.item.own,
              rating: one.rating === '' ? null : one.rating,
              before: one.before === '' ? null : one.before,
              moved: one.moved,
              panelRating: one.panelRating === '' ? null : one.panelRating,
              evidence: one.evidence,
              tied: one.tied.map(({ words, on }) => ({ words, on })),
              improve: one.improve,
              owner: one.owner,
              dueOn: one.dueOn,
              lineId: one.line?.id ?? null,
            })),
          },
  };
}
