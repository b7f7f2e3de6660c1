import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { figureField } from './population-form.ts';

/** An official file by area, as far as figures of the population can be taken from it. */
export interface FigureFile {
  id: string;
  title: string;
  measures: readonly { key: string; header: string }[];
  /** Kinds of areas in the file with how many there are of each; one without a name where it has one kind. */
  levels: readonly { level: string; areas: number }[];
}

interface AreaFigures {
  level: string;
  figures: Readonly<Record<string, number | null>>;
}

/** The kinds of areas in some rows, the kind with fewest areas (the authority itself, say) first. */
export function levelsIn(rows: readonly AreaFigures[]): FigureFile['levels'] {
  const counts = new Map<string, number>();
  for (const { level } of rows) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts]
    .map(([level, areas]) => ({ level, areas }))
    .sort((a, b) => a.areas - b.areas || a.level.localeCompare(b.level));
}

/** A measure added up over the areas of one kind, and how many of them have no figure. */
function sumOf(rows: readonly AreaFigures[], level: string, measure: string) {
  let sum = 0;
  let without = 0;
  for (const row of rows) {
    if (row.level !== level) continue;
    const figure = row.figures[measure];
    if (typeof figure === 'number') sum += figure;
    else without += 1;
  }
  return { sum: Math.round(sum * 100) / 100, without };
}

export const measureField = (at: number) => `measure-${at}`;

/**
 * What was typed on the page, with the figures of the file put where a measure was chosen for a line,
 * and what to say about it. Other lines keep what was typed; nothing is saved by it.
 */
export function filledFromFile(
  typed: Typed,
  lines: number,
  file: { title: string; rows: readonly AreaFigures[] },
): { typed: Typed; note: string; problems: Problem[] } {
  const filled: Typed = { ...typed };
  const level = typedOf(typed, 'level');
  let taken = 0;
  let without = 0;
  for (let at = 0; at < lines; at += 1) {
    const measure = typedOf(typed, measureField(at));
    if (measure === '') continue;
    const found = sumOf(file.rows, level, measure);
    filled[figureField(at)] = String(found.sum);
    taken += 1;
    without = Math.max(without, found.without);
  }
  if (taken === 0) {
    const message = 'Select a measure for at least one answer';
    return { typed, note: '', problems: [{ field: measureField(0), message }] };
  }
  if (typedOf(typed, 'unit') === '') filled['unit'] = 'people';
  const gaps =
    without === 0
      ? ''
      : ` ${without} areas have no figure in the file, so the sums are too small: use them only if the same areas are missing in every group.`;
  const note = `Filled in from ${file.title}. Check the figures, then save them.${gaps}`;
  return { typed: filled, note, problems: [] };
}
