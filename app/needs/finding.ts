import type { QuestionResult, ResultRow } from '#app/survey/results.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayMeasure, type Measure } from './areas/area-headers.ts';
import type { AreaFigures } from './areas/area-file.ts';
import { childrenMeasure, decileCounts, sumOver } from './areas/area-summary.ts';
import { numberIn } from './figure.ts';
import { sayFigure, type CheckedTable } from './printed-table.ts';

/** Where a piece of evidence comes from. A theme is made evidence by the panel. */
export type EvidenceKind =
  'survey-finding' | 'area-figure' | 'table-figure' | 'place-figure' | 'theme';

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, string>> = {
  'survey-finding': 'Survey finding',
  'area-figure': 'Official figure',
  'table-figure': 'Figure from a report',
  'place-figure': 'Map or register',
  theme: 'Theme from the panel',
};

/**
 * Something found, ready to be frozen: one plain sentence with its base, the figures behind it with
 * small numbers hidden already, and where it came from, exactly enough to look it up again.
 */
export interface Finding {
  kind: EvidenceKind;
  sentence: string;
  figures: Record<string, unknown>;
  source: Record<string, string>;
}

/** A share as people say it: never "0%" where somebody is meant, nor "100%" where not everybody is. */
export function sayShare(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return 'less than 1%';
  if (share < 1 && percent === 100) return 'more than 99%';
  return `${percent}%`;
}

export function sayCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/**
 * One row of a question's results as a finding: "212 of 398 answers (53%) said “Opening hours” to
 * “What makes it hard?”". Null where the row is hidden or there is no such row.
 */
export function surveyFinding(
  survey: { id: string; title: string },
  question: QuestionResult,
  value: string,
): Finding | null {
  const row = question.rows.find((each) => each.value === value);
  if (!row || row.count === HIDDEN || question.base === HIDDEN || row.share === null) return null;
  const { count, share, interval } = row;
  return {
    kind: 'survey-finding',
    sentence: `${sayCount(count)} of ${sayCount(question.base)} answers (${sayShare(share)}) ${said(question, row)} “${question.title}”.`,
    figures: {
      question: question.title,
      answer: row.label,
      count,
      base: question.base,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      missing: question.missing,
      table: question.rows.map((each) => ({ answer: each.label, count: each.count })),
    },
    source: {
      survey: survey.id,
      surveyTitle: survey.title,
      question: question.name,
      row: value,
    },
  };
}

function said({ kind }: QuestionResult, { label }: ResultRow): string {
  switch (kind) {
    case 'one-answer':
    case 'words':
      return `said “${label}” to`;
    case 'several-answers':
      return `chose “${label}” under`;
    case 'scale':
      return `gave ${label} to`;
    case 'number':
      return `gave ${label} to`;
  }
}

/** An area file as it is kept, with its areas. */
export interface KeptAreaFile {
  id: string;
  title: string;
  measures: Measure[];
  areas: readonly AreaFigures[];
}

const TENTHS = ['', 'tenth', 'fifth', 'three tenths'];

/**
 * How many areas are among the most deprived tenths of England: "18 of 75 areas (24%) are in the most
 * deprived tenth…". Areas without a figure are said, and counted in no base.
 *
 * @param upTo 1, 2 or 3 tenths
 */
export function decileFinding(file: KeptAreaFile, key: string, upTo: number): Finding | null {
  const measure = file.measures.find((each) => each.key === key);
  if (!measure || TENTHS[upTo] === undefined || upTo < 1) return null;
  const { counts, withFigure, withoutFigure } = decileCounts(file.areas, key);
  if (withFigure === 0) return null;
  const within = file.areas.filter((area) => {
    const decile = area.figures[key] ?? null;
    return decile !== null && decile <= upTo;
  });
  const count = within.length;
  const without = withoutFigure === 0 ? '' : ` ${sayCount(withoutFigure)} more have no figure.`;
  const people = childrenWithin(file, within);
  const living = people === null ? '' : ` ${people.sentence}`;
  return {
    kind: 'area-figure',
    sentence: `${sayCount(count)} of ${sayCount(withFigure)} areas (${sayShare(count / withFigure)}) are in the most deprived ${TENTHS[upTo]} of England by ${sayMeasure(measure)}.${living}${without}`,
    figures: {
      measure: measure.header,
      upToDecile: upTo,
      count,
      base: withFigure,
      withoutFigure,
      counts,
      ...(people === null ? {} : { children: people.within, allChildren: people.all }),
      areas: within.map(({ code }) => code).sort(),
    },
    source: { file: file.id, fileTitle: file.title, measure: key, upTo: String(upTo) },
  };
}

function childrenWithin(file: KeptAreaFile, within: readonly AreaFigures[]) {
  const measure = childrenMeasure(file.measures);
  if (!measure) return null;
  const all = sumOver(file.areas, measure.key);
  const those = sumOver(within, measure.key);
  if (all === null || those === null || all === 0) return null;
  const sentence = `${sayCount(those)} of ${sayCount(all)} children (${sayShare(those / all)}) live there.`;
  return { within: those, all, sentence };
}

/** One figure of one area: "Halton 007A: IDACI score 0.555 (English indices of deprivation 2025)". */
export function areaFinding(file: KeptAreaFile, key: string, code: string): Finding | null {
  const measure = file.measures.find((each) => each.key === key);
  const [only, level] = code.split('~');
  const area = file.areas.find(
    (each) => each.code === only && (level === undefined || each.level === level),
  );
  const figure = area?.figures[key] ?? null;
  if (!measure || !area || figure === null) return null;
  return {
    kind: 'area-figure',
    sentence: `${area.name} (${area.code}): ${sayMeasure(measure)} ${sayFigure(figure)}, from “${file.title}”.`,
    figures: { area: area.name, code, measure: measure.header, figure },
    source: { file: file.id, fileTitle: file.title, measure: key, area: code },
  };
}

/**
 * One figure of a printed table. Where the figure does not add up, the sentence says what the table's
 * own figures give, because a wrong number must not travel on as if it were right.
 *
 * @param line and column: positions in the checked table
 */
export function tableFinding(
  table: { id: string; title: string; checked: CheckedTable },
  line: number,
  column: number,
): Finding | null {
  const row = table.checked.lines[line];
  const header = table.checked.columns[column];
  const figure = numberIn(row?.cells[column]);
  if (!row || !header || figure === null) return null;
  const problem = table.checked.problems.find(({ at }) => at.line === line && at.column === column);
  const percent = header.kind === 'percent' ? '%' : '';
  const label = row.group === '' ? row.label : `${row.group}, ${row.label}`;
  const doubt = problem
    ? ` The table’s own figures give ${sayFigure(problem.computed)}${percent}.`
    : '';
  return {
    kind: 'table-figure',
    sentence: `${label}: ${sayFigure(figure)}${percent} (${header.header}), printed in “${table.title}”.${doubt}`,
    figures: {
      row: label,
      column: header.header,
      printed: figure,
      computed: problem?.computed ?? null,
    },
    source: { table: table.id, tableTitle: table.title, cell: `${line}-${column}` },
  };
}
