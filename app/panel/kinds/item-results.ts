import type { Place } from '#app/care/care.ts';
import {
  HIDDEN,
  isSmall,
  maskCounts,
  THRESHOLD,
  type Shown,
} from '#app/statistics/small-numbers.ts';
import { shownTally, tallyOf } from '../tally.ts';
import { inFront, sayInFront } from './in-front.ts';
import { itemTypeOf, saidOf, TYPES, type Item } from './items.ts';
import { rank, sayRanked, type Ranked } from './ranked.ts';
import { shownOptions, type ShownOption, type ShownPicture } from './shown-item.ts';

/** An answer as it is counted: whose it is is not asked here. */
export interface CountedAnswer {
  statementId: string;
  vote: string;
  choice: string[] | null;
  comment: string;
  words: Record<string, string> | null;
  /** Where its words stand, for those who have them looked at or hide them. */
  source?: { kind: string; id: string };
}

/** A count with what it is a count of. */
export interface Counted {
  id: string;
  label: string;
  count: Shown;
  /** Of all who answered, 0 to 1; null where the count is hidden. */
  share: number | null;
  picture: ShownOption['picture'];
}

/** Words that somebody wrote, without their writer. */
export interface Written {
  /** What was answered beside them, as "Agree"; '' where nothing was. */
  beside: string;
  /** What they answer, where a thing asks for several: '' for the comment. */
  asked: string;
  words: string;
  place?: Place;
}

/** The rounds and points of a ranking; only for those who may read single answers. */
export interface RankedDetail {
  rounds: { id: string; label: string; votes: (number | null)[] }[];
  spent: number[];
  points: { id: string; label: string; points: number }[];
  pairs: { id: string; label: string; before: (number | null)[] }[];
}

/** What came of one thing that was asked, as somebody may see it. */
export interface ItemResult {
  id: string;
  number: number;
  type: string;
  text: string;
  method: string;
  /** How many answered it. */
  base: Shown;
  counts: Counted[];
  /** What the counts say, in sentences. */
  says: string[];
  ranking: RankedDetail | null;
  /** Empty for those who may not read single answers. */
  written: Written[];
}

/**
 * Counts what was answered to each thing.
 *
 * @param closely for those who may read single answers; for others small counts are hidden
 */
export function itemResults(
  items: readonly Item[],
  answers: readonly CountedAnswer[],
  closely: boolean,
  pictures: readonly ShownPicture[] = [],
): ItemResult[] {
  return items.map((item, at) => {
    const ours = answers.filter(({ statementId }) => statementId === item.id);
    const shape = {
      id: item.id,
      number: at + 1,
      type: item.type,
      text: item.text,
      method: item.method,
      ranking: null,
      written: closely ? writtenOn(item, ours) : [],
    };
    const options = shownOptions(item.options, pictures);
    switch (itemTypeOf(item.type)) {
      case 'question':
        return { ...shape, base: atLeast(ours.length, closely), counts: [], says: [] };
      case 'choice':
        return { ...shape, ...choiceOf(item, options, ours, closely) };
      case 'ranking':
        return { ...shape, ...rankingOf(options, ours, closely) };
      case 'line':
        return { ...shape, ...fixedOf(item, ours, closely) };
      case 'statement':
      case 'link':
      case 'outcome':
        return { ...shape, ...agreementOf(item, ours, closely) };
    }
  });
}

type Counts = Pick<ItemResult, 'base' | 'counts' | 'says'>;
type Ours = readonly CountedAnswer[];

const atLeast = (n: number, closely: boolean): Shown => (closely || !isSmall(n) ? n : HIDDEN);

const shareOf = (count: Shown, base: number) =>
  count === HIDDEN || base === 0 ? null : count / base;

function agreementOf(item: Item, ours: Ours, closely: boolean): Counts {
  const [tally] = tallyOf([item], ours);
  if (!tally) return { base: 0, counts: [], says: [] };
  const shown = shownTally(tally, closely);
  return {
    base: shown.base,
    says: [shown.leaning],
    counts: TYPES[itemTypeOf(item.type)].votes.map(({ value, label }) => {
      const vote = value as keyof typeof shown.counts;
      return {
        id: value,
        label,
        count: shown.counts[vote],
        share: shown.shares[vote],
        picture: null,
      };
    }),
  };
}

function fixedOf(item: Item, ours: Ours, closely: boolean): Counts {
  const { votes } = TYPES[itemTypeOf(item.type)];
  const numbers = votes.map(({ value }) => ours.filter(({ vote }) => vote === value).length);
  const masked = closely ? { counts: numbers, total: ours.length } : maskCounts(numbers);
  return {
    base: masked.total,
    says: sayInFront(
      inFront(numbers, masked.counts),
      votes.map(({ label }) => label),
    ),
    counts: votes.map(({ value, label }, at) => {
      const count = masked.counts[at] ?? HIDDEN;
      return { id: value, label, count, share: shareOf(count, ours.length), picture: null };
    }),
  };
}

