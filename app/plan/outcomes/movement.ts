import { sameRate } from '#app/statistics/intervals.ts';
import { differenceOf } from '#app/statistics/proportions.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayPeriod } from '#app/theory/measures/periods.ts';
import { mayCountPeople, outOf, sayFigure, unitKind } from '#app/theory/measures/units.ts';
import { ofEverybody, type ShownValue } from '#app/theory/measures/values.ts';

/** Whether a measure moved, and whether chance alone could have moved it. */
export type Way = 'better' | 'worse' | 'moved' | 'chance' | 'unknown';

export interface Movement {
  way: Way;
  /** In one sentence, with both figures. */
  says: string;
}

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  better: 'Better',
  worse: 'Worse',
  moved: 'Moved',
  chance: 'Within chance',
  unknown: 'Cannot say',
};

/** Which way is better; `neither` where nobody has said. */
export type Better = 'higher' | 'lower' | 'neither';

type Figure = ShownValue & { value: number };

/**
 * How the newest figure of everybody stands beside the first that there is, by the 95 per cent interval
 * of the difference of two shares (Newcombe) or the exact test of two counts. Of a mean nothing is
 * claimed: its spread is not known here. Hidden figures are passed over.
 */
export function movementOf(
  values: readonly ShownValue[],
  unit: string,
  better: Better = 'neither',
): Movement {
  const open = ofEverybody(values).filter((value): value is Figure => value.value !== HIDDEN);
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) {
    return { way: 'unknown', says: 'There is no figure yet.' };
  }
  if (open.length < 2) {
    return { way: 'unknown', says: `There is one figure: ${sayOne(last, unit)}.` };
  }
  const both = `${sayOne(last, unit)}, after ${sayOne(first, unit)}`;
  const chance = byChance(first, last, unit);
  if (chance === null) {
    return {
      way: 'unknown',
      says: `${both}. What chance alone could do is not known without the number of people.`,
    };
  }
  if (chance.could) {
    return { way: 'chance', says: `${both}: no more than chance alone could do${chance.by}.` };
  }
  const { up } = chance;
  const way = better === 'neither' ? 'moved' : up === (better === 'higher') ? 'better' : 'worse';
  return {
    way,
    says: `${both}: ${up ? 'up' : 'down'} by more than chance alone would do${chance.by}.`,
  };
}

const sayOne = (value: Figure, unit: string) =>
  `${sayFigure(value.value, unit)} in ${sayPeriod(value)}`;

function byChance(
  first: Figure,
  last: Figure,
  unit: string,
): { could: boolean; up: boolean; by: string } | null {
  const [a, b] = [sharesOf(first), sharesOf(last)];
  const scale = outOf(unit);
  if (a !== null && b !== null && scale !== null) {
    const { low, high } = differenceOf(b, a);
    const points = unitKind(unit) === 'share' ? 'points' : unit;
    return {
      could: low <= 0 && high >= 0,
      up: low > 0,
      by: ` (the difference is ${inPoints(low * scale)} to ${inPoints(high * scale)} ${points}, 95 in 100)`,
    };
  }
  if (!isCount(first, unit) || !isCount(last, unit)) return null;
  const [before, after] = [daysIn(first), daysIn(last)];
  const p = sameRate(first.value, last.value, after / before);
  // Three hundred in a year are fewer than a hundred in a quarter.
  const up = last.value / after > first.value / before;
  return { could: p >= 0.05, up, by: before === after ? '' : ', for each day counted' };
}

/** The counts of a share; null where they are not known or hidden. */
export function sharesOf({
  numerator,
  denominator,
}: Pick<ShownValue, 'numerator' | 'denominator'>): { count: number; base: number } | null {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  const fits = denominator > 0 && numerator >= 0 && numerator <= denominator;
  return fits ? { count: numerator, base: denominator } : null;
}

const isCount = ({ value }: Figure, unit: string) =>
  mayCountPeople(unit) && Number.isInteger(value) && value >= 0;

const daysIn = ({ start, end }: Figure) => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

function inPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toLocaleString('en-GB')}`;
}
