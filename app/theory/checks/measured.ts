import type { Piece } from '../graph.ts';
import { readNumber } from '../measures/units.ts';
import type { Surroundings } from './surroundings.ts';

/** How a measure stands: `off` when it moves away from its target, or missed it. */
export type Standing = 'on' | 'off' | 'unknown';

/** How a measure stands by its latest value; unknown without a value, or without figures to compare. */
export function standingOf(measure: Piece, around: Surroundings | null): Standing {
  const value = around?.values.find(({ measureId }) => measureId === measure.id)?.value;
  const baseline = readNumber(measure.more['baseline'] ?? '');
  const target = readNumber(measure.more['target'] ?? '');
  if (around === null || value === undefined || target === null) return 'unknown';
  const rises = baseline === null || target >= baseline;
  if (rises ? value >= target : value <= target) return 'on';
  const due = measure.more['targetOn'] ?? '';
  if (due !== '' && due < around.today) return 'off';
  if (baseline === null) return 'unknown';
  return (rises ? value < baseline : value > baseline) ? 'off' : 'on';
}
