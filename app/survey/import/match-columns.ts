import { unescapeForExcel } from '#app/survey/csv.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import { hasOther, optionsOf, type Option } from '#app/survey/options.ts';
import type { AnswerFile } from './answer-columns.ts';
import type { GuessedQuestion } from './guess-question.ts';
import { plain, type Column } from './column-headers.ts';
import { ownExport } from './own-export.ts';
import { OTHER_WORDS, type Place } from './places.ts';

/** Letter case, accents' forms, curly quotation marks, spaces and a full stop do not tell words apart. */
export function folded(words: string): string {
  return plain(words)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ`]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replace(/(?<![.?!:;,\s])[.?!:;,\s]+$/, '');
}

/** The option that a cell or a heading names, by code or by words. */
export function optionNamed(options: readonly Option[], words: string): Option | undefined {
  const wanted = folded(words);
  return (
    options.find(({ value }) => folded(String(value)) === wanted) ??
    options.find(({ text }) => folded(text) === wanted) ??
    options.find(({ text }) => folded(text).replace(/ – .*$/, '') === wanted)
  );
}

/** The headings of a file, without what makes formulas in them harmless. */
export function headingsIn({ columns, escaped }: AnswerFile): string[] {
  return columns.map(({ header }) => (escaped ? unescapeForExcel(header) : header));
}

/**
 * Where each column of a file most likely belongs in a survey: by name, by the same words, by nearly
 * the same words. What was found private or administrative stays out until somebody decides.
 */
export function matchColumns(file: AnswerFile, questions: readonly Question[]): Place[] {
  const own = ownExport(headingsIn(file), questions);
  if (own) return own.places;
  const places = new Map<number, Place>();
  if (file.day) places.set(file.day.column.at, { to: 'day' });
  if (file.channel) places.set(file.channel.at, { to: 'channel' });
  const taken = new Set<string>();
  for (const guessed of file.questions) {
    const question = questionFor(guessed, questions, taken);
    if (!question) continue;
    taken.add(question.name);
    for (const [column, place] of placesOf(guessed, question)) places.set(column.at, place);
  }
  return file.columns.map(({ at }) => places.get(at) ?? { to: 'nothing' });
}

function questionFor(
  guessed: GuessedQuestion,
  questions: readonly Question[],
  taken: ReadonlySet<string>,
): Question | undefined {
  const free = questions.filter(({ name }) => !taken.has(name));
  const [first] = guessed.columns;
  const called = [guessed.name, guessed.title, first?.code ?? '', first?.header ?? ''].map(folded);
  const byName = free.find(({ name }) => called.includes(folded(name)));
  if (byName) return byName;
  const bySameWords = free.find((question) => called.includes(folded(titleOf(question))));
  if (bySameWords) return bySameWords;
  const near = free
    .map((question) => ({ question, near: nearness(guessed.title, titleOf(question)) }))
    .sort((a, b) => b.near - a.near);
  const [best, next] = near;
  const clear = best !== undefined && best.near >= 0.7 && best.near > (next?.near ?? 0) + 0.1;
  return clear ? best.question : undefined;
}

/** The share of words that two texts have in common (Jaccard), from 0 to 1. */
function nearness(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      folded(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    );
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

function placesOf(guessed: GuessedQuestion, question: Question): [Column, Place][] {
  const { name } = question;
  const places: [Column, Place][] = [];
  const options = optionsOf(question);
  for (const column of guessed.columns) {
    if (column.label === OTHER_WORDS) places.push([column, { to: 'other-words', name }]);
    else if (guessed.columns.length === 1 && column.label === null) {
      places.push([column, { to: 'question', name }]);
    } else if (question.type === 'checkbox') {
      const option = optionNamed(options, column.label ?? column.header);
      if (option) places.push([column, { to: 'option', name, value: String(option.value) }]);
    } else if (column.label === null) places.push([column, { to: 'question', name }]);
  }
  if (guessed.otherWords && hasOther(question)) {
    places.push([guessed.otherWords, { to: 'other-words', name }]);
  }
  return places;
}
