import { z } from 'zod';
import { ITEM_TYPES, itemTypeOf, TYPES, type Item, type ItemOption } from './items.ts';

/** Fewest and most options that people choose between: more are not read to the end. */
const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 10;
/** Most options with a picture: a page with more would be heavy on an old telephone. */
export const MOST_PICTURES = 4;

/** What staff fill in for one thing that is asked. */
export const ItemForm = z
  .object({
    type: z.enum(ITEM_TYPES),
    text: z
      .string('Write what people are asked')
      .min(1, 'Write what people are asked')
      .max(300, 'Write 300 characters or fewer'),
    hint: z.string().max(300, 'Hint must be 300 characters or fewer').default(''),
    method: z.enum(['one', 'any'], 'Choose how many they may tick').default('one'),
    options: z.string().default(''),
  })
  .transform(({ options, ...fields }) => ({ ...fields, options: linesOf(options) }))
  .superRefine(({ type, options }, ctx) => {
    const problem = hasOptions(type) ? wrongOptions(options) : null;
    if (problem) ctx.addIssue({ code: 'custom', path: ['options'], message: problem });
  });
export type ItemFormFields = z.output<typeof ItemForm>;

/** Whether people choose between options, or put them in order. */
export const hasOptions = (type: string) => type === 'choice' || type === 'ranking';

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wrongOptions(options: readonly string[]): string | null {
  if (options.length < FEWEST_OPTIONS) return 'Write at least two options, each on its own line';
  if (options.length > MOST_OPTIONS) return 'Write ten options or fewer';
  const long = options.find((words) => words.length > 100);
  if (long) return `Make “${long.slice(0, 30)}…” 100 characters or fewer`;
  const lower = options.map((words) => words.toLowerCase());
  const twice = options.find((_, at) => lower.indexOf(lower[at] ?? '') !== at);
  return twice ? `“${twice}” stands there twice` : null;
}

/**
 * The options of lines of text: one with the same words as before keeps its id and its picture, and
 * so does one that was changed in its place.
 */
export function optionsFrom(
  lines: readonly string[],
  before: readonly ItemOption[],
  newId: () => string,
): ItemOption[] {
  const same = new Map(before.map((option) => [option.words, option]));
  const kept = new Set(lines.flatMap((words) => same.get(words)?.id ?? []));
  return lines.map((words, at) => {
    const there = same.get(words);
    if (there) return there;
    const inPlace = before[at];
    return inPlace && !kept.has(inPlace.id) ? { ...inPlace, words } : { id: newId(), words };
  });
}

/** What must be put right before one thing can be asked; null when it can. */
export function whyNotAsked(item: Pick<Item, 'type' | 'text' | 'options'>): string | null {
  if (!hasOptions(item.type)) return null;
  const options = item.options ?? [];
  const { one } = TYPES[itemTypeOf(item.type)].called;
  if (options.length < FEWEST_OPTIONS) return `Give the ${one} “${item.text}” at least two options`;
  const pictured = options.filter(({ pictureId }) => pictureId !== undefined).length;
  return pictured > 0 && pictured < options.length
    ? `Give every option of “${item.text}” a picture, or none`
    : null;
}
