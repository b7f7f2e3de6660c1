import { readCsv, type FileProblem } from '#app/survey/csv.ts';
import { differences } from './check-polis.ts';
import type { Sign } from '../vote-table.ts';

/** The files of a pol.is export. The first two are needed; the others are checked where they are there. */
export const POLIS_FILES = [
  'comments.csv',
  'votes.csv',
  'participants-votes.csv',
  'summary.csv',
] as const;
export type PolisFile = (typeof POLIS_FILES)[number];
export type PolisBytes = Partial<Record<PolisFile, Uint8Array>>;

/** Something wrong with an export: in which file, on which line (0: in the file as a whole). */
export interface PolisProblem extends FileProblem {
  file: PolisFile;
}

export interface PolisStatement {
  /** The comment-id. */
  id: number;
  text: string;
  /** 1 accepted, 0 not looked at, -1 refused by who moderated it. */
  moderated: number;
  /** People by their last vote. */
  agrees: number;
  disagrees: number;
  passes: number;
  /** Every vote cast, changed ones included: the file's own totals. */
  cast: { agrees: number; disagrees: number; passes: number };
}

export interface PolisExport {
  ok: true;
  title: string;
  description: string;
  address: string;
  /** In the order of their ids. */
  statements: PolisStatement[];
  /** One list a voter, in the order of the statements: the last vote, null where there is none. */
  voters: (Sign | null)[][];
  /** Every vote cast, changed ones included. */
  votes: number;
  /** How many of them were changed later by who had cast them. */
  changed: number;
}

export type ReadPolis = PolisExport | { ok: false; problems: PolisProblem[] };

/** At most so many problems are told at once. */
const MOST_TOLD = 50;
/** What one conversation may hold: far above any that is published. */
const MOST_STATEMENTS = 5_000;
const MOST_VOTES = 1_000_000;

export interface Row {
  line: number;
  cell: (name: string) => string;
}
export interface Sheet {
  headers: string[];
  rows: Row[];
}

interface Comment {
  id: number;
  line: number;
  text: string;
  moderated: number;
  agrees: number;
  disagrees: number;
}

export interface Ballot {
  statement: number;
  voter: string;
  at: number;
  vote: Sign;
}

/**
 * Reads the export of a pol.is conversation. Exports of different ages write "agrees" as 1 or as -1:
 * which of the two is told by the totals of comments.csv, which count every vote cast. People are
 * counted by their last vote. Everything is read, or every problem is told and nothing is.
 */
export function readPolis(files: PolisBytes): ReadPolis {
  const problems: PolisProblem[] = [];
  const tell = (file: PolisFile, line: number, message: string) => {
    if (problems.length < MOST_TOLD) problems.push({ file, line, message });
  };
  const open = (file: PolisFile, needed: readonly string[]) =>
    sheetOf(files[file], needed, (line, message) => tell(file, line, message));

  const commentSheet = open('comments.csv', COMMENT_HEADERS);
  const voteSheet = open('votes.csv', ['timestamp', 'comment-id', 'voter-id', 'vote']);
  if (!commentSheet || !voteSheet) return { ok: false, problems };

  const comments = commentsIn(commentSheet, (line, message) => tell('comments.csv', line, message));
  const known = new Set(comments.map(({ id }) => id));
  const cast = votesIn(voteSheet, known, (line, message) => tell('votes.csv', line, message));
  if (problems.length > 0) return { ok: false, problems };

  const signed = withTheRightSign(comments, cast);
  const read = collected(comments, signed, aboutIn(files['summary.csv']));
  for (const one of differences(read, comments, files)) tell(one.file, one.line, one.message);
  return problems.length > 0 ? { ok: false, problems } : read.export;
}

const COMMENT_HEADERS = ['comment-id', 'agrees', 'disagrees', 'moderated', 'comment-body'];

