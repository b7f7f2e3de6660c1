import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { readableOnWhite } from './colours.ts';
import type { Block, DocumentModel, DocumentPicture, DocumentSection } from './blocks.ts';
import { BODY, styles } from './docx-styles.server.ts';
import { linesRun } from './docx-marks.server.ts';
import { drawPictures, PAGE, sizeOnPage, textWidth } from './docx-pictures.server.ts';
import { docxFacts, docxTable } from './docx-tables.server.ts';
import { markedText, markedTitle, type MarkedLine } from './marked.ts';
import { pageRuns } from './pages.ts';
import type { Png } from './raster.server.ts';
import { WrittenTables } from './written-tables.server.ts';

/** What blocks need to know about where they stand. */
export interface Setting {
  landscape: boolean;
  /** The width of the text, in twentieths of a point. */
  width: number;
  /** Readable on white, #rrggbb. */
  colour: string;
  /** Each picture as it was drawn. */
  drawn: ReadonlyMap<string, Png>;
  /** Takes a table that is written already, and gives what holds its place. */
  holdPlace: (table: string) => Paragraph;
  /** The next number of a table or picture; captions count through the whole document. */
  nextNumber: (what: 'Table' | 'Picture') => number;
}

/**
 * A document as a Word file: real headings, a table of contents with page numbers, header rows that
 * repeat, tables as wide as their page, landscape where they need it, alternative text, a language,
 * page numbers, and the authority's name and colour.
 */
export async function writeDocx(model: DocumentModel): Promise<Buffer> {
  const colour = readableOnWhite(model.authority.colour);
  const numbers = { Table: 0, Picture: 0 };
  const runs = pageRuns(model.sections);
  const drawn = await drawPictures(runs);
  const tables = new WrittenTables();
  const setting = (landscape: boolean): Setting => ({
    landscape,
    width: textWidth(landscape),
    colour,
    drawn,
    holdPlace: (table) => tables.holdPlace(table),
    nextNumber: (what) => (numbers[what] += 1),
  });
  const document = new Document({
    title: `${model.title}: ${model.subtitle}`,
    creator: model.authority.name,
    description: `${model.title} of ${model.authority.name}`,
    styles: styles(colour, model.language),
    numbering: { config: [bullets] },
    sections: [
      section(model, false, coverBlocks(model, colour), { first: true }),
      ...runs.map((run) =>
        section(
          model,
          run.landscape,
          run.sections.flatMap(({ section: one, newPage }) =>
            sectionBlocks(one, setting(run.landscape), newPage),
          ),
        ),
      ),
    ],
  });
  return tables.putInto(await Packer.toBuffer(document));
}

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 425, hanging: 283 } } },
    },
  ],
} as const;

type Children = ISectionOptions['children'];

function section(
  model: DocumentModel,
  landscape: boolean,
  children: Children,
  { first = false } = {},
): ISectionOptions {
  return {
    properties: {
      titlePage: first,
      page: {
        // The library swaps the two itself when the page lies on its side.
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
      },
    },
    headers: { default: header(model), first: new Header({ children: [new Paragraph({})] }) },
    footers: { default: footer(model), first: new Footer({ children: [new Paragraph({})] }) },
    children,
  };
}

function header({ authority, title, subtitle }: DocumentModel): Header {
  const name = authority.isDemonstration ? `${authority.name} (a fictional place)` : authority.name;
  return new Header({
    children: [new Paragraph({ style: 'Running', text: `${name} · ${title} · ${subtitle}` })],
  });
}

function footer(model: DocumentModel): Footer {
  const words = model.authority.isDemonstration
    ? 'Demonstration: families, figures and plans are made up. '
    : '';
  return new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [words, 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

function coverBlocks(model: DocumentModel, colour: string): Children {
  const { authority } = model;
  return [
    new Paragraph({
      style: 'CoverBand',
      shading: { type: ShadingType.CLEAR, fill: colour.slice(1), color: 'auto' },
      text: authority.name,
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: model.title }),
    new Paragraph({ style: 'Subtitle', text: model.subtitle }),
    ...model.cover.map((text) => new Paragraph({ style: 'CoverLine', text })),
    ...(authority.isDemonstration
      ? [
          new Paragraph({
            style: 'Note',
            text: `Demonstration. ${authority.name} is a fictional place: its families, figures and plans are made up.`,
          }),
        ]
      : []),
    new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
    // Written clean, with a link a section: a field that Word has to update makes it ask, on opening,
    // whether to. Working out the pages here takes two seconds of the server's only thread, and a
    // wrong page number is worse than none; "Update table" in Word adds them.
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: '1-1',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
    }),
  ];
}

function sectionBlocks(
  { title, blocks, mark }: DocumentSection,
  setting: Setting,
  breakBefore: boolean,
): Children {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, pageBreakBefore: breakBefore }),
    ...(mark ? [new Paragraph({ style: 'Strong1', text: mark.words })] : []),
    ...blocks.flatMap((block) => blockOf(block, setting)),
  ];
}

function blockOf(block: Block, setting: Setting): Children {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          text: markedTitle(block.text, block.mark),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          style: paragraphStyle(block.tone),
          children: runsOfText(markedText(block.text, block.mark)),
        }),
      ];
    case 'list':
      return block.items.map(
        (item, at) =>
          new Paragraph({
            style: BODY,
            numbering: { reference: 'bullets', level: 0 },
            children: runsOfText(markedText(item, block.marks?.[at])),
          }),
      );
    case 'facts':
      return [
        caption('Table', block.caption, setting),
        setting.holdPlace(docxFacts(block, setting)),
        gap(),
      ];
    case 'table':
      return [
        caption('Table', block.caption, setting),
        setting.holdPlace(docxTable(block, setting)),
        gap(),
      ];
    case 'picture':
      return pictureOf(block, setting);
  }
}

const runsOfText = (lines: readonly MarkedLine[]) =>
  lines.map((line, at) => linesRun(line, at > 0));

function paragraphStyle(tone: 'lead' | 'note' | 'strong' | undefined): string {
  switch (tone) {
    case 'lead':
      return 'Lead';
    case 'note':
      return 'Note';
    case 'strong':
      return 'Strong1';
    case undefined:
      return BODY;
  }
}

function caption(what: 'Table' | 'Picture', text: string, setting: Setting): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: what === 'Table',
    text: `${what} ${setting.nextNumber(what)}. ${text}`,
  });
}

/** Two tables in a row would run into one another. */
const gap = () => new Paragraph({ style: 'Gap', children: [] });

function pictureOf(block: DocumentPicture, setting: Setting): Children {
  const image: ParagraphChild = new ImageRun({
    type: 'png',
    data: setting.drawn.get(block.svg)?.png ?? Buffer.alloc(0),
    transformation: sizeOnPage(block.svg, setting.landscape),
    altText: { name: block.caption, title: block.caption, description: block.alt },
  });
  return [
    new Paragraph({
      style: 'Framed',
      keepNext: true,
      children: [image],
    }),
    caption('Picture', markedTitle(block.caption, block.mark), setting),
  ];
}
