import { writeFile } from 'node:fs/promises';
import { EXPORT_FORMATS, isExportFormat } from '#app/plan/export/export.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const exportPlan: Verb = {
  usage: 'export plan ID|demo --format docx|pdf|html|xlsx|csv|json --out F [--json]',
  about: 'Writes the delivery plan of a programme to a file, and says what it lacks.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [name, ...others] = positionals;
    const { format, out } = values;
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    if (!isExportFormat(format)) {
      throw new UsageError(`Choose a format with --format: ${EXPORT_FORMATS.join(', ')}.`);
    }
    if (out === undefined || out === '') throw new UsageError('Name the file with --out.');
    const { planToExport, printPlan, recordExport } =
      await import('#app/plan/export/export-plan.server.ts');
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      const { authorityId, id } = programme;
      const plan = await planToExport(authorityId, id, dayOf(new Date()));
      const { body } = await printPlan(plan, format);
      await writeFile(out, body);
      await recordExport({ authorityId, name: 'The command line' }, id, format);
      const missing = plan.obstacles.map(({ says }) => says);
      if (values.json) {
        io.json({ programmeId: id, format, file: out, bytes: body.length, missing });
      } else {
        io.print(`Wrote ${out} (${body.length} bytes): ${programme.title}`);
        for (const says of missing) io.say(`Missing: ${says}.`);
      }
      return 0;
    });
  },
};
