import type { AreaFigures } from './area-figures.ts';
import { statisticOf, type Measure } from './area-headers.ts';
import type { AreaLink } from './area-links.ts';

/** How the figure of an area came from older boundaries. */
export type Bridged =
  /** The area is the same, or its code is. */
  | 'same'
  /** Its parent was split: the parent's tenth, rank or rate stands for each part. */
  | 'carried'
  /** Several were joined and their counts added. */
  | 'added';

/** Why an area of the newer boundaries has no figure of the older ones. */
export type NotBridged =
  /** Part of an area that was split: a count cannot be shared out. */
  | 'split'
  /** Several were joined whose tenths, ranks or rates differ. */
  | 'merged'
  /** Redrawn across others. */
  | 'irregular'
  /** The file has no area of that code. */
  | 'not in the file';

export interface BridgedFigure {
  figure: number | null;
  how: Bridged | NotBridged;
  /** The older areas that it came from. */
  from: string[];
}

export interface Bridge {
  figures: Map<string, BridgedFigure>;
  /** Areas of the file that no outline stands for. */
  without: string[];
  /** What was done, one sentence each; nothing when every code simply fits. */
  sentences: string[];
}

/**
 * Lays figures over areas. Where the figures are of the small areas of 2011 and the outlines of 2021, the
 * list of changes (ONS, LSOA 2011 to 2021 lookup) says what became of each: an unchanged area (U, or not
 * listed) keeps its figure; the parts of a split one (S) take a tenth, a rank or a rate from it, never a
 * share of a count; a merged one (M) takes the sum of counts, or the tenth that all its parts agree on; an
 * irregular one (X) takes nothing. Without the list only equal codes are joined, and that is said.
 *
 * @param codes of the outlines
 * @param changes rows of the list, or null where it is not here
 */
export function bridge(
  areas: readonly AreaFigures[],
  measure: Measure,
  codes: readonly string[],
  years: { figures: string; outlines: string },
  changes: readonly AreaLink[] | null,
): Bridge {
  const byCode = new Map(areas.map((area) => [area.code, area.figures[measure.key] ?? null]));
  const isOlder = years.figures === '2011' && years.outlines === '2021';
  const into = new Map<string, AreaLink[]>();
  for (const link of isOlder ? (changes ?? []) : []) {
    into.set(link.toCode, [...(into.get(link.toCode) ?? []), link]);
  }
  const figures = new Map(
    codes.map((code) => [code, figureOf(code, into.get(code) ?? [], byCode, measure)]),
  );
  const used = new Set([...figures.values()].flatMap(({ from }) => from));
  const without = areas.map(({ code }) => code).filter((code) => !used.has(code));
  return { figures, without, sentences: sentencesOf(figures, without, years, isOlder, changes) };
}

/** Whether a figure counts things, so that it can be added up but not carried over. */
export function isCount(measure: Measure): boolean {
  if (statisticOf(measure.header) !== 'figure') return false;
  return !/%|\bper ?cent|percentage|\brate\b|_rate\b|average|median|\bmean\b|score|proportion/i.test(
    measure.header,
  );
}

function figureOf(
  code: string,
  links: readonly AreaLink[],
  byCode: ReadonlyMap<string, number | null>,
  measure: Measure,
): BridgedFigure {
  const from = links.map((link) => link.code);
  const change = links.find((link) => link.change !== 'U')?.change ?? '';
  if (change === '') {
    if (!byCode.has(code)) return { figure: null, how: 'not in the file', from: [] };
    return { figure: byCode.get(code) ?? null, how: 'same', from: [code] };
  }
  const figures = from.map((each) => byCode.get(each) ?? null);
  const known = figures.filter((each) => each !== null);
  const isWhole = known.length === figures.length;
  if (change === 'S') {
    return isCount(measure)
      ? { figure: null, how: 'split', from }
      : { figure: figures[0] ?? null, how: 'carried', from };
  }
  if (change === 'M' && isCount(measure)) {
    const sum = known.reduce((total, each) => total + each, 0);
    return { figure: isWhole ? sum : null, how: 'added', from };
  }
  if (change === 'M') {
    const agree = statisticOf(measure.header) === 'decile' && new Set(figures).size === 1;
    return { figure: agree ? (figures[0] ?? null) : null, how: agree ? 'carried' : 'merged', from };
  }
  return { figure: null, how: 'irregular', from };
}

const AND = (count: number, words: string) => `${count.toLocaleString('en-GB')} ${words}`;

function sentencesOf(
  figures: ReadonlyMap<string, BridgedFigure>,
  without: readonly string[],
  years: { figures: string; outlines: string },
  isOlder: boolean,
  changes: readonly AreaLink[] | null,
): string[] {
  const counts = new Map<string, number>();
  for (const { how } of figures.values()) counts.set(how, (counts.get(how) ?? 0) + 1);
  const of = (how: Bridged | NotBridged) => counts.get(how) ?? 0;
  const said: string[] = [];
  const differ = years.figures !== '' && years.outlines !== '' && years.figures !== years.outlines;
  if (differ) {
    said.push(
      `The figures are of the areas of ${years.figures}, the map of those of ${years.outlines}.`,
    );
  }
  if (isOlder && changes !== null) {
    const lost = of('split') + of('merged') + of('irregular');
    const done: [count: number, words: string][] = [
      [of('same'), 'did not change'],
      [of('carried'), 'take the figure of the area that they were part of, or agree on'],
      [of('added'), 'are the sum of the areas that were joined'],
      [lost, 'cannot be bridged and have no figure'],
    ];
    const filled = done.filter(([count]) => count > 0);
    said.push(`Areas: ${filled.map(([count, words]) => AND(count, words)).join('; ')}.`);
  } else if (differ) {
    said.push(
      isOlder
        ? 'Only areas with the same code are joined. Bring in the list of changes (LSOA 2011 to 2021) to bridge the others.'
        : 'Only areas with the same code are joined.',
    );
  }
  if (of('not in the file') > 0) {
    said.push(`${AND(of('not in the file'), 'areas of the map are not in the file')}.`);
  }
  if (without.length > 0) {
    said.push(`${AND(without.length, 'areas of the file are not on the map')}.`);
  }
  return said;
}
