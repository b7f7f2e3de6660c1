import { writeFile } from 'node:fs/promises';
import { isLogFormat, LOG_FORMATS, stateOf } from '#app/panel/answer/log.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const exportAnswersBack: Verb = {
  usage: 'export answers-back ID|demo --format docx|pdf|html|csv --out F [--json]',
  about: 'Writes what families said and what became of it to a file, and names what has no answer.',
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
    if (!isLogFormat(format)) {
      throw new UsageError(`Choose a format with --format: ${LOG_FORMATS.join(', ')}.`);
    }
    if (out === undefined || out === '') throw new UsageError('Name the file with --out.');
    const { printLog, readLog, recordLogTaken } =
      await import('#app/panel/answer/export-log.server.ts');
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      const log = await readLog(programme, dayOf(new Date()));
      const { body } = await printLog(log, format);
      await writeFile(out, body);
      const { authorityId, id, title } = programme;
      await recordLogTaken({ authorityId, name: 'The command line' }, id, format);
      const themes = log.themes.map(({ theme, reply }) => ({ theme, state: stateOf(reply) }));
      if (values.json) {
        io.json({ programmeId: id, format, file: out, bytes: body.length, themes });
      } else {
        io.print(`Wrote ${out} (${body.length} bytes): ${title}`);
        for (const { theme, reply } of log.themes) {
          if (!reply?.isPublic) io.say(`No public answer: ${theme}`);
        }
      }
      return 0;
    });
  },
};
