import { elementsIn, elementsOf, without } from './xml-elements.ts';

/**
 * Reads the XML of an Excel workbook (ECMA-376) as far as a file of answers needs it: the first sheet,
 * row by row, every cell as the text that a person sees. Pure; unpacking is the caller's.
 */

/** What is in an Excel workbook besides its rows. */
export interface Workbook {
  /** The path of the first sheet in the package, such as xl/worksheets/sheet1.xml. */
  sheet: string;
  sheetName: string;
  sheets: number;
  /** Days count from 1904 instead of 1900. */
  from1904: boolean;
}

const ATTRIBUTE = /(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of tag.matchAll(ATTRIBUTE)) {
    found.set(match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? ''));
  }
  return found;
}

const tags = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^<>]*)>`, 'g'))].map((match) =>
    attributesOf(match[1] ?? ''),
  );

/** The first sheet that is not hidden. Undefined when the files are not a workbook's. */
export function readWorkbook(workbookXml: string, relationsXml: string): Workbook | undefined {
  const all = tags(workbookXml, 'sheet');
  const sheet = all.find((one) => (one.get('state') ?? 'visible') === 'visible') ?? all[0];
  const id = [...(sheet ?? [])].find(([name]) => /(^|:)id$/.test(name) && name !== 'sheetId')?.[1];
  const target = tags(relationsXml, 'Relationship')
    .find((relation) => relation.get('Id') === id)
    ?.get('Target');
  if (sheet === undefined || target === undefined) return undefined;
  return {
    sheet: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
    sheetName: sheet.get('name') ?? '',
    sheets: all.length,
    from1904: tags(workbookXml, 'workbookPr').some((one) =>
      /^(1|true)$/.test(one.get('date1904') ?? ''),
    ),
  };
}

/** Which styles of cells (by position) show a date or a time. */
export function dateStyles(stylesXml: string): ReadonlySet<number> {
  const own = new Map(
    tags(stylesXml, 'numFmt').map((one) => [one.get('numFmtId'), one.get('formatCode') ?? '']),
  );
  const cells = elementsIn(stylesXml, 'cellXfs').next().value?.inside ?? '';
  const styles = new Set<number>();
  tags(cells, 'xf').forEach((one, at) => {
    const id = one.get('numFmtId') ?? '0';
    if (isDateFormat(Number(id), own.get(id))) styles.add(at);
  });
  return styles;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
  // Without quoted words, escaped characters and colours in brackets; [h] counts hours.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? String(whole);
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** What XML cannot hold is written `_x000B_` in a workbook, and a real `_x000B_` as `_x005F_x000B_`. */
function unescapeCell(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes('_x')) return plain;
  return plain.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The text of a string: all its runs, without the small signs that say how to read Japanese. */
function textIn(xml: string): string {
  const seen = xml.includes('rPh') ? without(xml, 'rPh') : xml;
  let text = '';
  for (const { inside } of elementsIn(seen, 't')) text += unescapeCell(inside);
  return text;
}

const LONGEST_ROW = 10_000_000;
const LONGEST_STRING = 1_000_000;
/** Excel has no more. */
const MOST_COLUMNS = 16_384;

/** Reads the table of strings that cells refer to, piece by piece. */
export function sharedStrings(): { push: (xml: string) => void; strings: string[] } {
  const strings: string[] = [];
  const push = elementsOf('si', LONGEST_STRING, (_, inside) => strings.push(textIn(inside)));
  return { push, strings };
}

export interface SheetRows {
  push(xml: string): void;
}

/**
 * Reads the rows of a sheet, piece by piece. Throws a RangeError at what no spreadsheet holds.
 *
 * @param onRow is given each row with its number, from 1
 */
export function sheetRows(
  strings: readonly string[],
  dates: ReadonlySet<number>,
  from1904: boolean,
  onRow: (cells: string[], line: number) => void,
): SheetRows {
  let line = 0;
  const push = elementsOf('row', LONGEST_ROW, (tag, inside) => {
    const number = Number(/\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1]);
    line = Number.isSafeInteger(number) && number > line ? number : line + 1;
    const cells: string[] = [];
    let at = 0;
    for (const cell of elementsIn(inside, 'c')) {
      const attributes = cell.tag;
      at = columnOf(/\sr\s*=\s*["']([A-Z]+)\d+["']/.exec(attributes)?.[1]) ?? at;
      if (at >= MOST_COLUMNS) throw new RangeError('too many columns');
      while (cells.length < at) cells.push('');
      cells[at] = cellText(attributes, cell.inside, strings, dates, from1904);
      at += 1;
    }
    if (cells.some((cell) => cell.trim() !== '')) onRow(cells, line);
  });
  return { push };
}

function columnOf(letters: string | undefined): number | undefined {
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(
  attributes: string,
  inside: string,
  strings: readonly string[],
  dates: ReadonlySet<number>,
  from1904: boolean,
): string {
  const type = /\st\s*=\s*["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return textIn(inside);
  const value = elementsIn(inside, 'v').next().value?.inside;
  if (value === undefined) return '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const style = Number(/\ss\s*=\s*["'](\d+)["']/.exec(attributes)?.[1]);
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      return dates.has(style) ? momentOf(number, from1904) : String(number);
    }
    default:
      return unescapeCell(value);
  }
}

/** An Excel day number as YYYY-MM-DD, with the time behind it where there is one. */
function momentOf(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * 86_400);
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (serial < 1) return clock;
  // Excel believes that 29 February 1900 was a day.
  const days = Math.floor(seconds / 86_400) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
  const time = Date.UTC(1899, 11, 30) + days * 86_400_000;
  if (days > 2_958_465) return String(serial);
  const day = new Date(time).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day} ${clock}`;
}
