import { sayShortDay } from '#app/ui/words.ts';
import { dayNumber } from '#app/plan/lines/days.ts';
import { pounds } from './money.ts';

/**
 * What one member, family or attendance costs. Two of three figures give the third: the cost, the
 * count, and the cost of one. A figure that was rounded before it was printed leaves a range, and a
 * count of another time than the cost gives nothing at all.
 */

export const UNIT_KINDS = ['member', 'family', 'attendance', 'hub', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, { one: string; more: string }>> = {
  member: { one: 'member', more: 'members' },
  family: { one: 'family', more: 'families' },
  attendance: { one: 'attendance', more: 'attendances' },
  hub: { one: 'hub', more: 'hubs' },
  other: { one: 'unit', more: 'units' },
};

/** A whole number and to what it was rounded: 115 pounds to the pound are 11500 pence, step 100. */
export interface Figure {
  value: number;
  /** 0 where it is exact. */
  step: number;
}

/** The least, the likeliest and the most that a result can be. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

/** A first and a last day; null where nobody has said. */
export interface Days {
  from: string | null;
  to: string | null;
}

const least = ({ value, step }: Figure) => Math.max(0, value - step / 2);
const most = ({ value, step }: Figure) => value + step / 2;

/** What one costs, in pence to the penny. Null where nothing was counted, or rounding leaves that open. */
export function unitCost(cost: Figure, counted: Figure): Range | null {
  if (least(counted) <= 0) return null;
  return {
    low: Math.round(least(cost) / most(counted)),
    central: Math.round(cost.value / counted.value),
    high: Math.round(most(cost) / least(counted)),
  };
}

/** How many a printed cost of one stands for, as whole numbers. Null where one costs nothing, or rounding leaves that open. */
export function impliedCount(cost: Figure, unit: Figure): Range | null {
  if (least(unit) <= 0) return null;
  return {
    low: Math.round(least(cost) / most(unit)),
    central: Math.round(cost.value / unit.value),
    high: Math.round(most(cost) / least(unit)),
  };
}

/** What a count and the cost of one come to, in pence. */
function impliedCost(counted: Figure, unit: Figure): Range {
  return {
    low: Math.round(least(counted) * least(unit)),
    central: counted.value * unit.value,
    high: Math.round(most(counted) * most(unit)),
  };
}

/**
 * How two periods differ, in a sentence; empty where they are the same. A period that is not known
 * cannot be the same as any other.
 */
export function periodsDiffer(cost: Days, count: Days): string {
  const [costDays, countDays] = [daysOf(cost), daysOf(count)];
  if (costDays === null || countDays === null) {
    const unknown = [
      ...(costDays === null ? ['the cost'] : []),
      ...(countDays === null ? ['the count'] : []),
    ];
    return `The period of ${unknown.join(' and of ')} is not known.`;
  }
  if (cost.from === count.from && cost.to === count.to) return '';
  const shared = Math.max(
    0,
    Math.min(costDays.last, countDays.last) - Math.max(costDays.first, countDays.first) + 1,
  );
  const apart =
    shared === 0
      ? 'They share no day.'
      : `They share ${shared} days: ${length(costDays) - shared} of the cost and ${length(countDays) - shared} of the count lie outside.`;
  return `The cost is of ${sayDays(cost)} (${length(costDays)} days) and the count of ${sayDays(count)} (${length(countDays)} days). ${apart}`;
}

export const sayDays = ({ from, to }: Days): string =>
  from === null || to === null ? 'no known period' : `${sayShortDay(from)} to ${sayShortDay(to)}`;

function daysOf({ from, to }: Days): { first: number; last: number } | null {
  return from === null || to === null ? null : { first: dayNumber(from), last: dayNumber(to) };
}

const length = ({ first, last }: { first: number; last: number }) => last - first + 1;

/** One record of the register of unit costs. */
export interface UnitCost {
  id: string;
  what: string;
  kind: UnitKind;
  /** A financial year whose costs in the plan are the cost; empty where the cost was typed. */
  planYear: string;
  costPence: number | null;
  costStepPence: number;
  costPeriod: Days;
  counted: number | null;
  countStep: number;
  countPeriod: Days;
  unitPence: number | null;
  unitStepPence: number;
  source: string;
  version: number;
}

/** What a record gives: a result or the reason why there is none, and what to beware of. */
export interface UnitResult {
  /** Null with a reason. */
  result: { is: 'unit-cost' | 'count' | 'cost'; range: Range; words: string } | null;
  reason: string;
  warnings: string[];
}

/**
 * Works out what a record lacks. Cost and count give the cost of one only where they are of the same
 * days; cost and unit give the count of the cost's own days. Where all three stand, the printed cost of
 * one is held against what the other two give.
 */
export function resultOf(unit: UnitCost): UnitResult {
  const cost = figure(unit.costPence, unit.costStepPence);
  const count = figure(unit.counted, unit.countStep);
  const one = figure(unit.unitPence, unit.unitStepPence);
  if (cost !== null && count !== null) return fromCostAndCount(unit, cost, count, one);
  if (cost !== null && one !== null) {
    const range = impliedCount(cost, one);
    if (range === null) {
      return none(one.value > 0 ? tooCoarse('cost of one') : NOT_BY_NOUGHT);
    }
    const { more } = UNIT_KIND_NAMES[unit.kind];
    return {
      result: { is: 'count', range, words: `${sayCounts(range)} ${more}` },
      reason: '',
      warnings: [`This is of ${sayDays(unit.costPeriod)}, as the cost is, and of no other period.`],
    };
  }
  if (count !== null && one !== null) {
    const range = impliedCost(count, one);
    return { result: { is: 'cost', range, words: sayPounds(range) }, reason: '', warnings: [] };
  }
  return none('Two of the three are needed: the cost, how many, and the cost of one.');
}

function fromCostAndCount(
  unit: UnitCost,
  cost: Figure,
  count: Figure,
  one: Figure | null,
): UnitResult {
  const differ = periodsDiffer(unit.costPeriod, unit.countPeriod);
  const { one: name, more } = UNIT_KIND_NAMES[unit.kind];
  if (differ !== '') {
    const implied = one === null ? null : impliedCount(cost, one);
    return {
      result:
        implied === null
          ? null
          : { is: 'count', range: implied, words: `${sayCounts(implied)} ${more}` },
      reason: implied === null ? 'The cost and the count are of different periods.' : '',
      warnings: [
        differ,
        `Dividing one by the other would give a cost of one ${name} that no period had.`,
      ],
    };
  }
  const range = unitCost(cost, count);
  if (range === null) return none(count.value > 0 ? tooCoarse('count') : NOTHING_COUNTED);
  const printed =
    one === null || (most(one) >= range.low && least(one) <= range.high)
      ? []
      : [
          `${pounds(one.value)} is printed for one ${name}, and the cost and the count give ${sayPounds(range)}.`,
        ];
  return {
    result: {
      is: 'unit-cost',
      range,
      words: `${sayPounds(range)} ${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`,
    },
    reason: '',
    warnings: printed,
  };
}

const NOT_BY_NOUGHT = 'Nothing can be divided by a cost of nought.';
const NOTHING_COUNTED = 'Nothing was counted, so that nothing can be divided by it.';
/** Rounding leaves open that the figure is nought: there is no highest result. */
const tooCoarse = (what: string) => `The ${what} is rounded too coarsely to divide by.`;

const none = (reason: string): UnitResult => ({ result: null, reason, warnings: [] });

function figure(value: number | null, step: number): Figure | null {
  return value === null ? null : { value, step };
}

/** A range of money: one amount where rounding leaves nothing open. */
function sayPounds({ low, central, high }: Range): string {
  return low === high ? pounds(central) : `${pounds(central)} (${pounds(low)} to ${pounds(high)})`;
}

function sayCounts({ low, central, high }: Range): string {
  const say = (count: number) => count.toLocaleString('en-GB');
  return low === high ? say(central) : `about ${say(central)} (${say(low)} to ${say(high)})`;
}
