import type { Typed } from '#app/http/problems.ts';
import { progressOf, type Progress } from './consultation.ts';
import { itemTypeOf, saidOf, TYPES, type Item, type ItemAnswer } from './kinds/items.ts';
import { fieldsOf } from './kinds/read-answer.ts';
import { shownItems, type ShownItem, type ShownPicture } from './kinds/shown-item.ts';
import { REPLY_NAMES, replyStatusOf } from './reply.ts';

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

/** How a member stands in a consultation: each thing that is asked, with their own answer. */
export interface MyAnswers {
  progress: Progress;
  statements: MyAnswer[];
}

export interface MyAnswer extends ShownItem {
  answered: boolean;
  /** "Agree", the options chosen, or null while it is not answered. */
  said: string | null;
  comment: string;
  /** Further words with what they answer. */
  words: { label: string; words: string }[];
  /** As the fields of the form, to show them again. */
  fields: Typed;
  /** It was added after this member had last answered. */
  isNew: boolean;
}

interface StoredAnswer extends ItemAnswer {
  statementId: string;
  at: Date;
}

export function myAnswers(
  items: readonly (Item & { askedAt: Date | null })[],
  votes: readonly StoredAnswer[],
  pictures: readonly ShownPicture[] = [],
): MyAnswers {
  const mine = new Map(votes.map((vote) => [vote.statementId, vote]));
  const last = Math.max(...votes.map(({ at }) => at.getTime()));
  const shown = shownItems(items, pictures);
  return {
    progress: progressOf(items, new Set(mine.keys())),
    statements: items.flatMap((item, at) => {
      const vote = mine.get(item.id);
      const there = shown[at];
      if (!there) return [];
      return {
        ...there,
        answered: vote !== undefined,
        said: vote ? saidOf(item, vote) : null,
        comment: vote?.comment ?? '',
        words: TYPES[itemTypeOf(item.type)].words.flatMap(({ name, label }) => {
          const words = vote?.words?.[name] ?? '';
          return words === '' ? [] : [{ label, words }];
        }),
        fields: fieldsOf(item, vote ?? null),
        isNew: !vote && votes.length > 0 && (item.askedAt?.getTime() ?? 0) > last,
      };
    }),
  };
}

/**
 * Where a member goes after answering statement `number`: the next one without an answer, going
 * round to those left out before; null when all have one.
 */
export function nextAfter(answers: MyAnswers, number: number): number | null {
  const open = answers.statements.filter((one) => !one.answered && one.number !== number);
  return (open.find((one) => one.number > number) ?? open[0])?.number ?? null;
}

/** The name by which somebody is greeted. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
