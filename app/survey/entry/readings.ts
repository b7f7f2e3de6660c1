import { isEmpty } from '../conditions.ts';
import { titleOf, type Question } from '../definition.ts';
import { codesOf, type Codes } from '../option-codes.ts';
import { hasOther, otherKey } from '../options.ts';
import type { Answers } from '../steps.ts';
import { wilsonInterval, type Interval } from '#app/statistics/wilson.ts';

/**
 * Two people reading the same form: where they differ, and how often the first of them was wrong. A
 * field is one box of the form that could be read wrongly: a question with one answer is one field, a
 * question with several has one for every option, and the words of "something else" are one more.
 */

/** Above this share of wrong fields a batch is not good enough: 1 in 100. */
export const ERROR_LIMIT = 0.01;

/** One form, read twice. */
export interface TwoReadings {
  first: Answers;
  second: Answers;
  /** Question name to the reading that the form bears out, where somebody has looked. */
  settled: Readonly<Record<string, string>>;
}

export type Ruling = 'first' | 'second' | 'neither';
export const RULINGS: readonly Ruling[] = ['first', 'second', 'neither'];

/** Who won where two readings differ; undefined until somebody has looked at the form. */
export function rulingOn(readings: TwoReadings, name: string): Ruling | undefined {
  const word = Object.hasOwn(readings.settled, name) ? readings.settled[name] : undefined;
  return RULINGS.find((ruling) => ruling === word);
}

/** How many fields a question has on the form. */
export function fieldsIn(question: Question, codes: Codes = codesOf(question)): number {
  const own = question.type === 'checkbox' ? codes.options.length : 1;
  return own + (hasOther(question) ? 1 : 0);
}

/** How many fields of a question two readings do not agree on. */
export function fieldsApart(question: Question, first: Answers, second: Answers): number {
  const { name } = question;
  const words = hasOther(question) && !sameWords(first[otherKey(name)], second[otherKey(name)]);
  const own =
    question.type === 'checkbox'
      ? codesOf(question).options.filter(
          ({ value }) => includes(first[name], value) !== includes(second[name], value),
        ).length
      : sameAnswer(first[name], second[name])
        ? 0
        : 1;
  return own + (words ? 1 : 0);
}

const includes = (answer: unknown, value: unknown) =>
  Array.isArray(answer) && answer.includes(value);

function sameAnswer(first: unknown, second: unknown): boolean {
  if (isEmpty(first) || isEmpty(second)) return isEmpty(first) && isEmpty(second);
  return typeof first === 'string' && typeof second === 'string'
    ? sameWords(first, second)
    : first === second;
}

/** The same words, whatever the capitals, spaces and stops: nobody types those twice alike. */
function sameWords(first: unknown, second: unknown): boolean {
  const plain = (words: unknown) =>
    typeof words === 'string'
      ? words
          .normalize('NFKC')
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
          .trim()
      : '';
  return plain(first) === plain(second);
}

/** The questions on which two readings of a form differ. */
export function questionsApart(
  questions: readonly Question[],
  { first, second }: Pick<TwoReadings, 'first' | 'second'>,
): Question[] {
  return questions.filter((question) => fieldsApart(question, first, second) > 0);
}

/** One line of the report. */
export interface QuestionReport {
  name: string;
  /** As on the printed form, from 1. */
  number: number;
  title: string;
  fields: number;
  apart: number;
}

export interface ReadingReport {
  forms: number;
  formsApart: number;
  fields: number;
  /** Fields on which the two readings differ. */
  apart: number;
  /** Of these, how many nobody has settled yet. */
  unsettled: number;
  /** Fields that the first reading had wrong, among those settled. */
  wrong: number;
  questions: QuestionReport[];
}

/** Adds up what two readings of a sample say, question by question, worst first. */
export function reportOn(
  questions: readonly Question[],
  sample: readonly TwoReadings[],
): ReadingReport {
  const report: ReadingReport = {
    forms: sample.length,
    formsApart: 0,
    fields: 0,
    apart: 0,
    unsettled: 0,
    wrong: 0,
    questions: [],
  };
  questions.forEach((question, at) => {
    const line = { name: question.name, number: at + 1, title: titleOf(question) };
    const fields = fieldsIn(question) * sample.length;
    let apart = 0;
    for (const readings of sample) {
      const here = fieldsApart(question, readings.first, readings.second);
      if (here === 0) continue;
      apart += here;
      const ruling = rulingOn(readings, question.name);
      if (ruling === undefined) report.unsettled += here;
      else if (ruling !== 'first') report.wrong += here;
    }
    report.fields += fields;
    report.apart += apart;
    report.questions.push({ ...line, fields, apart });
  });
  report.formsApart = sample.filter(
    (readings) => questionsApart(questions, readings).length > 0,
  ).length;
  report.questions.sort((a, b) => b.apart / b.fields - a.apart / a.fields || a.number - b.number);
  return report;
}

/** What the sample says about the forms that were read once only. */
export interface ErrorRate {
  rate: number;
  interval: Interval;
  verdict: 'good' | 'bad' | 'cannot-tell' | 'unsettled';
}

/**
 * The share of fields that were entered wrongly, with Wilson's 95 per cent interval, against the
 * limit. Errors come in clumps (one tired afternoon), so the interval is rather too narrow than too
 * wide: "good" and "bad" are only said when the whole interval lies on one side. Null for no field.
 */
export function errorRate(report: ReadingReport, limit = ERROR_LIMIT): ErrorRate | null {
  if (report.fields === 0) return null;
  const rate = report.wrong / report.fields;
  const interval = wilsonInterval(rate, report.fields);
  if (report.unsettled > 0) return { rate, interval, verdict: 'unsettled' };
  const verdict =
    interval.high <= limit ? 'good' : interval.low > limit ? 'bad' : ('cannot-tell' as const);
  return { rate, interval, verdict };
}
