import { matchesOf, type Match, type Verdicts } from './likeness.ts';
import { ITEM_KINDS, type Item, type ItemKind } from './side.ts';

/** One thing in both, or in one of them only. */
export interface Row {
  ours: Item | null;
  theirs: Item | null;
  /** Null where only one of them has it. */
  match: Match | null;
  /** Where they differ though it is the same thing. */
  differences: { name: string; ours: string; theirs: string }[];
}

/** Everything of one kind: what both have first, then only theirs, then only ours. */
export interface Part {
  kind: ItemKind;
  rows: Row[];
  counts: { both: number; onlyWe: number; onlyThey: number };
}

/** Holds two sides against one another, kind by kind; a kind that neither has is left out. */
export function compareSides(
  ours: readonly Item[],
  theirs: readonly Item[],
  verdicts: Verdicts = new Map(),
): Part[] {
  return ITEM_KINDS.flatMap((kind): Part[] => {
    const [mine, yours] = [ofKind(ours, kind), ofKind(theirs, kind)];
    if (mine.length === 0 && yours.length === 0) return [];
    const matches = matchesIn(kind, mine, yours, verdicts);
    const matched = new Map(matches.map((match) => [match.ours, match]));
    const taken = new Set(matches.map((match) => match.theirs));
    const both = mine.flatMap((our): Row[] => {
      const match = matched.get(our.id);
      const their = match && yours.find(({ id }) => id === match.theirs);
      if (match === undefined || their === undefined) return [];
      return [{ ours: our, theirs: their, match, differences: differencesOf(our, their) }];
    });
    const onlyThey = yours.filter(({ id }) => !taken.has(id));
    const onlyWe = mine.filter(({ id }) => !matched.has(id));
    return [
      {
        kind,
        rows: [
          ...both,
          ...onlyThey.map((their) => alone(null, their)),
          ...onlyWe.map((our) => alone(our, null)),
        ],
        counts: { both: both.length, onlyWe: onlyWe.length, onlyThey: onlyThey.length },
      },
    ];
  });
}

const ofKind = (items: readonly Item[], kind: ItemKind) =>
  items.filter((item) => item.kind === kind);

/** Requirements are the same by their id alone: their words come from the same pack. */
function matchesIn(
  kind: ItemKind,
  ours: readonly Item[],
  theirs: readonly Item[],
  verdicts: Verdicts,
): Match[] {
  if (kind !== 'requirement') return matchesOf(ours, theirs, verdicts);
  const known = new Set(theirs.map(({ id }) => id));
  return ours.flatMap(({ id }): Match[] =>
    known.has(id) ? [{ ours: id, theirs: id, how: 'key', likeness: 1 }] : [],
  );
}

const alone = (ours: Item | null, theirs: Item | null): Row => ({
  ours,
  theirs,
  match: null,
  differences: [],
});

/** Facts that both have and that say something else, and words that are not the same. */
function differencesOf(ours: Item, theirs: Item): Row['differences'] {
  const names = [...new Set([...Object.keys(ours.facts), ...Object.keys(theirs.facts)])];
  return names.flatMap((name) => {
    const [our, their] = [ours.facts[name] ?? '', theirs.facts[name] ?? ''];
    return our === their ? [] : [{ name, ours: our, theirs: their }];
  });
}

/** The same in a sentence: “Both have 3 outcomes; 2 more are only theirs and 4 only ours.” */
export function sayCounts({ both, onlyWe, onlyThey }: Part['counts']): string {
  return `${both} in both, ${onlyThey} only theirs, ${onlyWe} only ours`;
}
