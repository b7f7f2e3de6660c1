import { writeFile } from 'node:fs/promises';
import { documentFileName, documentNamed, DOCUMENTS } from '#app/plan/documents/documents.ts';
import { isExportFormat } from '#app/plan/export/export.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

const NAMES = Object.values(DOCUMENTS).map(({ short }) => short);

export const exportDocument: Verb = {
  usage: `export document ${NAMES.join('|')} ID|demo --format docx|pdf|html|json [--out F] [--changes] [--json]`,
  about:
    'Writes a document of a programme to a file, and says what it does not know. The plan also as xlsx and csv.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      changes: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [which, name, ...others] = positionals;
    const { format } = values;
    const document = documentNamed(which);
    if (document === null) throw new UsageError(`Name the document: ${NAMES.join(', ')}.`);
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    const { formats, short } = DOCUMENTS[document];
    if (!isExportFormat(format) || !formats.includes(format)) {
      throw new UsageError(`Choose a format with --format: ${formats.join(', ')}.`);
    }
    if (values.out === '') throw new UsageError('Name the file with --out.');
    const { printDocument, recordDocument } =
      await import('#app/plan/documents/export-document.server.ts');
    const { makeDocument } = await import('#app/plan/documents/read-document.server.ts');
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      const { authorityId, id, title } = programme;
      const today = dayOf(new Date());
      const made = await makeDocument(programme, document, today);
      const { body } = await printDocument(programme, made, format, today, values.changes ?? false);
      const file = values.out ?? documentFileName(document, title, today, format);
      await writeFile(file, body);
      await recordDocument({ authorityId, name: 'The command line' }, id, document, format);
      if (values.json) {
        const missing = made.gaps;
        io.json({ programmeId: id, document: short, format, file, bytes: body.length, missing });
      } else {
        io.print(`Wrote ${file} (${body.length} bytes): ${title}`);
        for (const gap of made.gaps) io.say(`Not known or missing: ${gap}`);
      }
      return 0;
    });
  },
};
