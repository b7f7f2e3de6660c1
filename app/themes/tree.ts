/** The tree of themes: which stands under which, with a number for each, such as 2.1. */

export interface InTree {
  id: string;
  name: string;
  parentId: string | null;
}

export type Branch<Theme extends InTree> = Theme & {
  /** Its place as a number to type: "2.1". */
  number: string;
  /** 0 at the top. */
  depth: number;
};

/** The deepest that a theme may stand: deeper trees are coded worse, not better. */
export const DEEPEST = 3;

/**
 * The themes from the top down, each followed by those under it, in the order given. One whose parent
 * is not among them stands at the top.
 */
export function treeOf<Theme extends InTree>(themes: readonly Theme[]): Branch<Theme>[] {
  const there = new Set(themes.map(({ id }) => id));
  const under = new Map<string, Theme[]>();
  for (const theme of themes) {
    const parent = theme.parentId !== null && there.has(theme.parentId) ? theme.parentId : '';
    under.set(parent, [...(under.get(parent) ?? []), theme]);
  }
  const found: Branch<Theme>[] = [];
  const seen = new Set<string>();
  const walk = (parent: string, prefix: string, depth: number) => {
    for (const [at, theme] of (under.get(parent) ?? []).entries()) {
      if (seen.has(theme.id)) continue;
      seen.add(theme.id);
      const number = `${prefix}${at + 1}`;
      found.push({ ...theme, number, depth });
      walk(theme.id, `${number}.`, depth + 1);
    }
  };
  walk('', '', 0);
  // A ring of parents cannot be made; if one is there all the same, nothing in it is lost.
  for (const theme of themes) {
    if (!seen.has(theme.id)) found.push({ ...theme, number: `${found.length + 1}`, depth: 0 });
  }
  return found;
}

/** A theme and everything under it. */
export function withAllUnder(themes: readonly InTree[], id: string): Set<string> {
  const found = new Set([id]);
  for (let grew = true; grew;) {
    grew = false;
    for (const theme of themes) {
      if (theme.parentId !== null && found.has(theme.parentId) && !found.has(theme.id)) {
        found.add(theme.id);
        grew = true;
      }
    }
  }
  return found;
}

/** Why a theme may not stand under another, or null when it may. */
export function whyNotUnder(
  themes: readonly InTree[],
  id: string,
  parentId: string | null,
): string | null {
  if (parentId === null) return null;
  if (!themes.some((theme) => theme.id === parentId)) return 'Select a theme that is there';
  if (withAllUnder(themes, id).has(parentId)) {
    return 'A theme cannot stand under itself or under one of its own';
  }
  const depthOf = (of: string) => treeOf(themes).find((theme) => theme.id === of)?.depth ?? 0;
  const own = withAllUnder(themes, id);
  const height = Math.max(0, ...[...own].map((each) => depthOf(each) - depthOf(id)));
  return depthOf(parentId) + 1 + height >= DEEPEST
    ? `Themes stand at most ${DEEPEST} deep: choose one nearer the top`
    : null;
}

/** The numbers that somebody typed, as themes; or the number that is none. */
export function themesTyped<Theme extends InTree>(
  typed: string,
  tree: readonly Branch<Theme>[],
): { ok: true; none: boolean; ids: string[] } | { ok: false; message: string } {
  const numbers = typed
    .split(/[\s,;]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter(Boolean);
  const none = numbers.includes('0');
  if (none && numbers.length > 1) {
    return { ok: false, message: 'Enter 0 alone where no theme fits, or the themes without 0' };
  }
  const ids: string[] = [];
  for (const number of numbers) {
    if (number === '0') continue;
    const theme = tree.find((each) => each.number === number);
    if (!theme) return { ok: false, message: `There is no theme ${number.slice(0, 10)}` };
    ids.push(theme.id);
  }
  return { ok: true, none, ids: [...new Set(ids)] };
}

interface Written {
  definition: string;
  isNot: string;
  example: string;
}

/** A theme as it stands in the lists of the coding pages: without the notes of those who code. */
export function listedTheme<Theme extends Branch<InTree & Written>>(
  theme: Theme,
): Branch<InTree & Written> {
  const { id, name, parentId, number, depth, definition, isNot, example } = theme;
  return { id, name, parentId, number, depth, definition, isNot, example };
}
