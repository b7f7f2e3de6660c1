import type { Agreement } from './agreement.ts';
import type { Communication } from './communication.ts';
import type { BoardInPlan } from './governance.ts';
import type { SelfEvaluation } from '#app/plan/self-evaluation/self-evaluation.ts';

/** What the registers of a plan hold, read once for whatever is exported or tested. */
export interface PlanRegisters {
  /** The day on which reviews are overdue or not, YYYY-MM-DD. */
  today: string;
  boards: readonly BoardInPlan[];
  agreements: readonly Agreement[];
  communications: readonly Communication[];
  /** Titles of consultations by their id. */
  consultations: Readonly<Record<string, string>>;
  /** Cost lines in words by their id. */
  costs: Readonly<Record<string, string>>;
  selfEvaluation: SelfEvaluation;
}

export const NO_REGISTERS: PlanRegisters = {
  today: '2026-01-01',
  boards: [],
  agreements: [],
  communications: [],
  consultations: {},
  costs: {},
  selfEvaluation: { round: null, before: null, items: [] },
};
