import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AreaFile } from '#app/needs/areas/area-file.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

/** Ends with 1 when the file is refused; then nothing of it is kept. */
export const importAreas: Verb = {
  usage: 'import areas FILE [--only AUTHORITY] [--programme ID|demo] [--dry-run] [--json]',
  about: 'Reads an official file of figures by area, says what is missing, and brings it in.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      only: { type: 'string', default: '' },
      programme: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Name one CSV file.');
    const chosen = {
      fileName: path.basename(file),
      bytes: new Uint8Array(await readFile(file)),
      only: values.only,
    };
    const { importAreaFile, layOutAreaFile } =
      await import('#app/needs/areas/import-area-file.server.ts');
    const { programme: name } = values;
    const read =
      name === undefined || values['dry-run']
        ? layOutAreaFile(chosen)
        : await withStore(async (store) => {
            const programme = await programmeNamed(store.read, name);
            return importAreaFile(operatorOf(programme), programme, chosen);
          });
    if (!read.ok) {
      if (values.json) io.json(refusal(read.problems));
      else for (const { message } of read.problems) io.print(message);
      return 1;
    }
    if (values.json) io.json(areaReport(read.file));
    else print(read.file, io);
    return 0;
  },
};

const refusal = (problems: FileProblem[]) => ({
  title: '',
  kind: null,
  areas: 0,
  measures: [],
  missing: [],
  problems,
});

const withFigure = ({ areas }: AreaFile, key: string) =>
  areas.filter(({ figures }) => (figures[key] ?? null) !== null).length;

/** The stable shape of `import areas --json`. */
function areaReport(file: AreaFile) {
  const { title, kind, level, boundaries, missing, notes, authorities } = file;
  return {
    title,
    kind,
    level,
    boundaries,
    authorities,
    areas: file.areas.length,
    measures: file.measures.map(({ key, header }) => ({
      key,
      header,
      areas: withFigure(file, key),
    })),
    missing,
    problems: [] as FileProblem[],
    notes,
  };
}

function print(file: AreaFile, io: Io): void {
  io.print(`${file.title}: ${many(file.areas.length, 'area')} (${file.level})`);
  io.print(`  ${many(file.measures.length, 'figure')} an area`);
  for (const { header, areas } of file.missing) {
    io.print(`  missing for ${many(areas, 'area')}: ${header}`);
  }
  for (const note of file.notes) io.print(`  note: ${note}`);
}
