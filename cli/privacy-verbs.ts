import { existsSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

export const tidyBackupsVerb: Verb = {
  usage: 'backups tidy [FOLDER] [--keep-days N] [--json]',
  about: 'Deletes backups that are older than families were promised. The newest is always kept.',
  run: async (args, io) => {
    const { positionals, values } = readArgs(args, {
      'keep-days': { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 1) throw new UsageError('Name one folder.');
    const given = values['keep-days'] ?? String(config.backupKeepDays);
    if (!/^[1-9]\d{0,3}$/.test(given)) {
      throw new UsageError('Give --keep-days as a whole number of days, 1 or more.');
    }
    const folder = positionals[0] ?? path.join(config.dataFolder, 'backups');
    if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
    const { tidyBackups } = await import('#app/privacy/tidy-backups.server.ts');
    const gone = tidyBackups(folder, Number(given), new Date());
    if (values.json) io.json({ folder, keepDays: Number(given), deleted: gone });
    else for (const name of gone) io.print(`Deleted ${name}.`);
    if (!values.json && gone.length === 0) io.print('No backup is older than that.');
    return 0;
  },
};

export const repeatErasuresVerb: Verb = {
  usage: 'erasures repeat [--from FILE] [--json]',
  about: 'After a restore, erases again what was erased since. The server does the same at start.',
  run: async (args, io) => {
    const { values } = readArgs(args, { from: { type: 'string' }, json: { type: 'boolean' } });
    const { registerFile, repeatErasures } =
      await import('#app/privacy/erasure-register.server.ts');
    const file = values.from ?? registerFile(config.dataFolder);
    if (values.from !== undefined && !existsSync(file)) {
      throw new UsageError(`There is no file ${file}.`);
    }
    const repeated = await withStore(() => repeatErasures(config.dataFolder, file));
    if (values.json) io.json({ file, repeated });
    else {
      for (const [kind, count] of Object.entries(repeated))
        io.print(`Erased again: ${count} (${kind})`);
      if (Object.keys(repeated).length === 0) io.print('Nothing that was erased is there again.');
    }
    return 0;
  },
};
