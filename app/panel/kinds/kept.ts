import { itemTypeOf, saidOf, TYPES, type Item, type ItemAnswer } from './items.ts';

/**
 * Everything that somebody answered to one thing, each part under its label: for a page that has to
 * say that it could not be kept, so that nothing typed is lost.
 */
export function keptOf(item: Item, answer: ItemAnswer): { label: string; words: string }[] {
  const of = TYPES[itemTypeOf(item.type)];
  const further = of.words.map(({ name, label }) => ({
    label,
    words: answer.words?.[name] ?? '',
  }));
  return [
    { label: item.text, words: saidOf(item, answer) },
    { label: of.comment?.label ?? '', words: answer.comment },
    ...further,
  ].filter(({ words }) => words !== '');
}
