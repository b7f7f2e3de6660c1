import type { Counts } from './benefit-types.ts';

/** What the store keeps of avoided costs and of cases, as pure code reads it. */

export interface AvoidedCost {
  id: string;
  what: string;
  per: string;
  lowPence: number;
  centralPence: number;
  highPence: number;
  priceYear: string;
  whoSaves: string;
  counts: Counts;
  source: string;
  sourceUrl: string;
  grade: string;
  note: string;
  starter: string;
  version: number;
}

export interface CaseRow {
  id: string;
  name: string;
  firstYear: string;
  years: number;
  discount: number;
  optimismLow: number;
  optimismCentral: number;
  optimismHigh: number;
  costPence: number | null;
  overrunLow: number;
  overrunCentral: number;
  overrunHigh: number;
  note: string;
  version: number;
}

export interface ItemRow {
  id: string;
  caseId: string;
  avoidedId: string;
  countLow: number;
  countCentral: number;
  countHigh: number;
  attributionLow: number;
  attributionCentral: number;
  attributionHigh: number;
  deadweightLow: number;
  deadweightCentral: number;
  deadweightHigh: number;
  fromYear: number;
  basis: string;
  version: number;
}
