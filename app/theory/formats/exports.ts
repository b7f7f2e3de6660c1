/** What a theory can be written as, and what each keeps of it. */

export const FORMATS = [
  'json',
  'csv',
  'tables',
  'text',
  'graphml',
  'mermaid',
  'kumu',
  'prsm',
  'svg',
  'png',
  'pdf',
  'docx',
  'pptx',
] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(word: string | undefined): word is Format {
  return FORMATS.some((format) => format === word);
}

export interface FormatWords {
  /** What it is called on a page. */
  name: string;
  /** What it is good for and what it leaves out, in one line. */
  about: string;
  ending: string;
  mime: string;
  /** Whether it can be brought in again with nothing lost. */
  lossless: boolean;
  group: 'show' | 'keep' | 'exchange';
}

const TEXT = 'text/plain; charset=utf-8';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FORMAT_WORDS: Readonly<Record<Format, FormatWords>> = {
  pptx: {
    name: 'PowerPoint',
    about: 'Slides with every box a shape and every link a connector, to change there',
    ending: 'pptx',
    mime: `${OFFICE}.presentationml.presentation`,
    lossless: false,
    group: 'show',
  },
  docx: {
    name: 'Word',
    about: 'The picture with a description, and every box, link, assumption and measure in tables',
    ending: 'docx',
    mime: `${OFFICE}.wordprocessingml.document`,
    lossless: false,
    group: 'show',
  },
  pdf: {
    name: 'PDF',
    about: 'The same as Word, tagged for screen readers',
    ending: 'pdf',
    mime: 'application/pdf',
    lossless: false,
    group: 'show',
  },
  png: {
    name: 'PNG',
    about: 'The picture, for a page or an e-mail',
    ending: 'png',
    mime: 'image/png',
    lossless: false,
    group: 'show',
  },
  svg: {
    name: 'SVG',
    about: 'The picture in any size, with its description',
    ending: 'svg',
    mime: 'image/svg+xml',
    lossless: false,
    group: 'show',
  },
  json: {
    name: 'JSON',
    about: 'Everything, in an open format with a schema',
    ending: 'json',
    mime: 'application/json',
    lossless: true,
    group: 'keep',
  },
  csv: {
    name: 'CSV, one table',
    about: 'Everything, a row a box, a link or a piece of evidence',
    ending: 'csv',
    mime: 'text/csv; charset=utf-8',
    lossless: true,
    group: 'keep',
  },
  tables: {
    name: 'CSV, boxes and links apart',
    about: 'Everything, in a zip file of tables for a spreadsheet',
    ending: 'zip',
    mime: 'application/zip',
    lossless: true,
    group: 'keep',
  },
  text: {
    name: 'Plain text',
    about: 'One thing a line, to read, compare and paste. Places on the canvas are not in it',
    ending: 'txt',
    mime: TEXT,
    lossless: false,
    group: 'keep',
  },
  graphml: {
    name: 'GraphML',
    about: 'Everything, for programs that draw and measure graphs',
    ending: 'graphml',
    mime: 'application/xml',
    lossless: true,
    group: 'exchange',
  },
  mermaid: {
    name: 'Mermaid',
    about: 'Boxes, links and reasons, for a wiki',
    ending: 'mmd',
    mime: TEXT,
    lossless: false,
    group: 'exchange',
  },
  kumu: {
    name: 'Kumu',
    about: 'Boxes, links, reasons and facts, as a blueprint in JSON',
    ending: 'kumu.json',
    mime: 'application/json',
    lossless: false,
    group: 'exchange',
  },
  prsm: {
    name: 'PRSM',
    about: 'Boxes in a style a type, links and reasons',
    ending: 'prsm',
    mime: 'application/json',
    lossless: false,
    group: 'exchange',
  },
};
