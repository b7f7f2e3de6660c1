import { avoidedCostsOf, casesOf, unitCostsOf } from '#db/money-cases.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import type { BenefitPart } from './benefit-part.ts';
import type { AvoidedCost } from './case-rows.ts';
import { viewOf } from './case-view.ts';
import { reckonCase, type ReckonedCase } from './case-result.ts';
import type { MoneyItem } from './items.ts';
import { resultOf, type UnitCost, type UnitResult } from './unit-cost.ts';
import { withPlanYear } from './unit-of-plan.ts';

export interface Benefit {
  avoided: AvoidedCost[];
  cases: ReckonedCase[];
}

/** The cases for the plan in money, reckoned on its costs. */
export async function readBenefit(
  { authorityId, id }: { authorityId: string; id: string },
  items: readonly MoneyItem[],
  db: Reader = theStore().read,
): Promise<Benefit> {
  const avoided = await avoidedCostsOf(db, authorityId);
  const cases = await casesOf(db, authorityId, id);
  return {
    avoided,
    cases: cases.map(({ items: own, ...row }) => reckonCase({ row, items: own }, avoided, items)),
  };
}

export type ReckonedUnit = { unit: UnitCost } & UnitResult;

/** The unit costs of a programme, each with its result; a year of the plan stands for its costs. */
export async function readUnitCosts(
  { authorityId, id }: { authorityId: string; id: string },
  items: readonly MoneyItem[],
  db: Reader = theStore().read,
): Promise<ReckonedUnit[]> {
  const units = await unitCostsOf(db, authorityId, id);
  return units.map((kept) => {
    const { unit, beware } = withPlanYear(kept, items);
    const told = resultOf(unit);
    return { unit, ...told, warnings: [...told.warnings, ...beware] };
  });
}

/** Both, for a document. */
export async function readBenefitPart(
  programme: { authorityId: string; id: string },
  items: readonly MoneyItem[],
  db: Reader = theStore().read,
): Promise<BenefitPart> {
  const { cases } = await readBenefit(programme, items, db);
  return { cases: cases.map(viewOf), units: await readUnitCosts(programme, items, db) };
}
