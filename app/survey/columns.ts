import { runThrough, type Steps } from '#app/statistics/in-steps.ts';
import { standingOf, type Standing } from './answers.ts';
import { questionsOf, type Definition, type Question } from './definition.ts';
import { growingBytes, growingCodes, growingNumbers, growingPlaces } from './growing.ts';
import { bandsOfTally } from './number-bands.ts';
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
  /** How many gave each of these. */
  counts: number[];
  /** Per set of answers: the place in STANDINGS. */
  standing: Uint8Array;
  /** How many stand at each of these places. */
  standings: number[];
  /**
   * Of questions with one answer: the place of its label, or the number of labels where there is no
   * answer to count, so that a count needs no test. Of others empty.
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
    finish: (threshold: number): Columns => runThrough(finishing(parts, answers, threshold)),
    /** The same, a question a step. */
    finishing: (threshold: number): Steps<Columns> => finishing(parts, answers, threshold),
  };
}

function* finishing(parts: readonly Part[], answers: number, threshold: number): Steps<Columns> {
  const columns: Column[] = [];
  for (const part of parts) {
    columns.push(part.finish(threshold));
    yield;
  }
  return { answers, columns, bytes: columns.reduce((sum, column) => sum + bytesOf(column), 0) };
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

/** How each set of answers stands to one question, and how many stand so. */
function startStandings(question: Question) {
  const standing = growingBytes();
  const standings = STANDINGS.map(() => 0);
  return {
    standings,
    /** Gives the answer where there is one. */
    add(answers: Answers): unknown {
      const stands = standingOf(question.name, answers);
      const place = STANDINGS.indexOf(stands);
      standing.push(place);
      standings[place] = (standings[place] ?? 0) + 1;
      return place === ANSWERED ? answers[question.name] : undefined;
    },
    finish: (kind: ResultKind): Column => ({
      ...{ question, kind, labels: [], counts: [], chosen: [], values: null },
      ...{ standing: standing.taken(), standings, codes: new Uint16Array(0) },
    }),
  };
}

const ANSWERED = STANDINGS.indexOf('answered');

function partOfWords(question: Question): Part {
  const standing = startStandings(question);
  return {
    add: (answers) => void standing.add(answers),
    finish: () => standing.finish('words'),
  };
}

function partOfOne(question: Question, kind: 'one-answer' | 'scale'): Part {
  const { labels, places } = labelsOf(question);
  const none = labels.length + 1;
  const standing = startStandings(question);
  const codes = growingCodes();
  const counts = Array.from({ length: labels.length + 2 }, () => 0);
  const values = kind === 'scale' ? growingNumbers() : null;
  return {
    add(answers) {
      const given = standing.add(answers);
      const code = given === undefined ? none : (places.get(textOf(given)) ?? labels.length);
      codes.push(code);
      counts[code] = (counts[code] ?? 0) + 1;
      values?.push(given === undefined ? NaN : Number(given));
    },
    finish() {
      const unlisted = (counts[labels.length] ?? 0) > 0;
      const all = unlisted ? [...labels, UNLISTED] : labels;
      const made = codes.taken();
      if (!unlisted) made.forEach((code, at) => (made[at] = Math.min(code, all.length)));
      return {
        ...standing.finish(kind),
        labels: all,
        counts: counts.slice(0, all.length),
        codes: made,
        values: values?.taken() ?? null,
      };
    },
  };
}

function partOfSeveral(question: Question): Part {
  const { labels, places } = labelsOf(question);
  const standing = startStandings(question);
  const chosen = [...labels, UNLISTED].map(growingBytes);
  const counts = chosen.map(() => 0);
  let at = -1;
  return {
    add(answers) {
      const given = standing.add(answers);
      const values: unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
      at += 1;
      for (const each of chosen) each.push(0);
      const chosenNow = new Set(values.map((value) => places.get(String(value)) ?? labels.length));
      for (const place of chosenNow) {
        chosen[place]?.put(at, 1);
        counts[place] = (counts[place] ?? 0) + 1;
      }
    },
    finish() {
      const all = (counts.at(-1) ?? 0) > 0 ? [...labels, UNLISTED] : labels;
      return {
        ...standing.finish('several-answers'),
        labels: all,
        counts: counts.slice(0, all.length),
        chosen: chosen.slice(0, all.length).map((each) => each.taken()),
      };
    },
  };
}

/** Each number is held once, with how often it was given: bands are made of these, and not of all. */
function partOfNumbers(question: Question): Part {
  const standing = startStandings(question);
  const known = new Map<number, number>();
  const times: number[] = [];
  const places = growingPlaces();
  return {
    add(answers) {
      const given = standing.add(answers);
      const number = given === undefined ? NaN : Number(given);
      const place = known.get(number) ?? known.size;
      if (place === known.size) known.set(number, place);
      times[place] = (times[place] ?? 0) + 1;
      places.push(place);
    },
    finish(threshold) {
      const numbers = [...known.keys()];
      const given = new Map(
        numbers.flatMap((number, place) =>
          Number.isFinite(number) ? [[number, times[place] ?? 0] as const] : [],
        ),
      );
      const bands = bandsOfTally(given, threshold);
      const counts = bands.map(() => 0);
      const codes = numbers.map((number, place) => {
        const at = bands.findIndex(({ from, below }) => number >= from && number < below);
        if (at >= 0) counts[at] = (counts[at] ?? 0) + (times[place] ?? 0);
        return at < 0 ? bands.length : at;
      });
      const held = places.taken();
      return {
        ...standing.finish('number'),
        labels: bands.map(({ from, label }) => ({ value: String(from), label })),
        counts,
        codes: eachOf(held, codes, new Uint16Array(held.length)),
        values: eachOf(held, numbers, new Float64Array(held.length)),
      };
    },
  };
}

/** Fills an array with what a list says for each place. */
function eachOf<Held extends Uint16Array | Float64Array>(
  places: Uint32Array,
  list: readonly number[],
  into: Held,
): Held {
  for (let i = 0; i < places.length; i += 1) into[i] = list[places[i] ?? 0] ?? NaN;
  return into;
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
