import { nearDuplicates } from '#app/statistics/near-duplicates.ts';
import { standingOf } from '#app/survey/answers.ts';
import type { Question } from '#app/survey/definition.ts';
import { FLAGS, flagsIn } from '#app/survey/flags.ts';
import { PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
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
const BLANK = 0.85;

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
  // A sum that does not depend on the order of the questions tells which to lay side by side.
  const alike = new Map<string, MarkedRow[]>();
  for (const row of rows) {
    const { sum, given } = sumOf(row.answers);
    if (given < FEWEST_ALIKE) continue;
    const key = `${row.answeredOn} ${sum}`;
    const others = alike.get(key);
    if (others) others.push(row);
    else alike.set(key, [row]);
  }
  return [...alike.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => reallyTheSame(group))
    .sort((a, b) => b.length - a.length)
    .map((ids) => cluster('same-answers', '', ids));
}

/** How many answers were given, and a sum over all of them (FNV-1a of each name with its answer). */
function sumOf(answers: Answers): { sum: number; given: number } {
  let sum = 0;
  let given = 0;
  for (const name of Object.keys(answers)) {
    const answer: unknown = answers[name];
    if (answer !== null && answer !== PREFER_NOT_TO_SAY) given += 1;
    const text = `${name}\0${typeof answer === 'string' ? answer : JSON.stringify(answer)}`;
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    sum = (sum + (hash >>> 0)) % 0x1fffffffffffff;
  }
  return { sum, given };
}

function reallyTheSame(rows: readonly MarkedRow[]): string[][] {
  const byText = new Map<string, string[]>();
  for (const { id, answers } of rows) {
    const text = JSON.stringify(
      Object.keys(answers)
        .sort()
        .map((name) => [name, answers[name]]),
    );
    const ids = byText.get(text);
    if (ids) ids.push(id);
    else byText.set(text, [id]);
  }
  return [...byText.values()].filter((ids) => ids.length > 1);
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
  let asked = 0;
  let blank = 0;
  for (const name of Object.keys(answers)) {
    if (name.endsWith('-Comment')) continue;
    asked += 1;
    if (answers[name] === null || standingOf(name, answers) === 'no-reply') blank += 1;
  }
  return asked >= FEWEST_ASKED && blank / asked > BLANK;
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
