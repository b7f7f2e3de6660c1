import { writeFile } from 'node:fs/promises';
import { FORMATS, isFormat } from '#app/theory/formats/exports.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const exportTheory: Verb = {
  usage: `export theory ID|demo --format ${FORMATS.join('|')} --out F [--part ID] [--at N] [--json]`,
  about:
    'Writes the theory of change of a programme to a file: all of it or a part, now or after N steps.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      part: { type: 'string' },
      at: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [name, ...others] = positionals;
    const { format, out, part, at } = values;
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    if (!isFormat(format)) {
      throw new UsageError(`Choose a format with --format: ${FORMATS.join(', ')}.`);
    }
    if (out === undefined || out === '') throw new UsageError('Name the file with --out.');
    if (at !== undefined && !/^\d{1,9}$/.test(at)) {
      throw new UsageError('Say with --at after how many steps: a whole number.');
    }
    const { exportTheory: written } = await import('#app/theory/export-theory.server.ts');
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      const body = await written(programme, format, { part, at }, dayOf(new Date()));
      await writeFile(out, body);
      if (values.json) {
        io.json({ programmeId: programme.id, format, file: out, bytes: body.length });
      } else {
        io.print(`Wrote ${out} (${body.length} bytes): ${programme.title}`);
      }
      return 0;
    });
  },
};
