import { labelIn } from '#app/panel/member-lists.ts';
import { AGREEMENT_SHAPES, AGREEMENT_STATES, inOrder, type Agreement } from './agreement.ts';
import { COURSE_NAMES, courseOf, sayReach, type Communication } from './communication.ts';

/** What the registers of a plan say of one of its lines. */
export interface OfLine {
  agreements: { id: string; title: string; words: string; blockedBy: string }[];
  communications: { id: string; title: string; words: string }[];
}

/** The agreements that a line needs, what is blocked first, and what families are told about it. */
export function ofLine(
  lineId: string,
  kept: { agreements: readonly Agreement[]; communications: readonly Communication[] },
  today: string,
): OfLine {
  const needed = kept.agreements.filter(({ lineIds }) => lineIds.includes(lineId));
  const told = kept.communications.filter((one) => one.lineId === lineId);
  return {
    agreements: inOrder(needed, today).map(({ id, title, state, blockedBy }) => ({
      ...{ id, title },
      words: `${AGREEMENT_SHAPES[state] ?? ''} ${labelIn(AGREEMENT_STATES, state)}`,
      blockedBy: state === 'blocked' ? blockedBy : '',
    })),
    communications: told.map((one) => ({
      ...{ id: one.id, title: one.title },
      words: `${sayReach(one)}, ${COURSE_NAMES[courseOf(one, today)]}`,
    })),
  };
}
