import { readCsv } from '#app/survey/csv.ts';
import {
  sheetOf,
  type Collected,
  type PolisBytes,
  type PolisFile,
  type PolisProblem,
} from './read-polis.ts';

interface Told {
  id: number;
  line: number;
  agrees: number;
  disagrees: number;
}

/**
 * Where the files of an export contradict each other: the totals of a statement against its votes,
 * the votes of a person against their own line, the number of voters against the summary.
 */
export function differences(
  { export: read, names }: Collected,
  comments: readonly Told[],
  files: PolisBytes,
): PolisProblem[] {
  return [
    ...wrongTotals(read.statements, comments),
    ...wrongPeople({ export: read, names }, files['participants-votes.csv']),
    ...wrongSummary(read.voters.length, files['summary.csv']),
  ];
}

function wrongTotals(
  statements: Collected['export']['statements'],
  comments: readonly Told[],
): PolisProblem[] {
  return comments.flatMap(({ id, line, agrees, disagrees }, at): PolisProblem[] => {
    const cast = statements[at]?.cast;
    if (!cast || (cast.agrees === agrees && cast.disagrees === disagrees)) return [];
    const message = `Statement ${id} is said to have ${agrees} agreeing and ${disagrees} disagreeing, but votes.csv holds ${cast.agrees} and ${cast.disagrees}. Export the conversation again, all files at one time.`;
    return [{ file: 'comments.csv', line, message }];
  });
}

/** What each person's line says of their last votes. Which sign agrees is told by their own totals. */
function wrongPeople(
  { export: read, names }: Collected,
  bytes: Uint8Array | undefined,
): PolisProblem[] {
  if (!bytes) return [];
  const file: PolisFile = 'participants-votes.csv';
  const problems: PolisProblem[] = [];
  const tell = (line: number, message: string) => problems.push({ file, line, message });
  const needed = ['participant', 'n-votes', 'n-agree', 'n-disagree'];
  const sheet = sheetOf(bytes, needed, tell);
  if (!sheet) return problems;
  const rowOf = new Map(names.map((name, at) => [name, read.voters[at] ?? []]));
  for (const { line, cell } of sheet.rows) {
    const person = cell('participant');
    const votes = rowOf.get(person) ?? [];
    const of = (sign: number) => votes.filter((vote) => vote === sign).length;
    const ours = [of(1) + of(-1) + of(0), of(1), of(-1)];
    const theirs = ['n-votes', 'n-agree', 'n-disagree'].map((name) => Number(cell(name)));
    if (ours.some((count, at) => count !== theirs[at])) {
      tell(
        line,
        `Participant ${person.slice(0, 20)} is said to have ${theirs.join(', ')} votes, agreeing, disagreeing; votes.csv holds ${ours.join(', ')} by their last votes.`,
      );
    }
  }
  if (sheet.rows.length !== names.length && problems.length === 0) {
    tell(0, `It holds ${sheet.rows.length} people and votes.csv ${names.length}.`);
  }
  return problems;
}

function wrongSummary(voters: number, bytes: Uint8Array | undefined): PolisProblem[] {
  if (!bytes) return [];
  const read = readCsv(bytes);
  if (!read.ok) return read.problems.map((problem) => ({ ...problem, file: 'summary.csv' }));
  const at = read.rows.findIndex(([name]) => name?.trim() === 'voters');
  const said = Number(read.rows[at]?.[1] ?? voters);
  if (said === voters) return [];
  const message = `It says that ${said} people voted, and votes.csv holds ${voters}.`;
  return [{ file: 'summary.csv', line: read.lines[at] ?? 0, message }];
}
