import { FRAMEWORKS, rankOf, sayRating, type FrameworkId, type Item } from './frameworks.ts';

/** A round of self-evaluation and what it says of each item, beside the round before. */

export interface Round {
  id: string;
  number: number;
  name: string;
  startedOn: string;
  /** Null for the round that is open. */
  closedOn: string | null;
}

/** Something that the system knows, tied as evidence and frozen in words as it stood. */
export interface Tied {
  /** `kind:id` of what it is. */
  key: string;
  words: string;
  /** The day on which it was tied. */
  on: string;
  by: string;
}

export interface Evaluation {
  id: string;
  roundId: string;
  framework: string;
  itemId: string;
  rating: string;
  evidence: string;
  improve: string;
  owner: string;
  dueOn: string | null;
  panelRating: string;
  panelSaid: string;
  tied: Tied[];
  lineId: string | null;
  version: number;
  changedAt: Date;
  changedBy: string;
}

/** What moved since the round before. */
export type Moved = 'up' | 'down' | 'same' | 'first' | 'not-rated';

export const MOVED_WORDS: Readonly<Record<Moved, string>> = {
  up: '▲ Up',
  down: '▼ Down',
  same: '= The same',
  first: 'First rating',
  'not-rated': '–',
};

export function movedSince(framework: FrameworkId, now: string, before: string): Moved {
  const [here, there] = [rankOf(framework, now), rankOf(framework, before)];
  if (here === null) return 'not-rated';
  if (there === null) return 'first';
  return here > there ? 'up' : here < there ? 'down' : 'same';
}

/** One item of a round, for its page, its documents and its data. */
export interface EvaluatedItem {
  item: Item;
  rating: string;
  ratingWords: string;
  evidence: string;
  tied: readonly Tied[];
  improve: string;
  owner: string;
  dueOn: string | null;
  /** The improvement as it stands in the plan; null where it is not a line. */
  line: { id: string; title: string } | null;
  panelRating: string;
  panelWords: string;
  panelSaid: string;
  /** Empty where there was no round before. */
  before: string;
  beforeWords: string;
  moved: Moved;
  lacks: string[];
}

/** The whole of a round. */
export interface SelfEvaluation {
  /** Null while no round was begun. */
  round: Round | null;
  before: Round | null;
  items: EvaluatedItem[];
}

interface Kept {
  rounds: readonly Round[];
  evaluations: readonly Evaluation[];
  items: readonly Item[];
  lines: readonly { id: string; title: string }[];
}

/**
 * A round laid beside the one before it.
 *
 * @param number the round that is asked for; the newest where there is none of that number
 * @param today YYYY-MM-DD
 */
export function selfEvaluationOf(kept: Kept, today: string, number?: number): SelfEvaluation {
  const rounds = [...kept.rounds].sort((a, b) => b.number - a.number);
  const round = rounds.find((one) => one.number === number) ?? rounds[0] ?? null;
  const before = rounds.find((one) => round !== null && one.number < round.number) ?? null;
  const said = (of: Round | null, item: Item) =>
    kept.evaluations.find(
      (one) => one.roundId === of?.id && one.framework === item.framework && one.itemId === item.id,
    );
  const items = kept.items.map((item) =>
    evaluated(item, said(round, item), said(before, item), kept.lines, today),
  );
  return { round, before, items };
}

function evaluated(
  item: Item,
  now: Evaluation | undefined,
  then: Evaluation | undefined,
  lines: Kept['lines'],
  today: string,
): EvaluatedItem {
  const line = lines.find(({ id }) => id === now?.lineId);
  const panelRating = now?.panelRating ?? '';
  const shown = {
    item,
    rating: now?.rating ?? '',
    ratingWords: sayRating(item.framework, now?.rating ?? ''),
    evidence: now?.evidence ?? '',
    tied: now?.tied ?? [],
    improve: now?.improve ?? '',
    owner: now?.owner ?? '',
    dueOn: now?.dueOn ?? null,
    line: line ? { id: line.id, title: line.title } : null,
    panelRating,
    panelWords: panelRating === '' ? '' : sayRating(item.framework, panelRating),
    panelSaid: now?.panelSaid ?? '',
    before: then?.rating ?? '',
    beforeWords: then ? sayRating(item.framework, then.rating) : '',
    moved: movedSince(item.framework, now?.rating ?? '', then?.rating ?? ''),
  };
  return { ...shown, lacks: lacksOf(shown, today) };
}

/** What an evaluation lacks before a board would believe it, each as a few words. */
function lacksOf(one: Omit<EvaluatedItem, 'lacks'>, today: string): string[] {
  const { framework } = one.item;
  if (one.rating === '') return ['a rating'];
  const rank = rankOf(framework, one.rating) ?? 0;
  const top = rank === 3;
  const panel = rankOf(framework, one.panelRating);
  return [
    ...(one.evidence === '' && one.tied.length === 0 ? ['evidence'] : []),
    ...(one.improve === '' && !top ? ['what to improve'] : []),
    ...(one.improve !== '' && one.owner === '' ? ['somebody for the improvement'] : []),
    ...(one.improve !== '' && one.dueOn !== null && one.dueOn < today && one.line === null
      ? ['the improvement, which is overdue']
      : []),
    ...(panel !== null && panel < rank ? ['the panel’s agreement: it rates this lower'] : []),
  ];
}

/** How many items of a framework have each rating, from the lowest; the last counts those not rated. */
export function countsOf(items: readonly EvaluatedItem[], framework: FrameworkId): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const one of items) {
    if (one.item.framework !== framework) continue;
    const at = rankOf(framework, one.rating) ?? 4;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Frameworks that have an item, with their items. */
export function byFramework(
  items: readonly EvaluatedItem[],
): { framework: FrameworkId; items: EvaluatedItem[] }[] {
  return FRAMEWORKS.map((framework) => ({
    framework,
    items: items.filter(({ item }) => item.framework === framework),
  })).filter((group) => group.items.length > 0);
}
