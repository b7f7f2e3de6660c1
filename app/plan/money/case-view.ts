import type { Money3 } from './benefit.ts';
import { sayRough, sayShare } from './benefit-words.ts';
import { sayRange, type ReckonedCase } from './case-result.ts';
import { tornadoPicture } from './tornado-picture.ts';

/** A reckoned case in words, for a page and for a document alike. */
export interface CaseView {
  id: string;
  name: string;
  version: number;
  sentences: string[];
  beware: string[];
  /** What is put in and by what it was reckoned, as pairs of words. */
  facts: [label: string, value: string][];
  items: {
    id: string;
    what: string;
    count: string;
    value: string;
    attribution: string;
    deadweight: string;
    basis: string;
    /** Who saves or gains, and that it is in no budget where it is so. */
    counts: string;
  }[];
  who: { who: string; low: string; high: string }[];
  sensitivity: { what: string; from: string; to: string; worst: string; best: string }[];
  tornado: string | null;
  /** In pence: what is put in, what is saved, and one less the other. */
  ranges: { what: string; low: number; central: number; high: number }[];
  note: string;
}

const WORTH_TO_SOCIETY = 'Worth to society, saved by no budget';
const SAVES_NO_BUDGET = 'Of worth to society: it saves no budget and is not in the result.';

export function viewOf(reckoned: ReckonedCase): CaseView {
  const { row, items, inputs, result } = reckoned;
  const basis = new Map(items.map((item) => [item.id, item.basis]));
  const to = (low: string, high: string) => (low === high ? low : `${low} to ${high}`);
  const shares = ({ low, high }: { low: number; high: number }) =>
    to(sayShare(low), sayShare(high));
  const count = (value: number) => value.toLocaleString('en-GB');
  return {
    ...{ id: row.id, name: row.name, version: row.version, note: row.note },
    sentences: reckoned.sentences,
    beware: reckoned.beware,
    facts: [
      ['Years', `${row.years}, from ${row.firstYear}`],
      ['Put in, at present value', to(sayRough(result.cost.low), sayRough(result.cost.high))],
      [
        'May be saved by budgets, at present value',
        inputs.some(({ counts }) => counts === 'budget')
          ? sayRange(result.benefit)
          : 'Nothing is entered yet',
      ],
      ...(result.society === null
        ? []
        : [[WORTH_TO_SOCIETY, sayRange(result.society)] satisfies [string, string]]),
      ['Discount rate', `${sayShare(row.discount)} a year`],
      ['Allowance for high hopes', shares({ low: row.optimismLow, high: row.optimismHigh })],
      ['Allowance for higher costs', shares({ low: row.overrunLow, high: row.overrunHigh })],
    ],
    items: inputs.map((item) => ({
      id: item.id,
      what: item.what,
      count: to(count(item.count.low), count(item.count.high)),
      value: to(sayRough(BigInt(item.value.low)), sayRough(BigInt(item.value.high))),
      attribution: shares(item.attribution),
      deadweight: shares(item.deadweight),
      basis: basis.get(item.id) ?? '',
      counts: item.counts === 'budget' ? '' : SAVES_NO_BUDGET,
    })),
    who: result.byWho.map(({ who, benefit }) => ({
      who,
      low: sayRough(benefit.low),
      high: sayRough(benefit.high),
    })),
    sensitivity: result.sensitivity.map(({ what, item, from, to: until, worst, best }) => ({
      what: item === '' ? what : `${what}: ${item}`,
      from,
      to: until,
      worst: sayRough(worst),
      best: sayRough(best),
    })),
    tornado: tornadoPicture(result.sensitivity),
    ranges:
      inputs.length === 0
        ? []
        : [
            { what: 'Put in', ...inPence(result.cost) },
            { what: 'May be saved', ...inPence(result.benefit) },
            { what: 'Saved less put in', ...inPence(result.net) },
            ...(result.society === null
              ? []
              : [{ what: WORTH_TO_SOCIETY, ...inPence(result.society) }]),
          ],
  };
}

const inPence = ({ low, central, high }: Money3) => ({
  low: Number(low),
  central: Number(central),
  high: Number(high),
});
