import type { DocumentFacts, DocumentTable, TableColumn } from './blocks.ts';
import { lineXml } from './docx-marks.server.ts';
import { markedInRow, shadeOf, type MarkedLine } from './marked.ts';
import type { Setting } from './write-docx.server.ts';

// Tables are written as WordprocessingML (ECMA-376, part 1, 17.4) and not built of the library's objects:
// the thousands of cells of a large plan took it two seconds, and take this some milliseconds.

const LINE = 'w:val="single" w:color="B1B4B6" w:sz="4"';
const NONE = 'w:val="none" w:color="auto" w:sz="0"';
const BORDERS =
  `<w:tblBorders><w:top ${LINE}/><w:left ${NONE}/><w:bottom ${LINE}/><w:right ${NONE}/>` +
  `<w:insideH ${LINE}/><w:insideV ${NONE}/></w:tblBorders>`;
const MARGINS =
  '<w:tblCellMar><w:top w:type="dxa" w:w="50"/><w:left w:type="dxa" w:w="80"/>' +
  '<w:bottom w:type="dxa" w:w="40"/><w:right w:type="dxa" w:w="80"/></w:tblCellMar>';
const LOOK =
  '<w:tblLook w:firstRow="true" w:firstColumn="false" w:noHBand="true" w:noVBand="true"/>';

/** A table as wide as the text, with a header row that repeats on each page, as WordprocessingML. */
export function docxTable(table: DocumentTable, { width, colour }: Setting): string {
  const widths = widthsOf(table.columns, width);
  const cells = (cell: (column: TableColumn, at: number) => string) =>
    table.columns.map(cell).join('');
  const header = cells((column, at) =>
    cellXml([{ text: column.title, as: 'plain' }], widths[at] ?? 0, {
      style: 'HeaderCell',
      fill: colour.slice(1),
      column,
    }),
  );
  const rows = table.rows.map((row, number) => {
    const mark = table.marks?.[number];
    return rowXml(
      cells((column, at) => {
        const shade = shadeOf(mark, at);
        return cellXml(markedInRow(row[at] ?? '', mark, at), widths[at] ?? 0, {
          style: 'Cell',
          fill: shade === null ? null : SHADES[shade],
          column,
        });
      }),
    );
  });
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${width}"/>${BORDERS}<w:tblLayout w:type="fixed"/>` +
    `${MARGINS}${LOOK}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `${rowXml(header, '<w:tblHeader/>')}${rows.join('')}</w:tbl>`
  );
}

/** Pairs of a name and a value: the name is the header of its row, and the first row says so. */
export function docxFacts({ facts, marks }: DocumentFacts, setting: Setting): string {
  return docxTable(
    {
      type: 'table',
      caption: '',
      columns: [
        { title: 'Matter', share: 2 },
        { title: 'As it stands', share: 4 },
      ],
      rows: facts.map(([label, value]) => [label, value]),
      ...(marks === undefined ? {} : { marks }),
    },
    setting,
  );
}

/** Widths that add up to the whole exactly: the last column takes what rounding leaves. */
export function widthsOf(columns: readonly TableColumn[], width: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((column.share / shares) * width));
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, at) => (at === widths.length - 1 ? one + rest : one));
}

const SHADES = { new: 'FFF7BF', gone: 'F3F2F1' } as const;

const rowXml = (cells: string, more = '') =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells}</w:tr>`;

function cellXml(
  lines: readonly MarkedLine[],
  width: number,
  { style, fill, column }: { style: string; fill: string | null; column: TableColumn },
): string {
  const shading = fill === null ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`;
  const about =
    `<w:pPr><w:pStyle w:val="${style}"/>` +
    `<w:jc w:val="${column.numeric ? 'right' : 'left'}"/></w:pPr>`;
  const paragraphs = lines.map((line) => `<w:p>${about}${lineXml(line)}</w:p>`).join('');
  return (
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${shading}<w:vAlign w:val="top"/></w:tcPr>` +
    `${paragraphs}</w:tc>`
  );
}
