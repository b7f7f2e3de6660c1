import type { Block, DocumentModel } from './blocks.ts';
import { readableOnWhite } from './colours.ts';
import { markedInRow, markedText, markedTitle, shadeOf, type MarkedLine } from './marked.ts';
import { FONT_NAMES } from './fonts.server.ts';
import { DOCUMENT_TEMPLATE } from './pdf-template.ts';
import { pageRuns } from './pages.ts';
import { sizeOf } from './raster.server.ts';
import { typeset } from './typst.server.ts';

/** How large the letters are. */
export type Print = 'normal' | 'large';

/**
 * Normal print is 10.5 points with tables of 9. In large print nothing is below 16 points, as the UK
 * Association for Accessible Formats asks for (Creating clear print and large print documents).
 */
const SCALES: Readonly<Record<Print, number>> = { normal: 1, large: 1.9 };

/**
 * A document as a tagged PDF (PDF/UA-1): a structure tree with headings, lists, tables with header
 * cells and pictures with alternative text, a language, contents with page numbers, and the
 * authority's name and colour.
 */
export async function renderPdf(
  model: DocumentModel,
  madeAt: Date,
  print: Print = 'normal',
): Promise<Uint8Array<ArrayBuffer>> {
  const { authority, title, subtitle } = model;
  const files: Record<string, string> = {};
  const name = authority.isDemonstration ? `${authority.name} (a fictional place)` : authority.name;
  return typeset({
    template: DOCUMENT_TEMPLATE,
    madeAt,
    files,
    data: {
      title,
      subtitle,
      authority: authority.name,
      colour: readableOnWhite(authority.colour),
      fonts: FONT_NAMES,
      scale: SCALES[print],
      lang: 'en',
      region: 'GB',
      cover: model.cover,
      running: `${name} · ${title} · ${subtitle}`,
      note: authority.isDemonstration
        ? 'Demonstration: families, figures and plans are made up. '
        : '',
      warning: authority.isDemonstration
        ? `Demonstration. ${authority.name} is a fictional place: its families, figures and plans are made up.`
        : '',
      words: { contents: 'Contents', what: 'What', value: 'Value' },
      runs: pageRuns(model.sections).map(({ landscape, sections }) => ({
        landscape,
        sections: sections.map(({ section: { title, blocks, mark }, newPage }) => ({
          title,
          newPage,
          mark: mark?.words ?? '',
          blocks: levelled(blocks).map((block, at) => dataOf(block, files, at + (mark ? 1 : 0))),
        })),
      })),
    },
  });
}

/**
 * The blocks of a section with no level of heading left out: PDF/UA refuses a whole document for one, and
 * an authority may take away the block that held the heading in between.
 */
function levelled(blocks: readonly Block[]): Block[] {
  let above = 1;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = block.level > above + 1 ? 2 : block.level;
    above = level;
    return { ...block, level };
  });
}

/** A block with its words made breakable; a picture goes beside as a file. */
function dataOf(block: Block, files: Record<string, string>, at: number): object {
  switch (block.type) {
    case 'heading':
      return { ...block, text: breakable(markedTitle(block.text, block.mark)) };
    case 'paragraph':
      return {
        ...block,
        tone: block.tone ?? '',
        lines: linesOf(markedText(block.text, block.mark)),
      };
    case 'list':
      return {
        ...block,
        items: block.items.map((item, at) => linesOf(markedText(item, block.marks?.[at]))),
      };
    case 'facts':
      return { ...block, facts: rowsOf(block.facts, block.marks) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, numeric: column.numeric ?? false })),
        rows: rowsOf(block.rows, block.marks),
      };
    case 'picture': {
      const file = `picture-${Object.keys(files).length + 1}.svg`;
      files[file] = block.svg;
      const caption = markedTitle(block.caption, block.mark);
      // Beside a heading and several lines it is a little less tall, so that it stays on their page.
      const tallest = at <= 1 ? 0.86 : 0.74;
      return { ...block, caption, svg: '', ...sizeOf(block.svg), file, tallest };
    }
  }
}

type Marks = Extract<Block, { type: 'table' }>['marks'];

/** Rows as the template reads them: each cell its lines and how it is shaded. */
const rowsOf = (rows: readonly (readonly string[])[], marks: Marks) =>
  rows.map((row, number) =>
    row.map((cell, at) => ({
      lines: linesOf(markedInRow(cell, marks?.[number], at)),
      shade: shadeOf(marks?.[number], at) ?? '',
    })),
  );

const linesOf = (lines: readonly MarkedLine[]) =>
  lines.map(({ text, as }) => ({ text: breakable(text), as }));

/** Letters in a row that a narrow cell surely holds. */
const LONGEST_WORD = 24;

/** A word without end may break: an invisible space of no width every so many letters. */
function breakable(words: string): string {
  return words.replace(/\S{25,}/g, (word) =>
    (word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gsu')) ?? [word]).join('\u200b'),
  );
}
