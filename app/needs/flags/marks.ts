import { nearDuplicates } from '#app/statistics/near-duplicates.ts';
import { standingOf } from '#app/survey/answers.ts';
import type { Question } from '#app/survey/definition.ts';
import { FLAGS, flagsIn } from '#app/survey/flags.ts';
import type { Answers } from '#app/survey/steps.ts';

/**
 * What marks answers that may be part of a campaign, sent twice, or not from a family at all. A mark
 * is a reason to look, never a reason to leave out: that is decided by people, with a reason.
 */

/** A finished set of answers as far as marks need it. */
export interface MarkedRow {
  id: string;
  answers: Answers;
  answeredOn: string;
  channel: string;
  /** Codes set when it came, with spaces between. */
  flag: string;
}

/** Two answers that hardly go together, as the survey's author sees it. */
export interface ImplausiblePair {
  id: string;
  question: string;
  option: string;
  otherQuestion: string;
  otherOption: string;
  why: string;
}

/** Answers with the same mark that are looked at together. */
export interface Cluster {
  /** Names it in an address: the kind, then what tells it from others of the kind. */
  key: string;
  kind: MarkKind;
  /** The question whose words are alike, or the pair, or the code it came with. */
  about: string;
  /** The ids of the answers, in the order of the rows. */
  ids: string[];
}

export const MARK_KINDS = [
  'same-words',
  'same-answers',
  'came-marked',
  'pair',
  'straight-line',
  'mostly-blank',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Fewer answers alike mean nothing: a poll of two questions has few ways to answer it. */
export const FEWEST_ALIKE = 8;
export const FEWEST_SCALES = 5;
const FEWEST_ASKED = 5;
export const BLANK = 0.85;

/** Every cluster in the answers to a survey, by kind, the largest first within a kind. */
export function clustersIn(
  questions: readonly Question[],
  rows: readonly MarkedRow[],
  pairs: readonly ImplausiblePair[],
): Cluster[] {
  return [
    ...sameWords(questions, rows),
    ...sameAnswers(rows),
    ...cameMarked(rows),
    ...pairsIn(rows, pairs),
    ...oneOf('straight-line', rows, straightLined(questions)),
    ...oneOf('mostly-blank', rows, mostlyBlank),
  ];
}

/** Nearly the same words in answers to one open question: a campaign, or one person often. */
function sameWords(questions: readonly Question[], rows: readonly MarkedRow[]): Cluster[] {
  return questions
    .filter(({ type }) => type === 'comment' || type === 'text')
    .flatMap(({ name }) => {
      const written = rows.flatMap(({ id, answers }) => {
        const words = answers[name];
        return typeof words === 'string' ? [{ id, words }] : [];
      });
      const groups = nearDuplicates(written.map(({ words }) => words));
      return groups.map((group) => {
        const ids = group.flatMap((at) => written[at]?.id ?? []);
        return cluster('same-words', name, ids);
      });
    });
}

/** Every answer the same on the same day: only the day is kept, so no closer. */
function sameAnswers(rows: readonly MarkedRow[]): Cluster[] {
  const seen = new Map<string, string[]>();
  for (const { id, answers, answeredOn } of rows) {
    const given = Object.keys(answers).filter((name) => standingOf(name, answers) === 'answered');
    if (given.length < FEWEST_ALIKE) continue;
    const vector = Object.keys(answers)
      .sort()
      .map((name) => [name, answers[name]]);
    const key = JSON.stringify([answeredOn, vector]);
    const ids = seen.get(key);
    if (ids) ids.push(id);
    else seen.set(key, [id]);
  }
  return [...seen.values()]
    .filter((ids) => ids.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((ids) => cluster('same-answers', '', ids));
}

function cameMarked(rows: readonly MarkedRow[]): Cluster[] {
  return FLAGS.flatMap((flag) => {
    const ids = rows.filter((row) => flagsIn(row.flag).includes(flag)).map(({ id }) => id);
    return ids.length === 0
      ? []
      : [{ key: `came-marked.${flag}`, kind: 'came-marked', about: flag, ids }];
  });
}

function pairsIn(rows: readonly MarkedRow[], pairs: readonly ImplausiblePair[]): Cluster[] {
  return pairs.flatMap((pair) => {
    const ids = rows
      .filter(
        ({ answers }) =>
          chose(answers, pair.question, pair.option) &&
          chose(answers, pair.otherQuestion, pair.otherOption),
      )
      .map(({ id }) => id);
    return ids.length === 0 ? [] : [{ key: `pair.${pair.id}`, kind: 'pair', about: pair.id, ids }];
  });
}

function chose(answers: Answers, question: string, option: string): boolean {
  const given: unknown = answers[question];
  return (Array.isArray(given) ? (given as unknown[]) : [given]).some(
    (each) => ['string', 'number', 'boolean'].includes(typeof each) && String(each) === option,
  );
}

/** The same point on every scale: five or more scales, one answer to all. */
function straightLined(questions: readonly Question[]): (row: MarkedRow) => boolean {
  const scales = questions.filter(({ type }) => type === 'rating').map(({ name }) => name);
  return ({ answers }) => {
    const given = scales.flatMap((name) =>
      standingOf(name, answers) === 'answered' ? [String(answers[name])] : [],
    );
    return given.length >= FEWEST_SCALES && new Set(given).size === 1;
  };
}

function mostlyBlank({ answers }: MarkedRow): boolean {
  const asked = Object.keys(answers).filter((name) => !name.endsWith('-Comment'));
  const blank = asked.filter((name) => standingOf(name, answers) === 'no-reply').length;
  return asked.length >= FEWEST_ASKED && blank / asked.length > BLANK;
}

function oneOf(
  kind: MarkKind,
  rows: readonly MarkedRow[],
  is: (row: MarkedRow) => boolean,
): Cluster[] {
  const ids = rows.filter(is).map(({ id }) => id);
  return ids.length === 0 ? [] : [{ key: `${kind}.all`, kind, about: '', ids }];
}

/** Named by its smallest id, so that the address stays when others join. */
function cluster(kind: MarkKind, about: string, ids: string[]): Cluster {
  const first = [...ids].sort()[0] ?? '';
  return { key: [kind, about, first].filter((part) => part !== '').join('.'), kind, about, ids };
}
