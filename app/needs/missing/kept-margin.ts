import type { Margin } from './margin.ts';

/** A margin from its row in the database. */
export function asMargin(row: {
  question: string;
  unit: string;
  groups: Margin['groups'];
  source: string;
  asAt: string;
  assumed: boolean;
}): Margin {
  const { question, groups, source, asAt, assumed } = row;
  return {
    question,
    unit: row.unit === 'people' ? 'people' : 'percent',
    groups,
    source,
    asAt,
    assumed,
  };
}
