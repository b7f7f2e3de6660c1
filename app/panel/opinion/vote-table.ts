/** A vote: 1 agrees, -1 disagrees, 0 passes or is unsure. */
export type Sign = 1 | 0 | -1;

/** Who voted how on what, with nothing that leads to a person. */
export interface VoteTable {
  statements: readonly VotedStatement[];
  /** One list a voter, in the order of the statements; null where they did not vote. */
  voters: readonly (readonly (Sign | null)[])[];
}

export interface VotedStatement {
  id: string;
  /** As it is shown: "12". */
  number: number;
  text: string;
  /** False where it was refused when it was moderated: counted, but not compared. */
  asked: boolean;
}

/** How a set of voters stands to a statement. */
export interface Counts {
  agrees: number;
  disagrees: number;
  passes: number;
}

export const NOBODY: Counts = { agrees: 0, disagrees: 0, passes: 0 };

export const baseOf = ({ agrees, disagrees, passes }: Counts): number =>
  agrees + disagrees + passes;

/** The votes on the statement at a position, of all voters or of those named by their place. */
export function countsAt(
  { voters }: Pick<VoteTable, 'voters'>,
  position: number,
  who: readonly number[] = voters.map((_, at) => at),
): Counts {
  const counts = { ...NOBODY };
  for (const at of who) {
    const vote = voters[at]?.[position];
    if (vote === 1) counts.agrees += 1;
    else if (vote === -1) counts.disagrees += 1;
    else if (vote === 0) counts.passes += 1;
  }
  return counts;
}

const SIGN_OF: Readonly<Record<string, Sign>> = { '+': 1, '-': -1, '0': 0 };

/** A voter's votes in one word, as they are kept: + agrees, - disagrees, 0 passes, . no vote. */
export const asWord = (votes: readonly (Sign | null)[]): string =>
  votes.map((vote) => (vote === null ? '.' : vote === 1 ? '+' : vote === -1 ? '-' : '0')).join('');

export const fromWord = (word: string): (Sign | null)[] =>
  [...word].map((letter) => SIGN_OF[letter] ?? null);

/** Votes of our own consultations as a table, and which member each list is. */
export function tableOfVotes(
  statements: readonly { id: string; text: string }[],
  votes: readonly { statementId: string; memberId: string; vote: string }[],
): { table: VoteTable; members: string[] } {
  const position = new Map(statements.map(({ id }, at) => [id, at]));
  const voters = new Map<string, (Sign | null)[]>();
  for (const { statementId, memberId, vote } of votes) {
    const at = position.get(statementId);
    const sign = vote === 'agree' ? 1 : vote === 'disagree' ? -1 : vote === 'unsure' ? 0 : null;
    if (at === undefined || sign === null) continue;
    const row = voters.get(memberId) ?? statements.map(() => null);
    voters.set(memberId, row);
    row[at] = sign;
  }
  const asked = statements.map(({ id, text }, at) => ({ id, text, number: at + 1, asked: true }));
  return {
    table: { statements: asked, voters: [...voters.values()] },
    members: [...voters.keys()],
  };
}
