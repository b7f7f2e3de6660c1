import { many } from '#app/ui/words.ts';
import { benefitOf, type BenefitItem, type BenefitResult, type Money3 } from './benefit.ts';
import { sayRough, sayShare } from './benefit-words.ts';
import type { AvoidedCost, CaseRow, ItemRow } from './case-rows.ts';
import { costsByYear, yearsOfCase } from './case-years.ts';
import { pounds } from './money.ts';

/** A case with what it rests on. */
export interface CaseToReckon {
  row: CaseRow;
  items: readonly ItemRow[];
}

export interface ReckonedCase extends CaseToReckon {
  items: readonly ItemRow[];
  /** What each item says, with the cost that it avoids; one whose cost is gone is left out. */
  inputs: BenefitItem[];
  result: BenefitResult;
  /** What the result means, one sentence a thing. Each amount is a range. */
  sentences: string[];
  /** What a reader has to know before using it. */
  beware: string[];
}

/** Reckons a case on the costs of the plan, or on what was typed in their place. */
export function reckonCase(
  { row, items }: CaseToReckon,
  avoided: readonly AvoidedCost[],
  costs: readonly { year: string; amountPence: number | null }[],
): ReckonedCase {
  const known = new Map(avoided.map((cost) => [cost.id, cost]));
  const inputs = items.flatMap((item) => {
    const cost = known.get(item.avoidedId);
    return cost === undefined ? [] : [inputOf(item, cost)];
  });
  const ofPlan = costsByYear(costs, row);
  const costPence =
    row.costPence === null
      ? ofPlan.costPence
      : yearsOfCase(row).map((_, at) => (at === 0 ? (row.costPence ?? 0) : 0));
  const result = benefitOf(
    {
      firstYear: row.firstYear,
      years: row.years,
      discount: row.discount,
      optimism: { low: row.optimismLow, central: row.optimismCentral, high: row.optimismHigh },
      overrun: { low: row.overrunLow, central: row.overrunCentral, high: row.overrunHigh },
      costPence,
    },
    inputs,
  );
  return {
    ...{ row, items, inputs, result },
    sentences:
      inputs.length === 0
        ? []
        : [
            ...(inputs.some(({ counts }) => counts === 'budget')
              ? sentencesOf(result, row, row.costPence === null ? ofPlan.unknown : 0)
              : [NO_BUDGET]),
            ...societyOf(result, inputs),
          ],
    beware: bewareOf(row, inputs, known, items, ofPlan),
  };
}

function inputOf(item: ItemRow, cost: AvoidedCost): BenefitItem {
  return {
    id: item.id,
    what: cost.what,
    whoSaves: cost.whoSaves,
    counts: cost.counts,
    value: { low: cost.lowPence, central: cost.centralPence, high: cost.highPence },
    count: { low: item.countLow, central: item.countCentral, high: item.countHigh },
    attribution: {
      low: item.attributionLow,
      central: item.attributionCentral,
      high: item.attributionHigh,
    },
    deadweight: {
      low: item.deadweightLow,
      central: item.deadweightCentral,
      high: item.deadweightHigh,
    },
    fromYear: item.fromYear,
  };
}

/** A range of money in words, never its middle alone. */
export function sayRange({ low, high }: Pick<Money3, 'low' | 'high'>): string {
  return low === high ? `about ${sayRough(low)}` : `${sayRough(low)} to ${sayRough(high)}`;
}

const NO_BUDGET =
  'Nothing is entered yet that saves a budget: whether it pays back is not reckoned.';

/** What is of worth and saves nobody's budget, in a sentence of its own. */
function societyOf({ society }: BenefitResult, inputs: readonly BenefitItem[]): string[] {
  if (society === null) return [];
  const who = inputs.flatMap(({ counts, whoSaves }) => (counts === 'society' ? [whoSaves] : []));
  return [
    `Apart from that it may be worth ${sayRange(society)} at present value to ${[...new Set(who)].map(uncapitalised).join(' and ')}: no budget saves it, and it is in no other figure here.`,
  ];
}

