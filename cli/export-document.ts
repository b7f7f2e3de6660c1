import { writeFile } from 'node:fs/promises';
import { ASSESSMENT_FORMATS, gapsOf, isAssessmentFormat } from '#app/needs/document/assessment.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const exportDocument: Verb = {
  usage: 'export document needs ID|demo --format docx|pdf|html|json --out F [--json]',
  about: 'Writes the needs assessment of a programme to a file, and says what it does not know.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [which, name, ...others] = positionals;
    const { format, out } = values;
    if (which !== 'needs') throw new UsageError('Name the document: needs.');
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    if (!isAssessmentFormat(format)) {
      throw new UsageError(`Choose a format with --format: ${ASSESSMENT_FORMATS.join(', ')}.`);
    }
    if (out === undefined || out === '') throw new UsageError('Name the file with --out.');
    const { printAssessment, recordAssessment } =
      await import('#app/needs/document/export-assessment.server.ts');
    const { readAssessment } = await import('#app/needs/document/read-assessment.server.ts');
    return withStore<Exit>(async (store) => {
      const { authorityId, id, title } = await programmeNamed(store.read, name);
      const found = await readAssessment(authorityId, id, dayOf(new Date()));
      const { body } = await printAssessment(found, format);
      await writeFile(out, body);
      await recordAssessment({ authorityId, name: 'The command line' }, id, format);
      const missing = gapsOf(found);
      if (values.json) {
        io.json({
          programmeId: id,
          document: 'needs',
          format,
          file: out,
          bytes: body.length,
          missing,
        });
      } else {
        io.print(`Wrote ${out} (${body.length} bytes): ${title}`);
        for (const gap of missing) io.say(`Not known: ${gap}`);
      }
      return 0;
    });
  },
};
