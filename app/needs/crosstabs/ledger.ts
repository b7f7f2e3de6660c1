import type { Crosstab } from './crosstab.ts';
import { askedFrom, queryOf, type Asked } from './crosstab-form.ts';

/** What a table was used for. */
export const USES = ['shown', 'exported', 'evidence'] as const;
export type Use = (typeof USES)[number];

export const USE_NAMES: Readonly<Record<Use, string>> = {
  shown: 'Shown on a page',
  exported: 'Taken out as a file',
  evidence: 'Used as evidence',
};

/** A table as it is told: the figures, and how many answers they count. */
export interface Told {
  answers: number;
  crosstab: Crosstab;
  /** When it was counted. */
  at: Date;
}

/**
 * By which a table is known again, whichever question stands in the rows and whatever shares are of:
 * the questions, the filter and how it was weighted.
 */
export function specOf({ row, by, filter }: Asked, weighting: string): string {
  const [one, other] = row < by ? [row, by] : [by, row];
  const query = queryOf({ row: one ?? '', by: other ?? '', filter, share: 'columns' });
  return `${query} ${weighting === 'off' ? '' : weighting}`.trim();
}

/** What a table asked for says again, from what the ledger keeps of it. */
export function askedOf(spec: string): Asked {
  return askedFrom(new URLSearchParams(spec.split(' ')[0] ?? ''));
}

/** The ways in which one table can be laid out: all are told together, so that all stand still. */
export const layoutsOf = (asked: Asked): Asked[] =>
  (['columns', 'rows'] as const).flatMap((share) => [
    { ...asked, share },
    { ...asked, row: asked.by, by: asked.row, share },
  ]);

/** One way among them. */
export const layoutKey = ({ row, share }: Asked): string => `${row} ${share}`;

/**
 * Whether an earlier telling is told again instead of a new count. Between two tables that differ by
 * fewer answers than the threshold, subtraction says what those few people answered: so the table
 * stands still until enough have come.
 */
export function toldAgain(before: { answers: number } | null, answers: number, threshold: number) {
  if (!before) return false;
  return Math.abs(answers - before.answers) < threshold;
}

export function usesWith(uses: string, use: Use): string {
  const all = new Set([...uses.split(' '), use]);
  return USES.filter((each) => all.has(each)).join(' ');
}

export const usesIn = (uses: string): Use[] =>
  USES.filter((each) => uses.split(' ').includes(each));
