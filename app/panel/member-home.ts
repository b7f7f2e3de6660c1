import { progressOf, type Progress } from './consultation.ts';
import { REPLY_NAMES, replyStatusOf } from './reply.ts';
import { VOTE_NAMES, voteOf } from './tally.ts';

/** A published answer, in the words that families read. */
export interface PublicReply {
  id: string;
  youSaid: string;
  /** "We did", "We will" or "We cannot". */
  what: string;
  words: string;
  because: string;
  owner: string;
  dueOn: string | null;
}

export interface StoredReply {
  id: string;
  youSaid: string;
  status: string;
  words: string;
  because: string;
  owner: string;
  dueOn: string | null;
}

/** A stored answer as families read it: only of answers that are published. */
export function publicReply(reply: StoredReply): PublicReply {
  const { id, youSaid, words, because, owner, dueOn } = reply;
  return {
    id,
    youSaid,
    words,
    because,
    owner,
    dueOn,
    what: REPLY_NAMES[replyStatusOf(reply.status)],
  };
}

/** What became of a member's own words. */
export interface Became {
  /** What they wrote, and beside which statement. */
  said: { words: string; statement: string }[];
  /** What it was put together with, or null while nobody has. */
  theme: string | null;
  reply: PublicReply | null;
}

/**
 * A member's comments by the theme that they were gathered under; answered ones first, those that
 * nobody has gathered yet last. A comment may stand under several themes.
 */
export function whatBecame(
  rows: readonly {
    comment: string;
    statement: string;
    themeId: string | null;
    theme: string | null;
    reply: StoredReply | null;
  }[],
): Became[] {
  const byTheme = new Map<string | null, Became>();
  for (const { comment, statement, themeId, theme, reply } of rows) {
    const there = byTheme.get(themeId) ?? { said: [], theme, reply: reply && publicReply(reply) };
    there.said.push({ words: comment, statement });
    byTheme.set(themeId, there);
  }
  const rank = (one: Became) => (one.reply ? 0 : one.theme === null ? 2 : 1);
  return [...byTheme.values()].sort((a, b) => rank(a) - rank(b));
}

/** How a member stands in a consultation: each statement with their own answer. */
export interface MyAnswers {
  progress: Progress;
  statements: {
    number: number;
    id: string;
    text: string;
    vote: string | null;
    /** "Agree", or null while it is not answered. */
    said: string | null;
    comment: string;
  }[];
}

export function myAnswers(
  statements: readonly { id: string; text: string }[],
  votes: readonly { statementId: string; vote: string; comment: string }[],
): MyAnswers {
  const mine = new Map(votes.map((vote) => [vote.statementId, vote]));
  return {
    progress: progressOf(statements, new Set(mine.keys())),
    statements: statements.map(({ id, text }, at) => {
      const vote = voteOf(mine.get(id)?.vote);
      return {
        number: at + 1,
        id,
        text,
        vote,
        said: vote && VOTE_NAMES[vote],
        comment: mine.get(id)?.comment ?? '',
      };
    }),
  };
}

/**
 * Where a member goes after answering statement `number`: the next one without an answer, going
 * round to those left out before; null when all have one.
 */
export function nextAfter(answers: MyAnswers, number: number): number | null {
  const open = answers.statements.filter((one) => one.vote === null && one.number !== number);
  return (open.find((one) => one.number > number) ?? open[0])?.number ?? null;
}

/** The name by which somebody is greeted. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