/**
 * A choice. Where one is chosen the counts are a whole, and are masked as one; where any may be
 * ticked each stands alone against those who did not tick it.
 */
function choiceOf(
  item: Item,
  options: readonly ShownOption[],
  ours: Ours,
  closely: boolean,
): Counts {
  const base = ours.length;
  const numbers = options.map(({ id }) => ours.filter((one) => one.choice?.includes(id)).length);
  const alone = (n: number) => maskCounts([n, base - n]).counts[0] ?? HIDDEN;
  const counts = closely
    ? numbers
    : item.method === 'any'
      ? numbers.map(alone)
      : maskCounts(numbers).counts;
  return {
    base: atLeast(base, closely),
    counts: options.map(({ id, words, picture }, at) => {
      const count = base > 0 && base < THRESHOLD && !closely ? HIDDEN : (counts[at] ?? HIDDEN);
      return { id, label: words, count, share: shareOf(count, base), picture };
    }),
    says: sayInFront(
      // Shares of all stand alone: which is largest is said only where nothing is hidden.
      item.method === 'any' && counts.includes(HIDDEN) ? [] : inFront(numbers, counts),
      options.map(({ words }) => words),
    ),
  };
}

/**
 * A ranking: first places with their shares, and what the three ways of counting say. Rounds, points
 * and pairs are equations about single ballots: only those who may read these see them.
 */
function rankingOf(
  options: readonly ShownOption[],
  ours: Ours,
  closely: boolean,
): Counts & Pick<ItemResult, 'ranking'> {
  const ids = options.map(({ id }) => id);
  const label = (id: string) => options.find((one) => one.id === id)?.words ?? '';
  const ranked = rank(
    ids,
    ours.map(({ choice }) => choice ?? []),
  );
  const firsts = ids.map((id) => ours.filter(({ choice }) => choice?.[0] === id).length);
  const masked = closely ? { counts: firsts, total: ours.length } : maskCounts(firsts);
  const enough = closely || ours.length >= THRESHOLD;
  return {
    base: masked.total,
    says: enough || ours.length === 0 ? sayRanked(ranked, label, closely) : [],
    counts: options.map(({ id, words, picture }, at) => {
      const count = masked.counts[at] ?? HIDDEN;
      return { id, label: words, count, share: shareOf(count, ours.length), picture };
    }),
    ranking: closely && ours.length > 0 ? detailOf(ids, ranked, label) : null,
  };
}

function detailOf(
  ids: readonly string[],
  { runoff, points, pairs }: Ranked,
  label: (id: string) => string,
): RankedDetail {
  return {
    rounds: ids.map((id) => ({
      id,
      label: label(id),
      votes: runoff.rounds.map(({ counts }) => counts.find((one) => one.id === id)?.votes ?? null),
    })),
    spent: runoff.rounds.map(({ spent }) => spent),
    points: points.map((one) => ({ ...one, label: label(one.id) })),
    pairs: ids.map((id, a) => ({
      id,
      label: label(id),
      before: ids.map((_, b) => (a === b ? null : (pairs.before[a]?.[b] ?? 0))),
    })),
  };
}

/**
 * What people wrote, in the order of what stands beside it and then of its letters, so that two
 * comments of one member do not stand in the same place in two lists.
 */
function writtenOn(item: Item, ours: Ours): Written[] {
  const asked = TYPES[itemTypeOf(item.type)].words;
  return ours
    .flatMap((one) => {
      const beside = item.type === 'ranking' ? '' : saidOf(item, one);
      const at = (question: string) => (one.source ? { place: { ...one.source, question } } : {});
      return [
        { beside, asked: '', words: one.comment.trim(), ...at('') },
        ...asked.map(({ name, label }) => ({
          beside,
          asked: label,
          words: one.words?.[name]?.trim() ?? '',
          ...at(name),
        })),
      ];
    })
    .filter(({ words }) => words !== '')
    .sort(
      (a, b) =>
        a.asked.localeCompare(b.asked, 'en-GB') ||
        a.beside.localeCompare(b.beside, 'en-GB') ||
        a.words.localeCompare(b.words, 'en-GB'),
    );
}

/**
 * Answers of parents and carers apart from those of practitioners: the panel is the parents', and the
 * two are never shown with their sum, from which the smaller could be worked out.
 */
export function apart<Answer extends { memberId: string }>(
  answers: readonly Answer[],
  practitioners: ReadonlySet<string>,
): { parents: Answer[]; practitioners: Answer[] } {
  return {
    parents: answers.filter(({ memberId }) => !practitioners.has(memberId)),
    practitioners: answers.filter(({ memberId }) => practitioners.has(memberId)),
  };
}
