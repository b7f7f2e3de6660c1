import type { Typed } from '#app/http/problems.ts';
import type { Difference } from '#app/plan/lines/differences.ts';
import type { StarterCost } from '#templates/costs/index.ts';
import { GREEN_BOOK_DISCOUNT } from './benefit.ts';
import type { AvoidedFields } from './case-forms.ts';
import type { AvoidedCost, CaseRow, ItemRow } from './case-rows.ts';
import { poundsToType } from './money.ts';
import { differing } from './stream-form.ts';
import type { UnitCost } from './unit-cost.ts';

/** What the forms show before anything is typed, and what differs when two people typed at once. */

export type Values = Readonly<Record<string, string>>;

const stepToType = (step: number) => (step === 0 ? '' : String(step));
const shareToType = (share: number) => String(share / 100);
const countToType = (count: number | null) => (count === null ? '' : String(count));

export function unitToType(unit: UnitCost): Values {
  return {
    what: unit.what,
    kind: unit.kind,
    planYear: unit.planYear,
    cost: poundsToType(unit.costPence),
    costStep: stepToType(unit.costStepPence / 100),
    costFrom: unit.costPeriod.from ?? '',
    costTo: unit.costPeriod.to ?? '',
    counted: countToType(unit.counted),
    countStep: stepToType(unit.countStep),
    countFrom: unit.countPeriod.from ?? '',
    countTo: unit.countPeriod.to ?? '',
    unit: poundsToType(unit.unitPence),
    unitStep: stepToType(unit.unitStepPence / 100),
    source: unit.source,
  };
}

export const UNIT_LABELS: Values = {
  what: 'What this is the cost of',
  kind: 'What is counted',
  planYear: 'Financial year of the plan',
  cost: 'Cost',
  costFrom: 'First day of the cost',
  costTo: 'Last day of the cost',
  counted: 'How many',
  countFrom: 'First day of the count',
  countTo: 'Last day of the count',
  unit: 'Printed cost of one',
  source: 'Source',
};

export function avoidedToType(cost: AvoidedCost): Values {
  return {
    what: cost.what,
    per: cost.per,
    low: poundsToType(cost.lowPence),
    central: poundsToType(cost.centralPence),
    high: poundsToType(cost.highPence),
    priceYear: cost.priceYear,
    whoSaves: cost.whoSaves,
    counts: cost.counts,
    source: cost.source,
    sourceUrl: cost.sourceUrl,
    grade: cost.grade,
    note: cost.note,
  };
}

export const AVOIDED_LABELS: Values = {
  what: 'What is avoided',
  per: 'Cost of',
  low: 'Lowest cost',
  central: 'Likeliest cost',
  high: 'Highest cost',
  priceYear: 'Prices of',
  whoSaves: 'Who saves it',
  counts: 'What kind of value it is',
  source: 'Source',
  sourceUrl: 'Address of the source',
  grade: 'How well it is known',
  note: 'Note',
};

export function caseToType(row: CaseRow): Values {
  return {
    name: row.name,
    firstYear: row.firstYear,
    years: String(row.years),
    discount: shareToType(row.discount),
    optimismLow: shareToType(row.optimismLow),
    optimismCentral: shareToType(row.optimismCentral),
    optimismHigh: shareToType(row.optimismHigh),
    cost: poundsToType(row.costPence),
    overrunLow: shareToType(row.overrunLow),
    overrunCentral: shareToType(row.overrunCentral),
    overrunHigh: shareToType(row.overrunHigh),
    note: row.note,
  };
}

export const CASE_LABELS: Values = {
  name: 'Name',
  firstYear: 'First year',
  years: 'Years',
  discount: 'Discount rate',
  optimismLow: 'Least allowance for high hopes',
  optimismCentral: 'Likeliest allowance for high hopes',
  optimismHigh: 'Largest allowance for high hopes',
  cost: 'What is put in',
  overrunLow: 'Least allowance for higher costs',
  overrunCentral: 'Likeliest allowance for higher costs',
  overrunHigh: 'Largest allowance for higher costs',
  note: 'Note',
};

export function itemToType(item: ItemRow): Values {
  return {
    itemId: item.id,
    avoidedId: item.avoidedId,
    countLow: String(item.countLow),
    countCentral: String(item.countCentral),
    countHigh: String(item.countHigh),
    attributionLow: shareToType(item.attributionLow),
    attributionCentral: shareToType(item.attributionCentral),
    attributionHigh: shareToType(item.attributionHigh),
    deadweightLow: shareToType(item.deadweightLow),
    deadweightCentral: shareToType(item.deadweightCentral),
    deadweightHigh: shareToType(item.deadweightHigh),
    fromYear: String(item.fromYear),
    basis: item.basis,
  };
}

export const ITEM_LABELS: Values = {
  countLow: 'Fewest a year',
  countCentral: 'Likeliest a year',
  countHigh: 'Most a year',
  attributionLow: 'Lowest share due to the plan',
  attributionCentral: 'Likeliest share due to the plan',
  attributionHigh: 'Highest share due to the plan',
  deadweightLow: 'Lowest share that would have come anyway',
  deadweightCentral: 'Likeliest share that would have come anyway',
  deadweightHigh: 'Highest share that would have come anyway',
  fromYear: 'Year in which it begins',
  basis: 'On what the numbers rest',
};

/** The fields in which what was typed differs from what somebody else saved, in words as typed. */
export function typedDifferences(labels: Values, typed: Typed, theirs: Values): Difference[] {
  return differing(
    Object.entries(labels).map(([field, label]) => [
      label,
      [typed[field] ?? ''].flat()[0] ?? '',
      theirs[field] ?? '',
    ]),
  );
}

/** What stands in the form of a new case: three years from the first, and the Green Book's rate. */
export function firstValues(years: readonly string[]): Values {
  return {
    firstYear: years[0] ?? '',
    years: String(Math.max(1, years.length)),
    discount: shareToType(GREEN_BOOK_DISCOUNT),
    optimismLow: '0',
    optimismCentral: '20',
    optimismHigh: '40',
  };
}

/** What stands in the form of something new that is avoided: no count and no share is suggested. */
export function firstItem(): Values {
  return { fromYear: '1' };
}

/** An entry of the sourced list as the authority's own. */
export function starterFields(starter: StarterCost): AvoidedFields {
  const { id: _, low, central, high, ...words } = starter;
  return { ...words, low: low * 100, central: central * 100, high: high * 100, version: 0 };
}
