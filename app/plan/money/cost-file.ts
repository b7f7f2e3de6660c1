import { STRANDS } from '#app/needs/registers/choices.ts';
import { unescapeForExcel } from '#app/survey/csv.ts';
import { CostForm, type CostFields } from './cost-form.ts';
import { COST_KIND_CHOICES, NO_STREAM, NO_STREAM_NAME, paidFrom, type CostLine } from './costs.ts';
import { readYear } from './years.ts';

/** The columns of costs, as they are taken away and brought in. */
const NAMES = {
  line: 'Plan line',
  what: 'What is paid for',
  kind: 'Kind',
  amount: 'Cost in pounds',
  year: 'Financial year',
  stream: 'Paid from',
  strand: 'Strand',
  capital: 'Capital',
  note: 'Note',
} as const;
type Name = keyof typeof NAMES;

/** Other words that councils use for the same columns. */
const ALSO: Readonly<Record<string, Name>> = {
  line: 'line',
  activity: 'line',
  what: 'what',
  item: 'what',
  description: 'what',
  'kind of cost': 'kind',
  type: 'kind',
  cost: 'amount',
  'cost (£)': 'amount',
  amount: 'amount',
  'amount (£)': 'amount',
  year: 'year',
  stream: 'stream',
  'funding stream': 'stream',
  source: 'stream',
  notes: 'note',
};

export const COST_COLUMNS: readonly string[] = Object.values(NAMES);

/** What the words of a file can stand for. */
export interface CostNames {
  lines: readonly { id: string; title: string }[];
  streams: readonly { id: string; name: string }[];
}

/** The costs as rows of a table, its columns first; amounts are plain pounds so that any program reads them. */
export function costRows(costs: readonly CostLine[], names: CostNames): (string | null)[][] {
  const title = new Map(names.lines.map((line) => [line.id, line.title]));
  const stream = new Map(payers(names).map(({ value, label: name }) => [value, name]));
  const label = (list: readonly { value: string; label: string }[], value: string) =>
    list.find((choice) => choice.value === value)?.label ?? '';
  return [
    [...COST_COLUMNS],
    ...costs.map((cost) => [
      title.get(cost.lineId ?? '') ?? '',
      cost.what,
      label(COST_KIND_CHOICES, cost.kind),
      cost.amountPence === null ? '' : (cost.amountPence / 100).toFixed(2),
      cost.year,
      stream.get(paidFrom(cost) ?? '') ?? '',
      label(STRANDS, cost.strand),
      cost.capital ? 'Yes' : 'No',
      cost.note,
    ]),
  ];
}

/** What a cost may be paid from, by name: a stream that is called so itself comes first. */
function payers({ streams }: CostNames): { value: string; label: string }[] {
  const named = streams.map(({ id, name }) => ({ value: id, label: name }));
  const taken = named.some(({ label }) => plainOf(label) === plainOf(NO_STREAM_NAME));
  return taken ? named : [...named, { value: NO_STREAM, label: NO_STREAM_NAME }];
}

export interface RowProblem {
  line: number;
  message: string;
}

export type ReadCosts = { ok: true; costs: CostFields[] } | { ok: false; problems: RowProblem[] };

/** The most costs that come in at once. */
const MOST_AT_ONCE = 1000;

/**
 * Reads costs from a table: one a row, by the names of the columns in any order; only what is paid for
 * must be there. All or nothing: every wrong row is named by its line with what to do.
 *
 * @param rows cells as text, the row of headings first
 * @param lines the line of the file on which each row begins
 */
