import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { COURSE_WORDS } from '#app/theory/measures/course.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { shownBaseline } from '#app/theory/measures/measure.ts';
import { latest } from '#app/theory/measures/values.ts';
import { readDay } from '#app/theory/measures/periods.ts';
import { readNumber } from '#app/theory/measures/units.ts';
import type { CsvCell } from '#app/survey/csv.ts';
import type { PlanSheet } from '#app/plan/export/plan-sheets.ts';
import type { OutcomesPart } from './outcomes.ts';
import { sayShortQuarter } from './quarters.ts';
import { whatName } from './reach/counting.ts';
import { ALL_SITES } from './reach/reach.ts';

type Cell = PlanSheet['rows'][number][number];

const dayCell = (text: string): Cell => {
  const day = readDay(text);
  return day === null ? text : { day };
};
const number = (text: string): Cell => readNumber(text) ?? text;

/** The outcomes framework and reach as sheets of the plan's workbook: figures are figures. */
export function outcomeSheets({ rows, reach }: OutcomesPart): PlanSheet[] {
  const framework: PlanSheet = {
    name: 'Outcomes',
    widths: [40, 50, 14, 12, 12, 14, 26, 12, 12, 18, 60, 60, 60, 60, 40, 24],
    rows: [
      [
        'Outcome',
        'Measure',
        'Unit',
        'Baseline',
        'Baseline on',
        'Newest',
        'Newest, in words',
        'Target',
        'Target on',
        'How it stands',
        'Why',
        'Movement',
        'Widest gap',
        'Beside others',
        'Plan lines',
        'Who brings it',
      ],
      ...rows.map(({ seen, movement, gap, benchmarks, lines }): Cell[] => {
        const { measure, standing } = seen;
        return [
          seen.about,
          measure.label,
          measure.unit,
          number(shownBaseline(measure)),
          dayCell(measure.baselineOn),
          latest(seen.values)?.value ?? null,
          seen.newest,
          number(measure.target),
          dayCell(measure.targetOn),
          COURSE_WORDS[standing.course],
          standing.because,
          movement.says,
          gap?.says ?? null,
          benchmarks.map(({ says, benchmark }) => `${says} (${benchmark.source})`).join(' '),
          lines.map(({ title }) => title).join('; '),
          measure.owner,
        ];
      }),
    ],
  };
  return [
    ...(rows.length === 0 ? [] : [framework]),
    ...(reach === null ? [] : [reachSheet(reach)]),
  ];
}

function reachSheet(reach: NonNullable<OutcomesPart['reach']>): PlanSheet {
  const titles = reach.quarters.map(({ quarter, isDraft }) =>
    isDraft ? `${sayShortQuarter(quarter)} (draft)` : sayShortQuarter(quarter),
  );
  const blank = titles.slice(1).map(() => null);
  return {
    name: 'Reach',
    widths: [34, 34, 40, 28, ...titles.map(() => 16)],
    rows: [
      ['Counted', 'Site', 'By', 'Group', ...titles],
      ...reach.totals.flatMap(({ name, all, sites }): Cell[][] => [
        ...sites.map(({ name: site, counts }): Cell[] => [name, site, '', '', ...counts]),
        [name, ALL_SITES, '', '', ...all],
      ]),
      ...reach.breakdowns.flatMap(({ what, breakdown, groups }) =>
        groups.map(({ group, count }): Cell[] => [
          whatName(what),
          ALL_SITES,
          breakdownName(breakdown),
          group,
          ...blank,
          count,
        ]),
      ),
    ],
  };
}

/** The same as data: a hidden figure is null and said to be hidden. */
export function outcomesJson({ rows, reach, scores }: OutcomesPart) {
  return {
    measures: rows.map(({ seen, movement, gap, benchmarks, note, lines }) => ({
      id: seen.measure.id,
      outcome: seen.about,
      measure: seen.measure.label,
      unit: seen.measure.unit,
      baseline: readNumber(shownBaseline(seen.measure)),
      target: readNumber(seen.measure.target),
      newest: openFigure(latest(seen.values)?.value ?? null),
      course: seen.standing.course,
      because: seen.standing.because,
      movement: movement.way,
      movementSays: movement.says,
      gap: gap === null ? null : { breakdown: gap.breakdown, says: gap.says },
      benchmarks: benchmarks.map(({ benchmark: { kind, name, value, start, end, source } }) => ({
        ...{ kind, name, value, start, end, source },
      })),
      note: note === null ? null : { quarter: note.quarter, means: note.means, next: note.next },
      lines: lines.map(({ id }) => id),
    })),
    reach:
      reach === null
        ? null
        : {
            quarters: reach.quarters,
            totals: reach.totals.map(({ what, all, sites }) => ({
              what,
              all: all.map(openFigure),
              sites: sites.map(({ name, counts }) => ({ name, counts: counts.map(openFigure) })),
            })),
            rates: reach.rates,
          },
    beforeAndAfter: scores.map(({ tool, service, period, pairs, way, says }) => ({
      ...{ tool, service, period, way, says },
      pairs: openFigure(pairs),
    })),
  };
}

const openFigure = (shown: Shown | null) =>
  shown === null ? null : shown === HIDDEN ? { hidden: true } : { value: shown };

/** The framework as rows of a CSV file: the same cells as its sheet, days as words. */
export function frameworkRows(rows: OutcomesPart['rows']): CsvCell[][] {
  const [sheet] = outcomeSheets({ rows, reach: null, scores: [] });
  return (sheet?.rows ?? []).map((cells) =>
    cells.map((cell) => {
      if (cell === null || typeof cell !== 'object') return cell;
      return 'day' in cell ? cell.day : cell.pence / 100;
    }),
  );
}
