import { titleOf, type Question } from '#app/survey/definition.ts';
import { hasOther, optionsOf, OTHER, type Option } from '#app/survey/options.ts';
import { codesOf } from '#app/survey/option-codes.ts';
import { plain } from './column-headers.ts';
import { dayIn, isNothing, isTicked, isUnticked, type DayOrder } from './column-values.ts';
import { folded, optionNamed } from './match-columns.ts';
import { type Place } from './places.ts';

export interface ReadCell {
  value?: unknown;
  problem?: string;
  /** Words that are no option, taken for "something else". */
  asOther?: string | undefined;
}

/**
 * How the cells of one column are read. Nothing is guessed: a cell that is not understood is a
 * problem.
 *
 * @param only the one word that a column of ticks holds, whatever it is
 */
export function cellReader(
  place: AnswerPlace,
  question: Question,
  order: DayOrder,
  only: string | null = null,
): (cell: string) => ReadCell {
  if (place.to === 'other-words') return (cell) => (isNothing(cell) ? {} : { value: cell });
  const read =
    place.to === 'option' ? tickReader(place.value, question, only) : answerReader(question, order);
  return read;
}

function answerReader(question: Question, order: DayOrder): (cell: string) => ReadCell {
  switch (question.type) {
    case 'text':
      if (question.inputType === 'date') return (cell) => readDate(cell, order);
      return question.inputType === 'number' ? readNumber : (cell) => ({ value: plain(cell) });
    case 'comment':
      return (cell) => ({ value: cell });
    case 'boolean':
      return (cell) => readYesNo(cell, question);
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return (cell) => readOption(cell, question);
    case 'checkbox':
      return (cell) => readSeveral(cell, question);
  }
}

function readDate(cell: string, order: DayOrder): ReadCell {
  if (isNothing(cell)) return {};
  const day = dayIn(cell, order);
  return day === undefined ? { problem: `“${shortened(cell)}” is not a date` } : { value: day };
}

function readNumber(cell: string): ReadCell {
  if (isNothing(cell)) return {};
  const digits = cell.replaceAll(/[\s,]/g, '');
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(digits)
    ? { value: Number(digits) }
    : { problem: `“${shortened(cell)}” is not a number` };
}

function readYesNo(cell: string, question: Question): ReadCell {
  const named = optionNamed(optionsOf(question), cell);
  if (named) return { value: named.value };
  if (isTicked(cell)) return { value: true };
  if (isUnticked(cell)) return { value: false };
  return readOption(cell, question);
}

function tickReader(
  value: string,
  question: Question,
  only: string | null,
): (cell: string) => ReadCell {
  const options = optionsOf(question);
  const option = options.find((each) => String(each.value) === value);
  return (cell) => {
    const named = optionNamed(options, cell);
    if (isTicked(cell) || (named !== undefined && named === option)) return { value: true };
    if (isUnticked(cell) || isNothing(cell)) return { value: false };
    // Some tools put the answer's own words, longer or shorter than its heading, and nothing else.
    if (only !== null && plain(cell) === only) return { value: true };
    return {
      problem: `“${shortened(cell)}” does not say whether “${option?.text ?? value}” was chosen. Use 1 for chosen and 0 for not.`,
    };
  };
}

function readOption(cell: string, question: Question): ReadCell {
  const options = optionsOf(question);
  const option = optionNamed(options, cell);
  if (option) return { value: option.value };
  if (isNothing(cell)) return {};
  const coded = /^\d{1,3}$/.test(cell) ? readCode(Number(cell), question) : undefined;
  if (coded) return coded;
  if (hasOther(question)) return { value: OTHER, asOther: cell };
  return { problem: notAnOption(cell, question, options) };
}

/** The numbers of the printed form, as somebody may have typed them into a spreadsheet. */
function readCode(code: number, question: Question): ReadCell | undefined {
  const { options, noReply } = codesOf(question);
  if (code === noReply) return {};
  const option = options.find((each) => each.code === code);
  return option && { value: option.value };
}

function notAnOption(cell: string, question: Question, options: readonly Option[]): string {
  const shown = options.slice(0, 6).map(({ text }) => text);
  const more = options.length > shown.length ? ' and others' : '';
  return `“${shortened(cell)}” is not an answer to “${titleOf(question)}”. Its answers are: ${shown.join('; ')}${more}.`;
}

/** Several answers in one cell. An option's own words may hold the sign that parts them. */
function readSeveral(cell: string, question: Question): ReadCell {
  const options = optionsOf(question);
  const values: unknown[] = [];
  const strange: string[] = [];
  let rest = cell;
  while (plain(rest) !== '') {
    const found = longestFirst(options, rest);
    const length = found?.length ?? rest.search(/[;,\n]|$/);
    const piece = plain(rest.slice(0, length));
    if (found) values.push(found.option.value);
    else if (piece !== '' && !isNothing(piece)) strange.push(piece);
    rest = rest.slice(length).replace(/^\s*[;,\n]?\s*/, '');
  }
  const unique = [...new Set(values)];
  if (strange.length === 0) return unique.length === 0 ? {} : { value: unique };
  if (!hasOther(question)) return { problem: notAnOption(strange[0] ?? '', question, options) };
  return { value: [...new Set([...unique, OTHER])], asOther: strange.join(', ') };
}

function longestFirst(options: readonly Option[], rest: string) {
  const start = rest.toLowerCase();
  let best: { option: Option; length: number } | undefined;
  for (const option of options) {
    for (const words of [option.text, String(option.value)]) {
      const fits =
        start.startsWith(words.toLowerCase()) && /^\s*($|[;,\n])/.test(rest.slice(words.length));
      if (fits && words.length > (best?.length ?? 0)) best = { option, length: words.length };
    }
  }
  if (best) return best;
  // Curly quotation marks and the like: compare piece by piece.
  const length = rest.search(/[;,\n]|$/);
  const option = options.find(({ text }) => folded(text) === folded(rest.slice(0, length)));
  return option && { option, length };
}

/** A place that holds answers to a question. */
export type AnswerPlace = Exclude<Place, { to: 'nothing' | 'day' | 'channel' }>;

export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
