import { z } from 'zod';
import { themesTyped, type Branch, type InTree } from './tree.ts';

/** Ticked boxes of a form: none, one or several. */
export const Ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** What a coder types or ticks: the numbers of themes, and the boxes of themes. */
export const FoundForm = z.object({
  numbers: z.string().max(200, 'Enter numbers of themes only').optional().default(''),
  theme: Ticked,
});

/**
 * The themes that were typed and ticked, together. Nothing typed and nothing ticked is an error: words
 * in which no theme fits are said to be so, with 0.
 */
export function foundOf(
  { numbers, theme }: z.output<typeof FoundForm>,
  tree: readonly Branch<InTree>[],
): { ok: true; ids: string[] } | { ok: false; message: string } {
  const typed = themesTyped(numbers, tree);
  if (!typed.ok) return typed;
  const ticked = theme.filter((id) => tree.some((each) => each.id === id));
  if (typed.none && ticked.length > 0) {
    return { ok: false, message: 'Enter 0 alone where no theme fits, or take the 0 out' };
  }
  const ids = [...new Set([...typed.ids, ...ticked])];
  if (ids.length === 0 && !typed.none) {
    return { ok: false, message: 'Enter the number of a theme, or 0 where none fits' };
  }
  return { ok: true, ids };
}

/** How many comments stand in a list. */
export const LIST_SIZE = 20;

/**
 * What was typed beside a list of comments (`key-0`, `numbers-0` …). Rows left empty are passed over;
 * every wrong number is named at its row, and nothing is coded until all are right.
 */
export function listFound(
  fields: Readonly<Record<string, string | readonly string[]>>,
  tree: readonly Branch<InTree>[],
): {
  found: { key: string; themeIds: string[] }[];
  problems: { field: string; message: string }[];
} {
  const found: { key: string; themeIds: string[] }[] = [];
  const problems: { field: string; message: string }[] = [];
  const one = (value: string | readonly string[] | undefined) =>
    typeof value === 'string' ? value : (value?.[0] ?? '');
  for (let at = 0; at < LIST_SIZE; at += 1) {
    const field = `numbers-${at}`;
    const [key, numbers] = [one(fields[`key-${at}`]), one(fields[field])];
    if (key === '' || numbers.trim() === '') continue;
    const typed = themesTyped(numbers, tree);
    if (typed.ok) found.push({ key, themeIds: typed.ids });
    else problems.push({ field, message: typed.message });
  }
  if (found.length === 0 && problems.length === 0) {
    const message = 'Enter the numbers of themes beside one comment at least';
    problems.push({ field: 'numbers-0', message });
  }
  return { found, problems };
}
