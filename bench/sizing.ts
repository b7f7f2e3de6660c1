import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import type { Figures } from './case.ts';
import { short, type Circumstances } from './report.ts';

const page = path.join(import.meta.dirname, '..', 'docs', 'sizing.md');
const BEGINS = '<!-- measured: written by npm run bench -->';
const ENDS = '<!-- end of what was measured -->';

/** What whoever chooses a machine asks, and the case that answers it. */
const ASKED: readonly { id: string; asks: string }[] = [
  { id: 'respondent-page', asks: 'Questions of a survey opened, ten families at once' },
  { id: 'durable-submission-20', asks: 'Whole surveys answered and kept, twenty families at once' },
  { id: 'durable-submission-100', asks: 'The same, a hundred families at once' },
  { id: 'staff-home', asks: 'Home page of a programme' },
  { id: 'staff-plan', asks: 'The delivery plan as a page' },
  { id: 'staff-theory', asks: 'The theory of change as a page' },
  { id: 'crosstab-whole-100k', asks: 'Two questions compared, 100,000 answers' },
  { id: 'import-100k', asks: 'A file of 100,000 answers brought in' },
  { id: 'export-csv-100k', asks: '100,000 answers taken as CSV' },
  { id: 'document-docx', asks: 'The plan as a Word file' },
  { id: 'document-pdf', asks: 'The plan as PDF' },
  { id: 'document-xlsx', asks: 'The plan as a workbook' },
  { id: 'cold-start', asks: 'From a restart to the first page' },
  { id: 'memory-rest', asks: 'Memory of the server at rest' },
  { id: 'memory-load', asks: 'Memory while eight families answer and two of staff read' },
];

/** Figures of a run with the machine that they were made on. */
export interface Sized extends Circumstances {
  cases: readonly Figures[];
}

/** The table of what one machine did, as Markdown. What was not measured has no line. */
export function sizingTable({ date, commit, node, machine, cases }: Sized): string {
  const lines = ASKED.flatMap(({ id, asks }) => {
    const found = cases.find((one) => one.id === id);
    return found === undefined
      ? []
      : [`| ${asks} | ${said(found.median, found.unit)} | ${said(found.p99, found.unit)} |`];
  });
  return [
    `Measured on ${date}, commit ${commit}, Node ${node}, ${machine}, one server, SQLite; the load came from the same machine.`,
    '',
    '| What | middle | 99 in 100 |',
    '| --- | --: | --: |',
    ...lines,
  ].join('\n');
}

/** A figure with its unit; long times in seconds. */
function said(figure: number, unit: string): string {
  return unit === 'ms' && figure >= 10_000
    ? `${short(figure / 1000)} s`
    : `${short(figure)} ${unit}`;
}

/**
 * A page with another table between its two marks.
 *
 * @throws where the page has lost them
 */
export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(BEGINS), text.indexOf(ENDS)];
  if (from < 0 || to < from) throw new Error('docs/sizing.md has no place for what was measured.');
  return `${text.slice(0, from)}${BEGINS}\n\n${table}\n\n${text.slice(to)}`;
}

/** Writes what was measured into docs/sizing.md. */
export async function writeSizing(found: Sized): Promise<void> {
  const text = withTable(readFileSync(page, 'utf8'), sizingTable(found));
  writeFileSync(page, await format(text, { parser: 'markdown' }));
}
