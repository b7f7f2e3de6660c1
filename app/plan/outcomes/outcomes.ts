import type { SeenMeasure } from '#app/theory/measures/seen.ts';
import type { SeenReach } from './reach/seen-reach.ts';
import type { SeenScores } from './change/scores.ts';
import type { Quarter } from './quarters.ts';
import type { Movement } from './movement.ts';
import type { Gap } from './gap.ts';

/** A figure of elsewhere, to lay a measure beside. */
export interface Benchmark {
  id: string;
  measureId: string;
  kind: BenchmarkKind;
  /** England, South West, Statistical neighbours … */
  name: string;
  /** In the unit of the measure. */
  value: number;
  numerator: number | null;
  denominator: number | null;
  start: string;
  end: string;
  source: string;
  enteredBy: string;
  version: number;
}

export const BENCHMARK_KINDS = ['england', 'region', 'neighbours', 'other'] as const;
export type BenchmarkKind = (typeof BENCHMARK_KINDS)[number];

export const BENCHMARK_NAMES: Readonly<Record<BenchmarkKind, string>> = {
  england: 'England',
  region: 'The region',
  neighbours: 'Statistical neighbours',
  other: 'Something else',
};

/** What a figure means and what follows from it, as somebody wrote it for a quarter. */
export interface OutcomeNote {
  measureId: string;
  quarter: Quarter;
  number: number;
  means: string;
  next: string;
  enteredBy: string;
  at: Date;
}

/** A row of the outcomes framework: an outcome, how it is measured, how it stands, and what of it. */
export interface OutcomeRow {
  seen: SeenMeasure;
  movement: Movement;
  benchmarks: { benchmark: Benchmark; says: string }[];
  /** How far the groups lie apart in the newest period that was broken down; null: never broken down. */
  gap: Gap | null;
  /** The newest note; null while nobody wrote one. */
  note: OutcomeNote | null;
  /** Lines of the plan that it follows. */
  lines: { id: string; title: string }[];
}

/** Everything about outcomes that a document says; what is small is hidden already. */
export interface OutcomesPart {
  rows: OutcomeRow[];
  reach: SeenReach | null;
  scores: SeenScores[];
}

export const NO_OUTCOMES: OutcomesPart = { rows: [], reach: null, scores: [] };
