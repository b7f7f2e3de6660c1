import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  POLIS_FILES,
  readPolis,
  type PolisBytes,
  type PolisExport,
  type PolisProblem,
} from '#app/panel/opinion/polis/read-polis.ts';
import { many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

/** Ends with 1 when the files contradict each other or cannot be read; then nothing of them is kept. */
export const importPolis: Verb = {
  usage: 'import polis FOLDER [--programme ID|demo] [--dry-run] [--json]',
  about:
    'Reads the export of a pol.is conversation, counts every vote cast and people by their last vote; keeps it in a programme.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      programme: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) {
      throw new UsageError('Name one folder with the files comments.csv and votes.csv.');
    }
    const files = await filesIn(folder);
    const read = readPolis(files);
    if (!read.ok) return refuse(read.problems, values.json, io);
    let already = false;
    if (values.programme !== undefined && !values['dry-run']) {
      already = await keep(values.programme, files);
    }
    if (values.json) io.json(reportOf(read));
    else {
      print(read, io);
      if (already) io.print('These files are here already: nothing was added.');
    }
    return 0;
  },
};

async function filesIn(folder: string): Promise<PolisBytes> {
  const files: PolisBytes = {};
  for (const name of POLIS_FILES) {
    try {
      files[name] = await readFile(path.join(folder, name));
    } catch (error) {
      // A file that is not there may be one that need not be; anything else is told as it is.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  if (Object.keys(files).length === 0) {
    throw new UsageError(`There is no ${POLIS_FILES.join(', ')} in “${folder}”.`);
  }
  return files;
}

/** Keeps the conversation in a programme; says whether it was there already. */
async function keep(programmeName: string, files: PolisBytes): Promise<boolean> {
  const { bringConversation } = await import('#app/panel/opinion/bring-conversation.server.ts');
  return withStore(async (store) => {
    const programme = await programmeNamed(store.read, programmeName);
    const brought = await bringConversation(operatorOf(programme), programme, files, 'kept');
    return brought.ok && brought.already;
  });
}

/** The stable shape of `import polis --json`. */
function reportOf({ voters, votes, statements }: PolisExport) {
  return {
    voters: voters.length,
    votes,
    statements: statements.map(({ id, agrees, disagrees, passes, cast, moderated }) => ({
      id,
      agrees,
      disagrees,
      passes,
      cast,
      moderated,
    })),
  };
}

function refuse(problems: readonly PolisProblem[], json: boolean, io: Io) {
  if (json) io.json({ voters: 0, votes: 0, statements: [], problems });
  for (const { file, line, message } of problems) {
    io.say(`${file}${line > 0 ? `, line ${line}` : ''}: ${message}`);
  }
  return 1 as const;
}

function print(read: PolisExport, io: Io): void {
  io.print(`${read.title}: ${many(read.voters.length, 'person', 'people')} voted.`);
  io.print(
    `${many(read.votes, 'vote')} cast on ${many(read.statements.length, 'statement')}; ${many(read.changed, 'vote')} changed later: people are counted by their last vote.`,
  );
  for (const { id, agrees, disagrees, passes, moderated, text } of read.statements) {
    const refused = moderated === -1 ? ', refused by the moderators' : '';
    io.print(`  ${id}: ${agrees} agree, ${disagrees} disagree, ${passes} pass${refused}. ${text}`);
  }
}
