import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkTable, tableReport, type CheckedTable } from '#app/needs/printed-table.ts';
import { titleFromFileName } from '#app/needs/table-upload.ts';
import { readCsv } from '#app/survey/csv.ts';
import { many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

/** Ends with 1 when a printed figure does not add up, or the file holds no table. */
export const importTable: Verb = {
  usage: 'import table FILE [--programme ID|demo] [--title TITLE] [--dry-run] [--json]',
  about:
    'Adds a printed table up again and points out what does not hold; keeps it in a programme.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      programme: { type: 'string' },
      title: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Name one CSV file.');
    const fileName = path.basename(file);
    const refuse = (message: string) => {
      const problem = { row: '', column: '', printed: null, computed: null, message };
      if (values.json) io.json({ title: '', rows: [], totals: [], problems: [problem], notes: [] });
      else io.print(message);
      return 1 as const;
    };
    const csv = readCsv(await readFile(file));
    if (!csv.ok) return refuse(csv.problems[0]?.message ?? 'The file cannot be read.');
    const title = values.title ?? titleFromFileName(fileName);
    const checked = checkTable(csv.rows, title);
    if (!checked.ok) return refuse(checked.message);
    if (values.programme !== undefined && !values['dry-run']) {
      const chosen = { fileName, title: values.title ?? checked.table.title, rows: csv.rows };
      const refused = await keep(values.programme, chosen);
      if (refused !== null) return refuse(refused);
    }
    if (values.json) io.json(tableReport(checked.table));
    else print(checked.table, io);
    return checked.table.problems.length > 0 ? 1 : 0;
  },
};

/** Keeps the table in a programme; what stands in the way, or null. */
async function keep(
  programmeName: string,
  chosen: { fileName: string; title: string; rows: string[][] },
): Promise<string | null> {
  const { importPrintedTable } = await import('#app/needs/import-printed-table.server.ts');
  return withStore(async (store) => {
    const programme = await programmeNamed(store.read, programmeName);
    const kept = await importPrintedTable(operatorOf(programme), programme, chosen);
    return kept.ok ? null : kept.message;
  });
}

function print(table: CheckedTable, io: Io): void {
  const rows = table.lines.filter(({ kind }) => kind === 'row').length;
  io.print(`${table.title}: ${many(rows, 'row')}, ${many(table.totals.length, 'printed total')}`);
  for (const { row, column, printed, holds } of table.totals) {
    io.print(`  ${holds ? 'holds' : 'does not hold'}: ${row} (${column}) ${printed}`);
  }
  for (const { message } of table.problems) io.print(`  wrong: ${message}`);
  for (const note of table.notes) io.print(`  note: ${note}`);
  if (table.problems.length === 0) io.print('  Nothing contradicts itself.');
}
