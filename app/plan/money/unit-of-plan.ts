import { many } from '#app/ui/words.ts';
import { sumOfItems } from './cuts.ts';
import type { MoneyItem } from './items.ts';
import { pounds } from './money.ts';
import type { UnitCost } from './unit-cost.ts';
import { firstDayOf, lastDayOf } from './years.ts';

/**
 * A unit cost whose cost is that of a year of the plan: the known costs of that year, and the year's
 * days. What is not counted is told.
 */
export function withPlanYear(
  unit: UnitCost,
  items: readonly Pick<MoneyItem, 'year' | 'amountPence'>[],
): { unit: UnitCost; beware: string[] } {
  const year = unit.planYear;
  if (year === '') return { unit, beware: [] };
  const sum = sumOfItems(items.filter((item) => item.year === year));
  const loose = sumOfItems(items.filter((item) => item.year === ''));
  const beware = [
    ...(sum.unknown > 0
      ? [
          `${many(sum.unknown, 'cost')} of ${year} ${sum.unknown === 1 ? 'is' : 'are'} not known: the true cost is higher.`,
        ]
      : []),
    ...(loose.pence > 0
      ? [`${pounds(loose.pence)} of the plan is of no one year and is not counted.`]
      : []),
  ];
  return {
    unit: {
      ...unit,
      costPence: sum.known === 0 ? null : sum.pence,
      costStepPence: 0,
      costPeriod: { from: firstDayOf(year), to: lastDayOf(year) },
    },
    beware,
  };
}
