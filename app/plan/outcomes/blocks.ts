import { lines, type Block } from '#app/documents/blocks.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { COURSE_WORDS } from '#app/theory/measures/course.ts';
import { shownBaseline } from '#app/theory/measures/measure.ts';
import { readNumber, sayFigure } from '#app/theory/measures/units.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { NO_COMPARISON, type SeenScores } from './change/scores.ts';
import { chosenForBoard } from './board.ts';
import type { OutcomeRow, OutcomesPart } from './outcomes.ts';
import { sayQuarter, sayShortQuarter } from './quarters.ts';
import { whatName } from './reach/counting.ts';
import { ALL_SITES } from './reach/reach.ts';
import type { SeenBreakdown } from './reach/seen-breakdowns.ts';
import type { SeenReach, SeenTotals } from './reach/seen-reach.ts';
import { sayRates, tenthName } from './reach/say-reach.ts';
import { boardSvg, rateBars } from './spark.ts';

type WithOutcomes = { outcomes: OutcomesPart };

const HIDDEN_NOTE: Block = {
  type: 'paragraph',
  tone: 'note',
  text: `${HIDDEN} stands where a figure would tell of fewer than five people, or would let such a figure be worked out.`,
};

/** The section “Outcomes and measures” of a plan: the framework, reach, and before and after. */
export function outcomesBlocks(plan: WithOutcomes): Block[] {
  return [...outcomeBlocks(plan), ...reachBlocks(plan), ...changeBlocks(plan)];
}

/** The outcomes framework: the picture of the measures that matter most, and a table of all. */
export function outcomeBlocks({ outcomes: { rows } }: WithOutcomes): Block[] {
  if (rows.length === 0) {
    return [{ type: 'paragraph', text: 'The theory of change has no measure yet.' }];
  }
  const chosen = chosenForBoard(rows);
  const noted = rows.filter(({ note }) => note !== null);
  return [
    {
      type: 'picture',
      svg: boardSvg(chosen),
      alt: `${chosen.length} measures over time. ${chosen
        .map(
          ({ seen }) =>
            `${seen.measure.label}: ${seen.newest === '' ? 'no figure yet' : seen.newest}, ${COURSE_WORDS[seen.standing.course].toLowerCase()}.`,
        )
        .join(' ')} The table below says the same.`,
      caption: 'How the measures that matter most stand',
    },
    {
      type: 'table',
      caption: 'Outcomes, how they are measured and how they stand',
      columns: [
        { title: 'Outcome and measure', share: 6 },
        { title: 'Baseline', share: 2.4 },
        { title: 'Newest', share: 2.6 },
        { title: 'Target', share: 2.4 },
        { title: 'How it stands', share: 5 },
        { title: 'Beside others', share: 4 },
        { title: 'Who brings it', share: 2.4 },
      ],
      rows: rows.map(outcomeCells),
    },
    ...(noted.length === 0
      ? []
      : ([
          { type: 'heading', level: 2, text: 'What the figures mean' },
          {
            type: 'table',
            caption: 'So what: what each figure means and what follows from it',
            columns: [
              { title: 'Measure', share: 4 },
              { title: 'Quarter', share: 2 },
              { title: 'What it means', share: 5 },
              { title: 'What will be done', share: 5 },
            ],
            rows: noted.map(({ seen, note }) => [
              seen.measure.label,
              note === null ? '' : sayQuarter(note.quarter),
              lines(note === null || note.means === '' ? [] : [note.means]),
              lines(note === null || note.next === '' ? [] : [note.next]),
            ]),
          },
        ] satisfies Block[])),
    HIDDEN_NOTE,
  ];
}

function outcomeCells({ seen, movement, benchmarks, gap, lines: fed }: OutcomeRow): string[] {
  const { measure, about, standing, newest, missing } = seen;
  const dated = (figure: string, day: string) => {
    const number = readNumber(figure);
    const says = number === null ? figure : sayFigure(number, measure.unit);
    return says === '' ? '–' : lines([says, ...(day === '' ? [] : [sayShortDay(day)])]);
  };
  return [
    lines([
      ...(about === '' ? [] : [about]),
      measure.label,
      ...(fed.length === 0 ? [] : [`Plan lines: ${sayLines(fed)}`]),
    ]),
    dated(shownBaseline(measure), measure.baselineOn),
    newest === '' ? 'No figure yet' : newest,
    dated(measure.target, measure.targetOn),
    lines([
      `${COURSE_WORDS[standing.course]}. ${standing.because}`,
      ...(movement.way === 'unknown' ? [] : [movement.says]),
      ...(gap === null ? [] : [gap.says]),
      ...(missing === '' ? [] : [`Missing: ${missing}.`]),
    ]),
    lines(benchmarks.map(({ benchmark, says }) => `${says} (${benchmark.source})`)),
    measure.owner === '' ? 'Nobody yet' : measure.owner,
  ];
}

