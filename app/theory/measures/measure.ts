import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { Piece, Theory } from '../graph.ts';
import { keysOf } from './breakdowns.ts';
import { readDay } from './periods.ts';
import { isSmallCount, readNumber, unitKind } from './units.ts';

/** A measure of a theory, read from its piece. Texts are as somebody typed them. */
export interface Measure {
  id: string;
  /** The box or link that it measures; null when it hangs on nothing. */
  on: string | null;
  label: string;
  source: string;
  unit: string;
  counts: 'change' | 'delivery' | '';
  baseline: string;
  baselineOn: string;
  target: string;
  targetOn: string;
  frequency: string;
  breakdowns: string[];
  /** Id of a shared outcome, `local`, or empty while nobody has said. */
  shared: string;
  /** Id of the measure of the library that it was taken from, or empty. */
  library: string;
  owner: string;
}

/** A piece of kind measure as a measure. */
export function measureOf({ id, on, more }: Piece): Measure {
  const said = (key: string) => more[key] ?? '';
  const counts = said('counts');
  return {
    id,
    on,
    label: said('label'),
    source: said('source'),
    unit: said('unit'),
    counts: counts === 'change' || counts === 'delivery' ? counts : '',
    baseline: said('baseline'),
    baselineOn: said('baselineOn'),
    target: said('target'),
    targetOn: said('targetOn'),
    frequency: said('frequency'),
    breakdowns: keysOf(said('breakdowns')),
    shared: said('shared'),
    library: said('library'),
    owner: said('owner'),
  };
}

/** Every measure of a theory, in the order in which they were added. */
export function measuresIn(theory: Pick<Theory, 'pieces'>): Measure[] {
  return theory.pieces.filter(({ kind }) => kind === 'measure').map(measureOf);
}

/** The measures of one box or link. */
export function measuresOn(theory: Pick<Theory, 'pieces'>, id: string): Measure[] {
  return theory.pieces.filter(({ kind, on }) => kind === 'measure' && on === id).map(measureOf);
}

/** What a measure can lack, in the order in which it makes sense to say it. */
const PARTS = {
  source: 'where the figure comes from',
  unit: 'its unit',
  baseline: 'the baseline',
  baselineOn: 'the date of the baseline',
  target: 'the target',
  targetOn: 'the date of the target',
} as const;

export type Part = keyof typeof PARTS;

/**
 * What a measure lacks before it can be judged: source, unit, baseline and target as figures, and
 * their dates. Empty when it is complete.
 */
export function missingIn(measure: Measure): Part[] {
  return (Object.keys(PARTS) as Part[]).filter((part) => {
    const said = measure[part].trim();
    switch (part) {
      case 'source':
      case 'unit':
        return said === '';
      case 'baseline':
      case 'target':
        return readNumber(said) === null;
      case 'baselineOn':
      case 'targetOn':
        return readDay(said) === null;
    }
  });
}

/** What is missing as words for a sentence: `the baseline and its date`; empty when nothing is. */
export function sayMissing(missing: readonly Part[]): string {
  const words = missing.map((part) => PARTS[part]);
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const DELIVERY =
  /\b(sessions?|attend(ance|ances|ed|ees|ing)?|visits?|contacts?|people reached|reached|registered|trained|completed the|leaflets?|meetings?|courses?|places (taken|filled)|groups held|delivered|referrals made|users?|used a|use of|held)\b/;
const CHANGE =
  /\b(score|better|improved?|more confident|feel|say that they|level of development|able to|days|weeks|wait|in their work)\b/;

/**
 * Whether a measure counts what was done and not what changed: as somebody said, and where nobody
 * said, by the words of its label.
 */
export function countsDelivery(measure: Pick<Measure, 'counts' | 'label'>): boolean {
  if (measure.counts !== '') return measure.counts === 'delivery';
  return looksLikeDelivery(measure.label);
}

/** Whether the words of a measure sound like a count of sessions, visits or people who came. */
export function looksLikeDelivery(label: string): boolean {
  const said = label.toLowerCase();
  // Being absent from school is a change for the child, and no delivery of ours.
  if (/\b(school|pupils?|absence|absent)\b/.test(said)) return false;
  return DELIVERY.test(said) && !CHANGE.test(said);
}

/** Whether the baseline tells of fewer than five people. */
export function hasSmallBaseline({ baseline, unit }: Pick<Measure, 'baseline' | 'unit'>): boolean {
  const figure = readNumber(baseline);
  return figure !== null && isSmallCount(figure, unit);
}

/** The baseline as it may be read: hidden where it tells of few. Only the form shows it as it was typed. */
export function shownBaseline(measure: Pick<Measure, 'baseline' | 'unit'>): string {
  return hasSmallBaseline(measure) ? HIDDEN : measure.baseline;
}

/** What is wrong with the facts of a measure, by key; empty when all fit together. */
export function wrongIn(measure: Measure): { part: Part; message: string }[] {
  const wrong: { part: Part; message: string }[] = [];
  for (const part of ['baseline', 'target'] as const) {
    const figure = readNumber(measure[part]);
    if (measure[part].trim() !== '' && figure === null) {
      wrong.push({ part, message: `Enter the ${part} as a figure, such as 68.3` });
    } else if (
      figure !== null &&
      unitKind(measure.unit) === 'share' &&
      (figure < 0 || figure > 100)
    ) {
      wrong.push({ part, message: `A ${part} in per cent is between 0 and 100` });
    }
  }
  const [from, to] = [readDay(measure.baselineOn), readDay(measure.targetOn)];
  if (from !== null && to !== null && to <= from) {
    wrong.push({ part: 'targetOn', message: 'The date of the target must be after the baseline' });
  }
  return wrong;
}

/** Whether a measure is mapped to a shared outcome or said to be local: nobody needs to guess. */
export function isMapped(measure: Pick<Measure, 'shared'>): boolean {
  return measure.shared !== '';
}
