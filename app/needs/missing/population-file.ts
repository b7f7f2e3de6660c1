import type { Margin } from './margin.ts';
import { readFigure } from './population-form.ts';

/** The columns of a file of what families look like: one row a group. */
const POPULATION_COLUMNS = [
  'question',
  'group',
  'answers',
  'figure',
  'unit',
  'source',
  'as_at',
] as const;

/**
 * The table of some margins, its header first; answers of a group stand with semicolons between,
 * a semicolon within an answer's code with a backslash before it.
 */
export function populationTable(margins: readonly Margin[]): string[][] {
  return [
    [...POPULATION_COLUMNS],
    ...margins.flatMap(({ question, groups, unit, source, asAt, assumed }) =>
      groups.map(({ label, options, figure }) => [
        question,
        label,
        options.map((option) => option.replace(/[\\;]/g, '\\$&')).join('; '),
        String(figure),
        assumed ? `${unit}, assumed` : unit,
        source,
        asAt,
      ]),
    ),
  ];
}

export interface FileProblem {
  /** The line of the file, the header being 1. */
  line: number;
  message: string;
}

/** A question that can be compared, with the codes of its answers. */
export interface Comparable {
  name: string;
  options: readonly string[];
}

/** Reads such a table: all of it, or what is wrong with it line by line. */
export function readPopulationTable(
  table: readonly (readonly string[])[],
  questions: readonly Comparable[],
): { ok: true; margins: Margin[] } | { ok: false; problems: FileProblem[] } {
  const header = (table[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const absent = POPULATION_COLUMNS.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    const message = `The first line must name the columns ${POPULATION_COLUMNS.join(', ')}. Not found: ${absent.join(', ')}`;
    return { ok: false, problems: [{ line: 1, message }] };
  }
  const problems: FileProblem[] = [];
  const margins = new Map<string, { margin: Margin; line: number }>();
  for (const [at, row] of table.entries()) {
    if (at === 0 || row.every((cell) => cell.trim() === '')) continue;
    const cell = (column: (typeof POPULATION_COLUMNS)[number]) =>
      (row[header.indexOf(column)] ?? '').trim();
    const line = at + 1;
    const read = readRow(cell, questions);
    if (!read.ok) problems.push(...read.messages.map((message) => ({ line, message })));
    else problems.push(...addTo(margins, read.row, line));
  }
  if (margins.size === 0 && problems.length === 0) {
    problems.push({ line: 2, message: 'There is no group in this file' });
  }
  for (const { margin, line } of margins.values()) problems.push(...wholeProblems(margin, line));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, margins: [...margins.values()].map(({ margin }) => margin) };
}

interface Row extends Omit<Margin, 'groups'> {
  group: Margin['groups'][number];
}

function readRow(
  cell: (column: (typeof POPULATION_COLUMNS)[number]) => string,
  questions: readonly Comparable[],
): { ok: true; row: Row } | { ok: false; messages: string[] } {
  const messages: string[] = [];
  const question = questions.find(({ name }) => name === cell('question'));
  if (!question) messages.push(`“${cell('question')}” is no question that can be compared`);
  const options = (cell('answers').match(/(?:\\.|[^;\\])+/g) ?? [])
    .map((option) => option.trim().replace(/\\(.)/g, '$1'))
    .filter((option) => option !== '');
  const strange = options.filter((option) => question && !question.options.includes(option));
  if (strange.length > 0) messages.push(`The question has no answer “${strange.join('”, “')}”`);
  if (options.length === 0) messages.push('Name the codes of the answers that are this group');
  const figure = readFigure(cell('figure'));
  if (figure === null || Number.isNaN(figure) || figure <= 0) {
    messages.push(`“${cell('figure')}” is not a figure above 0`);
  }
  const unit = /^(people|percent)(, assumed)?$/.exec(cell('unit').toLowerCase());
  if (!unit) messages.push('The unit must be people or percent');
  if (cell('group') === '') messages.push('Give the group a name');
  if (cell('source').length < 3) messages.push('Say where the figure comes from');
  if (!isDay(cell('as_at'))) messages.push('Write the day as YYYY-MM-DD, such as 2021-03-21');
  if (messages.length > 0) return { ok: false, messages };
  return {
    ok: true,
    row: {
      question: cell('question'),
      unit: unit?.[1] === 'people' ? 'people' : 'percent',
      assumed: unit?.[2] !== undefined,
      source: cell('source').slice(0, 300),
      asAt: cell('as_at'),
      group: { label: cell('group').slice(0, 120), options, figure: figure ?? 0 },
    },
  };
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function addTo(
  margins: Map<string, { margin: Margin; line: number }>,
  row: Row,
  line: number,
): FileProblem[] {
  const { group, ...about } = row;
  const had = margins.get(row.question);
  if (!had) {
    margins.set(row.question, { margin: { ...about, groups: [group] }, line });
    return [];
  }
  const { margin } = had;
  const twice = group.options.filter((option) =>
    margin.groups.some(({ options }) => options.includes(option)),
  );
  if (twice.length > 0) {
    return [{ line, message: `The answer “${twice.join('”, “')}” is in another group already` }];
  }
  if (margin.unit !== row.unit || margin.source !== row.source || margin.asAt !== row.asAt) {
    const message = 'All groups of a question must have one unit, one source and one day';
    return [{ line, message }];
  }
  margins.set(row.question, { ...had, margin: { ...margin, groups: [...margin.groups, group] } });
  return [];
}

function wholeProblems({ question, unit, groups }: Margin, line: number): FileProblem[] {
  if (groups.length < 2) return [{ line, message: `“${question}” needs at least two groups` }];
  const total = groups.reduce((sum, { figure }) => sum + figure, 0);
  if (unit === 'percent' && Math.abs(total - 100) > 0.55) {
    const said = Math.round(total * 10) / 10;
    return [
      { line, message: `The groups of “${question}” come to ${said}%, and must come to 100%` },
    ];
  }
  return [];
}