/** Three lines by name and how many more there are: a cell is no list of the plan. */
function sayLines(fed: OutcomeRow['lines']): string {
  const named = fed.slice(0, 3).map(({ title }) => title);
  const more = fed.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const figure = (shown: Shown | null): string =>
  shown === null ? '–' : typeof shown === 'number' ? shown.toLocaleString('en-GB') : shown;

/** Who was reached: by quarter and site, by group, and of the children who live in each tenth. */
export function reachBlocks({ outcomes: { reach } }: WithOutcomes): Block[] {
  if (reach === null) {
    return [
      { type: 'heading', level: 2, text: 'Who is reached' },
      { type: 'paragraph', text: 'No count of families who were reached has come in yet.' },
    ];
  }
  const newest = reach.quarters.at(-1);
  return [
    { type: 'heading', level: 2, text: 'Who is reached' },
    ...(newest?.isDraft
      ? ([
          {
            type: 'paragraph',
            tone: 'note',
            text: `The counts of ${sayQuarter(newest.quarter)} are a draft: they were not submitted yet.`,
          },
        ] satisfies Block[])
      : []),
    ...reach.totals.map((totals) => totalsTable(totals, reach)),
    ...(newest === undefined || reach.breakdowns.length === 0
      ? []
      : [groupsTable(reach.breakdowns, sayQuarter(newest.quarter))]),
    ...rateTable(reach),
    HIDDEN_NOTE,
  ];
}

function totalsTable({ name, all, sites, isSum }: SeenTotals, { quarters }: SeenReach): Block {
  const summed = isSum ? ' (the sites added up: somebody who came to two is in it twice)' : '';
  return {
    type: 'table',
    caption: `${name}, by site and quarter`,
    columns: [
      { title: 'Site', share: 5 },
      ...quarters.map(({ quarter }) => ({
        title: sayShortQuarter(quarter),
        share: 2,
        numeric: true,
      })),
    ],
    rows: [
      ...sites.map(({ name: site, counts }) => [site, ...counts.map(figure)]),
      [`${ALL_SITES}${summed}`, ...all.map(figure)],
    ],
  };
}

function groupsTable(breakdowns: readonly SeenBreakdown[], quarter: string): Block {
  return {
    type: 'table',
    caption: `Who they were, ${quarter}`,
    columns: [
      { title: 'Counted', share: 4 },
      { title: 'By', share: 4 },
      { title: 'Group', share: 4 },
      { title: 'Count', share: 2, numeric: true },
    ],
    rows: breakdowns.flatMap(({ what, breakdown, groups, left }) => {
      const row = (group: string, count: Shown) => [
        whatName(what),
        breakdownName(breakdown),
        group,
        figure(count),
      ];
      return [
        ...groups.map(({ group, count }) => row(group, count)),
        ...(left === 0 ? [] : [row('In no group', left)]),
      ];
    }),
  };
}

function rateTable({ rates, rateSource, noRates }: SeenReach): Block[] {
  if (rates.length === 0) return [{ type: 'paragraph', tone: 'note', text: noRates }];
  const says = sayRates(rates);
  const bars = rates.map((rate) => ({ ...rate, label: `Tenth ${tenthName(rate.tenth)}` }));
  return [
    {
      type: 'picture',
      svg: rateBars(bars, says),
      alt: `${says} The table below says the same.`,
      caption: 'Children reached, by deprivation of where they live',
    },
    {
      type: 'table',
      caption: `Children reached of those who live there (${rateSource})`,
      columns: [
        { title: 'Tenth of deprivation (IDACI)', share: 4 },
        { title: 'Reached', share: 2, numeric: true },
        { title: 'Live there', share: 2, numeric: true },
        { title: 'Of each hundred', share: 2, numeric: true },
        { title: 'By chance from', share: 3, numeric: true },
      ],
      rows: rates.map(({ tenth, reached, children, rate, low, high }) => [
        tenthName(tenth),
        figure(reached),
        figure(children),
        rate.toFixed(1),
        `${low.toFixed(1)} to ${high.toFixed(1)}`,
      ]),
    },
  ];
}

/** Scores of validated tools before and after, with what they cannot prove. */
export function changeBlocks({ outcomes: { scores } }: WithOutcomes): Block[] {
  const heading: Block = { type: 'heading', level: 2, text: 'Before and after' };
  if (scores.length === 0) {
    return [heading, { type: 'paragraph', text: 'No scores before and after were entered yet.' }];
  }
  return [
    heading,
    { type: 'paragraph', tone: 'strong', text: NO_COMPARISON },
    {
      type: 'table',
      caption: 'Scores of validated tools before and after support',
      columns: [
        { title: 'Tool and service', share: 4 },
        { title: 'People', share: 1.6, numeric: true },
        { title: 'Mean before', share: 2.4 },
        { title: 'Mean after', share: 2.4 },
        { title: 'What can be said', share: 9 },
      ],
      rows: scores.map(scoreCells),
    },
  ];
}

function scoreCells(scores: SeenScores): string[] {
  const { tool, service, period, pairs, before, after, says, note } = scores;
  return [
    lines([tool, service, period]),
    figure(pairs),
    before,
    after,
    lines([...says, ...(note === '' ? [] : [note])]),
  ];
}
