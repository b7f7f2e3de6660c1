import type { Problem, Typed } from '#app/http/problems.ts';
import { typedOf } from '#app/http/problems.ts';
import { itemTypeOf, TYPES, type Item, type ItemAnswer } from './items.ts';

/** Longest that somebody writes to one thing. */
const LONGEST_COMMENT = 2000;

/** The field of an option's number in a ranking. */
export const rankField = (optionId: string) => `rank-${optionId}`;

/**
 * Reads what was sent in answer to one thing.
 *
 * @param prefix before each field's name, where one page asks several things
 * @returns the answer, or what is wrong as instructions, each at its field
 */
export function readAnswer(
  item: Item,
  typed: Typed,
  prefix = '',
): { answer: ItemAnswer; problems: null } | { answer: null; problems: Problem[] } {
  const type = itemTypeOf(item.type);
  const of = TYPES[type];
  const field = (name: string) => `${prefix}${name}`;
  const said = (name: string) => typedOf(typed, field(name)).trim();
  const problems: Problem[] = [];
  const wrong = (name: string, message: string) => problems.push({ field: field(name), message });

  const answer: ItemAnswer = { vote: '', choice: null, comment: said('comment'), words: null };
  if (of.votes.length > 0) {
    answer.vote = of.votes.find(({ value }) => value === said('vote'))?.value ?? '';
    if (answer.vote === '') wrong('vote', of.missing);
  }
  if (type === 'choice') {
    const known = new Set(item.options?.map(({ id }) => id));
    const sent = [typed[field('choice')] ?? []].flat().filter((id) => known.has(id));
    answer.choice = item.method === 'any' ? [...new Set(sent)] : sent.slice(0, 1);
    if (answer.choice.length === 0) {
      wrong('choice', item.method === 'any' ? 'Tick one or more, or skip this one' : of.missing);
    }
  }
  if (type === 'ranking') {
    const ranks = (item.options ?? []).map((option) => ({
      ...option,
      rank: Number(said(rankField(option.id))),
    }));
    const { order, problem } = orderOf(ranks);
    answer.choice = order;
    if (problem) wrong(rankField(problem.id), problem.message);
  }
  for (const { name, label } of of.words) {
    const words = said(name);
    if (words.length > LONGEST_COMMENT) wrong(name, tooLong(label, words));
    if (words !== '') answer.words = { ...answer.words, [name]: words };
  }
  if (answer.comment.length > LONGEST_COMMENT) {
    wrong('comment', tooLong(of.comment?.label ?? 'Comment', answer.comment));
  }
  if (of.comment?.required && answer.comment === '') wrong('comment', of.missing);
  return problems.length > 0 ? { answer: null, problems } : { answer, problems: null };
}

function tooLong(label: string, words: string): string {
  const over = words.length - LONGEST_COMMENT;
  const named = label.replace(/\?$/, '');
  return `${named}: write 2,000 characters or fewer. It is ${over.toLocaleString('en-GB')} too long.`;
}

/**
 * The order that numbers beside options give: 1, 2, 3 and so on without a gap and none twice; the
 * rest may stay without a number.
 */
function orderOf(ranks: readonly { id: string; words: string; rank: number }[]): {
  order: string[];
  problem: { id: string; message: string } | null;
} {
  const numbered = ranks
    .filter(({ rank }) => Number.isInteger(rank) && rank > 0 && rank <= ranks.length)
    .sort((a, b) => a.rank - b.rank);
  const order = numbered.map(({ id }) => id);
  const [first] = numbered;
  if (!first) {
    return { order, problem: { id: ranks[0]?.id ?? '', message: TYPES.ranking.missing } };
  }
  for (const [at, one] of numbered.entries()) {
    const before = numbered[at - 1];
    if (before?.rank === one.rank) {
      const both = `“${before.words}” and “${one.words}”`;
      return {
        order,
        problem: { id: one.id, message: `You gave number ${one.rank} to ${both}. Use it once` },
      };
    }
    if (one.rank !== at + 1) {
      const message = `You used number ${one.rank} but not number ${at + 1}. Leave no number out`;
      return { order, problem: { id: one.id, message } };
    }
  }
  return { order, problem: null };
}

/** Whether an answer could have been given to this thing: what was sent may be forged or old. */
export function fits(item: Item, answer: ItemAnswer): boolean {
  const type = itemTypeOf(item.type);
  const of = TYPES[type];
  const known = new Set(item.options?.map(({ id }) => id));
  const choosing = type === 'choice' || type === 'ranking';
  const chosen = answer.choice ?? [];
  const right =
    of.votes.length > 0
      ? of.votes.some(({ value }) => value === answer.vote)
      : answer.vote === '' && (!choosing || chosen.length > 0);
  return (
    right &&
    chosen.every((id) => choosing && known.has(id)) &&
    new Set(chosen).size === chosen.length &&
    (type !== 'choice' || item.method === 'any' || chosen.length === 1) &&
    answer.comment.length <= LONGEST_COMMENT &&
    (of.comment?.required !== true || answer.comment !== '')
  );
}

/** An answer as the fields of its form, to show it again. */
export function fieldsOf(item: Item, answer: ItemAnswer | null): Typed {
  if (!answer) return {};
  const ranks = (answer.choice ?? []).map((id, at): [string, string] => [
    rankField(id),
    String(at + 1),
  ]);
  return {
    vote: answer.vote,
    comment: answer.comment,
    ...answer.words,
    ...(item.type === 'choice' ? { choice: answer.choice ?? [] } : {}),
    ...(item.type === 'ranking' ? Object.fromEntries<string>(ranks) : {}),
  };
}
