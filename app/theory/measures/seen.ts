import type { Shown } from '#app/statistics/small-numbers.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { BOX_TYPES, byPosition, type Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';
import { lineOf, standingOf, type Line, type Standing } from './course.ts';
import { measuresIn, missingIn, sayMissing, type Measure } from './measure.ts';
import { sayPeriod } from './periods.ts';
import { sayFigure } from './units.ts';
import {
  latest,
  ofEverybody,
  shownValues,
  standing,
  type KeptValue,
  type ShownValue,
} from './values.ts';

/** A measure as pages, pictures and documents show it: what is small is hidden already. */
export interface SeenMeasure {
  measure: Measure;
  /** What it measures, in words; empty when that is gone. */
  about: string;
  missing: string;
  values: ShownValue[];
  line: Line | null;
  standing: Standing;
  /** The newest figure of everybody, in words: `63.1% in Apr to Jun 2026`; empty while there is none. */
  newest: string;
}

/** Every measure of a theory with its figures, in the order of the boxes that they are about. */
export function seenMeasures(theory: Theory, values: readonly KeptValue[]): SeenMeasure[] {
  const inOrder = theory.boxes.toSorted(
    (a, b) => BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) || byPosition(a, b),
  );
  const names = new Map(inOrder.map(({ id, label }) => [id, label]));
  for (const link of theory.links)
    names.set(link.id, linkSentence(theory, { ...link, reason: '' }));
  const order = [...names.keys()];
  const at = ({ on }: Measure) =>
    on === null || !names.has(on) ? order.length : order.indexOf(on);
  return measuresIn(theory)
    .toSorted((a, b) => at(a) - at(b))
    .map((measure) => seenMeasure(measure, values, names.get(measure.on ?? '') ?? ''));
}

function seenMeasure(measure: Measure, all: readonly KeptValue[], about: string): SeenMeasure {
  const mine = standing(all.filter(({ measureId }) => measureId === measure.id));
  const values = shownValues(mine, measure.unit);
  // Whether it is on course must not tell what is hidden.
  const open = mine.filter((_, at) => values[at]?.value !== HIDDEN);
  return {
    measure,
    about,
    missing: sayMissing(missingIn(measure)),
    values,
    line: lineOf(measure),
    standing: standingOf(measure, open),
    newest: sayNewest(latest(values), measure.unit),
  };
}

function sayNewest(value: ShownValue | undefined, unit: string): string {
  return value === undefined ? '' : `${sayShown(value.value, unit)} in ${sayPeriod(value)}`;
}

/** A figure that may be hidden, with its unit. */
export function sayShown(value: Shown, unit: string): string {
  return value === HIDDEN ? HIDDEN : sayFigure(value, unit);
}

/** A short series in words, for a picture's description: the figures of everybody, oldest first. */
export function saySeries({ values, measure }: SeenMeasure): string {
  return ofEverybody(values)
    .map((value) => `${sayShown(value.value, measure.unit)} in ${sayPeriod(value)}`)
    .join(', ');
}
