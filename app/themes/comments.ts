import { z } from 'zod';
import { Definition } from '#app/survey/definition.ts';
import { freeTextOf, wordsAt } from '#app/survey/own-words.ts';
import type { Vote } from './votes.ts';

/**
 * Where words stand: beside a panel member's answer, in a free-text answer to a survey or to a poll at
 * an event, or in the notes of a listening exercise or a meeting.
 */
export const SOURCE_KINDS = ['vote', 'meeting-note', 'poll', 'response', 'note'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Source {
  kind: SourceKind;
  id: string;
  /** The question's name, for an answer to a survey and for further words; empty for a comment. */
  question: string;
}

/** Something that somebody said in their own words. */
export interface Comment {
  source: Source;
  words: string;
  /** What it answers: the statement or the question. */
  asked: string;
  /** The consultation, or the survey with its question: what a list of comments is narrowed by. */
  where: string;
  /** Who said it, as an id that is never shown. */
  voice: string;
  /** How they voted on the statement, for a comment on one. */
  vote: Vote | null;
  /** Why it may not come from a family, or empty. */
  flag: string;
  /** Whether its author agreed that it is published. */
  mayQuote: boolean;
  /** Why something was taken out of the words; null where they stand as they were written. */
  redacted: string | null;
}

/** One field of a form for one source. */
export function sourceKey({ kind, id, question }: Source): string {
  return `${kind}:${id}:${question}`;
}

/** The source of a form field's value, or null where there is none. */
export function sourceOf(key: string): Source | null {
  const [word, id, ...rest] = key.split(':');
  const kind = SOURCE_KINDS.find((one) => one === word);
  return kind && id ? { kind, id, question: rest.join(':') } : null;
}

/** The ticked comments of a form: at least one. */
export const GatherForm = z.object({
  comment: z
    .union([z.string(), z.array(z.string())], 'Select the comments that belong here')
    .transform((value) => [value].flat())
    .transform((keys) => keys.flatMap((key) => sourceOf(key) ?? []))
    .refine((sources) => sources.length > 0, 'Select the comments that belong here')
    .refine((sources) => sources.length <= 500, 'Select 500 comments at most at once'),
});

export interface AnswerRow {
  id: string;
  versionId: string;
  answers: Readonly<Record<string, unknown>>;
  survey: string;
  flag: string;
}

/** The comments in the answers to surveys. `definitions` by the id of the version answered. */
export function commentsInAnswers(
  rows: readonly AnswerRow[],
  definitions: ReadonlyMap<string, Definition>,
): Comment[] {
  const freeText = new Map([...definitions].map(([id, one]) => [id, freeTextOf(one)]));
  return rows.flatMap((row) =>
    (freeText.get(row.versionId) ?? []).flatMap(({ key, asked, isLong }): Comment[] => {
      const words = wordsAt(row.answers, key);
      if (words === undefined) return [];
      return [
        {
          source: { kind: 'response', id: row.id, question: key },
          words,
          asked,
          where: `${row.survey} – ${asked}`,
          voice: `answer ${row.id}`,
          vote: null,
          flag: row.flag,
          mayQuote: mayQuote(row.answers, isLong),
          redacted: null,
        },
      ];
    }),
  );
}

/**
 * The question of a survey that asks for leave to publish, and the answer that gives it: the name
 * that our questionnaires and the question bank use.
 */
const QUOTE_QUESTION = 'quoteAllowed';
const QUOTE_ANSWER = 'yes';

/**
 * Leave is for what somebody wrote as an answer of their own: the few words of "something else" were
 * written before anybody asked. No answer is no leave.
 */
function mayQuote(answers: Readonly<Record<string, unknown>>, isLong: boolean): boolean {
  return isLong && answers[QUOTE_QUESTION] === QUOTE_ANSWER;
}

export interface NoteRow {
  id: string;
  text: string;
  source: { eventId: string; title: string };
  saidBy: string;
  quotable: boolean;
}

/** What was said at listening exercises, exercise by exercise as it was noted. */
export function commentsInNotes(rows: readonly NoteRow[]): Comment[] {
  return rows
    .filter(({ text }) => text.trim() !== '')
    .map((row) => ({
      source: { kind: 'note', id: row.id, question: '' },
      words: row.text,
      asked: row.saidBy === '' ? row.source.title : `${row.source.title} – ${row.saidBy}`,
      where: row.source.title,
      // Who said what was not noted: each note counts as somebody else's.
      voice: `note ${row.id}`,
      vote: null,
      flag: '',
      mayQuote: row.quotable,
      redacted: null,
    }));
}

/** Comments as they may be read: with what was taken out of them taken out. */
export function redactedComments(
  comments: readonly Comment[],
  redactions: readonly {
    sourceKind: string;
    sourceId: string;
    question: string;
    words: string;
    reason: string;
  }[],
): Comment[] {
  const byKey = new Map(
    redactions.map((one) => [`${one.sourceKind}:${one.sourceId}:${one.question}`, one]),
  );
  return comments.map((comment) => {
    const one = byKey.get(sourceKey(comment.source));
    return one ? { ...comment, words: one.words, redacted: one.reason } : comment;
  });
}

/** What narrows a list of comments. */
export interface Search {
  /** Words that must all stand in the comment, in any case and order. */
  words: string;
  /** Only from this consultation or question of a survey; empty for all. */
  where: string;
}

export function matching<C extends Comment>(comments: readonly C[], search: Search): C[] {
  const wanted = search.words.toLowerCase().split(/\s+/).filter(Boolean);
  return comments.filter((comment) => {
    const words = comment.words.toLowerCase();
    return (
      (search.where === '' || comment.where === search.where) &&
      wanted.every((word) => words.includes(word))
    );
  });
}

/** The comments that are not under a theme yet, each with the names of the other themes it is under. */
export function notYetUnder<C extends Comment>(
  themeId: string,
  comments: readonly C[],
  gathered: readonly { themeId: string; sourceKind: string; sourceId: string; question: string }[],
  themes: readonly { id: string; name: string }[],
): (C & { under: string[] })[] {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const under = new Map<string, string[]>();
  for (const one of gathered) {
    const key = `${one.sourceKind}:${one.sourceId}:${one.question}`;
    under.set(key, [...(under.get(key) ?? []), one.themeId]);
  }
  return comments.flatMap((comment) => {
    const ids = under.get(sourceKey(comment.source)) ?? [];
    if (ids.includes(themeId)) return [];
    return [{ ...comment, under: ids.flatMap((id) => names.get(id) ?? []) }];
  });
}

/** What became of words after they were gathered: they may have been changed or be gone. */
export type WordsNow = 'same' | 'changed' | 'gone';

export function wordsNow(gathered: string, now: string | undefined): WordsNow {
  if (now === undefined || now.trim() === '') return 'gone';
  return now === gathered ? 'same' : 'changed';
}

/** Stored questionnaires by the id of their version; one that cannot be read any more is left out. */
export function definitionsById(
  rows: readonly { id: string; definition: unknown }[],
): Map<string, Definition> {
  return new Map(
    rows.flatMap(({ id, definition }) => {
      const read = Definition.safeParse(definition);
      return read.success ? [[id, read.data] as const] : [];
    }),
  );
}

/** The rows of one page of a list; a page that is not there becomes the nearest one. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  size: number,
): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  return { rows: rows.slice(at * size, (at + 1) * size), page: at, pages };
}
