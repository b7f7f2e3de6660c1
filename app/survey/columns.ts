import { standingOf, type Standing } from './answers.ts';
import { questionsOf, type Definition, type Question } from './definition.ts';
import { bandsOf } from './number-bands.ts';
import { optionsOf, PREFER_NOT_TO_SAY } from './options.ts';
import type { Answers } from './steps.ts';

/**
 * All answers to a survey as typed columns, one a question: a hundred thousand sets of answers fit
 * into a few megabytes and are counted in milliseconds. Free text is not held, only that it was given.
 */

/** How a question was answered, which decides how its table reads. */
export type ResultKind = 'one-answer' | 'several-answers' | 'scale' | 'number' | 'words';

export interface Label {
  /** The option's code as text, or the band's first number. */
  value: string;
  label: string;
}

/** Standings as they are held: their place in this list. */
export const STANDINGS: readonly Standing[] = [
  'answered',
  'not-asked',
  'no-reply',
  'prefer-not-to-say',
];

export interface Column {
  question: Question;
  kind: ResultKind;
  /** The answers that can be counted, in the order shown; none of a question in own words. */
  labels: Label[];
  /** Per set of answers: the place in STANDINGS. */
  standing: Uint8Array;
  /**
   * Of questions with one answer: the place of its label, or the number of labels where there is no
   * answer to count, so that a count needs no test.
   */
  codes: Uint16Array;
  /** Of questions with several answers: for each label, 1 for each set that chose it. */
  chosen: Uint8Array[];
  /** Of scales and numbers: the number itself, NaN where there is none. */
  values: Float64Array | null;
}

export interface Columns {
  /** How many sets of answers. */
  answers: number;
  columns: Column[];
  /** Bytes held, about. */
  bytes: number;
}

/** @param threshold bands of numbers hold at least so many at their ends */
export function columnsOf(
  definition: Definition,
  answers: readonly Answers[],
  threshold: number,
): Columns {
  const building = startColumns(definition);
  for (const each of answers) building.add(each);
  return building.finish(threshold);
}

/** Columns built set by set, so that the answers themselves need not be held. */
export function startColumns(definition: Definition) {
  const parts = questionsOf(definition).map(partOf);
  let answers = 0;
  return {
    add(each: Answers): void {
      answers += 1;
      for (const part of parts) part.add(each);
    },
    finish(threshold: number): Columns {
      const columns = parts.map((part) => part.finish(threshold));
      const bytes = columns.reduce((sum, column) => sum + bytesOf(column), 0);
      return { answers, columns, bytes };
    },
  };
}

interface Part {
  add(answers: Answers): void;
  finish(threshold: number): Column;
}

/** An answer that the list does not hold: from an earlier version, say. It still counts. */
const UNLISTED: Label = { value: '', label: 'Another answer, not in this list' };

function partOf(question: Question): Part {
  const kind = kindOf(question);
  switch (kind) {
    case 'words':
      return partOfWords(question);
    case 'number':
      return partOfNumbers(question);
    case 'one-answer':
    case 'scale':
      return partOfOne(question, kind);
    case 'several-answers':
      return partOfSeveral(question);
  }
}

function labelsOf(question: Question): { labels: Label[]; places: Map<string, number> } {
  const labels = optionsOf(question)
    .filter(({ value }) => value !== PREFER_NOT_TO_SAY)
    .map(({ value, text }) => ({ value: String(value), label: text }));
  return { labels, places: new Map(labels.map(({ value }, at) => [value, at])) };
}

/** As the option's code is written in its label. */
const textOf = (answer: unknown) => String(answer);

const placeOf = (standing: Standing) => STANDINGS.indexOf(standing);

function partOfWords(question: Question): Part {
  const standing: number[] = [];
  return {
    add: (answers) => void standing.push(placeOf(standingOf(question.name, answers))),
    finish: () => ({
      ...shell(question, 'words', standing),
      codes: Uint16Array.from(standing, (each) => (each === 0 ? 0 : 1)),
    }),
  };
}

function partOfOne(question: Question, kind: 'one-answer' | 'scale'): Part {
  const { labels, places } = labelsOf(question);
  const none = labels.length + 1;
  const standing: number[] = [];
  const codes: number[] = [];
  const values: number[] = [];
  return {
    add(answers) {
      const stands = standingOf(question.name, answers);
      const given = stands === 'answered' ? answers[question.name] : undefined;
      standing.push(placeOf(stands));
      codes.push(given === undefined ? none : (places.get(textOf(given)) ?? labels.length));
      if (kind === 'scale') values.push(given === undefined ? NaN : Number(given));
    },
    finish() {
      const unlisted = codes.includes(labels.length);
      const all = unlisted ? [...labels, UNLISTED] : labels;
      return {
        ...shell(question, kind, standing),
        labels: all,
        codes: Uint16Array.from(codes, (code) => Math.min(code, all.length)),
        values: kind === 'scale' ? Float64Array.from(values) : null,
      };
    },
  };
}

function partOfSeveral(question: Question): Part {
  const { labels, places } = labelsOf(question);
  const standing: number[] = [];
  const chosen = [...labels, UNLISTED].map((): number[] => []);
  return {
    add(answers) {
      const stands = standingOf(question.name, answers);
      const given = stands === 'answered' ? answers[question.name] : undefined;
      const values: unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
      const at = standing.push(placeOf(stands)) - 1;
      for (const each of chosen) each.push(0);
      for (const value of values) {
        const column = chosen[places.get(String(value)) ?? labels.length];
        if (column) column[at] = 1;
      }
    },
    finish() {
      const unlisted = chosen.at(-1)?.includes(1) === true;
      const kept = unlisted ? chosen : chosen.slice(0, -1);
      return {
        ...shell(question, 'several-answers', standing),
        labels: unlisted ? [...labels, UNLISTED] : labels,
        chosen: kept.map((each) => Uint8Array.from(each)),
      };
    },
  };
}

function partOfNumbers(question: Question): Part {
  const standing: number[] = [];
  const values: number[] = [];
  return {
    add(answers) {
      const stands = standingOf(question.name, answers);
      standing.push(placeOf(stands));
      values.push(stands === 'answered' ? Number(answers[question.name]) : NaN);
    },
    finish(threshold) {
      const bands = bandsOf(values.filter(Number.isFinite), threshold);
      return {
        ...shell(question, 'number', standing),
        labels: bands.map(({ from, label }) => ({ value: String(from), label })),
        codes: Uint16Array.from(values, (number) => {
          const at = bands.findIndex(({ from, below }) => number >= from && number < below);
          return at < 0 ? bands.length : at;
        }),
        values: Float64Array.from(values),
      };
    },
  };
}

function shell(question: Question, kind: ResultKind, standing: readonly number[]): Column {
  return {
    question,
    kind,
    labels: [],
    standing: Uint8Array.from(standing),
    codes: new Uint16Array(0),
    chosen: [],
    values: null,
  };
}

function kindOf(question: Question): ResultKind {
  switch (question.type) {
    case 'comment':
      return 'words';
    case 'text':
      return question.inputType === 'number' ? 'number' : 'words';
    case 'checkbox':
      return 'several-answers';
    case 'rating':
      return 'scale';
    case 'radiogroup':
    case 'dropdown':
    case 'boolean':
      return 'one-answer';
  }
}

function bytesOf({ standing, codes, chosen, values }: Column): number {
  const several = chosen.reduce((sum, each) => sum + each.byteLength, 0);
  return standing.byteLength + codes.byteLength + several + (values?.byteLength ?? 0);
}
