import { NotFound } from '#app/people/errors.ts';
import { handOver } from './hand-over.ts';
import { UsageError, type Exit, type Io, type Verb } from './io.ts';

/** Every verb, loaded only when it is called: the command starts fast. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  'import answers': async () => (await import('./import-answers.ts')).importAnswers,
  'import areas': async () => (await import('./import-areas.ts')).importAreas,
  'import polis': async () => (await import('./import-polis.ts')).importPolis,
  'import reach': async () => (await import('./import-reach.ts')).importReach,
  'import table': async () => (await import('./import-table.ts')).importTable,
  'check theory': async () => (await import('./check-theory.ts')).checkTheory,
  'convert theory': async () => (await import('./convert-theory.ts')).convertTheory,
  'export document': async () => (await import('./export-document.ts')).exportDocument,
  'export theory': async () => (await import('./export-theory.ts')).exportTheory,
  'export plan': async () => (await import('./export-plan.ts')).exportPlan,
  'export privacy': async () => (await import('./export-privacy.ts')).exportPrivacy,
  'export answers-back': async () => (await import('./export-answers-back.ts')).exportAnswersBack,
  thread: async () => (await import('./thread.ts')).thread,
  coverage: async () => (await import('./coverage.ts')).coverage,
  demo: async () => (await import('./demo.ts')).demo,
  'add administrator': async () => (await import('./add-administrator.ts')).addAdministrator,
  'reset sign-in': async () => (await import('./reset-sign-in.ts')).resetSignInVerb,
  'backups tidy': async () => (await import('./privacy-verbs.ts')).tidyBackupsVerb,
  'erasures repeat': async () => (await import('./privacy-verbs.ts')).repeatErasuresVerb,
  migrate: async () => (await import('./store-verbs.ts')).migrate,
  backup: async () => (await import('./backup.ts')).backup,
  verify: async () => (await import('./backup.ts')).verify,
  restore: async () => (await import('./restore.ts')).restore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  move: async () => (await import('./move.ts')).move,
};

/** Runs the command line. Separate from the process, so that tests call it as people do. */
export async function throughline(args: string[], io: Io): Promise<Exit> {
  const name = Object.keys(VERBS).find((verb) => {
    const words = verb.split(' ');
    return words.every((word, at) => args[at] === word);
  });
  if (name === undefined) return help(args, io);
  const verb = await (VERBS[name] as () => Promise<Verb>)();
  try {
    return await verb.run(args.slice(name.split(' ').length), io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.say(`${error.message}\nUse: throughline ${verb.usage}`);
      return 2;
    }
    if (error instanceof NotFound || isFileError(error)) {
      io.say((error as Error).message);
      return 2;
    }
    throw error;
  } finally {
    // Also of what was cut short: files that wait for another try are the server's as well.
    await handOver();
  }
}

/** A file that is not there, or that this person may not read or write. */
function isFileError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes(code);
}

async function help(args: string[], io: Io): Promise<Exit> {
  const asked = args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '');
  const say = asked ? io.print : io.say;
  if (!asked) say(`There is no verb “${args.slice(0, 2).join(' ')}”.\n`);
  say('throughline <verb>\n');
  for (const load of Object.values(VERBS)) {
    const { usage, about } = await load();
    say(`  ${usage}\n      ${about}`);
  }
  say('\nThe data folder is THROUGHLINE_DATA (./data when it is not set).');
  say('Ends with 0 when all is well, 1 when the input has problems, 2 when it is used wrongly.');
  return asked ? 0 : 2;
}
