/** What is asked for on the command line. */
export interface Options {
  /** Less data and fewer repetitions: to see that the cases run. Nothing is kept. */
  quick: boolean;
  /** One JSON object on standard output, and nothing else there. */
  json: boolean;
  /** Ids of cases; none means all. */
  only: string[];
  /** Minutes of load that the soak lasts. */
  soakMinutes: number;
  /** How cost grows with answers, boxes and authorities, in place of the cases. */
  growth: boolean;
  /** The cases with ten minutes of load, and then how cost grows. */
  all: boolean;
  /** One authority alone and among a nation, on PostgreSQL, in place of the cases. */
  national: boolean;
}

const KNOWN = ['--quick', '--json', '--only', '--soak', '--growth', '--national', '--all'];

/**
 * The options of a command line.
 *
 * @throws with what is not known, or does not go together
 */
export function optionsOf(args: readonly string[]): Options {
  const at = args.indexOf('--only');
  const wrong = args.find((arg, i) => !KNOWN.includes(arg) && (at < 0 || i !== at + 1));
  if (wrong !== undefined) throw new Error(`${wrong} is not known. There are: ${KNOWN.join(' ')}`);
  const other = args.find((arg) => arg === '--growth' || arg === '--all');
  if (other !== undefined && args.includes('--national')) {
    throw new Error(
      `${other} is measured on SQLite and --national on PostgreSQL: run one after the other.`,
    );
  }
  return {
    quick: args.includes('--quick'),
    json: args.includes('--json'),
    only: at < 0 ? [] : (args[at + 1] ?? '').split(',').filter(Boolean),
    soakMinutes: args.includes('--soak') || args.includes('--all') ? 10 : 0.75,
    growth: args.includes('--growth'),
    all: args.includes('--all'),
    national: args.includes('--national'),
  };
}
