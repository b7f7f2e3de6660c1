import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reportOf, summaryOf } from '#app/needs/areas/official-report.ts';
import type { Official } from '#app/needs/areas/read-any.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

/** Ends with 1 when the file is refused; then nothing of it is kept. */
export const importAreas: Verb = {
  usage:
    'import areas FILE [--only AUTHORITY] [--own-counts] [--programme ID|demo] [--dry-run] [--json]',
  about: 'Reads official figures, lookups or boundaries, says what is missing, and brings them in.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      only: { type: 'string', default: '' },
      'own-counts': { type: 'boolean', default: false },
      programme: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new UsageError('Name one file: CSV, or GeoJSON for boundaries.');
    }
    const chosen = {
      fileName: path.basename(file),
      bytes: new Uint8Array(await readFile(file)),
      only: values.only,
      isOwnCount: values['own-counts'],
    };
    const { importAreaFile, layOutAreaFile } =
      await import('#app/needs/areas/import-area-file.server.ts');
    const { programme: name } = values;
    if (name === undefined || values['dry-run']) return said(layOutAreaFile(chosen), values, io);
    const came = await withStore(async (store) => {
      const programme = await programmeNamed(store.read, name);
      return importAreaFile(operatorOf(programme), programme, chosen);
    });
    return said(came.ok ? came.official : came, values, io);
  },
};

function said(read: Official, { json }: { json: boolean }, io: Io): 0 | 1 {
  if (!read.ok) {
    if (json) io.json(refusal(read.problems));
    else for (const { message } of read.problems) io.print(message);
    return 1;
  }
  if (json) io.json(reportOf(read));
  else print(read, io);
  return 0;
}

const refusal = (problems: FileProblem[]) => ({
  title: '',
  kind: null,
  areas: 0,
  measures: [],
  missing: [],
  problems,
});

function print(read: Official & { ok: true }, io: Io): void {
  const { title, areas, notes } = summaryOf(read);
  io.print(`${title}: ${many(areas, 'area')}`);
  if (read.what === 'figures') {
    io.print(`  ${many(read.file.measures.length, 'figure')} an area`);
    for (const { header, areas: without } of read.file.missing) {
      io.print(`  missing for ${many(without, 'area')}: ${header}`);
    }
  }
  for (const note of notes) io.print(`  note: ${note}`);
}
