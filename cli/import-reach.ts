import { readFile } from 'node:fs/promises';
import { quarterNamed, type Quarter } from '#app/plan/outcomes/quarters.ts';
import { checksOf, type Check } from '#app/plan/outcomes/reach/check-reach.ts';
import { WHAT_IDS, type WhatId } from '#app/plan/outcomes/reach/counting.ts';
import { readReach, type ReadReach } from '#app/plan/outcomes/reach/read-file.ts';
import { readCsv } from '#app/survey/csv.ts';
import { dayOf, many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

interface Asked {
  programme: string | undefined;
  quarter: Quarter | null;
  what: WhatId;
  keepStrange: boolean;
  dryRun: boolean;
}

interface Report {
  read: ReadReach;
  checks: Check[];
  kept: { added: number; changed: number; same: number } | null;
}

/** Ends with 1 when a count cannot be meant, a printed figure does not hold, or a sum does not add up. */
export const importReach: Verb = {
  usage:
    'import reach FILE --quarter 2026-27-Q1 --programme ID|demo [--what users] [--keep-names] [--dry-run] [--json]',
  about: 'Checks counts of families who were reached, and brings them into a quarter’s return.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      programme: { type: 'string' },
      quarter: { type: 'string' },
      what: { type: 'string', default: 'users' },
      'keep-names': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Name one CSV file.');
    const what = WHAT_IDS.find((id) => id === values.what);
    if (what === undefined) throw new UsageError(`--what is one of ${WHAT_IDS.join(', ')}.`);
    const quarter = values.quarter === undefined ? null : quarterNamed(values.quarter);
    if (quarter === null && (values.quarter !== undefined || values.programme !== undefined)) {
      throw new UsageError('Name the quarter of the financial year, such as --quarter 2026-27-Q1.');
    }
    const asked: Asked = {
      ...{ programme: values.programme, quarter, what },
      ...{ keepStrange: values['keep-names'], dryRun: values['dry-run'] },
    };
    const csv = readCsv(await readFile(file));
    if (!csv.ok) {
      const message = csv.problems[0]?.message ?? 'The file cannot be read.';
      const none = {
        counts: [],
        problems: [{ line: 0, message }],
        remarks: [],
        printed: [],
        notes: [],
      };
      return tell({ read: none, checks: [], kept: null }, values.json, io);
    }
    return tell(await reportOn(csv.rows, asked), values.json, io);
  },
};

async function reportOn(rows: readonly (readonly string[])[], asked: Asked): Promise<Report> {
  const { programme: name, quarter, what, keepStrange } = asked;
  if (name === undefined || quarter === null) {
    const read = readReach(rows, { sites: [], what, keepStrange: true });
    const around = { quarter: quarter ?? '2000-01-Q1', today: dayOf(new Date()), sites: [] };
    return { read, checks: checksOf(read.counts, { ...around, before: [] }), kept: null };
  }
  const { checkFile } = await import('#app/plan/outcomes/reach/bring-reach.server.ts');
  const { bringCounts } = await import('#app/plan/outcomes/reach/run-reach.server.ts');
  return withStore(async (store) => {
    const programme = await programmeNamed(store.read, name);
    const found = await checkFile(programme, quarter, rows, { what, keepStrange });
    if (asked.dryRun || found.read.problems.length > 0) return { ...found, kept: null };
    const kept = await bringCounts(operatorOf(programme), programme, quarter, found.read.counts);
    return { ...found, kept };
  });
}

function tell({ read, checks, kept }: Report, asJson: boolean, io: Io): 0 | 1 {
  const errors = checks.filter(({ weight }) => weight === 'error');
  if (asJson) {
    io.json({ ...read, checks, kept });
  } else {
    io.print(`${many(read.counts.length, 'count')} read.`);
    for (const { line, message } of read.problems) io.print(`  line ${line}: ${message}`);
    for (const { line, message } of read.remarks) io.print(`  line ${line}, left out: ${message}`);
    for (const message of read.printed) io.print(`  printed: ${message}`);
    for (const note of read.notes) io.print(`  note: ${note}`);
    for (const { weight, message } of checks) {
      io.print(`  ${weight === 'error' ? 'wrong' : 'look'}: ${message}`);
    }
    if (kept) io.print(`${kept.added} added, ${kept.changed} changed, ${kept.same} the same.`);
    else io.print('Nothing was kept.');
  }
  return read.problems.length + read.printed.length + errors.length > 0 ? 1 : 0;
}
