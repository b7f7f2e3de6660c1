import type { CaseView } from './case-view.ts';
import type { UnitCost, UnitResult } from './unit-cost.ts';

/** What a document says of unit costs and of what the plan may save. */
export interface BenefitPart {
  cases: readonly CaseView[];
  units: readonly ({ unit: UnitCost } & UnitResult)[];
}
