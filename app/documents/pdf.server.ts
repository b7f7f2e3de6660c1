import type { Block, DocumentModel } from './blocks.ts';
import { readableOnWhite } from './colours.ts';
import { FONT_NAMES } from './fonts.server.ts';
import { DOCUMENT_TEMPLATE } from './pdf-template.ts';
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
      sections: model.sections.map(({ title, landscape, blocks }) => ({
        title,
        landscape,
        blocks: blocks.map((block) => dataOf(block, files)),
      })),
    },
  });
}

/** A block with its words made breakable; a picture goes beside as a file. */
function dataOf(block: Block, files: Record<string, string>): object {
  switch (block.type) {
    case 'heading':
      return { ...block, text: breakable(block.text) };
    case 'paragraph':
      return { ...block, tone: block.tone ?? '', text: breakable(block.text) };
    case 'list':
      return { ...block, items: block.items.map(breakable) };
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => fact.map(breakable)) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, numeric: column.numeric ?? false })),
        rows: block.rows.map((row) => row.map(breakable)),
      };
    case 'picture': {
      const file = `picture-${Object.keys(files).length + 1}.svg`;
      files[file] = block.svg;
      return { ...block, svg: '', ...sizeOf(block.svg), file };
    }
  }
}

/** Letters in a row that a narrow cell surely holds. */
const LONGEST_WORD = 24;

/** A word without end may break: an invisible space of no width every so many letters. */
function breakable(words: string): string {
  return words.replace(/\S{25,}/g, (word) =>
    (word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gsu')) ?? [word]).join('\u200b'),
  );
}