export function readCosts(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  names: CostNames,
): ReadCosts {
  const [header = [], ...body] = rows;
  const places = placesOf(header);
  const refused = (message: string): ReadCosts => ({ ok: false, problems: [{ line: 0, message }] });
  if (!places.has('what')) {
    return refused(
      `The first row must name the columns, and one of them must be “${NAMES.what}”. Take the empty table away first to see the shape.`,
    );
  }
  if (body.length === 0) return refused('There is no cost under the headings.');
  if (body.length > MOST_AT_ONCE) {
    return refused(
      `At most ${MOST_AT_ONCE.toLocaleString('en-GB')} costs come in at once, and these are ${body.length.toLocaleString('en-GB')}.`,
    );
  }
  const problems: RowProblem[] = [];
  const costs: CostFields[] = [];
  body.forEach((row, at) => {
    const cell = (name: Name) => unescapeForExcel((row[places.get(name) ?? -1] ?? '').trim());
    const read = readCost(cell, names);
    if (read.ok) costs.push(read.cost);
    else problems.push({ line: lines[at + 1] ?? at + 2, message: read.message });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, costs };
}

function placesOf(header: readonly string[]): Map<Name, number> {
  const own = Object.entries(NAMES).map(([name, words]) => [words.toLowerCase(), name] as const);
  const known = new Map<string, Name>([
    ...Object.entries(ALSO),
    ...own.map(([words, name]) => [words, name as Name] as const),
  ]);
  const places = new Map<Name, number>();
  header.forEach((cell, at) => {
    const name = known.get(cell.trim().toLowerCase());
    if (name !== undefined && !places.has(name)) places.set(name, at);
  });
  return places;
}

type ReadCost = { ok: true; cost: CostFields } | { ok: false; message: string };

function readCost(cell: (name: Name) => string, names: CostNames): ReadCost {
  const line = found(
    cell('line'),
    names.lines.map(({ id, title }) => ({ value: id, label: title })),
  );
  if (line === null) {
    return wrong(
      'plan line',
      cell('line'),
      'Write its title as it stands in the plan, or leave it empty for the whole programme',
    );
  }
  const stream = found(cell('stream'), payers(names));
  if (stream === null) {
    return wrong(
      'funding stream',
      cell('stream'),
      'Write its name as it stands on the money page, “No stream”, or leave it empty for that of the line',
    );
  }
  const kind = found(cell('kind'), COST_KIND_CHOICES);
  if (kind === null) return wrong('kind of cost', cell('kind'), oneOf(COST_KIND_CHOICES));
  const strand = found(cell('strand'), STRANDS);
  if (strand === null) return wrong('strand', cell('strand'), oneOf(STRANDS));
  const year = cell('year') === '' ? '' : readYear(cell('year'));
  if (year === null) {
    return wrong('financial year', cell('year'), 'Write it like 2026-27');
  }
  const capital = cell('capital').toLowerCase();
  if (!['', 'yes', 'no', 'y', 'n', 'capital', 'revenue'].includes(capital)) {
    return wrong('answer under “Capital”', cell('capital'), 'Write Yes or No');
  }
  const read = CostForm.safeParse({
    lineId: line,
    what: cell('what'),
    kind: kind === '' ? 'other' : kind,
    amount: cell('amount'),
    year,
    streamId: stream,
    strand,
    ...(['yes', 'y', 'capital'].includes(capital) ? { capital: 'yes' } : {}),
    note: cell('note'),
    version: 0,
  });
  if (read.success) return { ok: true, cost: read.data };
  return { ok: false, message: `${read.error.issues[0]?.message ?? 'This row cannot be read'}.` };
}

/** The value of a word: empty for none, null for one that is not there or that could be two. */
function found(word: string, list: readonly { value: string; label: string }[]): string | null {
  if (word === '') return '';
  const plain = plainOf(word);
  const those = list.filter(({ value, label }) => plainOf(label) === plain || value === plain);
  return those.length === 1 ? (those[0]?.value ?? null) : null;
}

const plainOf = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

const oneOf = (list: readonly { label: string }[]) =>
  `It is one of: ${list.map(({ label }) => label).join('; ')}`;

function wrong(what: string, word: string, todo: string): ReadCost {
  return { ok: false, message: `There is no one ${what} called “${word.slice(0, 60)}”. ${todo}.` };
}
