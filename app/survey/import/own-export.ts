import type { Question } from '#app/survey/definition.ts';
import {
  exportColumns,
  FLAVOURS,
  NO_NUMBER,
  optionWords,
  ownTextIn,
  type ExportColumn,
  type Flavour,
} from '#app/survey/export/export-columns.ts';
import { codesOf } from '#app/survey/option-codes.ts';
import { NO_REPLY } from '#app/survey/options.ts';
import { plain } from './column-headers.ts';
import type { Place } from './places.ts';

/** A file that this survey's own export wrote: nothing in it needs a guess. */
export interface OwnExport {
  flavour: Flavour;
  places: Place[];
}

/**
 * Recognises our own export of these questions by its headings: all of them are ours, in any number
 * and order, the first two as we write them.
 */
export function ownExport(
  headings: readonly string[],
  questions: readonly Question[],
): OwnExport | undefined {
  const columns = exportColumns(questions);
  for (const flavour of FLAVOURS) {
    const byHeading = new Map(columns.map((column) => [plain(column.heading[flavour]), column]));
    const found = headings.map((heading) => byHeading.get(heading));
    const [first, second] = columns;
    const begins =
      headings[0] === first?.heading[flavour] && headings[1] === second?.heading[flavour];
    if (!begins || headings.length < 3 || found.includes(undefined)) continue;
    if (new Set(headings).size !== headings.length) continue;
    return { flavour, places: found.map((column) => (column as ExportColumn).place) };
  }
  return undefined;
}

export type OwnCell = { value: unknown } | { problem: string } | undefined;

/**
 * Reads the cells of one column of our own export, the exact way back of export-columns.ts. Undefined
 * is a cell without an answer.
 */
export function ownReader(
  place: Exclude<Place, { to: 'nothing' | 'day' | 'channel' }>,
  question: Question,
  flavour: Flavour,
): (cell: string) => OwnCell {
  const wrong = (cell: string) => ({ problem: `“${cell.slice(0, 60)}” is not in the codebook.` });
  if (place.to === 'option') {
    return (cell) => {
      if (cell === '1') return { value: true };
      const unticked =
        cell === '0' || cell === NO_REPLY || (flavour === 'numbers' && /^9+[0-9]$/.test(cell));
      return unticked ? undefined : wrong(cell);
    };
  }
  if (place.to === 'other-words') return asText;
  const { options, noReply } = codesOf(question);
  if (options.length === 0) return ownWordsReader(question);
  const words = optionWords(question);
  const byCell = new Map<string, unknown>(
    options.map(({ value, code }) => {
      if (flavour === 'reading') return [words.get(value) ?? '', value];
      return [flavour === 'numbers' ? String(code) : String(value), value];
    }),
  );
  return (cell) => {
    if (cell === NO_REPLY || (flavour === 'numbers' && cell === String(noReply))) return undefined;
    return byCell.has(cell) ? { value: byCell.get(cell) } : wrong(cell);
  };
}

function ownWordsReader(question: Question): (cell: string) => OwnCell {
  if (question.type === 'text' && question.inputType === 'number') {
    return (cell) => {
      if (cell === NO_REPLY || cell === String(NO_NUMBER)) return undefined;
      const value = Number(cell);
      return Number.isFinite(value)
        ? { value }
        : { problem: `“${cell.slice(0, 60)}” is not a number.` };
    };
  }
  return asText;
}

function asText(cell: string): OwnCell {
  const value = ownTextIn(cell);
  return value === undefined ? undefined : { value };
}