const uncapitalised = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function payBack(net: Money3, unknown: number): string {
  if (net.low >= 0n) {
    const readings =
      unknown === 0
        ? 'on every reading'
        : `on the costs that are known (${many(unknown, 'is', 'are')} not)`;
    return `It pays back ${readings}: ${sayRange(net)} more is saved than is put in.`;
  }
  return net.high < 0n
    ? `It pays back on no reading: between ${sayRough(-net.high)} and ${sayRough(-net.low)} more is put in than is saved.`
    : `Whether it pays back depends on the reading: from ${sayRough(-net.low)} more put in than saved to ${sayRough(net.high)} more saved than put in.`;
}

function sentencesOf(
  { benefit, cost, net, perPound, breakEven }: BenefitResult,
  row: CaseRow,
  unknown: number,
): string[] {
  const span = many(row.years, 'year');
  const pence = (amount: bigint) => pounds(Number(amount));
  const alone = breakEven.alone.flatMap(({ what, needed }) =>
    needed === null ? [] : [`${needed.toLocaleString('en-GB')} a year of “${what}”`],
  );
  const put = cost.low === cost.high ? sayRough(cost.central) : sayRange(cost);
  return [
    `Over ${span} it may save ${sayRange(benefit)}, and ${put} is put in, both at present value.`,
    payBack(net, unknown),
    ...(perPound === null
      ? []
      : [
          `For each pound put in, between ${pence(perPound.low)} and ${pence(perPound.high)} comes back.`,
        ]),
    ...(alone.length === 0
      ? []
      : [
          `It pays back if at least ${alone.join(', or ')} ${alone.length === 1 ? 'is' : 'are'} avoided, on the likeliest reading of the rest.`,
        ]),
    ...(breakEven.share === null || breakEven.alone.length < 2
      ? []
      : [`All together, ${sayShare(breakEven.share)} of what is hoped for would pay it back.`]),
  ];
}

function bewareOf(
  row: CaseRow,
  inputs: readonly BenefitItem[],
  known: ReadonlyMap<string, AvoidedCost>,
  items: readonly ItemRow[],
  ofPlan: ReturnType<typeof costsByYear>,
): string[] {
  const used = items.flatMap((item) => known.get(item.avoidedId) ?? []);
  const years = [...new Set(used.map(({ priceYear }) => priceYear))];
  const old = years.filter((year) => year !== '' && year !== row.firstYear);
  const unnamed = used.filter(({ priceYear }) => priceYear === '');
  const who = new Set(
    inputs.flatMap(({ counts, whoSaves }) => (counts === 'budget' ? [whoSaves] : [])),
  );
  return [
    row.costPence === null
      ? 'What is put in is taken as it was typed in the plan, in the cash of each year: it is not brought to prices of one year first.'
      : 'What is put in is taken as it was typed, all of it in the first year.',
    ...(row.overrunHigh === 0
      ? ['No allowance is made for costs that turn out higher than was reckoned.']
      : []),
    ...(row.costPence === null && ofPlan.unknown > 0
      ? [
          `${many(ofPlan.unknown, 'cost')} of the plan ${ofPlan.unknown === 1 ? 'is' : 'are'} not known: more is put in than is counted here.`,
        ]
      : []),
    ...(row.costPence === null && ofPlan.noYearPence > 0
      ? [
          `${pounds(ofPlan.noYearPence)} of the plan is of no one year and is counted in the first, which is the careful reading.`,
        ]
      : []),
    ...(row.costPence === null && ofPlan.laterPence > 0
      ? [`${pounds(ofPlan.laterPence)} of the plan is later than the case and is left out.`]
      : []),
    ...(old.length > 0
      ? [
          `Costs are in prices of ${old.sort().join(', ')}, and the case begins in ${row.firstYear}: bring them to one year before anybody relies on the result.`,
        ]
      : []),
    ...(unnamed.length > 0
      ? [
          `The year of the prices is not known of ${unnamed.map(({ what }) => `“${what}”`).join(', ')}.`,
        ]
      : []),
    ...(who.size > 1
      ? ['Who puts money in and who saves it are not the same: see who saves, below.']
      : []),
    ...(used.some(({ grade }) => grade === 'D' || grade === 'N')
      ? ['A cost here was recalled or is our own: it is to be confirmed.']
      : []),
  ];
}
