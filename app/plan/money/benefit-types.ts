/** What goes into a case for the plan in money, and what comes of it. */

/** Three readings of one thing: the least, the likeliest, the most. */
export interface Three {
  low: number;
  central: number;
  high: number;
}

/** Whether what is avoided is money that somebody saves, or a value that no budget ever sees. */
export const COUNTS = ['budget', 'society'] as const;
export type Counts = (typeof COUNTS)[number];

export interface BenefitItem {
  id: string;
  what: string;
  whoSaves: string;
  counts: Counts;
  /** What one costs, in pence. */
  value: Three;
  /** How many a year. */
  count: Three;
  /** The share of them that is due to the plan, and that which would have come about without it. */
  attribution: Three;
  deadweight: Three;
  /** The year of the case in which it begins: 1 is the first. */
  fromYear: number;
}

export interface BenefitCase {
  firstYear: string;
  years: number;
  discount: number;
  /** By how much what is hoped for is brought down, since hopes run high: least, likeliest, most. */
  optimism: Three;
  /** By how much more may be put in than was reckoned, in hundredths of a per cent. */
  overrun: Three;
  /** What is put in, by year of the case: as many as there are years. */
  costPence: readonly number[];
}

export interface Money3 {
  low: bigint;
  central: bigint;
  high: bigint;
}
