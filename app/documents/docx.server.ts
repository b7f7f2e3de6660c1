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
import { docxFacts, docxTable } from './docx-tables.server.ts';
import { sizeOf, svgToPng, type Png } from './raster.server.ts';

/** A4 in twentieths of a point, with margins of 2 cm. */
const PAGE = { short: 11_906, long: 16_838, margin: 1_134 } as const;
/** A twentieth of a point in pixels at 96 to the inch, which is what the library counts pictures in. */
const PIXELS = 96 / 1_440;

/** What blocks need to know about where they stand. */
export interface Setting {
  landscape: boolean;
  /** The width of the text, in twentieths of a point. */
  width: number;
  /** Readable on white, #rrggbb. */
  colour: string;
  /** Draws a picture once, however often it stands in the document, as wide as it needs to be. */
  pngOf: (svg: string, atMost: number) => Png;
  /** The next number of a table or picture; captions count through the whole document. */
  nextNumber: (what: 'Table' | 'Picture') => number;
}

/**
 * A document as a Word file: real headings, a table of contents with page numbers, header rows that
 * repeat, tables as wide as their page, landscape where they need it, alternative text, a language,
 * page numbers, and the authority's name and colour.
 */
export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  const colour = readableOnWhite(model.authority.colour);
  const numbers = { Table: 0, Picture: 0 };
  const drawn = new Map<string, Png>();
  const pngOf = (svg: string, atMost: number): Png => {
    const known = drawn.get(svg);
    const png = known !== undefined && known.width >= atMost ? known : svgToPng(svg, { atMost });
    drawn.set(svg, png);
    return png;
  };
  const setting = (landscape: boolean): Setting => ({
    landscape,
    width: (landscape ? PAGE.long : PAGE.short) - 2 * PAGE.margin,
    colour,
    pngOf,
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
      ...runsOf(model.sections).map((run) =>
        section(
          model,
          run.landscape,
          run.sections.flatMap((one, at) => sectionBlocks(one, setting(run.landscape), at > 0)),
        ),
      ),
    ],
  });
  return Packer.toBuffer(document);
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

/** Neighbouring sections of the same orientation share their pages' setting. */
function runsOf(sections: readonly DocumentSection[]) {
  const runs: { landscape: boolean; sections: DocumentSection[] }[] = [];
  for (const one of sections) {
    const last = runs.at(-1);
    if (last?.landscape === one.landscape) last.sections.push(one);
    else runs.push({ landscape: one.landscape, sections: [one] });
  }
  return runs;
}

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
  { title, blocks }: DocumentSection,
  setting: Setting,
  breakBefore: boolean,
): Children {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, pageBreakBefore: breakBefore }),
    ...blocks.flatMap((block) => blockOf(block, setting)),
  ];
}

function blockOf(block: Block, setting: Setting): Children {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: paragraphStyle(block.tone), text: block.text })];
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({ style: BODY, numbering: { reference: 'bullets', level: 0 }, text }),
      );
    case 'facts':
      return [caption('Table', block.caption, setting), docxFacts(block.facts, setting), gap()];
    case 'table':
      return [caption('Table', block.caption, setting), docxTable(block, setting), gap()];
    case 'picture':
      return pictureOf(block, setting);
  }
}

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

/** Points of a picture for each pixel of the page: 300 to the inch, which is all that print shows. */
const PRINTED = 300 / 96;

/** The tallest that a picture may be, in pixels: beside the rest of the summary, or on a page of its own. */
const TALLEST = { portrait: 420, landscape: 500 } as const;

function pictureOf(block: DocumentPicture, setting: Setting): Children {
  const size = sizeOf(block.svg);
  const tallest = setting.landscape ? TALLEST.landscape : TALLEST.portrait;
  const scale = Math.min((setting.width * PIXELS) / size.width, tallest / size.height);
  const width = Math.round(size.width * scale);
  const image: ParagraphChild = new ImageRun({
    type: 'png',
    data: setting.pngOf(block.svg, Math.ceil(width * PRINTED)).png,
    transformation: { width, height: Math.round(size.height * scale) },
    altText: { name: block.caption, title: block.caption, description: block.alt },
  });
  return [
    new Paragraph({
      style: 'Framed',
      keepNext: true,
      children: [image],
    }),
    caption('Picture', block.caption, setting),
  ];
}
