import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/**
 * Writes an Excel workbook (ECMA-376) piece by piece, so that a sheet of any length needs little
 * memory. Texts are texts and numbers are numbers: no cell is ever a formula.
 */

/** Words, a number, a calendar day, or money in pence (shown in pounds). */
export type SheetCell = string | number | null | { day: string } | { pence: number };

export interface Sheet {
  name: string;
  /** Widths of the columns in characters; the first row is the headings and stays in sight. */
  widths: readonly number[];
  /** For people to read and not only for programs: long words wrap, and the headings filter. */
  forReading?: boolean;
  rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;
}

/** Excel cuts longer texts without a word. */
const LONGEST_TEXT = 32_767;
const XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook with these sheets. */
export async function* workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  for (const [name, xml] of fixedParts(sheets)) yield* zip.file(name, [xml]);
  for (const [at, sheet] of sheets.entries()) {
    yield* zip.file(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet));
  }
  yield zip.end();
}

/** The same in one go, for workbooks that are small. */
export async function wholeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook(sheets)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

function fixedParts(sheets: readonly Sheet[]): [string, string][] {
  const each = (write: (sheet: Sheet, n: number) => string) =>
    sheets.map((sheet, at) => write(sheet, at + 1)).join('');
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${XMLNS}" xmlns:r="${RELATIONS}"><sheets>${each(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      // 0 plain, 1 headings, 2 days, 3 text, 4 money, 5 text that wraps.
      `${HEAD}<styleSheet xmlns="${XMLNS}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;£&quot;#,##0.00;-&quot;£&quot;#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}

const BATCH = 65_536;

async function* sheetXml({ widths, rows, forReading = false }: Sheet): AsyncGenerator<string> {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  let xml = `${HEAD}<worksheet xmlns="${XMLNS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
  let line = 0;
  for await (const cells of rows as AsyncIterable<readonly SheetCell[]>) {
    line += 1;
    xml += rowXml(cells, line, forReading);
    if (xml.length < BATCH) continue;
    yield xml;
    xml = '';
  }
  const last = columnName(Math.max(0, widths.length - 1));
  const filter = forReading && line > 1 ? `<autoFilter ref="A1:${last}${line}"/>` : '';
  yield `${xml}</sheetData>${filter}</worksheet>`;
}

function rowXml(cells: readonly SheetCell[], line: number, forReading: boolean): string {
  const text = line === 1 ? 1 : forReading ? 5 : 3;
  let xml = `<row r="${line}">`;
  cells.forEach((cell, at) => {
    if (cell === null || cell === '') return;
    const place = `${columnName(at)}${line}`;
    if (typeof cell === 'number') xml += `<c r="${place}"><v>${cell}</v></c>`;
    else if (typeof cell === 'object' && 'pence' in cell)
      xml += `<c r="${place}" s="4"><v>${penceAsPounds(cell.pence)}</v></c>`;
    else if (typeof cell === 'object')
      xml += `<c r="${place}" s="2"><v>${serialOf(cell.day)}</v></c>`;
    else {
      xml += `<c r="${place}" s="${text}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, LONGEST_TEXT))}</t></is></c>`;
    }
  });
  return `${xml}</row>`;
}

/** Exact: a division could leave a hair more or less than the pence. */
function penceAsPounds(pence: number): string {
  const sign = pence < 0 ? '-' : '';
  const all = String(Math.abs(pence)).padStart(3, '0');
  return `${sign}${all.slice(0, -2)}.${all.slice(-2)}`;
}

function columnName(at: number): string {
  let name = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A day as Excel counts days, right from 1 March 1900 on. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

const NEEDS_ESCAPE =
  /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udfff]/;

/** Text for XML; what XML cannot hold as Excel writes it (`_x000B_`), and a real `_x` as it does. */
function escaped(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replaceAll(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1')
    .replaceAll(/[\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Writes a zip file in one pass: sizes stand behind each file, as APPNOTE 4.4.4 allows. */
class ZipWriter {
  private offset = 0;
  private readonly directory: Buffer[] = [];

  async *file(
    name: string,
    pieces: Iterable<string> | AsyncIterable<string>,
  ): AsyncGenerator<Uint8Array> {
    const named = Buffer.from(name, 'utf8');
    const start = this.offset;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0808, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(NO_TIME, 10);
    local.writeUInt16LE(named.length, 26);
    yield this.counted(Buffer.concat([local, named]));
    const packing = createDeflateRaw({ level: 6 });
    const feeding = feed(packing, pieces);
    let packed = 0;
    for await (const piece of packing as AsyncIterable<Buffer>) {
      packed += piece.length;
      yield this.counted(piece);
    }
    const { crc, size } = await feeding;
    const after = Buffer.alloc(16);
    after.writeUInt32LE(0x08074b50, 0);
    after.writeUInt32LE(crc, 4);
    after.writeUInt32LE(packed, 8);
    after.writeUInt32LE(size, 12);
    yield this.counted(after);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 14);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(start, 42);
    this.directory.push(entry, named);
  }

  end(): Uint8Array {
    const directory = Buffer.concat(this.directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.directory.length / 2, 8);
    end.writeUInt16LE(this.directory.length / 2, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    return Buffer.concat([directory, end]);
  }

  private counted(bytes: Buffer): Buffer {
    this.offset += bytes.length;
    return bytes;
  }
}

/** 1 January 1980, the first moment that a zip file knows: the same answers give the same bytes. */
const NO_TIME = 0x00210000;

async function feed(packing: DeflateRaw, pieces: Iterable<string> | AsyncIterable<string>) {
  let crc = 0;
  let size = 0;
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8');
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!packing.write(bytes)) await new Promise((resolve) => packing.once('drain', resolve));
    }
    packing.end();
  } catch (error) {
    packing.destroy(error as Error);
  }
  return { crc, size };
}
