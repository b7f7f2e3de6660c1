import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { DocumentTable, TableColumn } from './blocks.ts';
import type { Setting } from './docx.server.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: NONE,
  right: NONE,
  insideHorizontal: LINE,
  insideVertical: NONE,
} as const;
const MARGINS = { top: 50, bottom: 40, left: 80, right: 80 } as const;

/** A table as wide as the text, with a header row that repeats on each page. */
export function docxTable(table: DocumentTable, { width, colour }: Setting): Table {
  const widths = widthsOf(table.columns, width);
  const fill = colour.slice(1);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) => {
      const shading = { type: ShadingType.CLEAR, fill, color: 'auto' };
      return cell([column.title], widths[at] ?? 0, { style: 'HeaderCell', shading, column });
    }),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map((column, at) =>
          cell((row[at] ?? '').split('\n'), widths[at] ?? 0, { style: 'Cell', column }),
        ),
      }),
  );
  return new Table({
    rows: [header, ...rows],
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: MARGINS,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
  });
}

/** Pairs of a name and a value: the name is the header of its row, and the first row says so. */
export function docxFacts(facts: readonly (readonly [string, string])[], setting: Setting): Table {
  return docxTable(
    {
      type: 'table',
      caption: '',
      columns: [
        { title: 'Matter', share: 2 },
        { title: 'As it stands', share: 4 },
      ],
      rows: facts.map(([label, value]) => [label, value]),
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

function cell(
  paragraphs: readonly string[],
  width: number,
  look: {
    style: string;
    column: TableColumn;
    shading?: { type: typeof ShadingType.CLEAR; fill: string; color: string };
  },
): TableCell {
  const alignment = look.column.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    ...(look.shading ? { shading: look.shading } : {}),
    children: paragraphs.map((text) => new Paragraph({ style: look.style, alignment, text })),
  });
}
