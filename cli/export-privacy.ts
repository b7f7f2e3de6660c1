import { writeFile } from 'node:fs/promises';
import { PRINTED_FORMATS } from '#app/documents/print-model.server.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const exportPrivacy: Verb = {
  usage: 'export privacy dpia|ropa ID|demo --format docx|pdf|html|json [--out F] [--json]',
  about:
    'Writes the impact assessment of a programme, or the record of processing of its authority.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [document, name, ...others] = positionals;
    if (document !== 'dpia' && document !== 'ropa') throw new UsageError('Name dpia or ropa.');
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    const { format = '' } = values;
    if (!PRINTED_FORMATS.some((one) => one === format)) {
      throw new UsageError(`Choose a format with --format: ${PRINTED_FORMATS.join(', ')}.`);
    }
    const { printPrivacyDocument } = await import('#app/privacy/run-documents.server.ts');
    return withStore<Exit>(async (store) => {
      const { id, authorityId } = await programmeNamed(store.read, name);
      const scope = document === 'dpia' ? id : authorityId;
      const by = { authorityId, name: 'The command line' };
      const which = { document, scope, authorityId } as const;
      const { body, fileName } = await printPrivacyDocument(by, which, format);
      const file = values.out ?? fileName;
      await writeFile(file, body);
      if (values.json) io.json({ document, scope, format, file, bytes: body.length });
      else io.print(`Wrote ${file} (${body.length} bytes).`);
      return 0;
    });
  },
};