/** The rows of a file by their headings; undefined, and told, where it cannot be read. */
export function sheetOf(
  bytes: Uint8Array | undefined,
  needed: readonly string[],
  tell: (line: number, message: string) => void,
): Sheet | undefined {
  if (!bytes) {
    tell(0, 'This file is missing. Choose it too.');
    return undefined;
  }
  const read = readCsv(bytes);
  if (!read.ok) {
    read.problems.forEach(({ line, message }) => tell(line, message));
    return undefined;
  }
  const headers = (read.rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = needed.filter((name) => !headers.includes(name));
  if (missing.length > 0) {
    tell(1, `The first line has no ${missing.map((name) => `“${name}”`).join(', ')}.`);
    return undefined;
  }
  const rows: Row[] = [];
  for (let at = 1; at < read.rows.length; at += 1) {
    const cells = read.rows[at] ?? [];
    const line = read.lines[at] ?? 0;
    if (cells.length !== headers.length) {
      tell(line, `This line has ${cells.length} cells and the headings are ${headers.length}.`);
    } else rows.push({ line, cell: (name) => (cells[headers.indexOf(name)] ?? '').trim() });
  }
  return { headers, rows };
}

const WHOLE = /^-?\d{1,15}$/;

/** A whole number; told, and 0, where it is none. */
function wholeIn(row: Row, name: string, tell: (line: number, message: string) => void): number {
  const words = row.cell(name);
  if (WHOLE.test(words)) return Number(words);
  tell(row.line, `“${name}” must be a whole number, and is “${words.slice(0, 40)}”.`);
  return 0;
}

function commentsIn(sheet: Sheet, tell: (line: number, message: string) => void): Comment[] {
  if (sheet.rows.length > MOST_STATEMENTS) {
    tell(0, `It holds more than ${MOST_STATEMENTS.toLocaleString('en-GB')} statements.`);
    return [];
  }
  const seen = new Set<number>();
  const comments = sheet.rows.map((row): Comment => {
    const number = (name: string) => wholeIn(row, name, tell);
    const id = number('comment-id');
    if (seen.has(id)) tell(row.line, `The statement ${id} stands in the file twice.`);
    seen.add(id);
    const moderated = number('moderated');
    if (Math.abs(moderated) > 1) tell(row.line, '“moderated” must be 1, 0 or -1.');
    const [agrees, disagrees] = [number('agrees'), number('disagrees')];
    return { id, line: row.line, text: row.cell('comment-body'), moderated, agrees, disagrees };
  });
  if (comments.length === 0) tell(0, 'It holds no statement.');
  return comments.sort((a, b) => a.id - b.id);
}

function votesIn(
  sheet: Sheet,
  known: ReadonlySet<number>,
  tell: (line: number, message: string) => void,
): Ballot[] {
  if (sheet.rows.length > MOST_VOTES) {
    tell(0, `It holds more than ${MOST_VOTES.toLocaleString('en-GB')} votes.`);
    return [];
  }
  return sheet.rows.map((row): Ballot => {
    const statement = wholeIn(row, 'comment-id', tell);
    if (!known.has(statement)) {
      tell(row.line, `The statement ${statement} is not in comments.csv.`);
    }
    const voter = row.cell('voter-id');
    if (voter === '') tell(row.line, '“voter-id” is empty.');
    const vote = wholeIn(row, 'vote', tell);
    if (Math.abs(vote) > 1) tell(row.line, '“vote” must be 1, 0 or -1.');
    return { statement, voter, at: wholeIn(row, 'timestamp', tell), vote: vote as Sign };
  });
}

/** The votes with 1 for agreeing: turned round where only then the totals of the statements come out. */
function withTheRightSign(comments: readonly Comment[], cast: readonly Ballot[]): Ballot[] {
  const turned = cast.map((ballot) => ({ ...ballot, vote: (-ballot.vote + 0) as Sign }));
  return wrongTotals(comments, turned) < wrongTotals(comments, cast) ? turned : [...cast];
}

function wrongTotals(comments: readonly Comment[], cast: readonly Ballot[]): number {
  const counts = castByStatement(cast);
  return comments.filter(({ id, agrees, disagrees }) => {
    const of = counts.get(id);
    return (of?.agrees ?? 0) !== agrees || (of?.disagrees ?? 0) !== disagrees;
  }).length;
}

function castByStatement(cast: readonly Ballot[]): Map<number, PolisStatement['cast']> {
  const counts = new Map<number, PolisStatement['cast']>();
  for (const { statement, vote } of cast) {
    const of = counts.get(statement) ?? { agrees: 0, disagrees: 0, passes: 0 };
    counts.set(statement, of);
    of[vote === 1 ? 'agrees' : vote === -1 ? 'disagrees' : 'passes'] += 1;
  }
  return counts;
}

export interface Collected {
  export: PolisExport;
  /** The voters by the name that the file gives them, in the order of `export.voters`. */
  names: string[];
}

function collected(
  comments: readonly Comment[],
  cast: readonly Ballot[],
  about: { title: string; description: string; address: string },
): Collected {
  const position = new Map(comments.map(({ id }, at) => [id, at]));
  const voters = new Map<string, (Sign | null)[]>();
  // The last of two votes of one moment is the one that stands later in the file.
  for (const { statement, voter, vote } of [...cast].sort((a, b) => a.at - b.at)) {
    const votes = voters.get(voter) ?? comments.map(() => null);
    voters.set(voter, votes);
    votes[position.get(statement) ?? -1] = vote;
  }
  const rows = [...voters.values()];
  const totals = castByStatement(cast);
  const statements = comments.map(({ id, text, moderated }, at): PolisStatement => {
    const of = (sign: Sign) => rows.filter((votes) => votes[at] === sign).length;
    return {
      id,
      text,
      moderated,
      agrees: of(1),
      disagrees: of(-1),
      passes: of(0),
      cast: totals.get(id) ?? { agrees: 0, disagrees: 0, passes: 0 },
    };
  });
  const last = statements.reduce((sum, one) => sum + one.agrees + one.disagrees + one.passes, 0);
  return {
    names: [...voters.keys()],
    export: {
      ok: true,
      ...about,
      statements,
      voters: rows,
      votes: cast.length,
      changed: cast.length - last,
    },
  };
}

/** What the conversation is called. The file has no headings: a name and its value on each line. */
function aboutIn(bytes: Uint8Array | undefined) {
  const read = bytes ? readCsv(bytes) : undefined;
  const rows = read?.ok === true ? read.rows : [];
  const value = (name: string) => rows.find(([key]) => key?.trim() === name)?.[1]?.trim() ?? '';
  return {
    title: value('topic'),
    description: value('conversation-description'),
    address: value('url'),
  };
}
