import { isSmall } from '#app/statistics/small-numbers.ts';

/** In what a measure is counted. The first five are those of the library; an authority may write its own. */
export const UNITS = ['per cent', 'number', 'per 10,000', 'days', 'score'] as const;

export type UnitKind = 'share' | 'count' | 'rate' | 'other';

/**
 * What kind of figure a unit makes: a share is 0 to 100, a count is a whole number, a rate is a
 * share of something else than a hundred; of any other unit nothing is known.
 */
export function unitKind(unit: string): UnitKind {
  const said = unit.trim().toLowerCase();
  if (/^%|per ?cent|percent/.test(said)) return 'share';
  if (/^per [\d,]+|for each [\d,]+/.test(said)) return 'rate';
  if (COUNTS.test(said)) return 'count';
  return 'other';
}

const COUNTS =
  /^(number|count)\b|\b(people|persons|parents|fathers|mothers|children|babies|families|households|sessions|visits|places|staff|members|sites|hubs|services|meetings|contacts|calls)$/;

/** What is known to be no count of people: marks, money and time, as a unit alone says it. */
const NO_PEOPLE =
  /^£|^((average|mean|median) )?(scores?|points?|percentage points?|pounds|days|hours|minutes|weeks|months|years|miles)( out of \d+| of \d+| \(.*\)| (per|a|each) [a-z]+| on average| waited| waiting| lost)?$/;

/**
 * Whether a figure in this unit may count people: every unit that is not known to be something else,
 * because an authority writes its own (`carers`, `referrals`, or nothing at all).
 */
export function mayCountPeople(unit: string): boolean {
  const kind = unitKind(unit);
  if (kind === 'share' || kind === 'rate') return false;
  return kind === 'count' || !NO_PEOPLE.test(unit.trim().toLowerCase().replace(/\s+/g, ' '));
}

/** Whether a figure that stands alone would tell of fewer than five people. */
export function isSmallCount(value: number, unit: string): boolean {
  return mayCountPeople(unit) && isSmall(value);
}

/** Of how many a share or rate is: 100, 10,000 …; null where the unit is no share. */
export function outOf(unit: string): number | null {
  if (unitKind(unit) === 'share') return 100;
  const found = /([\d,]+)/.exec(unit)?.[1]?.replaceAll(',', '');
  const base = unitKind(unit) === 'rate' && found !== undefined ? Number(found) : 0;
  return base > 0 ? base : null;
}

/**
 * A figure as somebody writes it (`1,204`, `71.2%`, `£1,200`, `−3`); null for anything that is not
 * one number. A comma parts thousands and never decimals.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/(?<!\s)\s*(%|per ?cent)$/i, '')
    .replace(/^£/, '');
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain.replaceAll(',', ''));
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : null;
}

const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A figure with its unit: `71.2%`, `1,204 families`, `12.5 days`; whole numbers without a point. */
export function sayFigure(value: number, unit: string): string {
  const number = ONE_DECIMAL.format(value);
  const kind = unitKind(unit);
  if (kind === 'share') return `${number}%`;
  const word = unit.trim().toLowerCase();
  if (word === '' || word === 'number' || word === 'count' || word === 'score') return number;
  return word.startsWith('£') ? `£${number}` : `${number} ${unit.trim()}`;
}
