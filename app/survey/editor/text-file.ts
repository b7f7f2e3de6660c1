import { readCsv, unescapeForExcel, writeCsv, type FileProblem } from '#app/survey/csv.ts';
import type { Text } from './texts.ts';

/** A survey's texts in one language as a file for a translator: a text a line. */
export function textFile(texts: readonly Text[], language: string): string {
  return writeCsv(
    [
      ['key', 'where', 'English', language],
      ...texts.map(({ key, where, english, words }) => [
        key,
        where,
        english,
        words[language] ?? '',
      ]),
    ],
    { forExcel: true },
  );
}

export type ReadTexts =
  | {
      ok: true;
      texts: Record<string, string>;
      /** Lines left out, each with why: the English changed since, or there is no such text. */
      leftOut: FileProblem[];
    }
  | { ok: false; problems: FileProblem[] };

/**
 * Reads the file back. A line whose English is not what stands now is left out, because its
 * translation says something else; an empty cell changes nothing.
 */
export function readTextFile(
  bytes: Uint8Array,
  texts: readonly Text[],
  language: string,
): ReadTexts {
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const [head = [], ...rows] = csv.rows;
  const column = (name: string) =>
    head.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase());
  const [key, english, words] = [column('key'), column('English'), column(language)];
  if (key < 0 || english < 0 || words < 0) {
    const message = `The first line must have the columns key, English and ${language}: bring back the file that you took away here.`;
    return { ok: false, problems: [{ line: 1, message }] };
  }
  const known = new Map(texts.map((text) => [text.key, text]));
  const found: Record<string, string> = {};
  const leftOut: FileProblem[] = [];
  rows.forEach((row, at) => {
    const line = csv.lines[at + 1] ?? at + 2;
    const given = unescapeForExcel(row[words] ?? '').trim();
    if (given === '') return;
    const text = known.get(row[key] ?? '');
    if (!text) leftOut.push({ line, message: `There is no text “${row[key] ?? ''}” any more` });
    else if (tidy(unescapeForExcel(row[english] ?? '')) !== tidy(text.english)) {
      leftOut.push({ line, message: `The English changed since: it is now “${text.english}”` });
    } else if (given.length > (text.long ? 5000 : 1000)) {
      leftOut.push({ line, message: 'It is too long' });
    } else found[text.key] = given;
  });
  return { ok: true, texts: found, leftOut };
}

const tidy = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
