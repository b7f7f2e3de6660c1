import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Item, ItemAnswer } from '../kinds/items.ts';
import { readAnswer } from '../kinds/read-answer.ts';
import { prefixOf } from './prefix.ts';

/**
 * Reads what was sent in answer to a poll. Any question may be left out, but not all of them.
 *
 * @returns the answers given, and what is wrong
 */
export function readPoll<Asked extends Item>(
  items: readonly Asked[],
  typed: Typed,
): { answers: { item: Asked; itemId: string; answer: ItemAnswer }[]; problems: Problem[] } {
  const answers: { item: Asked; itemId: string; answer: ItemAnswer }[] = [];
  const problems: Problem[] = [];
  for (const [at, item] of items.entries()) {
    const prefix = prefixOf(at + 1);
    const said = Object.keys(typed).some(
      (name) => name.startsWith(prefix) && typedOf(typed, name) !== '',
    );
    if (!said) continue;
    const read = readAnswer(item, typed, prefix);
    if (read.problems) problems.push(...read.problems);
    else answers.push({ item, itemId: item.id, answer: read.answer });
  }
  const [first] = items;
  if (answers.length === 0 && problems.length === 0 && first) {
    const name = { choice: 'choice', question: 'comment' }[first.type] ?? 'vote';
    problems.push({ field: `${prefixOf(1)}${name}`, message: 'Answer at least one question' });
  }
  return { answers, problems };
}
