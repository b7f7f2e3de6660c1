import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a verb ends with: 0 all well, 1 problems found in the input, 2 used wrongly. */
export type Exit = 0 | 1 | 2;

/** Where a verb writes. With --json, one JSON document goes to standard output and nothing else. */
export interface Io {
  /** A line for the person at the terminal, on standard output. */
  print: (line: string) => void;
  /** The one JSON document. */
  json: (value: unknown) => void;
  /** Progress and remarks, on standard error. */
  say: (line: string) => void;
}

export interface Verb {
  /** As it is typed: "import table FILE [--json]". */
  usage: string;
  /** What it does, in one line. */
  about: string;
  run: (args: string[], io: Io) => Promise<Exit>;
}

/** The command was used wrongly: what is wrong and what to type instead. Ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Options and positionals of a verb; an unknown option is a usage error. */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
