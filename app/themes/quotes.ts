import { isSmall } from '#app/statistics/small-numbers.ts';
import type { Comment } from './comments.ts';
import { sourceKey } from './comments.ts';

/** Words that somebody chose to publish under a theme. */
export interface ChosenQuote {
  id: string;
  themeId: string;
  sourceKind: string;
  sourceId: string;
  question: string;
  words: string;
}

/** A chosen quotation, with the reason where it may not be published as things stand. */
export interface JudgedQuote extends ChosenQuote {
  /** Null where it may be published. */
  whyNot: string | null;
  /** Where it was said: a survey's question or a listening exercise; never who said it. */
  where: string;
}

/**
 * Judges every chosen quotation by what is so now: its author agreed, the words are there as they are
 * chosen, after what was taken out of them, and enough people raised the theme that the words point
 * to nobody. Nothing is published on what was so when it was chosen.
 *
 * @param people how many people raised each theme, by its id
 */
export function judgeQuotes(
  chosen: readonly ChosenQuote[],
  comments: readonly Comment[],
  people: ReadonlyMap<string, number>,
): JudgedQuote[] {
  const byKey = new Map(comments.map((comment) => [sourceKey(comment.source), comment]));
  return chosen.map((quote) => {
    const comment = byKey.get(`${quote.sourceKind}:${quote.sourceId}:${quote.question}`);
    return {
      ...quote,
      where: comment?.where ?? '',
      whyNot: whyNot(quote, comment, people.get(quote.themeId) ?? 0),
    };
  });
}

function whyNot(
  { words }: ChosenQuote,
  comment: Comment | undefined,
  people: number,
): string | null {
  if (!comment) return 'The words are not there any more.';
  if (!comment.mayQuote) return 'Its author did not agree that it is published.';
  if (!comment.words.includes(words)) {
    return 'The words were changed, or something was taken out of them, since they were chosen.';
  }
  if (comment.flag !== '') return 'It is marked as one that may not come from a family.';
  if (people === 0 || isSmall(people)) {
    return 'Too few people raised this theme: the words could point to one of them.';
  }
  return null;
}

/** The quotations that may be published, theme by theme. */
export function publishable(judged: readonly JudgedQuote[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { themeId, words, whyNot } of judged) {
    if (whyNot !== null) continue;
    found.set(themeId, [...(found.get(themeId) ?? []), words]);
  }
  return found;
}

/** Why a comment cannot be chosen to be quoted, or null when it can. */
export function whyNotQuotable(comment: Comment): string | null {
  if (!comment.mayQuote) return 'Its author did not agree that it is published.';
  if (comment.flag !== '') return 'It is marked as one that may not come from a family.';
  return null;
}
